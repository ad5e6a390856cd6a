// What the words around a date say about its tense.
#pragma once

#include <cstddef>

#include "language/date_lexer.h"

namespace dateline::dates {

/// The tokens [begin, end) of one sentence.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// What a clause says of its date's time.
enum class Tense : std::uint8_t {
  none,
  past,
  future,    ///< seen from the writer: will, is to
  later_on,  ///< seen from what is told: would, was to, agreed to
};

/// Whether the clause of a date (its tokens: `date`) speaks of the future – will, shall, is to,
/// scheduled for, upcoming, ahead of, … – or of the past. The verb nearest to the date decides,
/// first before it, then behind it; a verb of another clause does not count. Looks at no more than
/// a few dozen tokens on either side. Source: extraction policy, A3.
[[nodiscard]] Tense tense_around(const TokenList& tokens, TokenRange sentence, TokenRange date);

/// Whether a weekday looks back: "who had arrived on Friday".
[[nodiscard]] bool looks_back(const TokenList& tokens, TokenRange sentence, TokenRange date);

/// Whether a token of `kind` stands in the sentence within a few dozen tokens of the date.
[[nodiscard]] bool has_near(const TokenList& tokens, TokenRange sentence, TokenRange date,
                            Kind kind);

}  // namespace dateline::dates
