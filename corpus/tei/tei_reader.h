// Editions in TEI XML.
#pragma once

#include <string>

#include "corpus/reading.h"

namespace dateline {

/// Reads one TEI document (P5, and P4 as far as its elements are the same). From the header: title,
/// authors (else editors), publication, language. A division whose head is nothing but a `<date>`
/// is a dated entry, where there are at least kMinDatedHeads; so is the head of a division of type
/// "timeline", "chronology", "event" or "entry" that has a date in it, and an `<event>`. A head
/// without the year that its date is marked with gets it. Notes are pieces of their own kind, and
/// so are lists of sources; running heads, deletions and what an editor replaced are left out. A
/// date whose words are beyond the days that it is marked with is reported.
/// @throws CorpusError when it is no TEI, is malformed, not in UTF-8, or passes a limit.
void read_tei(std::string bytes, const ReadJob& job);

/// So many heads that are dates make a chronology.
inline constexpr std::size_t kMinDatedHeads = 3;

}  // namespace dateline
