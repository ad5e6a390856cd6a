// Indexes made for tests of the searcher, open.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

/// A request for all hits of a query.
inline SearchRequest all_hits(const std::string& query, DocumentKind kind = DocumentKind::article) {
  SearchRequest request;
  auto parsed = parse_query(query);
  request.query = std::move(parsed.root);
  request.kind = kind;
  request.limit = 10'000;
  return request;
}

/// An index in a directory of its own, and a searcher of it.
class OpenIndex {
 public:
  using Segments = std::vector<std::vector<IndexedArticle>>;

  explicit OpenIndex(const Segments& segments) {
    write_index(directory_.path(), segments);
    searcher_.emplace(directory_.path());
  }

  [[nodiscard]] Searcher& searcher() noexcept { return *searcher_; }
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return directory_.path(); }
  /// All hits of a query.
  [[nodiscard]] std::vector<Hit> hits(const std::string& query,
                                      DocumentKind kind = DocumentKind::article) {
    return searcher_->search(all_hits(query, kind)).hits;
  }

 private:
  TempDir directory_;
  std::optional<Searcher> searcher_;
};

}  // namespace dateline::test
