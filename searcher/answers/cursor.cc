#include "searcher/answers/cursor.h"

#include <xxhash.h>

#include <array>
#include <bit>
#include <concepts>

namespace dateline {
namespace {

// Raised when the layout changes, so that an older cursor is refused and not misread.
constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr unsigned kBitsPerLetter = 6;
constexpr unsigned kBitsPerByte = 8;

template <std::unsigned_integral T>
void put(std::string& bytes, T value) {
  for (std::size_t i = 0; i < sizeof(T); ++i)
    bytes += static_cast<char>(static_cast<std::uint8_t>(value >> (i * kBitsPerByte)));
}

// Takes a number off the front. When too few bytes are left, takes them all and returns 0.
template <std::unsigned_integral T>
T take(std::string_view& bytes) {
  if (bytes.size() < sizeof(T)) {
    bytes = {};
    return 0;
  }
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < sizeof(T); ++i)
    value |= std::uint64_t{static_cast<std::uint8_t>(bytes[i])} << (i * kBitsPerByte);
  bytes.remove_prefix(sizeof(T));
  return static_cast<T>(value);
}

std::uint32_t checksum(std::string_view bytes) noexcept {
  return static_cast<std::uint32_t>(short_hash(bytes));
}

std::string encode(std::string_view bytes) {
  std::string text;
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const char byte : bytes) {
    pending = (pending << kBitsPerByte) | static_cast<std::uint8_t>(byte);
    for (bits += kBitsPerByte; bits >= kBitsPerLetter; bits -= kBitsPerLetter)
      text += kAlphabet[(pending >> (bits - kBitsPerLetter)) % kAlphabet.size()];
  }
  if (bits > 0) text += kAlphabet[(pending << (kBitsPerLetter - bits)) % kAlphabet.size()];
  return text;
}

std::optional<std::string> decode(std::string_view text) {
  std::string bytes;
  std::uint32_t pending = 0;
  unsigned bits = 0;
  for (const char letter : text) {
    const auto value = kAlphabet.find(letter);
    if (value == std::string_view::npos) return std::nullopt;
    pending = (pending << kBitsPerLetter) | static_cast<std::uint32_t>(value);
    bits += kBitsPerLetter;
    if (bits < kBitsPerByte) continue;
    bits -= kBitsPerByte;
    bytes += static_cast<char>(static_cast<std::uint8_t>(pending >> bits));
  }
  return bytes;
}

}  // namespace

std::uint64_t short_hash(std::string_view text) noexcept {
  return XXH3_64bits(text.data(), text.size());
}

std::string to_string(const TimelineCursor& cursor) {
  std::string bytes;
  put(bytes, kVersion);
  put(bytes, cursor.index);
  put(bytes, cursor.request);
  put(bytes, std::bit_cast<std::uint32_t>(cursor.days.first));
  put(bytes, std::bit_cast<std::uint32_t>(cursor.days.last));
  put(bytes, cursor.byte);
  put(bytes, cursor.event_hash);
  put(bytes, cursor.occurrence);
  bytes += cursor.article;
  put(bytes, checksum(bytes));
  return encode(bytes);
}

std::optional<TimelineCursor> parse_cursor(std::string_view text) {
  const auto bytes = decode(text);
  if (!bytes || bytes->size() < sizeof(std::uint32_t)) return std::nullopt;
  std::string_view rest = *bytes;
  std::string_view sum = rest.substr(rest.size() - sizeof(std::uint32_t));
  rest.remove_suffix(sum.size());
  if (checksum(rest) != take<std::uint32_t>(sum)) return std::nullopt;
  if (take<std::uint8_t>(rest) != kVersion) return std::nullopt;
  TimelineCursor cursor;
  cursor.index = take<std::uint64_t>(rest);
  cursor.request = take<std::uint64_t>(rest);
  cursor.days.first = std::bit_cast<std::int32_t>(take<std::uint32_t>(rest));
  cursor.days.last = std::bit_cast<std::int32_t>(take<std::uint32_t>(rest));
  cursor.byte = take<std::uint32_t>(rest);
  cursor.event_hash = take<std::uint32_t>(rest);
  cursor.occurrence = take<std::uint16_t>(rest);
  cursor.article = rest;
  // The same bytes can be written in other ways, too; to_string() writes this one.
  if (to_string(cursor) != text) return std::nullopt;
  return cursor;
}

}  // namespace dateline
