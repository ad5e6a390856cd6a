// Numerals of monarchs and popes.
#pragma once

#include "language/persons/person_name.h"

namespace dateline::persons {

/// Whether a name ends in a numeral: "Abdullah II", and not "Martin Luther King Jr.".
[[nodiscard]] inline bool has_numeral(const Name& name) noexcept {
  if (name.size() < 2) return false;
  const NameWord& end = name[name.size() - 1];
  return end.suffix && (end.first == 'i' || end.first == 'v' || end.first == 'x');
}

}  // namespace dateline::persons
