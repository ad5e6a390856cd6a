// The parts of a timeline: what stands before the entries, an entry, what stands behind them. Joined
// they are what the functions of timeline_presenter.h, calendar_presenter.h, markdown_presenter.h and
// timeline_html.h give.
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

/// HTML: the page down to its first entry, an entry, below a heading where that differs from
/// `heading`, which is set, and the end of the page.
[[nodiscard]] std::string html_before_entries(const TimelineRequest& request,
                                              const Timeline& summary);
[[nodiscard]] std::string html_of_entry(const TimelineRequest& request, const Timeline& summary,
                                        const TimelineEntry& entry, std::string& heading);
[[nodiscard]] std::string html_after_entries(const Timeline& summary, bool has_entries);

}  // namespace dateline
