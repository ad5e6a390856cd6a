// States that went on from others under another code.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <utility>

#include "index/schema.h"
#include "language/country_code.h"

namespace dateline {

/// A state and its predecessor: those that the United Nations took for one and the same, and those
/// that one state became whole. "Russia–Soviet Union" is no relation between two. Source:
/// ISO 3166-3; letters of succession to the Secretary-General, 1990 to 2006.
struct Succession {
  CountryCode state;
  CountryCode predecessor;
};
inline constexpr std::array<Succession, 8> kSuccessions{{
    {CountryCode{'R', 'U'}, CountryCode{'S', 'U'}},
    {CountryCode{'R', 'S'}, CountryCode{'Y', 'U'}},
    {CountryCode{'M', 'E'}, CountryCode{'Y', 'U'}},
    {CountryCode{'X', 'K'}, CountryCode{'Y', 'U'}},
    {CountryCode{'D', 'E'}, CountryCode{'D', 'D'}},
    {CountryCode{'Y', 'E'}, CountryCode{'Y', 'D'}},
    {CountryCode{'C', 'Z'}, CountryCode{'C', 'S'}},
    {CountryCode{'S', 'K'}, CountryCode{'C', 'S'}},
}};

/// Whether two codes are a state and its own predecessor, in either order.
[[nodiscard]] inline bool are_one_state(CountryCode a, CountryCode b) noexcept {
  return std::any_of(kSuccessions.begin(), kSuccessions.end(), [&](const Succession& one) {
    return (one.state == a && one.predecessor == b) || (one.state == b && one.predecessor == a);
  });
}

/// Whether a list of packed codes has a predecessor at all: few have.
[[nodiscard]] inline bool has_predecessor(std::span<const std::uint16_t> packed) noexcept {
  return std::any_of(packed.begin(), packed.end(), [](std::uint16_t code) {
    return std::any_of(kSuccessions.begin(), kSuccessions.end(), [&](const Succession& one) {
      return pack_country(one.predecessor) == code;
    });
  });
}

}  // namespace dateline
