// Words by which a text means both of two states without naming them.
#pragma once

#include <optional>
#include <string_view>

#include "language/span.h"

namespace dateline {

/// The first words that mean both states: "the two leaders", "both sides", "the two countries",
/// their governments, foreign ministers or ministries. Linear; never throws.
[[nodiscard]] std::optional<Span> words_of_two_sides(std::string_view text);
/// Whether it has such words.
[[nodiscard]] inline bool has_words_of_two_sides(std::string_view text) {
  return words_of_two_sides(text).has_value();
}

}  // namespace dateline
