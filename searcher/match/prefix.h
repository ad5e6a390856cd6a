// The words that begin with a prefix.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "searcher/match/condition.h"

namespace dateline {

/// The terms of the words of a segment that begin with `prefix` (folded), by number, sorted, each
/// once. As a term stands for all forms of a word, a prefix finds these forms too: "treaties*"
/// finds treaty.
[[nodiscard]] std::vector<std::uint32_t> expand_prefix(const Segment& segment,
                                                       std::string_view prefix);

/// A prefix of more terms than this carries no weight: it would say little, and ranking by it costs
/// much.
inline constexpr std::size_t kMaxWeighedExpansions = 1024;
/// What to say of a prefix that carries no weight. @param words how many terms it stands for
[[nodiscard]] std::string unranked_prefix_notice(const TextCondition& text, std::size_t words);

}  // namespace dateline
