// Answers questions from an index.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "searcher/search.h"

namespace dateline {

/// An index, open for searching as it stood when it was opened. For one thread; several may have
/// one each.
class Searcher {
 public:
  /// @throws IndexError (missing): none there, damaged, of another schema or analyzer.
  explicit Searcher(const std::filesystem::path& index);
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  /// Answers. When words that stand side by side are not all found together, any of them will do,
  /// and a notice says so (unless a text was excluded or the words were joined with OR already).
  /// Without words, and for other orders than relevance, nothing is ranked: newest first.
  /// @throws IndexError (missing) when the index is damaged.
  [[nodiscard]] SearchResult search(const SearchRequest& request);

  [[nodiscard]] const Snapshot& snapshot() const noexcept;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace dateline
