// The sample articles, indexed for tests of the searcher.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "corpus/article_reader.h"
#include "indexer/annotate/annotator.h"
#include "tests/searcher/open_index.h"

namespace dateline::test {

/// All of corpus/articles, in the order of their names, in two segments.
class SampleIndex : public OpenIndex {
 public:
  SampleIndex() : OpenIndex(segments()) {}

 private:
  static Segments segments() {
    const Extractor extractor;
    Annotator annotator("en", extractor);
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(DATELINE_SOURCE_DIR "/corpus/articles"))
      paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    Segments segments(2);
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
    return segments;
  }
};

}  // namespace dateline::test
