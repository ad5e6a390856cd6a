// The names of all rules that mentions carry.
#pragma once

#include <span>
#include <string_view>

namespace dateline {

/// The rules of the date finder, sorted. docs/extraction.md says what each of them finds.
[[nodiscard]] std::span<const std::string_view> date_rule_names() noexcept;

/// The rules of the country finder, sorted; none is also a date rule's. `own-name` is carried by
/// names that users added (see name_overrides.h).
[[nodiscard]] std::span<const std::string_view> country_rule_names() noexcept;

/// The rules of the organization finder, sorted; none is a date's or a country's too.
[[nodiscard]] std::span<const std::string_view> organization_rule_names() noexcept;

/// The rules of the person finder, sorted; none is of another finder, too.
[[nodiscard]] std::span<const std::string_view> person_rule_names() noexcept;

}  // namespace dateline
