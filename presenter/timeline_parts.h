// The parts of a timeline: what stands before the entries, an entry, what stands behind them. Joined
// they are what the functions of timeline_presenter.h, calendar_presenter.h and markdown_presenter.h
// give.
#pragma once

#include <string>

#include "searcher/answers/timeline.h"

namespace dateline {

/// JSON: the object up to the bracket that opens the list of entries.
[[nodiscard]] std::string json_before_entries(const TimelineRequest& request,
                                              const Timeline& summary);
/// A member of that list, with the comma that parts it from the one before.
[[nodiscard]] std::string json_of_entry(const TimelineEntry& entry, bool is_first);
/// The rest, from the bracket that closes the list.
[[nodiscard]] std::string json_after_entries(const Timeline& summary, bool has_entries);

/// JSON Lines and CSV: the event, and behind it those that are folded into it.
[[nodiscard]] std::string json_lines_of(const TimelineEntry& entry);
[[nodiscard]] std::string csv_of(const TimelineEntry& entry);

/// iCalendar: the lines before the first event, an event, the line behind the last.
[[nodiscard]] std::string calendar_begin();
[[nodiscard]] std::string calendar_event(const TimelineEntry& entry);
[[nodiscard]] std::string calendar_end();

/// Markdown: a heading where the entry's differs from `heading`, which is set, and the entry.
/// @param is_first nothing stands before it.
[[nodiscard]] std::string markdown_of(const TimelineRequest& request, const TimelineEntry& entry,
                                      std::string& heading, bool is_first);

}  // namespace dateline
