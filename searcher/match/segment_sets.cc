#include "searcher/match/segment_sets.h"

#include <algorithm>

namespace dateline {

Bitmap SegmentSets::postings(const std::string& term, DocumentKind kind) {
  Bitmap result(segment_.count(kind));
  add_postings(term, kind, result);
  return result;
}

void SegmentSets::add_postings(const std::string& term, DocumentKind kind, Bitmap& into) {
  for (const auto document : lists_.get(term, kind).documents) into.set(document);
}

Bitmap SegmentSets::events_of(const Bitmap& articles) const {
  Bitmap result(segment_.event_count());
  articles.for_each([&](std::size_t article) {
    const auto [begin, end] = segment_.events_of(static_cast<std::uint32_t>(article));
    result.set_range(begin, end);
  });
  return result;
}

const std::vector<DayRange>& SegmentSets::days_of_blocks() {
  const auto all = segment_.event_days();
  if (!days_of_blocks_.empty() || all.empty()) return days_of_blocks_;
  days_of_blocks_.reserve(all.size() / kEventsOfABlock + 1);
  for (std::size_t begin = 0; begin < all.size(); begin += kEventsOfABlock) {
    DayRange days = all[begin];
    const auto end = std::min(all.size(), begin + kEventsOfABlock);
    for (std::size_t event = begin; event < end; ++event) {
      days.first = std::min(days.first, all[event].first);
      days.last = std::max(days.last, all[event].last);
    }
    days_of_blocks_.push_back(days);
  }
  return days_of_blocks_;
}

}  // namespace dateline
