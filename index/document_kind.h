// What an index holds: whole articles, and single events.
#pragma once

#include <cstdint>

namespace dateline {

/// A kind of document: what is searched for, counted and shown.
enum class DocumentKind : std::uint8_t { article, event };

}  // namespace dateline
