// How an article is cited.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/date_interval.h"
#include "presenter/json_values.h"

namespace dateline {

/// What is cited.
struct CitedArticle {
  std::string_view id;
  std::string_view title;
  const std::vector<std::string>& authors;
  const std::optional<DateInterval>& published;
};

/// An entry `@misc` of BibTeX.
[[nodiscard]] std::string bibtex_of(const CitedArticle& article);
/// An item of CSL-JSON, in a list.
[[nodiscard]] std::string csl_of(const CitedArticle& article);
/// What COinS (OpenURL 1.0 in a span's title) says, not escaped for HTML.
[[nodiscard]] std::string coins_of(const CitedArticle& article);
/// Elements `meta` by which reference managers know an article: [{"name", "content"}].
[[nodiscard]] Json citation_metas(const CitedArticle& article);

}  // namespace dateline
