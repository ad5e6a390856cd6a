// Presents a timeline as a chronology in Markdown.
#pragma once

#include <string>

#include "presenter/timeline_presenter.h"

namespace dateline {

/// Ready to paste: a heading for each period that has entries, and under it each entry as a
/// paragraph, "**Feb. 19-22, 2001:** sentence (title, published)". A date with a colon that an
/// entry begins with is not repeated. What Markdown would read as a mark is escaped. Source:
/// CommonMark 0.30.
[[nodiscard]] std::string to_markdown(const TimelineAnswer& answer);

}  // namespace dateline
