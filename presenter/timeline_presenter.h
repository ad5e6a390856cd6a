// Presents a timeline.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/answers/timeline.h"

namespace dateline {

/// What was asked, and what was found. Both must outlive it.
struct TimelineAnswer {
  const TimelineRequest& request;
  const Timeline& timeline;
};

/// Entries under headings, each heading with the share of its period's events; on a terminal with
/// bars, and with the course of the shares as a line of blocks.
[[nodiscard]] std::string to_text(const TimelineAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const TimelineAnswer& answer);
/// A JSON object a line, one an event; those of a folded entry behind the one that stands for them.
[[nodiscard]] std::string to_json_lines(const TimelineAnswer& answer);
/// A header, and a record an event, in the same order.
[[nodiscard]] std::string to_csv(const TimelineAnswer& answer);

template <>
std::span<const Writer<TimelineAnswer>> writers_of() noexcept;

}  // namespace dateline
