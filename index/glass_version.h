// What the file `iamglass` of a Xapian database says.
#pragma once

#include <cstdint>
#include <filesystem>

namespace dateline {

/// Blocks that a table has free: the list runs from one place to another, over blocks of its own.
struct GlassFreeList {
  std::uint32_t first_unused = 0;  ///< blocks from this one on were never used
  std::uint32_t begin_block = 0;
  std::uint32_t begin_byte = 0;  ///< within the block; 0 where there is no list
  std::uint32_t end_block = 0;
  std::uint32_t end_byte = 0;
};

/// Where the tree of the table `postlist` begins, and what form it has.
struct GlassRoot {
  std::uint32_t block = 0;
  std::uint32_t level = 0;        ///< 0: the root is a leaf; at most kMaxGlassLevel
  bool is_sequential = false;     ///< the leaves follow one another in the file
  bool is_empty = false;          ///< there is no block at all
  std::uint32_t block_bytes = 0;  ///< 2048 to 65536, a power of two
  GlassFreeList free_list;
};

/// Xapian keeps one block of each level in an array of ten.
inline constexpr std::uint32_t kMaxGlassLevel = 9;

/// Reads `iamglass` of a database all of whose tables but `postlist` are empty, as Dateline's are.
/// Xapian 1.4 reads it itself, and checks neither the levels nor the sizes of blocks.
/// @throws IndexError: missing where it says what Xapian does not write, io.
[[nodiscard]] GlassRoot read_glass_version(const std::filesystem::path& database);

}  // namespace dateline
