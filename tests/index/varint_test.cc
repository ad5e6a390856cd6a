#include "index/varint.h"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr auto kLargest = std::numeric_limits<std::uint64_t>::max();
constexpr auto kLargest32 = std::numeric_limits<std::uint32_t>::max();

std::string varint(std::uint64_t value) {
  std::string bytes;
  append_varint(bytes, value);
  return bytes;
}

template <typename T>
bool reads(const std::string& bytes) {
  const char* at = bytes.data();
  T value = 0;
  return read_varint(at, bytes.data() + bytes.size(), value);
}

}  // namespace

TEST_CASE("numbers of variable length come back, one behind the other", "[index][varint]") {
  const std::vector<std::uint64_t> values{
      0, 1, 0x7F, 0x80, 0x3FFF, 0x4000, kLargest32, kLargest, kLargest / 2 + 1, 1, 0};
  std::string bytes;
  for (const auto value : values) append_varint(bytes, value);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  for (const auto expected : values) {
    std::uint64_t value = 0;
    REQUIRE(read_varint(at, end, value));
    CHECK(value == expected);
  }
  CHECK(at == end);
}

TEST_CASE("a number that breaks off, or goes on for too long, is none", "[index][varint]") {
  CHECK_FALSE(reads<std::uint32_t>(""));
  CHECK_FALSE(reads<std::uint32_t>("\x80"));
  CHECK_FALSE(reads<std::uint64_t>(varint(kLargest).substr(0, 9)));
  CHECK(reads<std::uint32_t>(varint(kLargest32)));
  CHECK_FALSE(reads<std::uint32_t>(std::string(5, '\x80') + "\x01"));
  CHECK_FALSE(reads<std::uint64_t>(std::string(10, '\x80') + "\x01"));
}

}  // namespace dateline::test
