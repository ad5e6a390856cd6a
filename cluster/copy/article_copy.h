// Articles again as the indexer had them, from their documents.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "indexer/annotate/indexed_article.h"
#include "language/words/analyzer.h"

namespace dateline {

/// Restores articles and their events from what append_json() (cluster/documents/document_json.h)
/// made of them. Only their words are analyzed anew. For one thread.
class ArticleCopier {
 public:
  /// @param language of the index that they came from
  explicit ArticleCopier(std::string_view language) : analyzer_(language) {}

  /// An article without its events. @throws simdjson::simdjson_error for what no article's document
  /// is; IndexError for damaged metadata.
  [[nodiscard]] IndexedArticle article(simdjson::dom::element document);
  /// Adds an event. Those of an article come in the order of its text. @throws likewise.
  void add_event(simdjson::dom::element document, IndexedArticle& article);

 private:
  [[nodiscard]] std::uint32_t id_of(std::string_view term, IndexedArticle& article);
  void read_words(IndexedArticle& article);

  Analyzer analyzer_;
  std::unordered_map<std::string, std::uint32_t> vocabulary_;  // of the article at hand
};

}  // namespace dateline
