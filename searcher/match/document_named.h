// What an id means that a user has typed.
#pragma once

#include <optional>
#include <string_view>

#include "index/snapshot.h"

namespace dateline {

/// The article or event in force of this id, or else the event whose id alone begins so: the
/// article's id, `#` and kFewestDigits hex digits or more. Linear in the article's events.
inline constexpr std::size_t kFewestDigits = 2;
[[nodiscard]] std::optional<DocumentRef> document_named(const Snapshot& snapshot,
                                                        std::string_view id);

}  // namespace dateline
