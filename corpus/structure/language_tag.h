// Whether a string names a language.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/ascii.h"

namespace dateline {

/// Whether `tag` is well-formed after BCP 47: two to eight letters, then parts of one to eight
/// letters or digits, each behind a hyphen ("en", "pt-BR"). Whether such a language exists is not
/// asked. Source: RFC 5646 §2.1, without its grandfathered tags.
[[nodiscard]] constexpr bool is_language_tag(std::string_view tag) noexcept {
  std::size_t part_size = 0;
  bool first_part = true;
  for (const char c : tag) {
    if (c == '-') {
      if (part_size == 0 || (first_part && part_size < 2)) return false;
      first_part = false;
      part_size = 0;
      continue;
    }
    ++part_size;
    if (part_size > 8 || !(is_ascii_letter(c) || (is_ascii_digit(c) && !first_part))) return false;
  }
  return part_size >= (first_part ? 2U : 1U);
}

}  // namespace dateline
