// Through whom countries act in an event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "index/checked_rows.h"
#include "index/rows.h"
#include "index/segment.h"
#include "searcher/answer.h"

namespace dateline {

/// The first of an article's mentions that begins at `offset` or behind it. Logarithmic.
[[nodiscard]] std::size_t first_mention_at(const CheckedRows<MentionRow>& mentions,
                                           std::uint32_t offset);

/// Of the countries that only act in an event, those that do so through a person, with each such
/// person once, in order of the text. Reads the event's mentions alone.
[[nodiscard]] std::vector<ActingPerson> acting_persons(const Segment& segment, std::uint32_t event);

}  // namespace dateline
