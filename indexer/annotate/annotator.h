// Finds what the index keeps: tokens, dates, countries, organizations, events.
#pragma once

#include <string_view>

#include "corpus/article.h"
#include "index/content_hash.h"
#include "indexer/annotate/extractor.h"
#include "indexer/annotate/indexed_article.h"
#include "language/words/analyzer.h"

namespace dateline {

/// Turns articles as read into articles as indexed. Holds an analyzer, so: one object a thread.
class Annotator {
 public:
  /// `extractor` must outlive it; it is shared between threads. Dates of rules that its overrides
  /// switch off are left out, and the events that such dates date.
  Annotator(std::string_view language, const Extractor& extractor);

  /// Takes the article's text over. `article.id` must be set. Linear in the text; never throws on
  /// any text.
  [[nodiscard]] IndexedArticle annotate(Article&& article);

 private:
  void tokenize(const Article& article, IndexedArticle& result);

  Analyzer analyzer_;
  const Extractor& extractor_;
  std::string version_;
};

}  // namespace dateline
