// How names are spelled where they are compared.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` in NFC, with plain apostrophes: the spelling of the names in the tables.
[[nodiscard]] std::string composed_spelling(std::string_view text);

/// `text` without the marks on its letters: "Cote d'Ivoire". Letters without a decomposition (ł,
/// ø) stay.
[[nodiscard]] std::string spelling_without_marks(std::string_view text);

}  // namespace dateline
