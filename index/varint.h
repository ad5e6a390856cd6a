// Numbers of variable length: seven bits a byte, the lowest first; all bytes but the last have the
// eighth bit set.
#pragma once

#include <cstdint>
#include <string>

namespace dateline {

inline void append_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out += static_cast<char>(static_cast<unsigned char>(value | 0x80));
    value >>= 7;
  }
  out += static_cast<char>(static_cast<unsigned char>(value));
}

}  // namespace dateline
