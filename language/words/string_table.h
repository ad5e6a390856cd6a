// A map from strings to small numbers, made once and only read after that.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

/// Open addressing, at most half full. Keys are views: what they point to must outlive the table.
class StringTable {
 public:
  static constexpr std::uint32_t kNotFound = 0xFFFFFFFF;

  /// With room for `expected` keys; it grows beyond.
  explicit StringTable(std::size_t expected = 0);

  /// The value of `key`, added as `value` when it is new.
  std::uint32_t insert(std::string_view key, std::uint32_t value);
  /// kNotFound when the key is not there. No allocation.
  [[nodiscard]] std::uint32_t find(std::string_view key) const noexcept;

 private:
  struct Slot {
    std::string_view key;
    std::uint32_t value = kNotFound;
    std::uint32_t hash = 0;
  };
  void grow();
  [[nodiscard]] std::size_t slot_of(std::string_view key, std::uint32_t hash) const noexcept;

  std::vector<Slot> slots_;
  std::size_t mask_;  ///< of a hash: the slots are a power of two
  std::size_t used_ = 0;
};

}  // namespace dateline
