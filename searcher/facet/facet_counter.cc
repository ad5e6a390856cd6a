#include "searcher/facet/facet_counter.h"

#include <algorithm>
#include <array>
#include <bit>

#include "index/schema.h"
#include "language/countries/region.h"
#include "searcher/facet/facet_report.h"
#include "searcher/facet/facet_values.h"
#include "searcher/facet/predecessors.h"
#include "searcher/facet/value_counts.h"
#include "searcher/query/request.h"

// Each value of a facet has a small number while it is counted (facet_values.h), so that to count
// is to add one in an array: a hash map takes a third longer. Values get their names and labels
// only when the count is over, and only those that are reported. What events have from their
// article is looked up once for each article, since its events are neighbours in the index. Most
// columns hold a value once for each document and are counted as they are read; where a document
// may repeat one (dates in one bucket, names that two segments number differently), its values are
// gathered first.

namespace dateline {
namespace {

// Calls `visit(article, n)` for the article of each of `events`, n of them.
template <typename Visit>
void for_each_article(const Segment& segment, const Bitmap& events, Visit visit) {
  std::uint32_t article = 0;
  std::uint32_t number = 0;
  events.for_each([&](std::size_t i) {
    const auto next = segment.article_of(static_cast<std::uint32_t>(i));
    if (next != article) {
      if (number > 0) visit(article, number);
      article = next;
      number = 0;
    }
    ++number;
  });
  if (number > 0) visit(article, number);
}

class Counter;

// How one facet is counted. Its name and its title stand in query/facet.h.
struct CountRow {
  Facet facet;
  void (Counter::*count)(const Segment& segment, const Bitmap& matches, bool events);
};

// Counts one facet over the segments. The functions named count_… take one segment's matches; each
// document ends in one call of `end`.
class Counter {
 public:
  Counter(const CountRow& row, const FacetSpec& spec)
      : row_(row),
        bucket_(spec.bucket),
        leaves_out_predecessors_(!spec.with_predecessors),
        numbers_(value_type(row.facet), spec.bucket),
        coarsest_(coarsest_precision(spec.bucket)) {}

  void count(const Segment& segment, const Bitmap& matches, DocumentKind kind) {
    (this->*row_.count)(segment, matches, kind == DocumentKind::event);
  }

  void count_countries(const Segment& segment, const Bitmap& matches, bool events) {
    count_own(matches, events ? segment.event_countries : segment.article_countries);
  }
  void count_regions(const Segment& segment, const Bitmap& matches, bool events) {
    count_lists(matches, events ? segment.event_countries : segment.article_countries,
                &Counter::add_regions);
  }
  void count_organizations(const Segment& segment, const Bitmap& matches, bool events) {
    numbers_.names.begin_segment(segment.organizations);
    count_lists(matches, events ? segment.event_organizations : segment.article_organizations,
                &Counter::add_names<std::uint16_t>);
  }
  void count_persons(const Segment& segment, const Bitmap& matches, bool events) {
    numbers_.names.begin_segment(segment.persons);
    count_lists(matches, events ? segment.event_persons : segment.article_persons,
                &Counter::add_names<std::uint32_t>);
  }
  void count_about(const Segment& segment, const Bitmap& matches, bool events) {
    count_inherited(segment, matches, events, [&](std::uint32_t article) {
      return add_values(segment.article_about[article]);
    });
  }
  void count_pairs(const Segment& segment, const Bitmap& matches, bool events) {
    count_lists(matches, events ? segment.event_countries : segment.article_about,
                &Counter::add_pairs);
  }
  void count_dates(const Segment& segment, const Bitmap& matches, bool events) {
    return events ? dates_of_events(segment, matches) : dates_of_articles(segment, matches);
  }
  void count_published(const Segment& segment, const Bitmap& matches, bool events) {
    count_inherited(segment, matches, events, [&](std::uint32_t article) {
      return add_date(segment.published(article), Precision::day);
    });
  }
  void count_authors(const Segment& segment, const Bitmap& matches, bool events) {
    numbers_.names.begin_segment(segment.authors);
    count_inherited(segment, matches, events, [&](std::uint32_t article) {
      return add_names(segment.article_authors[article]);
    });
  }
  void count_sources(const Segment& segment, const Bitmap& matches, bool events) {
    numbers_.names.begin_segment(segment.sources);
    if (events)
      return count_lists(matches, segment.event_sources, &Counter::add_names<std::uint32_t>);
    matches.for_each([&](std::size_t i) {
      const auto own = segment.events_of(static_cast<std::uint32_t>(i));
      for (auto event = own.begin; event < own.end; ++event) {
        for (const auto id : segment.event_sources[event]) once(numbers_.names.number(id));
      }
      const bool any = !once_.empty();
      weight_ = 1;
      add_once();
      end(any);
    });
  }
  void count_origins(const Segment& segment, const Bitmap& matches, bool events) {
    return events ? origins_of_events(segment, matches) : origins_of_articles(segment, matches);
  }

  [[nodiscard]] FacetCounts report(const FacetSpec& spec) const {
    return report_facet(spec, numbers_, counts_, {total_, none_, coarser_});
  }

 private:
  void end(bool has_value, std::uint32_t documents = 1) {
    total_ += documents;
    if (!has_value) none_ += documents;
  }

  // Counts countries: a packed code is turned into its number without a look-up.
  void count_own(const Bitmap& matches, const ListColumn<std::uint16_t>& lists) {
    matches.for_each([&](std::size_t i) {
      const auto values = lists[static_cast<std::uint32_t>(i)];
      for (const auto value : values) counts_.add(country_number(value));
      end(!values.empty());
    });
  }

  template <typename T>
  void count_lists(const Bitmap& matches, const ListColumn<T>& lists,
                   bool (Counter::*add)(std::span<const T>)) {
    weight_ = 1;
    matches.for_each(
        [&](std::size_t i) { end((this->*add)(lists[static_cast<std::uint32_t>(i)])); });
  }

  // What events have from their articles is looked up once an article.
  template <typename Add>
  void count_inherited(const Segment& segment, const Bitmap& matches, bool events, Add add) {
    const auto visit = [&](std::uint32_t article, std::uint32_t documents) {
      weight_ = documents;
      end(add(article), documents);
    };
    if (events) return for_each_article(segment, matches, visit);
    matches.for_each([&](std::size_t i) { visit(static_cast<std::uint32_t>(i), 1); });
  }

  void dates_of_events(const Segment& segment, const Bitmap& events) {
    weight_ = 1;
    events.for_each([&](std::size_t i) {
      const auto event = static_cast<std::uint32_t>(i);
      end(add_date(segment.days(event), segment.precision(event)));
    });
  }

  void dates_of_articles(const Segment& segment, const Bitmap& articles) {
    articles.for_each([&](std::size_t i) {
      const auto dates = segment.dates(static_cast<std::uint32_t>(i));
      bool coarser = false;
      for (const DateRow& row : dates) {
        const auto precision = static_cast<Precision>(row.precision);
        if (is_in_last_bucket(row.days, precision)) {
          if (once_.empty() || once_.back() != last_bucket_) once(last_bucket_);
        } else if (const auto range = buckets_of(bucket_, row.days, precision)) {
          for (auto n = range->first; n <= range->last; ++n) once(n);
          keep_last_bucket(range->last);
        } else {
          coarser = true;
        }
      }
      if (coarser) ++coarser_;
      add_once();
      end(!dates.empty());
    });
  }

  void origins_of_events(const Segment& segment, const Bitmap& events) {
    events.for_each([&](std::size_t i) {
      counts_.add(static_cast<std::uint32_t>(segment.origin(static_cast<std::uint32_t>(i))));
      end(true);
    });
  }

  void origins_of_articles(const Segment& segment, const Bitmap& articles) {
    articles.for_each([&](std::size_t i) {
      const auto events = segment.events_of(static_cast<std::uint32_t>(i));
      for (auto event = events.begin; event < events.end; ++event)
        once(static_cast<std::uint32_t>(segment.origin(event)));
      add_once();
      end(events.begin < events.end);
    });
  }

  bool add_values(std::span<const std::uint16_t> values) {
    for (const auto value : values) counts_.add(country_number(value), weight_);
    return !values.empty();
  }

  template <typename T>
  bool add_names(std::span<const T> ids) {
    for (const auto id : ids) once(numbers_.names.number(id));
    add_once();
    return !ids.empty();
  }

  bool add_regions(std::span<const std::uint16_t> codes) {
    std::uint64_t regions = 0;
    for (const auto code : codes) regions |= regions_of(unpack_country(code));
    for (auto rest = regions; rest != 0; rest &= rest - 1)
      counts_.add(static_cast<std::uint32_t>(std::countr_zero(rest)));
    return regions != 0;
  }

  bool add_pairs(std::span<const std::uint16_t> codes) {
    if (codes.size() < 2) return false;
    if (leaves_out_predecessors_ && has_predecessor(codes)) return add_pairs_of_two(codes);
    ranks_.clear();
    for (const auto code : codes) ranks_.push_back(numbers_.pairs.rank(code));
    for (std::size_t i = 0; i < ranks_.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) counts_.add(PairNumbers::number(ranks_[i], ranks_[j]));
    }
    return true;
  }

  // The same without pairs of a state and its own predecessor.
  bool add_pairs_of_two(std::span<const std::uint16_t> codes) {
    bool has_pair = false;
    for (std::size_t i = 0; i < codes.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (are_one_state(unpack_country(codes[i]), unpack_country(codes[j]))) continue;
        counts_.add(
            PairNumbers::number(numbers_.pairs.rank(codes[i]), numbers_.pairs.rank(codes[j])));
        has_pair = true;
      }
    }
    return has_pair;
  }

  // Neighbours are often of one bucket.
  [[nodiscard]] bool is_in_last_bucket(DayRange days, Precision precision) const noexcept {
    return precision <= coarsest_ && last_days_.first <= days.first && days.last <= last_days_.last;
  }
  void keep_last_bucket(std::uint32_t bucket) {
    last_bucket_ = bucket;
    last_days_ = bucket_days(bucket_, bucket);
  }

  bool add_date(DayRange days, Precision precision) {
    if (!days.known()) return false;
    if (is_in_last_bucket(days, precision)) {
      counts_.add(last_bucket_, weight_);
    } else if (const auto range = buckets_of(bucket_, days, precision)) {
      for (auto n = range->first; n <= range->last; ++n) counts_.add(n, weight_);
      keep_last_bucket(range->last);
    } else {
      coarser_ += weight_;
    }
    return true;
  }

  // Values that may repeat within a document are gathered first.
  void once(std::uint32_t value) { once_.push_back(value); }
  void add_once() {
    std::sort(once_.begin(), once_.end());
    once_.erase(std::unique(once_.begin(), once_.end()), once_.end());
    for (const auto value : once_) counts_.add(value, weight_);
    once_.clear();
  }

  const CountRow& row_;
  Bucket bucket_;
  bool leaves_out_predecessors_;
  FacetNumbers numbers_;
  ValueCounts counts_;
  std::uint32_t weight_ = 1;  // how many documents the values being added belong to
  Precision coarsest_;
  DayRange last_days_;  // of the bucket that was counted last; at first none
  std::uint32_t last_bucket_ = 0;
  std::vector<std::uint32_t> ranks_;
  std::vector<std::uint32_t> once_;
  std::uint64_t total_ = 0;
  std::uint64_t none_ = 0;
  std::uint64_t coarser_ = 0;
};

constexpr std::array kCountRows{
    CountRow{Facet::country, &Counter::count_countries},
    CountRow{Facet::region, &Counter::count_regions},
    CountRow{Facet::organization, &Counter::count_organizations},
    CountRow{Facet::person, &Counter::count_persons},
    CountRow{Facet::about, &Counter::count_about},
    CountRow{Facet::pair, &Counter::count_pairs},
    CountRow{Facet::date, &Counter::count_dates},
    CountRow{Facet::published, &Counter::count_published},
    CountRow{Facet::author, &Counter::count_authors},
    CountRow{Facet::source, &Counter::count_sources},
    CountRow{Facet::origin, &Counter::count_origins},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kCountRows.size(); ++i) {
    if (static_cast<std::size_t>(kCountRows[i].facet) != i) return false;
  }
  return kCountRows.size() == kFacetRows.size();
}
static_assert(rows_are_in_order(), "a row for each facet, in the order of the enumeration");

}  // namespace

FacetCounts count_facet(const Snapshot& snapshot, const std::vector<Bitmap>& matches,
                        DocumentKind kind, const FacetSpec& spec) {
  Counter counter(kCountRows[static_cast<std::size_t>(spec.facet)], spec);
  for (std::size_t s = 0; s < matches.size(); ++s)
    counter.count(snapshot.segment(s), matches[s], kind);
  return counter.report(spec);
}

}  // namespace dateline
