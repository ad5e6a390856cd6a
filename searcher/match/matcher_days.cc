// The conditions of Matcher on days.
#include <algorithm>

#include "index/date_terms.h"
#include "index/schema.h"
#include "searcher/match/matcher.h"

namespace dateline {
namespace {

constexpr std::size_t kBlock = 64;

// Whether a date is one that is asked for.
class DateTest {
 public:
  explicit DateTest(const Condition& condition)
      : asked_(to_day_range(condition.interval)),
        mode_(condition.mode),
        coarsest_(condition.coarsest) {}

  [[nodiscard]] bool days(DayRange days) const noexcept {
    switch (mode_) {
      case DateMode::within:
        return asked_.first <= days.first && days.last <= asked_.last;
      case DateMode::contains:
        return days.first <= asked_.first && asked_.last <= days.last;
      case DateMode::overlaps:
        break;
    }
    return days.overlaps(asked_);
  }
  [[nodiscard]] bool precision(Precision precision) const noexcept {
    return precision <= coarsest_;
  }

 private:
  DayRange asked_;
  DateMode mode_;
  Precision coarsest_;
};

}  // namespace

// Neighbours speak of neighbouring days, mostly: most blocks are passed over whole.
const std::vector<DayRange>& Matcher::days_of_blocks() {
  const auto all = segment_.event_days();
  if (!days_of_blocks_.empty() || all.empty()) return days_of_blocks_;
  days_of_blocks_.reserve(all.size() / kBlock + 1);
  for (std::size_t begin = 0; begin < all.size(); begin += kBlock) {
    DayRange days = all[begin];
    for (std::size_t event = begin; event < std::min(all.size(), begin + kBlock); ++event) {
      days.first = std::min(days.first, all[event].first);
      days.last = std::max(days.last, all[event].last);
    }
    days_of_blocks_.push_back(days);
  }
  return days_of_blocks_;
}

Bitmap Matcher::dates(const Condition& condition, DocumentKind kind) {
  if (kind == DocumentKind::article) return dates_of_articles(condition);
  const DateTest test(condition);
  const auto all = segment_.event_days();
  const auto& blocks = days_of_blocks();
  const auto asked = to_day_range(condition.interval);
  Bitmap result(all.size());
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    if (!blocks[block].overlaps(asked)) continue;  // whatever lies in days, or holds them, overlaps
    const auto end = std::min(all.size(), (block + 1) * kBlock);
    for (std::size_t event = block * kBlock; event < end; ++event) {
      if (test.days(all[event])) result.set(event);
    }
  }
  if (condition.coarsest == Precision::century) return result;
  result.keep_if([&](std::size_t event) {
    return test.precision(segment_.precision(static_cast<std::uint32_t>(event)));
  });
  return result;
}

// Whatever lies in an interval, or holds it, overlaps it: the terms find those, the columns decide.
Bitmap Matcher::dates_of_articles(const Condition& condition) {
  Bitmap result(segment_.article_count());
  for (const auto& range : date_term_ranges(to_day_range(condition.interval))) {
    const auto prefix = std::string_view{range.first}.substr(0, kDatePrefix.size() + 1);
    for (const auto& term : lists_.article_terms(prefix, range.first, range.last))
      add_postings(term, DocumentKind::article, result);
  }
  const DateTest test(condition);
  result.keep_if([&](std::size_t article) {
    const auto dates = segment_.article_dates[static_cast<std::uint32_t>(article)];
    return std::any_of(dates.begin(), dates.end(), [&](const DateRow& row) {
      return test.days(row.days) && test.precision(static_cast<Precision>(row.precision));
    });
  });
  return result;
}

Bitmap Matcher::published(DayRange days, DocumentKind kind) {
  Bitmap result(segment_.article_count());
  for (std::uint32_t article = 0; article < segment_.article_count(); ++article) {
    const auto period = segment_.published(article);
    if (period.known() && period.overlaps(days)) result.set(article);
  }
  return kind == DocumentKind::article ? result : events_of(result);
}

}  // namespace dateline
