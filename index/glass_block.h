// A block of a table in Xapian's glass format.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// What a table is opened for. Who writes moves items about by what blocks say of free space.
enum class GlassUse : bool { reading, writing };

/// Under which an item stands: a key, and which part of its value the item has; they are in this
/// order in a table.
struct GlassKey {
  std::string_view bytes;
  std::uint32_t part = 1;  ///< the first is 1
  friend constexpr auto operator<=>(const GlassKey&, const GlassKey&) noexcept = default;
};

/// A view of one block. A leaf (level 0) has parts of values, a branch the blocks of the level
/// below. Only level() and is_sound() may be asked of bytes that nobody has looked at.
class GlassBlock {
 public:
  /// `bytes`: the block; a power of two from 2048 on.
  explicit GlassBlock(std::string_view bytes) noexcept : bytes_(bytes) {}

  [[nodiscard]] std::uint32_t level() const noexcept;
  /// Whether it is a leaf or a branch, in a table of so many blocks, that leads nowhere else: each
  /// item lies within it, in ascending order, and the parts of values follow one another. For
  /// writing, also whether what it says of its free space is true. Linear in its items.
  [[nodiscard]] bool is_sound(std::uint32_t blocks, GlassUse use) const noexcept;

  /// Items in it; 1 or more.
  [[nodiscard]] std::uint32_t size() const noexcept;
  [[nodiscard]] GlassKey key(std::uint32_t item) const noexcept;
  /// How many items, from the first on, have a key that is not above `key`. Of a branch the first
  /// counts always.
  [[nodiscard]] std::uint32_t count_up_to(const GlassKey& key) const noexcept;
  /// Of a leaf: whether the item is the first part, the last part of a value.
  [[nodiscard]] bool begins_value(std::uint32_t item) const noexcept;
  [[nodiscard]] bool ends_value(std::uint32_t item) const noexcept;
  /// Of a branch: the number of a block.
  [[nodiscard]] std::uint32_t child(std::uint32_t item) const noexcept;

  /// Of any block: the four bytes at `byte`, which must lie in it, as a number.
  [[nodiscard]] std::uint32_t word(std::size_t byte) const noexcept { return number(byte, 4); }

  /// The level of a block of the list of free ones.
  static constexpr std::uint32_t kFreeListLevel = 254;

 private:
  [[nodiscard]] std::uint32_t number(std::size_t at, std::size_t bytes) const noexcept;
  [[nodiscard]] std::size_t offset(std::uint32_t item) const noexcept;
  [[nodiscard]] std::size_t item_bytes(std::uint32_t item) const noexcept;
  [[nodiscard]] bool has_directory() const noexcept;
  [[nodiscard]] bool lies_within(std::uint32_t item) const noexcept;
  [[nodiscard]] bool follows(std::uint32_t item) const noexcept;
  [[nodiscard]] bool has_true_space(std::size_t items_bytes, std::size_t first) const noexcept;

  std::string_view bytes_;
};

/// Whether a leaf's item may stand behind another: a value's next part behind one that does not end
/// it, else the first part of a value with a higher key.
[[nodiscard]] bool may_follow(const GlassBlock& before_leaf, std::uint32_t before,
                              const GlassBlock& leaf, std::uint32_t item) noexcept;

}  // namespace dateline
