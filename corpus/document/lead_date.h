// Dates that open a paragraph, and are set apart by their looks.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// A paragraph that begins with `lead` in bold, and goes on with `rest`, as an entry of a
/// chronology is written: "3 March 2021: France calls its envoy back".
/// @return nullopt where `lead` is no date, or `rest` is the same sentence ("was a bad day").
[[nodiscard]] std::optional<std::string> entry_of_lead(std::string_view lead,
                                                       std::string_view rest);

}  // namespace dateline
