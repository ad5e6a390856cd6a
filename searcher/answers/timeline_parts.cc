#include "searcher/answers/timeline_parts.h"

#include <string>
#include <utility>
#include <vector>

#include "searcher/query/query_writer.h"

namespace dateline {

std::uint64_t timeline_hash(const TimelineRequest& request) {
  std::string text = request.reverse ? "reverse" : "forward";
  text += request.fold ? " folded" : "";
  text += request.search.any_word ? " any" : "";
  if (request.search.query) text += "\n" + to_string(*request.search.query);
  for (const auto& selection : request.search.selections)
    text += "\n" + to_string(selection.condition);
  return short_hash(text);
}

TimelineCursor read_timeline_cursor(const TimelineRequest& request, std::uint64_t index) {
  auto cursor = parse_cursor(request.cursor);
  if (!cursor) {
    throw CursorError(
        "--cursor: this is no cursor, or not all of one; take it whole from the page before");
  }
  if (cursor->index != index) {
    throw CursorError("--cursor: it belongs to another index; begin without it");
  }
  if (cursor->request != timeline_hash(request)) {
    throw CursorError(
        "--cursor: it belongs to another question; give the same query and filters, and the same "
        "--fold and --reverse, as for the page before");
  }
  return std::move(*cursor);
}

void add_timeline_buckets(Bucket by, const ValueCounts& counts, const ValueCounts& archive,
                          Timeline& timeline) {
  std::vector<std::uint32_t> numbers;
  counts.for_each([&](std::uint32_t number, std::uint32_t) { numbers.push_back(number); });
  if (numbers.empty()) return;
  const auto first = numbers.front();
  if (const auto span = numbers.back() - first; span < kMaxEmptyBuckets) {
    numbers.resize(span + 1);
    for (std::uint32_t i = 0; i <= span; ++i) numbers[i] = first + i;
  }
  for (const auto number : numbers)
    timeline.buckets.push_back({number, bucket_name(by, number), counts[number], archive[number]});
}

}  // namespace dateline
