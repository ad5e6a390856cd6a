// Presents the hits of a search piece by piece.
#pragma once

#include <cstddef>
#include <string>

#include "presenter/formats.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

/// An answer as present() gives it, in pieces: however many hits there are, one of them at a time
/// needs to be in memory. Text, JSON, JSON Lines and CSV.
class SearchPieces {
 public:
  /// @param summary the answer; its hits do not matter. @param hit_count how many will be given to
  /// hit(). What is referred to must outlive it.
  SearchPieces(Format format, const SearchRequest& request, const SearchResult& summary,
               std::size_t hit_count, const TextStyle& style);

  /// Text: the counts at length, not a line each.
  void show_all_facets() noexcept { all_facets_ = true; }

  /// What stands before the hits.
  [[nodiscard]] std::string before() const;
  /// The next hit.
  [[nodiscard]] std::string hit(const Hit& hit);
  /// What stands behind them.
  [[nodiscard]] std::string after() const;

 private:
  Format format_;
  const SearchRequest& request_;
  const SearchResult& summary_;
  std::size_t hit_count_;
  TextStyle style_;
  std::size_t given_ = 0;
  bool all_facets_ = false;
};

}  // namespace dateline
