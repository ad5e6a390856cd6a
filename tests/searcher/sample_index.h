// The sample articles, indexed for tests of the searcher.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article_reader.h"
#include "indexer/annotator.h"
#include "searcher/query_parser.h"
#include "searcher/searcher.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

/// All of corpus/articles, in the order of their names, in two segments.
class SampleIndex {
 public:
  SampleIndex() {
    const Extractor extractor;
    Annotator annotator("en", extractor);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/corpus/articles"))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::vector<IndexedArticle>> segments(2);
    for (std::size_t i = 0; i < paths.size(); ++i) {
      const auto add = [&](Article&& article) {
        article.id = paths[i].filename().string();
        auto annotated = annotator.annotate(std::move(article));
        annotated.meta.hash = "0123456789abcdef";
        segments[i % 2].push_back(std::move(annotated));
      };
      read_articles(paths[i], {}, extractor.dates(),
                    {add, [](std::size_t, const std::string& message, bool) {
                       throw std::runtime_error(message);
                     }});
    }
    write_index(directory_.path(), segments);
  }
  [[nodiscard]] Searcher open() const { return Searcher{directory_.path()}; }

 private:
  TempDir directory_;
};

/// A request for all hits of a query.
inline SearchRequest all_hits(const std::string& query, DocumentKind kind) {
  SearchRequest request;
  auto parsed = parse_query(query);
  request.query = std::move(parsed.root);
  request.kind = kind;
  request.limit = 10'000;
  return request;
}

}  // namespace dateline::test
