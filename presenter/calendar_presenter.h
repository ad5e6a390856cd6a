// Presents a timeline as a calendar (iCalendar).
#pragma once

#include <string>

#include "presenter/timeline_presenter.h"

namespace dateline {

/// The entries as events of whole days, one VEVENT each, with CRLF line ends. Empty when there are
/// no entries, since a calendar without components is none.
///
/// The same index and request always give the same bytes: DTSTAMP is the last day of the article's
/// publication, or the event's own when that is unknown, never the time of the export; UID is made
/// of the event's id, and so stays when the index is made again. Source: RFC 5545.
[[nodiscard]] std::string to_calendar(const TimelineAnswer& answer);

}  // namespace dateline
