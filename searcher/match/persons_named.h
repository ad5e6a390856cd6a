// Which of a segment's persons a name means.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "index/segment.h"

namespace dateline {

/// The numbers of a segment's persons, ascending, of whom one of `names` can be a form
/// (persons::can_be_same). Linear in the segment's persons.
[[nodiscard]] std::vector<std::uint32_t> persons_named(const Segment& segment,
                                                       const std::vector<std::string>& names);

}  // namespace dateline
