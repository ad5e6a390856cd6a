#include "searcher/facet_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <unordered_map>

#include "index/schema.h"
#include "language/country_finder.h"
#include "searcher/query_fields.h"

namespace dateline {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// The number of the bucket that holds a day; buckets of one width are numbered in order of time.
std::int32_t bucket_number(Bucket bucket, std::int32_t day) {
  if (bucket == Bucket::day) return day;
  const year_month_day ymd{sys_days{std::chrono::days{day}}};
  const int year = static_cast<int>(ymd.year());
  const int month = static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
  switch (bucket) {
    case Bucket::month:
      return year * 12 + month;
    case Bucket::quarter:
      return year * 4 + month / 3;
    default:
      return year;
  }
}

std::string numbered_bucket_name(Bucket bucket, std::int32_t number) {
  switch (bucket) {
    case Bucket::day:
      return format_day(sys_days{std::chrono::days{number}});
    case Bucket::month:
      return fmt::format("{:04}-{:02}", number / 12, number % 12 + 1);
    case Bucket::quarter:
      return fmt::format("{:04}Q{}", number / 4, number % 4 + 1);
    default:
      return fmt::format("{:04}", number);
  }
}

// The coarsest precision whose dates count in buckets of this width.
Precision coarsest(Bucket bucket) noexcept {
  switch (bucket) {
    case Bucket::day:
      return Precision::day;
    case Bucket::month:
      return Precision::month;
    case Bucket::quarter:
      return Precision::quarter;
    default:
      return Precision::year;
  }
}

// A range ("since 1996") may touch many buckets whatever its precision; beyond this it counts as
// coarser.
constexpr std::int32_t kMaxBucketsOfADate = 12;

// Collects the values of one document at a time, each once, and counts them.
class Tally {
 public:
  void add(std::int64_t value) { values_.push_back(value); }
  void mark_coarser() noexcept { coarser_ = true; }

  void end_document() {
    std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
    for (const auto value : values_) ++counts_[value];
    if (values_.empty() && !coarser_) ++none_;
    if (coarser_) ++coarser_total_;
    ++total_;
    values_.clear();
    coarser_ = false;
  }

  [[nodiscard]] const std::unordered_map<std::int64_t, std::uint64_t>& counts() const noexcept {
    return counts_;
  }

  void report(FacetCounts& counts) const noexcept {
    counts.total = total_;
    counts.none = none_;
    counts.coarser = coarser_total_;
  }

 private:
  std::vector<std::int64_t> values_;
  bool coarser_ = false;
  std::unordered_map<std::int64_t, std::uint64_t> counts_;
  std::uint64_t total_ = 0;
  std::uint64_t none_ = 0;
  std::uint64_t coarser_total_ = 0;
};

void add_days(Tally& tally, Bucket bucket, DayRange days) {
  for (auto number = bucket_number(bucket, days.first); number <= bucket_number(bucket, days.last);
       ++number) {
    tally.add(number);
  }
}

void add_date(Tally& tally, Bucket bucket, DayRange days, std::uint8_t precision) {
  const auto buckets = bucket_number(bucket, days.last) - bucket_number(bucket, days.first) + 1;
  if (static_cast<Precision>(precision) > coarsest(bucket) || buckets > kMaxBucketsOfADate) {
    tally.mark_coarser();
  } else {
    add_days(tally, bucket, days);
  }
}

void add_countries(Tally& tally, std::span<const std::uint16_t> codes) {
  for (const auto code : codes) tally.add(code);
}

// A pair in 32 bits, the smaller code above.
void add_pairs(Tally& tally, std::span<const std::uint16_t> sorted_codes) {
  for (std::size_t i = 0; i < sorted_codes.size(); ++i) {
    for (std::size_t j = i + 1; j < sorted_codes.size(); ++j) {
      tally.add((std::int64_t{sorted_codes[i]} << 16) | sorted_codes[j]);
    }
  }
}

void add_published(Tally& tally, Bucket bucket, DayRange period) {
  if (period.known()) add_date(tally, bucket, period, static_cast<std::uint8_t>(Precision::day));
}

FacetValue country_value(std::uint16_t packed) {
  const auto code = unpack_country(packed);
  return {code.str(), country_name(code).value_or(code.str())};
}

// Adds the values of one document. Authors are numbered over all segments by `authors`.
class ValueReader {
 public:
  ValueReader(Facet facet, Bucket bucket) : facet_(facet), bucket_(bucket) {}

  void add_event(const Segment& segment, std::uint32_t event, Tally& tally) {
    switch (facet_) {
      case Facet::country:
        return add_countries(tally, segment.event_countries[event]);
      case Facet::about:
        return add_countries(tally, segment.article_about[segment.article_of(event)]);
      case Facet::pair:
        return add_pairs(tally, segment.event_countries[event]);
      case Facet::date:
        return add_date(tally, bucket_, segment.days(event), segment.event(event).precision);
      case Facet::published:
        return add_published(tally, bucket_, segment.published(segment.article_of(event)));
      case Facet::author:
        return add_authors(segment, segment.article_of(event), tally);
      case Facet::origin:
        return tally.add(static_cast<std::int64_t>(segment.event(event).origin));
    }
  }

  void add_article(const Segment& segment, std::uint32_t article, Tally& tally) {
    switch (facet_) {
      case Facet::country:
        return add_countries(tally, segment.article_countries[article]);
      case Facet::about:
        return add_countries(tally, segment.article_about[article]);
      case Facet::pair:
        return add_pairs(tally, segment.article_about[article]);
      case Facet::date:
        for (const DateRow& row : segment.article_dates[article]) {
          add_date(tally, bucket_, row.days, row.precision);
        }
        return;
      case Facet::published:
        return add_published(tally, bucket_, segment.published(article));
      case Facet::author:
        return add_authors(segment, article, tally);
      case Facet::origin: {
        const auto [begin, end] = segment.events_of(article);
        for (auto event = begin; event < end; ++event) {
          tally.add(static_cast<std::int64_t>(segment.event(event).origin));
        }
        return;
      }
    }
  }

  [[nodiscard]] FacetValue value(std::int64_t number) const {
    switch (facet_) {
      case Facet::country:
      case Facet::about:
        return country_value(static_cast<std::uint16_t>(number));
      case Facet::pair: {
        const auto first = country_value(static_cast<std::uint16_t>(number >> 16));
        const auto second = country_value(static_cast<std::uint16_t>(number & 0xFFFF));
        return {first.value + "-" + second.value, first.label + "–" + second.label};
      }
      case Facet::author:
        return {author_names_[static_cast<std::size_t>(number)],
                author_names_[static_cast<std::size_t>(number)]};
      case Facet::origin: {
        const std::string name{event_origin_name(static_cast<EventOrigin>(number))};
        return {name, name};
      }
      default: {
        const auto name = numbered_bucket_name(bucket_, static_cast<std::int32_t>(number));
        return {name, name};
      }
    }
  }

 private:
  void add_authors(const Segment& segment, std::uint32_t article, Tally& tally) {
    for (const auto id : segment.article_authors[article]) {
      std::string name{segment.authors.text(id)};
      const auto [found, added] =
          author_numbers_.try_emplace(name, static_cast<std::int64_t>(author_names_.size()));
      if (added) author_names_.push_back(std::move(name));
      tally.add(found->second);
    }
  }

  Facet facet_;
  Bucket bucket_;
  std::unordered_map<std::string, std::int64_t> author_numbers_;
  std::vector<std::string> author_names_;
};

}  // namespace

FacetCounts count_facet(const Snapshot& snapshot, const std::vector<Bitmap>& matches,
                        DatabaseKind kind, Facet facet, Bucket bucket) {
  ValueReader reader(facet, bucket);
  Tally tally;
  for (std::size_t s = 0; s < matches.size(); ++s) {
    const Segment& segment = snapshot.segment(s);
    matches[s].for_each([&](std::size_t i) {
      const auto ordinal = static_cast<std::uint32_t>(i);
      if (kind == DatabaseKind::events) {
        reader.add_event(segment, ordinal, tally);
      } else {
        reader.add_article(segment, ordinal, tally);
      }
      tally.end_document();
    });
  }
  FacetCounts counts;
  counts.facet = facet;
  tally.report(counts);
  for (const auto& [number, count] : tally.counts()) {
    counts.values.push_back(reader.value(number));
    counts.values.back().count = count;
  }
  const bool by_time = facet == Facet::date || facet == Facet::published;
  std::sort(counts.values.begin(), counts.values.end(),
            [by_time](const FacetValue& a, const FacetValue& b) {
              if (!by_time && a.count != b.count) return a.count > b.count;
              return a.value < b.value;
            });
  return counts;
}

std::string bucket_name(Bucket bucket, std::int32_t day) {
  return numbered_bucket_name(bucket, bucket_number(bucket, day));
}

}  // namespace dateline
