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

std::uint32_t two_bytes(const char* at) noexcept {
  return (std::uint32_t{static_cast<unsigned char>(at[0])} << 8U) |
         static_cast<unsigned char>(at[1]);
}

// An item, read once.
struct Item {
  std::string_view key;
  std::uint32_t part = 1;
  bool ends_value = true;
  bool begins_value = true;
  std::size_t bytes = 0;
  std::uint32_t child = 0;  // of a branch
};

// Reads the item of a leaf that begins at `at`. Whether it lies within the block.
bool read_leaf(std::string_view block, std::size_t at, Item& item) noexcept {
  constexpr auto kHead = kLeafHead + kKeySize;
  if (at + kHead > block.size()) return false;
  const char* const bytes = block.data() + at;
  const auto marks = two_bytes(bytes);
  const std::size_t key = static_cast<unsigned char>(bytes[kLeafHead]);
  item.bytes = (marks & kSize) + kSizeLess;
  item.begins_value = (marks & kFirst) != 0;
  item.ends_value = (marks & kLast) != 0;
  // Values of this table are never compressed.
  if (at + item.bytes > block.size() || (marks & kCompressed) != 0 ||
      kHead + key + (item.begins_value ? 0 : kPart) > item.bytes)
    return false;
  item.key = {bytes + kHead, key};
  item.part = item.begins_value ? 1 : two_bytes(bytes + kHead + key);
  return true;
}

// The same of a branch.
bool read_branch(std::string_view block, std::size_t at, Item& item) noexcept {
  constexpr auto kHead = kBranchHead + kKeySize;
  if (at + kHead > block.size()) return false;
  const char* const bytes = block.data() + at;
  const std::size_t key = static_cast<unsigned char>(bytes[kBranchHead]);
  item.bytes = kHead + key + kPart;
  if (at + item.bytes > block.size()) return false;
  item.key = {bytes + kHead, key};
  item.part = two_bytes(bytes + kHead + key);
  item.child = (two_bytes(bytes) << 16U) | two_bytes(bytes + 2);
  return true;
}

bool may_follow_in_leaf(const Item& before, const Item& item) noexcept {
  if (before.ends_value) return item.begins_value && item.key > before.key;
  return !item.begins_value && item.key == before.key && item.part == before.part + 1;
}

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

// `first`: where the first item begins.
bool GlassBlock::has_true_space(std::size_t items_bytes, std::size_t first) const noexcept {
  const std::size_t end = number(kEndAt, 2);
  return items_bytes <= bytes_.size() - end &&
         number(kFreeAt, 2) == bytes_.size() - end - items_bytes &&
         number(kGapAt, 2) <= first - end;
}

bool may_follow(const GlassBlock& before_leaf, std::uint32_t before, const GlassBlock& leaf,
                std::uint32_t item) noexcept {
  const auto last = before_leaf.key(before);
  const auto key = leaf.key(item);
  return may_follow_in_leaf({last.bytes, last.part, before_leaf.ends_value(before)},
                            {key.bytes, key.part, false, leaf.begins_value(item)});
}

bool GlassBlock::is_sound(std::uint32_t blocks, GlassUse use) const noexcept {
  if (!has_directory()) return false;
  const bool is_leaf = level() == 0;
  const std::size_t end = number(kEndAt, 2);
  const auto largest = std::min((bytes_.size() - kDirectory - kCapacity * kSlot) / kCapacity,
                                std::size_t{kSize} + kSizeLess);
  std::size_t items_bytes = 0;
  std::size_t first = bytes_.size();
  Item before;
  for (std::size_t slot = kDirectory; slot < end; slot += kSlot) {
    const std::size_t at = two_bytes(bytes_.data() + slot);
    Item item;
    if (at < end || !(is_leaf ? read_leaf(bytes_, at, item) : read_branch(bytes_, at, item)))
      return false;
    if (is_leaf ? slot > kDirectory && !may_follow_in_leaf(before, item)
                : item.child >= blocks ||
                      (slot > kDirectory + kSlot &&  // nobody looks at a branch's first key
                       GlassKey{before.key, before.part} >= GlassKey{item.key, item.part}))
      return false;
    if (use == GlassUse::writing && item.bytes > largest) return false;
    items_bytes += item.bytes;
    first = std::min(first, at);
    before = item;
  }
  return use == GlassUse::reading || has_true_space(items_bytes, first);
}

}  // namespace dateline
