// The rules by which the words around a name decide whether it is an organization's. All look at a
// bounded number of words; the signs of a whole text are gathered once.
#pragma once

#include <cstddef>

#include "language/organizations/organization_text.h"

namespace dateline::organizations {

/// Undotted in a run of capitals, where it is another word: "THE MAN WHO SOLD IT".
[[nodiscard]] bool is_shouted(const Text& text, std::size_t candidate);
/// The end of a longer name: "the Russian Security Council", "Iran's Security Council".
[[nodiscard]] bool is_after_capital(const Text& text, const Candidate& candidate);
/// The beginning of a longer name: "Security Council of Georgia".
[[nodiscard]] bool is_of_another(const Text& text, const Candidate& candidate);
/// A unit: "0.7 AU". Years are no numbers here: "the 2002 AU summit".
[[nodiscard]] bool is_after_number(const Text& text, const Candidate& candidate);
/// A currency: "EC$".
[[nodiscard]] bool is_before_currency_sign(const Text& text, const Candidate& candidate);
/// Of a part of the continent that the name begins with: "North African Union".
[[nodiscard]] bool is_narrowed(const Text& text, const Candidate& candidate);
/// Whether it stands as "the Union", and no longer name goes on from there.
[[nodiscard]] bool is_short_reference(const Text& text, const Candidate& candidate);
/// Whether a head noun is part of a name that the table does not know: "Deutsche Bank",
/// "Bank of England".
[[nodiscard]] bool is_unknown_name(const Text& text, const Candidate& candidate);

/// Whether the surroundings are as a reading asks. `named`: its organization is named otherwise.
[[nodiscard]] bool holds(const Text& text, std::size_t candidate, const Conditions& when,
                         bool named);

}  // namespace dateline::organizations
