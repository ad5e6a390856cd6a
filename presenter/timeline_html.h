// Presents a timeline as a page that needs nothing beside itself.
#pragma once

#include <string>

#include "presenter/timeline_presenter.h"

namespace dateline {

/// One file of HTML 5 to put on a website or to send: what was asked as its title, the course of
/// time as bars, a section for each heading, and in it the entries, matching words marked. Its style
/// is in it, for the screen, light or dark, and for paper; it has no script, and its own policy
/// forbids any, and everything from elsewhere. An entry's id is its anchor, percent signs standing
/// for blanks.
[[nodiscard]] std::string to_html(const TimelineAnswer& answer);

}  // namespace dateline
