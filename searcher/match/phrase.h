// Whether words stand together.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace dateline {

/// Looks for a phrase in a run of tokens that belong together (a block, an event, a title).
class PhraseMatcher {
 public:
  /// @param words the phrase's terms as numbers, in order; two or more.
  /// @param slop 0: side by side, in order. Else: in any order, with at most `slop` other words
  /// among them.
  PhraseMatcher(std::vector<std::uint32_t> words, std::uint32_t slop);

  /// Whether the phrase occurs in `tokens` (the terms of a run, in order). Linear in their number
  /// times the phrase's length.
  [[nodiscard]] bool occurs_in(std::span<const std::uint32_t> tokens) const;

 private:
  [[nodiscard]] bool occurs_in_order(std::span<const std::uint32_t> tokens) const;
  [[nodiscard]] bool occurs_near(std::span<const std::uint32_t> tokens) const;

  std::vector<std::uint32_t> words_;
  std::uint32_t slop_;
  std::vector<std::uint32_t> distinct_;  // the words, each once, sorted
  std::vector<std::uint32_t> needed_;    // how often each of them is needed
};

}  // namespace dateline
