// A short list of country codes.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

#include "language/country_code.h"

namespace dateline {

/// The codes that one mention stands for. Nearly always there is one, and texts hold many mentions:
/// up to kFew are kept in the object itself, more in memory of their own. Reads like a vector.
class CountryCodes {
 public:
  using value_type = CountryCode;
  using const_iterator = const CountryCode*;
  using iterator = const_iterator;

  static constexpr std::size_t kFew = 3;

  CountryCodes() noexcept = default;
  CountryCodes(std::initializer_list<CountryCode> codes) {
    for (const auto code : codes) push_back(code);
  }
  template <typename Iterator>
  CountryCodes(Iterator first, Iterator last) {
    for (; first != last; ++first) push_back(*first);
  }

  void push_back(CountryCode code) {
    if (many_.empty() && few_count_ < kFew) {
      few_[few_count_++] = code;
      return;
    }
    if (many_.empty()) many_.assign(few_.begin(), few_.end());
    many_.push_back(code);
  }

  [[nodiscard]] std::size_t size() const noexcept {
    return many_.empty() ? few_count_ : many_.size();
  }
  [[nodiscard]] bool empty() const noexcept { return size() == 0; }
  [[nodiscard]] const CountryCode* data() const noexcept {
    return many_.empty() ? few_.data() : many_.data();
  }
  [[nodiscard]] const CountryCode* begin() const noexcept { return data(); }
  [[nodiscard]] const CountryCode* end() const noexcept { return data() + size(); }
  /// Requires i < size().
  [[nodiscard]] CountryCode operator[](std::size_t i) const noexcept { return data()[i]; }
  /// Requires that there is one.
  [[nodiscard]] CountryCode front() const noexcept { return *begin(); }

  friend bool operator==(const CountryCodes& a, const CountryCodes& b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }
  friend bool operator==(const CountryCodes& a, const std::vector<CountryCode>& b) noexcept {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::array<CountryCode, kFew> few_;
  std::uint8_t few_count_ = 0;
  std::vector<CountryCode> many_;  ///< all of them, when they are more than kFew
};

}  // namespace dateline
