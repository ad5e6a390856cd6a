// Writes a query: as a tree for looking at, or in the query language.
#pragma once

#include <string>

#include "searcher/query/query.h"

namespace dateline {

/// The tree as text, for tests and for looking at:  (all missile (phrase "missile defense")
/// (exclude (country RU))). Fields show as prefix (title:alliances), dates as intervals (date
/// 2001-02-01..2001-02-28). Two trees print alike only if they are alike, spans aside.
[[nodiscard]] std::string to_string(const QueryNode& node);

/// The tree in the query language: parse_query() makes the same tree of it, spans aside. `kind:` is
/// no part of a tree. Requires a tree that the parser made, or one whose texts hold nothing that
/// the parser would read otherwise.
[[nodiscard]] std::string to_query(const QueryNode& node);

}  // namespace dateline
