// Shows an article, or an event in its place: as text for people, as JSON for programs.
#pragma once

#include <string>

#include "presenter/text_style.h"
#include "searcher/hit/article_view.h"

namespace dateline {

/// For reading on a terminal: dates and countries coloured, an event's neighbours dimmed.
[[nodiscard]] std::string to_text(const ArticleView& view, const TextStyle& style);
/// One JSON object and a line end; its grammar is in docs/output.md.
[[nodiscard]] std::string to_json(const ArticleView& view);

}  // namespace dateline
