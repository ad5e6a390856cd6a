// Tells versions of an article's documents apart without making them.
#pragma once

#include <cstdint>
#include <string>

#include "index/segment.h"

namespace dateline {

/// 16 hex digits that change with whatever an article's documents and those of its events are made
/// of: its content, how it is cut into blocks and pages, its description, and the rules and names
/// that found what is in it. Costs a microsecond; reads no text.
/// @throws IndexError (missing) when the article is damaged.
[[nodiscard]] std::string article_fingerprint(const Segment& segment, std::uint32_t article);

}  // namespace dateline
