// Whether a name stands by itself, or as a piece of another's name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Looks for a name where it is no piece of a longer name that means something else: "Republic of
/// China" is one, and the end of "People's Republic of China" is none. Where longer names overlap,
/// the longest counts. Immutable.
class WholeName {
 public:
  /// A longer name, by the same numbers.
  struct Longer {
    std::vector<std::uint32_t> words;
    bool is_same = false;  ///< it means the same as the name that it holds
  };

  /// @param words the name's terms as numbers, in order; one or more.
  WholeName(std::vector<std::uint32_t> words, std::vector<Longer> longer);

  /// Whether the name occurs by itself in `tokens` (the terms of a run, in order). Linear in their
  /// number; each occurrence costs the length of all longer names.
  [[nodiscard]] bool occurs_in(std::span<const std::uint32_t> tokens) const;

 private:
  [[nodiscard]] bool is_whole_at(std::span<const std::uint32_t> tokens, std::size_t at) const;

  std::vector<std::uint32_t> words_;
  std::vector<Longer> longer_;  // the longest first
};

}  // namespace dateline
