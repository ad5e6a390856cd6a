// What the words around a date say about its tense.
#pragma once

#include <cstdint>

#include "language/dates/cue_index.h"
#include "language/dates/token.h"

namespace dateline::dates {

/// What a clause says of its date's time.
enum class Tense : std::uint8_t {
  none,
  past,
  future,    ///< seen from the writer: will, is to
  later_on,  ///< seen from a past day: would, was to, agreed to
  open,      ///< what could be: might, may
  present,   ///< of a verb that in the present means what is fixed ahead: arrives
};

/// Whether the clause of a date (its tokens: `date`) speaks of the future – will, shall, is to,
/// scheduled for, upcoming, ahead of, … – or of the past. The verb nearest to the date decides,
/// first before it, then behind it; a verb of another clause does not count. Looks at no more than
/// a few dozen tokens on either side. Source: extraction policy, A3.
/// `cues` must stand at the date.
[[nodiscard]] Tense tense_around(const TokenList& tokens, const CueIndex& cues, TokenRange sentence,
                                 TokenRange date);

/// Whether a weekday looks back: "who had arrived on Friday".
[[nodiscard]] bool looks_back(const TokenList& tokens, TokenRange sentence, TokenRange date);

/// Whether the words just before a date promise it: "will be held in three months", "is due within
/// a week".
[[nodiscard]] bool is_promised(const TokenList& tokens, TokenRange sentence, TokenRange date);

}  // namespace dateline::dates
