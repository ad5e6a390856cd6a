// Reads the query language.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/query/query.h"
#include "searcher/query/query_limits.h"

namespace dateline {

/// Reads a query. The grammar is in docs/query-language.md.
/// A recursive-descent parser; linear in the text. An empty query, or one of punctuation alone, has
/// no root.
/// @throws QueryError for an unknown field, a bad date or country, a limit passed, an unmatched
/// parenthesis or an operator without its operand; the offset points at the piece. Nothing else is
/// thrown.
[[nodiscard]] ParsedQuery parse_query(std::string_view text, const QueryLimits& limits = {});

/// Reads a date as queries write it: ISO forms and ranges first (date_interval.h), then the words
/// of articles ("mid-January 2001", "Feb 2001"), with nothing to resolve from.
/// @return nullopt when it is no date, or one that would need a context ("last November").
[[nodiscard]] std::optional<DateInterval> parse_query_date(std::string_view text);

}  // namespace dateline
