// Lists of small numbers by hashes, made once and only read after that.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::persons {

/// A map from 64-bit hashes to lists of numbers, in two arrays: a table of tens of thousands is made
/// in a millisecond. Keys must be hashes, whose low bits are spread.
class NumbersByKey {
 public:
  /// Before finish() alone.
  void add(std::uint64_t key, std::uint32_t number) { added_.push_back({key, number}); }
  /// Makes the lists, each in the order in which its numbers were added; a number that is added to a
  /// list twice in a row stands there once. Linear.
  void finish();
  /// Empty when the key was never added. After finish() alone.
  [[nodiscard]] std::span<const std::uint32_t> find(std::uint64_t key) const noexcept;

 private:
  struct Added {
    std::uint64_t key;
    std::uint32_t number;
  };
  static constexpr std::uint32_t kFree = 0xFFFFFFFF;
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t begin = kFree;  ///< of its list in numbers_
    std::uint32_t size = 0;
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const noexcept;

  std::vector<Added> added_;
  std::vector<Slot> slots_;  ///< open addressing, at most half full, a power of two of them
  std::vector<std::uint32_t> numbers_;
};

}  // namespace dateline::persons
