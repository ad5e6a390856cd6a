// How the values of each filter of the query language are read.
#pragma once

#include <optional>

#include "searcher/query/filter.h"

namespace dateline {

// Each is the FilterReader of one field (see there): it throws QueryError for a value that it does
// not understand. Linear in the values, apart from a look into a table of names for each.

[[nodiscard]] std::optional<QueryNode> read_about(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_countries(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_dates(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_named(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_persons(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_relations(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_ids(const Filter& filter, ParsedQuery& parsed);
/// Notes the kind in `parsed`; no condition.
[[nodiscard]] std::optional<QueryNode> read_kind(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_organizations(const Filter& filter,
                                                          ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_origins(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_pairs(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_precision(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_published(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_regions(const Filter& filter, ParsedQuery& parsed);
[[nodiscard]] std::optional<QueryNode> read_sources(const Filter& filter, ParsedQuery& parsed);

}  // namespace dateline
