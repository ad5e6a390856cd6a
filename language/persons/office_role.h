// Which office it is, as far as offices are told apart.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline::persons {

/// The offices that tell bearers of one surname apart. `other` is an office that is none of these;
/// `unknown` one that may be any ("Secretary", "General", "Chairman").
enum class Role : std::uint8_t {
  unknown,
  state,
  government,
  foreign,
  defence,
  finance,
  interior,
  ambassador,
  spokesman,
  deputy_state,
  deputy_government,
  deputy_foreign,
  other,
};

/// The role that the words of an office tell ("the Russian deputy foreign minister"). Linear.
[[nodiscard]] Role role_of(std::string_view office);

/// Whether both may be one office: one of them is unknown, or they are the same.
[[nodiscard]] constexpr bool may_be_same(Role a, Role b) noexcept {
  return a == b || a == Role::unknown || b == Role::unknown;
}

}  // namespace dateline::persons
