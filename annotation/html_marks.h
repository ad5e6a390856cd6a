// What was found in a text, as marks in HTML.
#pragma once

#include <string>
#include <vector>

#include "annotation/annotated_article.h"

namespace dateline {

/// What a place means and why, on one line of plain text.
[[nodiscard]] std::string describe_place(const AnnotatedArticle& article, const Place& place);

/// The bytes `span` of the article's text as HTML, each place in a `mark` with its kind as class
/// and its description as title. Where places overlap, the shared part is marked as both.
[[nodiscard]] std::string html_marked(const AnnotatedArticle& article, Span span,
                                      const std::vector<Place>& places);

}  // namespace dateline
