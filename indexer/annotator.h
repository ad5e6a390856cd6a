// Finds what the index keeps: tokens, dates, countries, events.
#pragma once

#include <string>

#include "corpus/article.h"
#include "indexer/indexed_article.h"
#include "language/analyzer.h"
#include "language/country_finder.h"
#include "language/date_finder.h"
#include "language/name_overrides.h"

namespace dateline {

/// Names the rules that find dates, countries and events. Kept in the index: facets of another
/// version are stale.
[[nodiscard]] std::string extractor_version();

/// XXH3 of everything that was read of an article (16 hex digits): equal hashes mean that nothing
/// has to be done.
[[nodiscard]] std::string content_hash(const Article& article);

/// Turns articles as read into articles as indexed. Holds an analyzer, so: one object a thread.
class Annotator {
 public:
  /// The finders must outlive it; they are shared between threads. So must `overrides`, where there
  /// are some: dates of rules that they switch off are left out, and the events that such dates
  /// date. (Countries are the finder's business: make it with the same overrides.)
  Annotator(std::string_view language, const DateFinder& dates, const CountryFinder& countries,
            const NameOverrides* overrides = nullptr);

  /// Takes the article's text over. `article.id` must be set. Linear in the text; never throws on
  /// any text.
  [[nodiscard]] IndexedArticle annotate(Article&& article);

 private:
  void tokenize(const Article& article, IndexedArticle& result);

  Analyzer analyzer_;
  const DateFinder& dates_;
  const CountryFinder& countries_;
  const NameOverrides* overrides_;
};

}  // namespace dateline
