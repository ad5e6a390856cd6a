// What the country finder has found in a text so far.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/countries/lexicon.h"

namespace dateline {

/// A surface found in a text, before context decides whether it is a mention.
struct Candidate {
  std::uint32_t first_word;
  std::uint32_t last_word;  ///< included
  std::uint32_t sentence;
  const LexiconEntry* entry;
  std::string_view codes;  ///< run together, as in LexiconEntry; rules may change it
  NameKind kind;
  bool dropped = false;
  bool person = false;         ///< dropped as a person's surname
  std::string_view rule = {};  ///< overrides the kind's rule name when a context rule has decided
  bool own = false;            ///< a user's own surface: no suppression touches it

  /// Whether it is, as things stand, a mention.
  [[nodiscard]] bool counts() const noexcept { return !dropped && !codes.empty(); }
};

}  // namespace dateline
