// Events in the order of their days.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "searcher/answers/timeline_parts.h"
#include "searcher/matches.h"
#include "searcher/searcher.h"

namespace dateline {

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
