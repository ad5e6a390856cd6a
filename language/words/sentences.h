// Splits a paragraph into sentences.
#pragma once

#include <string_view>
#include <vector>

#include "language/span.h"

namespace dateline {

/// The sentences of a paragraph, in order: each span without white space at its ends, in bytes of
/// `paragraph` (UTF-8; line breaks count as spaces). A full stop after an abbreviation ("Feb. 28",
/// "Col. Gen. Zhang", "the U.S. said", "George W. Bush") ends no sentence. Never throws; linear in
/// the text. Source: Unicode UAX #29 sentence boundaries, with the exceptions that the tests list.
[[nodiscard]] std::vector<Span> split_sentences(std::string_view paragraph);

}  // namespace dateline
