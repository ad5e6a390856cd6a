// Two-letter codes of countries.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// An ISO 3166-1 alpha-2 code in capital letters; also the withdrawn SU, YU, CS, DD, YD and the
/// user-assigned XK. That the code exists is the lexicon's business (see lexicon.h); this type only
/// keeps its two letters.
class CountryCode {
 public:
  constexpr CountryCode() noexcept = default;
  constexpr CountryCode(char a, char b) noexcept : letters_{a, b} {}
  /// Requires two letters; case is kept.
  explicit constexpr CountryCode(std::string_view two) noexcept : letters_{two[0], two[1]} {}

  [[nodiscard]] std::string str() const { return {letters_[0], letters_[1]}; }
  [[nodiscard]] constexpr std::string_view view() const noexcept { return {letters_, 2}; }
  friend constexpr auto operator<=>(const CountryCode&, const CountryCode&) noexcept = default;

 private:
  char letters_[2] = {'?', '?'};
};

/// "CN RU": the codes, `separator` between each two.
[[nodiscard]] inline std::string join_codes(std::span<const CountryCode> codes,
                                            std::string_view separator) {
  std::string joined;
  for (const auto code : codes) {
    if (!joined.empty()) joined += separator;
    joined += code.view();
  }
  return joined;
}

}  // namespace dateline
