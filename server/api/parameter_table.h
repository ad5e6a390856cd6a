// The parameters of the API: one table says what each is called, what it may be, and what it asks for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Parameters that always come together.
enum ParameterGroup : unsigned {
  kQueryParameters = 1U << 0,  ///< what is searched for
  kKindParameters = 1U << 1,   ///< events or articles, and in which order
  kPageParameters = 1U << 2,   ///< which hits of them
  kCountParameters = 1U << 3,  ///< which facets
  kWhyParameters = 1U << 4,
  kFoldParameters = 1U << 5,
  kTimelineParameters = 1U << 6,
  kPairParameters = 1U << 7,
  kIdParameters = 1U << 8,
  kFormatParameters = 1U << 9,
  kSuggestParameters = 1U << 10,
};

enum class ParameterType : std::uint8_t { text, number, flag };

/// A parameter. Named as the command line's option, without the dashes.
struct ParameterRow {
  std::string_view name;
  unsigned groups = 0;
  ParameterType type = ParameterType::text;
  bool repeats = false;  ///< several values are alternatives
  std::string_view help;
  std::vector<std::string_view> choices;  ///< empty: anything
};

/// All parameters: those of the filters as the table of facets has them, and the others.
[[nodiscard]] std::vector<ParameterRow> parameters_of(unsigned groups);

/// Whether a flag's value sets it: any but "0" and "false".
[[nodiscard]] bool is_set(std::string_view flag_value) noexcept;

}  // namespace dateline
