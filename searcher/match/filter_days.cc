#include "searcher/match/filter_days.h"

#include <algorithm>

#include "index/date_terms.h"
#include "index/schema.h"

namespace dateline {
namespace {

// Whether a date is one that is asked for.
class DateTest {
 public:
  explicit DateTest(const AskedDays& asked)
      : asked_(to_day_range(asked.interval)), mode_(asked.mode), coarsest_(asked.coarsest) {}

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

// Neighbouring events mostly speak of neighbouring days, so most blocks are passed over whole.
Bitmap dates_of_events(SegmentSets& sets, const AskedDays& asked) {
  constexpr auto kBlock = SegmentSets::kEventsOfABlock;
  const DateTest test(asked);
  const Segment& segment = sets.segment();
  const auto all = segment.event_days();
  const auto& blocks = sets.days_of_blocks();
  const auto wanted = to_day_range(asked.interval);
  Bitmap result(all.size());
  for (std::size_t block = 0; block < blocks.size(); ++block) {
    if (!blocks[block].overlaps(wanted))
      continue;  // a date within the days, or around them, overlaps them
    const auto end = std::min(all.size(), (block + 1) * kBlock);
    for (std::size_t event = block * kBlock; event < end; ++event) {
      if (test.days(all[event])) result.set(event);
    }
  }
  if (asked.coarsest == Precision::century) return result;
  result.keep_if([&](std::size_t event) {
    return test.precision(segment.precision(static_cast<std::uint32_t>(event)));
  });
  return result;
}

// A date that lies within the interval, or around it, also overlaps it. So terms find the dates
// that overlap it, and the columns decide among these.
Bitmap dates_of_articles(SegmentSets& sets, const AskedDays& asked) {
  const Segment& segment = sets.segment();
  Bitmap result(segment.article_count());
  for (const auto& range : date_term_ranges(to_day_range(asked.interval))) {
    const auto prefix = std::string_view{range.first}.substr(0, kDatePrefix.size() + 1);
    for (const auto& term : sets.lists().article_terms(prefix, range.first, range.last))
      sets.add_postings(term, DocumentKind::article, result);
  }
  const DateTest test(asked);
  result.keep_if([&](std::size_t article) {
    const auto dates = segment.dates(static_cast<std::uint32_t>(article));
    return std::any_of(dates.begin(), dates.end(), [&](const DateRow& row) {
      return test.days(row.days) && test.precision(static_cast<Precision>(row.precision));
    });
  });
  return result;
}

// Documents for which `has_days` is false, by their ordinals.
template <typename HasDays>
Bitmap without_days(SegmentSets& sets, DocumentKind kind, HasDays has_days) {
  Bitmap result = sets.none(kind);
  for (std::uint32_t i = 0; i < sets.segment().count(kind); ++i) {
    if (!has_days(i)) result.set(i);
  }
  return result;
}

}  // namespace

Bitmap match_dates(SegmentSets& sets, const AskedDays& asked, DocumentKind kind) {
  if (asked.none) {
    const Segment& segment = sets.segment();
    return without_days(sets, kind, [&](std::uint32_t i) {
      return kind == DocumentKind::event ? segment.days(i).known() : !segment.dates(i).empty();
    });
  }
  return kind == DocumentKind::article ? dates_of_articles(sets, asked)
                                       : dates_of_events(sets, asked);
}

Bitmap match_published(SegmentSets& sets, const AskedDays& asked, DocumentKind kind) {
  const Segment& segment = sets.segment();
  if (asked.none) {
    return sets.inherited(
        without_days(sets, DocumentKind::article,
                     [&](std::uint32_t i) { return segment.published(i).known(); }),
        kind);
  }
  const auto days = to_day_range(asked.interval);
  Bitmap result(segment.article_count());
  for (std::uint32_t article = 0; article < segment.article_count(); ++article) {
    const auto period = segment.published(article);
    if (period.known() && period.overlaps(days)) result.set(article);
  }
  return sets.inherited(std::move(result), kind);
}

}  // namespace dateline
