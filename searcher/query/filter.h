// A filter of the query language as it is typed, and the rule that reads it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/query/query.h"

namespace dateline {

/// One value of a filter, as typed, quotes left out. `text` views the query.
struct FilterValue {
  std::string_view text;
  Span span;  ///< in the query, bytes
};

/// A filter as typed: `country:RU,"South Korea"`.
struct Filter {
  std::string_view name;            ///< as the table spells it
  Span source;                      ///< from the name to the end of the last value
  std::vector<FilterValue> values;  ///< one or more
  bool match_all = false;           ///< the values are joined with `&`
};

/// Turns a filter into its node, or, when it is no condition on documents, notes it in `parsed` and
/// returns nullopt.
/// @throws QueryError for a value that it does not understand.
using FilterReader = std::optional<QueryNode> (*)(const Filter& filter, ParsedQuery& parsed);

/// How a filter's values may be joined.
enum class ValueList : std::uint8_t {
  one,         ///< not at all
  any,         ///< commas
  any_or_all,  ///< commas, or `&`
};

/// One field. Either it says where words are looked for (`text_field` is set), or it is a filter
/// (`read` is set).
struct FieldRule {
  std::string_view name;     ///< small letters; users may type any case
  std::string_view example;  ///< for messages
  std::optional<TextField> text_field;
  ValueList list = ValueList::one;
  FilterReader read = nullptr;
  std::optional<FilterKind> kind = {};  ///< the condition on documents that has its name
  bool knows_none = false;              ///< `none` asks for documents that have no value
};

}  // namespace dateline
