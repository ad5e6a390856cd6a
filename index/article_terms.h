// The terms of a segment's articles, as Xapian keeps them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/glass_table.h"

namespace Xapian {
class Database;
}

namespace dateline {

/// The articles that have a term, by ordinal, ascending, and how often each has it (wdf).
struct ArticlePostings {
  std::vector<std::uint32_t> articles;
  std::vector<std::uint32_t> frequencies;  ///< parallel to `articles`
};

/// Reads the database of a segment's articles: the one place where Xapian does. It trusts its
/// files, so they are looked at before (glass_table.h). For one thread. All functions throw
/// IndexError (missing) for a database that is damaged, and io.
class ArticleTerms {
 public:
  /// `database`: the folder; `articles`: how many it must have.
  ArticleTerms(std::filesystem::path database, std::uint32_t articles);
  ~ArticleTerms();
  ArticleTerms(ArticleTerms&&) noexcept;

  [[nodiscard]] std::uint32_t article_count() const;
  /// The sum of the lengths of all articles, removed ones included.
  [[nodiscard]] std::uint64_t total_length() const;
  /// In how many articles a term stands, removed ones included. Does not read the list.
  [[nodiscard]] std::uint32_t frequency(const std::string& term) const;
  /// None when no article has the term. Cost: 10 to 20 ns a posting.
  [[nodiscard]] ArticlePostings postings(const std::string& term) const;
  /// The terms from `first` to `last`, both included, that begin with `prefix`; in order of their
  /// bytes. `first` must begin with it.
  [[nodiscard]] std::vector<std::string> terms(std::string_view prefix, const std::string& first,
                                               std::string_view last) const;
  /// All terms, in order of their bytes. Looks at every block before.
  [[nodiscard]] std::vector<std::string> all_terms() const;
  /// Looks at the whole of it: every block, and every posting. Cost: 10 to 20 ns a posting.
  void check_all() const;

 private:
  template <typename Work>
  auto with_xapian(Work work) const;

  std::filesystem::path path_;
  std::uint32_t articles_;
  mutable GlassTable table_;  // which remembers what it has looked at
  std::unique_ptr<Xapian::Database> database_;
};

}  // namespace dateline
