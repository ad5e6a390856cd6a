// Abbreviations that a text explains itself: "American University (AU)".
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "language/organizations/organization_text.h"

namespace dateline::organizations {

/// What the words before a bracketed abbreviation say that it is.
struct Definition {
  /// The organization, when the words before the bracket are its name or most of it; nullopt when
  /// they spell the abbreviation and are something else.
  std::optional<std::uint16_t> organization;
};

/// Reads the words before a candidate in brackets. nullopt when it is not in brackets, or those
/// words do not spell it. Bounded by twice the letters of the abbreviation.
[[nodiscard]] std::optional<Definition> definition_of(const Text& text, std::size_t candidate);

}  // namespace dateline::organizations
