// Through whom countries act in an event.
#pragma once

#include <cstdint>
#include <vector>

#include "index/segment.h"
#include "searcher/answer.h"

namespace dateline {

/// Of the countries that only act in an event, those that do so through a person, with each such
/// person once, in order of the text. Reads the event's mentions alone.
[[nodiscard]] std::vector<ActingPerson> acting_persons(const Segment& segment, std::uint32_t event);

}  // namespace dateline
