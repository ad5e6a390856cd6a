// Presents an article, or an event in its place.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/hit/article_view.h"

namespace dateline {

/// Dates and countries are coloured, an event's neighbours dimmed.
[[nodiscard]] std::string to_text(const ArticleView& view, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const ArticleView& view);

template <>
std::span<const Writer<ArticleView>> writers_of() noexcept;

}  // namespace dateline
