// The fields of the query language: one table says which there are and how their values are read.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
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
};

/// Every field, by name.
[[nodiscard]] std::span<const FieldRule> field_rules() noexcept;

/// The field that a user calls `typed`, without regard to case; nullptr when there is none.
[[nodiscard]] const FieldRule* find_field(std::string_view typed);

/// What to tell a user who typed a field that does not exist.
[[nodiscard]] std::string unknown_field_message(std::string_view typed);

/// The names that queries and printed trees use; empty for TextField::any.
[[nodiscard]] std::string_view text_field_name(TextField field) noexcept;
[[nodiscard]] std::string_view event_origin_name(EventOrigin origin) noexcept;

}  // namespace dateline
