// Articles in Markdown files.
#pragma once

#include <cstddef>

#include "corpus/article.h"
#include "corpus/reading.h"

namespace dateline {

/// Finds the structure of `article.text`, Markdown from byte `begin` on (behind front matter), as
/// find_structure does. Where marks are all that parts the text from what it says, it stays as it
/// is, and offsets count its bytes; else it becomes what is left without them (see
/// parse_markdown). No blocks: there is no text but code and pictures.
/// @throws CorpusError as parse_markdown.
void find_markdown_structure(Article& article, std::size_t begin, const ReadJob& job);

}  // namespace dateline
