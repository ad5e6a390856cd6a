#include "index/row_checks.h"

#include <algorithm>
#include <cstring>

// Each loop gathers what is wrong in the highest bits of all values, without a branch: so a
// compiler takes as many values at once as a register holds. A value that is too small or too large
// leaves the highest bit of a difference set; the bounds are far below half of the range.

namespace dateline {
namespace {

constexpr unsigned highest(std::uint32_t bits) noexcept { return bits >> 31U; }
constexpr unsigned highest(std::uint8_t bits) noexcept { return bits >> 7U; }

template <typename Enumeration>
bool are_at_most(std::span<const Enumeration> values, Enumeration last) noexcept {
  static_assert(sizeof(Enumeration) == 1);
  const auto most = static_cast<std::uint8_t>(last);
  std::uint8_t bad = 0;
  for (const auto one : values) {
    const auto value = static_cast<std::uint8_t>(one);
    bad = static_cast<std::uint8_t>(bad | value | static_cast<std::uint8_t>(most - value));
  }
  return highest(bad) == 0;
}

}  // namespace

bool are_sound(std::span<const Precision> values) noexcept {
  return are_at_most(values, Precision::century);
}

bool are_sound(std::span<const EventOrigin> values) noexcept {
  return are_at_most(values, EventOrigin::log);
}

bool are_sound(std::span<const DayRange> values) noexcept {
  constexpr auto kFirst = static_cast<std::uint32_t>(kFirstSoundDay);
  static_assert(sizeof(DayRange) == 2 * sizeof(std::int32_t));
  const auto* const days = reinterpret_cast<const std::int32_t*>(values.data());  // of both ends
  std::uint32_t bad = 0;
  for (std::size_t i = 0; i < 2 * values.size(); ++i)
    bad |= static_cast<std::uint32_t>(days[i]) - kFirst;
  return bad >> kSoundDayBits == 0;
}

bool are_sound_countries(std::span<const std::uint16_t> values) noexcept {
  constexpr unsigned kFirst = 'A';
  constexpr unsigned kLetters = 'Z' - 'A';
  std::uint8_t bad = 0;
  const auto* const letters = reinterpret_cast<const unsigned char*>(values.data());
  for (std::size_t i = 0; i < values.size_bytes(); ++i) {
    const auto letter = static_cast<std::uint8_t>(letters[i] - kFirst);
    bad = static_cast<std::uint8_t>(bad | letter | static_cast<std::uint8_t>(kLetters - letter));
  }
  return highest(bad) == 0;
}

bool are_below(std::span<const std::uint32_t> numbers, std::size_t end) noexcept {
  if (end == 0) return numbers.empty();
  constexpr std::size_t kHalf = std::size_t{1} << 31U;
  const auto last = static_cast<std::uint32_t>(std::min(end, kHalf) - 1);
  std::uint32_t bad = 0;
  for (const auto number : numbers) bad |= number | (last - number);
  return highest(bad) == 0;
}

}  // namespace dateline
