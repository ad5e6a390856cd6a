// Text as HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotation/annotated_article.h"

namespace dateline {

/// `text` for an element's content or a quoted attribute: markup escaped, control characters but
/// white space left out, ill-formed UTF-8 as U+FFFD.
[[nodiscard]] std::string html_escaped(std::string_view text);

/// What a place means and why, on one line of plain text.
[[nodiscard]] std::string describe_place(const AnnotatedArticle& article, const Place& place);

/// The bytes `span` of the article's text as HTML, each place in a `mark` with its kind as class
/// and its description as title. Where places overlap, the shared part is marked as both.
[[nodiscard]] std::string html_marked(const AnnotatedArticle& article, Span span,
                                      const std::vector<Place>& places);

}  // namespace dateline
