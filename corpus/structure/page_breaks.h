// Paragraphs that a page break cut in two.
#pragma once

#include <string_view>

#include "corpus/article.h"

namespace dateline {

/// A paragraph shorter than this (a salutation, a line of an address) is continued by what does not
/// begin in lower case only if its last word wants another one.
inline constexpr std::size_t kMinCutBytes = 40;

/// Whether `next` goes on in the middle of the sentence with which the block ends, so that both are
/// one paragraph.
/// - Yes, if the block ends without the punctuation that ends a sentence and `next` begins in lower
///   case (but a block that begins so itself is a line of a list or of verse, and "(b)" begins an
///   item).
/// - Yes, if its last word wants another one (see ends_open), however `next` begins.
/// - Yes, if a form feed or a page number stands between, and the block ends without such
///   punctuation.
/// - A dot behind an abbreviation ("the U.S.") ends no sentence if `next` begins in lower case.
[[nodiscard]] bool continues(std::string_view text, const Block& block, std::string_view next,
                             bool after_page_break) noexcept;

/// Appends a piece to the block; spans in bytes of the text.
void append_piece(Block& block, Span piece);

}  // namespace dateline
