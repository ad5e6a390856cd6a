// How the tables of names go on from word to word.
#pragma once

#include <cstdint>

namespace dateline {

/// The step from a node of a tree of names to a next word, as a key.
/// @param join in which of at most four ways the word follows; each tree numbers its own.
/// @param after_possessive the word before has an 's, as in People's Republic; "China's Republic" is
/// not one name.
/// @param node below 2^29.
[[nodiscard]] constexpr std::uint64_t name_edge(std::uint32_t node, unsigned join,
                                                bool after_possessive,
                                                std::uint32_t word) noexcept {
  const std::uint64_t way = join * 2U + (after_possessive ? 1U : 0U);
  return (std::uint64_t{node} << 35U) | (way << 32U) | word;
}

}  // namespace dateline
