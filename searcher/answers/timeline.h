// Events in the order of their days.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/error.h"
#include "searcher/answer.h"
#include "searcher/matches.h"
#include "searcher/query/bucket.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

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

/// The events that match, by first day, then last day, then article and place in it; vague dates
/// stand where they begin. A cursor names the last entry of a page by its days, id and place, not
/// by a number: the page after it is right after re-indexing, too, and when that entry is gone.
/// @throws CursorError. @throws as Searcher::search().
[[nodiscard]] Timeline make_timeline(const Searcher& searcher, const TimelineRequest& request);

/// The entries of a timeline in order, from wherever they are. Functions are those of
/// TimelineReader.
class TimelineSource {
 public:
  TimelineSource() = default;
  TimelineSource(TimelineSource&&) = delete;
  virtual ~TimelineSource() = default;

  [[nodiscard]] virtual const TimelineRequest& request() const noexcept = 0;
  [[nodiscard]] virtual const Timeline& summary() const noexcept = 0;
  [[nodiscard]] virtual std::vector<TimelineEntry> next(std::size_t count) = 0;
};

/// The same, read entry by entry: however long the timeline is, the entries that are looked at need
/// memory alone, and some ten words for each of the others. For one thread.
class TimelineReader {
 public:
  /// `searcher` must outlive it. @throws as make_timeline().
  TimelineReader(const Searcher& searcher, TimelineRequest request);
  /// The same of events that have been matched already, which must outlive it; without a proposal
  /// of another query. `request.search` is what cursors belong to. @throws as make_timeline().
  TimelineReader(const Matches& matches, TimelineRequest request);
  /// Of another engine.
  explicit TimelineReader(std::unique_ptr<TimelineSource> source);
  ~TimelineReader();
  TimelineReader(TimelineReader&&) noexcept;
  TimelineReader& operator=(TimelineReader&&) noexcept;

  [[nodiscard]] const TimelineRequest& request() const noexcept { return source_->request(); }
  /// The timeline without its entries. Valid as long as this object.
  [[nodiscard]] const Timeline& summary() const noexcept { return source_->summary(); }
  /// The next entries, at most `count`; none at the end of the page that was asked for.
  /// @throws IndexError (missing) when the index is damaged.
  [[nodiscard]] std::vector<TimelineEntry> next(std::size_t count) { return source_->next(count); }

 private:
  std::unique_ptr<TimelineSource> source_;
};

/// All of a timeline at once: its summary, with the entries that its reader has not given yet.
[[nodiscard]] Timeline whole_timeline(TimelineReader& reader);

}  // namespace dateline
