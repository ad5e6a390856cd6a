// A country that a query names in another language than English: "Deutschland".
#pragma once

#include <optional>
#include <string>

#include "searcher/query/query.h"

namespace dateline {

/// The query that was perhaps meant.
struct NamedCountry {
  QueryNode root;     ///< with `country:` for the word
  QueryNode name;     ///< the word as it is written, without other names
  std::string label;  ///< for people: "Germany"
};

/// Looks among the bare words at the top of a query for the first one with a capital that is a
/// country's name in another language and Latin letters (foreign_country()), and none in English.
/// Linear in the query. @return nullopt when there is none.
[[nodiscard]] std::optional<NamedCountry> suggest_country(const QueryNode& root);

}  // namespace dateline
