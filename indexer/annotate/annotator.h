// Finds what the index keeps: tokens, dates, countries, organizations, persons, events.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/article.h"
#include "index/content_hash.h"
#include "indexer/annotate/article_parts.h"
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

  /// Takes the article's text over. `article.id` must be set. Linear in the text, whatever it says;
  /// never throws on any text. A block of more than kMaxPartBytes is read in parts, cut at white
  /// space: what lies across a cut is not found.
  [[nodiscard]] IndexedArticle annotate(Article&& article) {
    return *annotate(std::move(article), {});
  }
  /// The same, or nullopt once a stop is requested: that is looked at before each part of an
  /// article
  /// of more than kSmallBytes. Smaller ones are finished.
  [[nodiscard]] std::optional<IndexedArticle> annotate(Article&& article,
                                                       const std::stop_token& stop);

  static constexpr std::uint32_t kMaxPartBytes = std::uint32_t{1} << 18;
  static constexpr std::uint32_t kSmallBytes = std::uint32_t{1} << 16;

 private:
  /// How often the text met a limit.
  struct Limits {
    std::size_t long_blocks = 0;
    std::size_t long_sentences = 0;
    std::size_t foreign_blocks = 0;

    [[nodiscard]] std::vector<std::string> told() const;
  };

  bool tokenize(const Article& article, const std::stop_token& stop, IndexedArticle& result);
  bool read(const Article& article, const std::stop_token& stop, ReadArticle& read,
            Limits& met) const;
  bool extract(const Article& article, const std::stop_token& stop, IndexedArticle& result) const;

  Analyzer analyzer_;
  const Extractor& extractor_;
  std::string version_;
};

/// Words a limit that an article met as a problem of its file.
[[nodiscard]] std::string limit_problem(std::string_view id, std::string_view limit);

}  // namespace dateline
