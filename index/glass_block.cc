#include "index/glass_block.h"

#include <algorithm>

namespace dateline {
namespace {

// As in Xapian 1.4 (glass_table.h there); numbers are big-endian. A block: u32 revision, u8 level,
// u16 the gap behind the directory, u16 all free bytes, u16 the directory's end; then the
// directory, a u16 for each item: where it begins.
constexpr std::size_t kLevelAt = 4;
constexpr std::size_t kGapAt = 5;
constexpr std::size_t kFreeAt = 7;
constexpr std::size_t kEndAt = 9;
constexpr std::size_t kDirectory = 11;
constexpr std::size_t kSlot = 2;
// An item of a leaf: u16 size less three, with three marks; u8 size of the key, the key, u16 the
// number of the part unless it is the first, the part.
constexpr std::size_t kLeafHead = 2;
constexpr std::size_t kSizeLess = 3;
constexpr std::uint32_t kCompressed = 0x8000;
constexpr std::uint32_t kLast = 0x4000;
constexpr std::uint32_t kFirst = 0x2000;
constexpr std::uint32_t kSize = 0x1FFF;
// An item of a branch: u32 a block, u8 size of the key, the key, u16 the number of the part.
constexpr std::size_t kBranchHead = 4;
constexpr std::size_t kKeySize = 1;
constexpr std::size_t kPart = 2;
// Xapian lets at least so many items fit into a block, and splits blocks by that.
constexpr std::size_t kCapacity = 4;

}  // namespace

std::uint32_t GlassBlock::number(std::size_t at, std::size_t bytes) const noexcept {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + bytes; ++i)
    value = (value << 8U) | static_cast<unsigned char>(bytes_[i]);
  return value;
}

std::uint32_t GlassBlock::level() const noexcept { return number(kLevelAt, 1); }

std::uint32_t GlassBlock::size() const noexcept {
  return static_cast<std::uint32_t>((number(kEndAt, 2) - kDirectory) / kSlot);
}

std::size_t GlassBlock::offset(std::uint32_t item) const noexcept {
  return number(kDirectory + item * kSlot, 2);
}

std::size_t GlassBlock::item_bytes(std::uint32_t item) const noexcept {
  const auto at = offset(item);
  return level() == 0 ? (number(at, 2) & kSize) + kSizeLess
                      : kBranchHead + kKeySize + number(at + kBranchHead, 1) + kPart;
}

bool GlassBlock::begins_value(std::uint32_t item) const noexcept {
  return (number(offset(item), 2) & kFirst) != 0;
}

bool GlassBlock::ends_value(std::uint32_t item) const noexcept {
  return (number(offset(item), 2) & kLast) != 0;
}

std::uint32_t GlassBlock::child(std::uint32_t item) const noexcept {
  return number(offset(item), 4);
}

GlassKey GlassBlock::key(std::uint32_t item) const noexcept {
  const bool is_leaf = level() == 0;
  const auto at = offset(item) + (is_leaf ? kLeafHead : kBranchHead);
  const std::size_t size = number(at, 1);
  const auto bytes = bytes_.substr(at + kKeySize, size);
  if (is_leaf && begins_value(item)) return {bytes, 1};
  return {bytes, number(at + kKeySize + size, 2)};
}

std::uint32_t GlassBlock::count_up_to(const GlassKey& wanted) const noexcept {
  std::uint32_t begin = level() == 0 ? 0 : 1;
  std::uint32_t end = size();
  while (begin < end) {
    const auto middle = begin + (end - begin) / 2;
    if (key(middle) <= wanted) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return begin;
}

bool GlassBlock::has_directory() const noexcept {
  const std::size_t end = number(kEndAt, 2);
  return end > kDirectory && end <= bytes_.size() && (end - kDirectory) % kSlot == 0;
}

bool GlassBlock::lies_within(std::uint32_t item) const noexcept {
  const auto at = offset(item);
  const bool is_leaf = level() == 0;
  const auto head = (is_leaf ? kLeafHead : kBranchHead) + kKeySize;
  if (at < number(kEndAt, 2) || at + head > bytes_.size()) return false;
  const auto size = item_bytes(item);
  if (at + size > bytes_.size()) return false;
  if (!is_leaf) return true;
  const auto marks = number(at, 2);
  const auto key_end = head + number(at + kLeafHead, 1) + ((marks & kFirst) != 0 ? 0 : kPart);
  return key_end <= size && (marks & kCompressed) == 0;  // this table's values never are
}

bool may_follow(const GlassBlock& before_leaf, std::uint32_t before, const GlassBlock& leaf,
                std::uint32_t item) noexcept {
  const auto last = before_leaf.key(before);
  const auto key = leaf.key(item);
  if (before_leaf.ends_value(before)) return leaf.begins_value(item) && key.bytes > last.bytes;
  return !leaf.begins_value(item) && key.bytes == last.bytes && key.part == last.part + 1;
}

bool GlassBlock::follows(std::uint32_t item) const noexcept {
  if (level() == 0) return may_follow(*this, item - 1, *this, item);
  return item == 1 || key(item - 1) < key(item);  // nobody looks at a branch's first key
}

// `first`: where the first item begins.
bool GlassBlock::has_true_space(std::size_t items_bytes, std::size_t first) const noexcept {
  const std::size_t end = number(kEndAt, 2);
  return items_bytes <= bytes_.size() - end &&
         number(kFreeAt, 2) == bytes_.size() - end - items_bytes &&
         number(kGapAt, 2) <= first - end;
}

bool GlassBlock::is_sound(std::uint32_t blocks, GlassUse use) const noexcept {
  if (!has_directory()) return false;
  const bool is_leaf = level() == 0;
  const auto largest = (bytes_.size() - kDirectory - kCapacity * kSlot) / kCapacity;
  std::size_t items_bytes = 0;
  std::size_t first = bytes_.size();
  const auto count = size();
  for (std::uint32_t item = 0; item < count; ++item) {
    if (!lies_within(item) || (item > 0 && !follows(item))) return false;
    if (!is_leaf && child(item) >= blocks) return false;
    const auto bytes = item_bytes(item);
    if (use == GlassUse::writing && bytes > std::min<std::size_t>(largest, kSize + kSizeLess))
      return false;
    items_bytes += bytes;
    first = std::min(first, offset(item));
  }
  return use == GlassUse::reading || has_true_space(items_bytes, first);
}

}  // namespace dateline
