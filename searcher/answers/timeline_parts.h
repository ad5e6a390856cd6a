// What timelines of all engines have in common.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/error.h"
#include "searcher/answer.h"
#include "searcher/answers/cursor.h"
#include "searcher/facet/value_counts.h"
#include "searcher/query/bucket.h"
#include "searcher/query/request.h"

namespace dateline {

/// What a timeline is to show.
struct TimelineRequest {
  SearchRequest search;  ///< kind must be event; its limit, offset, sort and facets do not matter
  Bucket by = Bucket::month;
  bool reverse = false;     ///< the latest first
  std::uint32_t limit = 0;  ///< entries wanted; 0: all
  std::string cursor;       ///< where the page before ended; empty: from the start
  bool fold = false;        ///< the same happening told several times is one entry (fold.h)
};

/// One entry: an event, and under it those that tell the same.
struct TimelineEntry {
  Hit hit;
  std::string heading;  ///< the name of the bucket of its first day
  std::vector<Hit> same;
  bool dates_differ = false;  ///< they do not agree on the days
};

/// A period of the timeline.
struct TimelineBucket {
  std::uint32_t number = 0;  ///< bucket_number()
  std::string name;
  std::uint64_t count = 0;  ///< events of the answer that touch it, as the facet `date` counts them
  std::uint64_t archive = 0;  ///< events of the whole index that touch it
};

/// More buckets than this from the first to the last, and those without any event are left out.
inline constexpr std::uint32_t kMaxEmptyBuckets = 1200;

struct Timeline {
  std::uint64_t total = 0;      ///< events that match, on all pages
  std::uint64_t different = 0;  ///< entries on all pages: fewer than events when these are folded
  std::vector<TimelineEntry> entries;
  std::vector<TimelineBucket>
      buckets;                ///< of all pages, in the order of time, from the first to the
                              ///< last that has any, empty ones among them
  std::uint64_t coarser = 0;  ///< events with a date coarser than a bucket: in none of them
  std::uint64_t left = 0;     ///< entries on the pages that follow
  std::string next;           ///< cursor of the page that follows; empty at the end
  std::vector<std::string> notices;
};

/// A cursor that cannot be used: garbage, of another index, of another request.
class CursorError : public Error {
 public:
  using Error::Error;
};

/// A hash of what the pages of one timeline have in common: the parts of the request that decide
/// which entries there are, and in which order.
[[nodiscard]] std::uint64_t timeline_hash(const TimelineRequest& request);

/// The cursor of a request, which has one. @param index short_hash() of the index's id
/// @throws CursorError.
[[nodiscard]] TimelineCursor read_timeline_cursor(const TimelineRequest& request,
                                                  std::uint64_t index);

/// Adds the buckets from the first to the last that has an event of the answer. @param counts events
/// of the answer, by bucket_number() @param archive all events, likewise
void add_timeline_buckets(Bucket by, const ValueCounts& counts, const ValueCounts& archive,
                          Timeline& timeline);

}  // namespace dateline
