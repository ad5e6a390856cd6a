#include "language/lexicon_string_table.h"

#include <utility>

namespace dateline {
namespace {

// FNV-1a: names are short, and it needs no set-up. Source: Fowler, Noll, Vo (public domain), 32
// bits.
std::uint32_t hash_of(std::string_view key) noexcept {
  std::uint32_t hash = 2166136261U;
  for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash ^ (hash >> 15U);
}

}  // namespace

std::size_t StringTable::slot_of(std::string_view key, std::uint32_t hash) const noexcept {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i].value != kNotFound && (slots_[i].hash != hash || slots_[i].key != key)) {
    i = (i + 1) & mask;
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
  for (const auto& slot : old) {
    if (slot.value != kNotFound) slots_[slot_of(slot.key, slot.hash)] = slot;
  }
}

}  // namespace dateline
