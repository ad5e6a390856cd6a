// Markdown as sections of a page of the manual.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/tools/roff.h"

namespace dateline::manual {

/// A part of a document below one heading of the second level.
struct MarkdownSection {
  std::string
      title;  ///< empty: what stands before the first such heading, the document's title apart
  std::string text;
};

/// A document's sections, in its order.
[[nodiscard]] std::vector<MarkdownSection> sections_of(std::string_view markdown);

/// Adds what Markdown says: paragraphs, lists, code, headings below the second level. A table is a
/// list: the first cell is the term, the others are said of it, so that no line is too wide.
/// @throws std::runtime_error when it cannot be parsed.
void add_markdown(Page& page, std::string_view markdown);

/// Adds all sections, examples first.
void add_document(Page& page, std::string_view markdown);

}  // namespace dateline::manual
