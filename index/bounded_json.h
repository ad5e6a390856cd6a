// JSON from a file of an index, which may be damaged or crafted.
#pragma once

#include <concepts>
#include <cstdint>
#include <exception>
#include <limits>
#include <nlohmann/json.hpp>
#include <string_view>

namespace dateline {

/// What was read is no JSON, or not of the kind that was written.
class JsonMisfit : public std::exception {
 public:
  [[nodiscard]] const char* what() const noexcept override { return "JSON that does not fit"; }
};

/// Reads JSON that is nested 16 deep at most, deeper than an index writes any: working on it calls
/// itself once a level. @throws JsonMisfit for anything else.
[[nodiscard]] nlohmann::json parse_bounded_json(std::string_view text);

/// A whole number, 0 or more. @throws JsonMisfit when `value` is none, or too large for a Number.
template <std::unsigned_integral Number>
[[nodiscard]] Number number_in(const nlohmann::json& value) {
  const auto* const number = value.get_ptr<const nlohmann::json::number_unsigned_t*>();
  if (number == nullptr || *number > std::numeric_limits<Number>::max()) throw JsonMisfit();
  return static_cast<Number>(*number);
}

}  // namespace dateline
