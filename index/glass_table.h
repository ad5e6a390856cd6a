// Looks at the blocks of Xapian's table of postings before Xapian does.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_block.h"
#include "index/glass_version.h"
#include "index/mapped_file.h"

namespace dateline {

/// The table `postlist` of a Xapian database (1.4, "glass"), whose blocks Xapian trusts: what is
/// wrong in them leads it out of its memory or round in circles. So whoever is about to have it
/// read something calls the function that looks at all blocks that it will come to, in the order in
/// which it comes to them: a block is looked at once, the first time. What holds then: every item
/// lies within its block, keys ascend from leaf to leaf, so that no way leads back, and each value
/// has all its parts. Whether the words are those that were written, checksums.h tells.
///
/// Cost: to open, two files of which one is mapped; then 1 to 5 microseconds for each block that is
/// met for the first time, and a descent for each call, a fraction of what Xapian takes. For one
/// thread. All functions throw IndexError (missing) for a table that is damaged.
class GlassTable {
 public:
  /// `database`: a folder whose other tables are empty. @throws IndexError: missing, io.
  explicit GlassTable(const std::filesystem::path& database, GlassUse use = GlassUse::reading);

  /// What Xapian reads for the value of one key, as it is in the table (glass_key()).
  void check_value(std::string_view key);
  /// The same for a term's whole list, of which more parts stand under keys that begin alike.
  void check_list(std::string_view key);
  /// For the terms from `first` to `last`, both included, that begin with `prefix`; all are keys.
  void check_terms(std::string_view prefix, std::string_view first, std::string_view last);
  /// All blocks that the tree reaches, each of which it may reach once, and the order of all keys;
  /// for writing, the list of free blocks as well.
  void check_all();

 private:
  struct Place {
    std::uint32_t block = 0;
    std::uint32_t item = 0;
  };

  [[nodiscard]] GlassBlock block(std::uint32_t number) const noexcept;
  [[nodiscard]] GlassBlock look_at(std::uint32_t number, std::uint32_t level);
  [[noreturn]] void fail(std::uint32_t number) const;
  bool seek(std::string_view key);
  bool seek_at_least(std::string_view key);
  bool next();
  bool next_leaf(Place& leaf);
  void look_at_leaf_before();
  bool end_value();
  bool to_term(bool is_there);
  [[nodiscard]] GlassKey key_here() const noexcept;
  void check_free_list();

  std::filesystem::path path_;
  GlassUse use_;
  GlassRoot root_;
  MappedFile file_;
  std::uint32_t blocks_ = 0;
  std::vector<bool> is_known_;                  // looked at, and sound
  std::array<Place, kMaxGlassLevel + 1> at_{};  // by level; the leaf first
};

/// A term as a key of the table: NUL is doubled there.
[[nodiscard]] std::string glass_key(std::string_view term);

}  // namespace dateline
