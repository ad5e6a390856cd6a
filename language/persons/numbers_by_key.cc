#include "language/persons/numbers_by_key.h"

#include <bit>

namespace dateline::persons {

std::size_t NumbersByKey::slot_of(std::uint64_t key) const noexcept {
  const auto mask = slots_.size() - 1;
  auto i = static_cast<std::size_t>(key) & mask;
  while (slots_[i].begin != kFree && slots_[i].key != key) i = (i + 1) & mask;
  return i;
}

// Counted first, so that each list has its place before it is filled.
void NumbersByKey::finish() {
  slots_.assign(std::bit_ceil(added_.size() * 2 + 1), Slot{});
  for (const auto& added : added_) {
    auto& slot = slots_[slot_of(added.key)];
    slot.key = added.key;
    slot.begin = 0;
    ++slot.size;
  }
  std::uint32_t begin = 0;
  for (auto& slot : slots_) {
    if (slot.begin == kFree) continue;
    slot.begin = begin;
    begin += slot.size;
    slot.size = 0;
  }
  numbers_.resize(begin);
  for (const auto& added : added_) {
    auto& slot = slots_[slot_of(added.key)];
    auto* const list = &numbers_[slot.begin];
    if (slot.size == 0 || list[slot.size - 1] != added.number) list[slot.size++] = added.number;
  }
  added_ = {};
}

std::span<const std::uint32_t> NumbersByKey::find(std::uint64_t key) const noexcept {
  if (slots_.empty()) return {};
  const auto& slot = slots_[slot_of(key)];
  if (slot.begin == kFree) return {};
  return std::span{numbers_}.subspan(slot.begin, slot.size);
}

}  // namespace dateline::persons
