// Shows a timeline: as text for people, as JSON for programs.
#pragma once

#include <string>

#include "presenter/text_style.h"
#include "searcher/answers/timeline.h"

namespace dateline {

/// For reading: entries under headings, each heading with the share of its period's events.
/// @param graphics with bars, and the course of the shares as a line of blocks: for a terminal.
[[nodiscard]] std::string to_text(const TimelineRequest& request, const Timeline& timeline,
                                  const TextStyle& style, bool graphics);
/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const TimelineRequest& request, const Timeline& timeline);

}  // namespace dateline
