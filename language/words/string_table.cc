#include "language/words/string_table.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace dateline {
namespace {

// An odd number with about as many ones as zeros spreads best. Source: 2^64 / golden ratio.
constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;

constexpr std::size_t kFirstSlots = 64;

std::uint64_t mixed(std::uint64_t hash, std::uint64_t bytes) noexcept {
  hash = (hash ^ bytes) * kSpread;
  return hash ^ (hash >> 29U);
}

template <typename Number>
std::uint64_t number_at(const char* bytes) noexcept {
  Number number = 0;
  std::memcpy(&number, bytes, sizeof number);
  return number;
}

// Eight bytes at a time, the last ones overlapping those before: most words are one or two steps.
// The values depend on the machine's order of bytes, and are never stored.
std::uint32_t hash_of(std::string_view key) noexcept {
  const char* const bytes = key.data();
  const std::size_t size = key.size();
  std::uint64_t hash = size * kSpread;
  if (size >= 8) {
    for (std::size_t i = 0; i + 8 < size; i += 8) {
      hash = mixed(hash, number_at<std::uint64_t>(bytes + i));
    }
    hash = mixed(hash, number_at<std::uint64_t>(bytes + size - 8));
  } else if (size >= 4) {
    hash = mixed(
        hash, number_at<std::uint32_t>(bytes) << 32U | number_at<std::uint32_t>(bytes + size - 4));
  } else if (size > 0) {
    // The first, the middle and the last byte are all that a key of one to three bytes has.
    hash = mixed(hash, number_at<std::uint8_t>(bytes) |
                           number_at<std::uint8_t>(bytes + size / 2) << 8U |
                           number_at<std::uint8_t>(bytes + size - 1) << 16U);
  }
  return static_cast<std::uint32_t>(hash >> 16U);
}

}  // namespace

StringTable::StringTable(std::size_t expected)
    : slots_(std::bit_ceil(std::max(expected * 2, kFirstSlots))), mask_{slots_.size() - 1} {}

std::size_t StringTable::slot_of(std::string_view key, std::uint32_t hash) const noexcept {
  std::size_t i = hash & mask_;
  while (slots_[i].value != kNotFound && (slots_[i].hash != hash || slots_[i].key != key)) {
    i = (i + 1) & mask_;
  }
  return i;
}

std::uint32_t StringTable::insert(std::string_view key, std::uint32_t value) {
  const auto hash = hash_of(key);
  auto& slot = slots_[slot_of(key, hash)];
  if (slot.value != kNotFound) return slot.value;
  slot = {key, value, hash};
  if (++used_ * 2 > slots_.size()) grow();
  return value;
}

std::uint32_t StringTable::find(std::string_view key) const noexcept {
  return slots_[slot_of(key, hash_of(key))].value;
}

void StringTable::grow() {
  auto old = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  mask_ = slots_.size() - 1;
  for (const auto& slot : old) {
    if (slot.value != kNotFound) slots_[slot_of(slot.key, slot.hash)] = slot;
  }
}

}  // namespace dateline
