// Books in EPUB.
#pragma once

#include <string_view>

#include "corpus/reading.h"

namespace dateline {

/// Reads an EPUB 2 or 3: one article of all chapters, in the order of the spine, each read as a
/// page of HTML. Title, authors, date and language are those of its package. Left out: navigation,
/// and what is outside of the reading order.
/// @throws CorpusError when it is no EPUB, is encrypted, damaged, or passes a limit.
void read_epub(std::string_view bytes, const ReadJob& job);

}  // namespace dateline
