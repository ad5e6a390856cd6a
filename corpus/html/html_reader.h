// Articles in HTML files.
#pragma once

#include <string>

#include "corpus/document/document.h"
#include "corpus/reading.h"

namespace dateline {

/// Reads one page with libxml2's parser, which repairs what is malformed; nothing is fetched. Text
/// deeper than limits.max_depth elements is left out with a problem.
/// @throws CorpusError when the page is too large, has no text, has an unknown encoding, or
/// parsing it costs more than MarkupWork allows.
void read_html(std::string bytes, const ReadJob& job);

/// What a page, or a part of one, in UTF-8 says; its own metadata included. Parsed as read_html
/// does; empty where there is no text. The job hears what is left out.
/// @throws CorpusError when parsing costs more than MarkupWork allows.
[[nodiscard]] Document render_html(std::string text, const ReadJob& job);

}  // namespace dateline
