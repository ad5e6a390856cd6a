// The fields of the query language: one table says which there are and how their values are read.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "searcher/query/filter.h"

namespace dateline {

/// Every field, by name.
[[nodiscard]] std::span<const FieldRule> field_rules() noexcept;

/// The field that a user calls `typed`, without regard to case; nullptr when there is none.
[[nodiscard]] const FieldRule* find_field(std::string_view typed);

/// The message for a user who typed a field that does not exist.
[[nodiscard]] std::string unknown_field_message(std::string_view typed);
/// The field that was perhaps meant; empty when none is near.
[[nodiscard]] std::string_view nearest_field(std::string_view typed);

/// The name of a filter's field.
[[nodiscard]] std::string_view filter_name(FilterKind kind) noexcept;
/// The name that queries and printed trees use; empty for TextField::any.
[[nodiscard]] std::string_view text_field_name(TextField field) noexcept;

}  // namespace dateline
