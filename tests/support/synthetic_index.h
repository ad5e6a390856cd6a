// Articles made by tests, with everything known that an index should find in them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "indexer/annotate/indexed_article.h"
#include "language/words/analyzer.h"

namespace dateline::test {

/// Puts an article together block by block. Words are separated by single spaces.
class ArticleBuilder {
 public:
  explicit ArticleBuilder(std::string id);

  ArticleBuilder& title(std::string_view words);
  ArticleBuilder& author(std::string_view name);
  ArticleBuilder& about(const std::vector<std::string>& countries);
  ArticleBuilder& published(const DateInterval& period);
  ArticleBuilder& heading(std::string_view words);
  ArticleBuilder& paragraph(std::string_view words, const std::vector<std::string>& countries = {});
  /// The last block, and the event that it is, mention these.
  ArticleBuilder& organizations(const std::vector<std::string>& names);
  /// Of the last block, if it is an event's.
  ArticleBuilder& sources(const std::vector<std::string>& names);
  /// The last block, and the event that it is, mention these persons, the first of whom acts for
  /// the country (empty: none does).
  ArticleBuilder& persons(const std::vector<std::string>& names, const std::string& country);
  /// The two countries of its title.
  ArticleBuilder& subjects(const std::vector<std::string>& countries);
  /// A block that is one event.
  ArticleBuilder& event(EventOrigin origin, std::string_view words, const DateValue& date,
                        const std::vector<std::string>& countries);

  [[nodiscard]] IndexedArticle build();

 private:
  Span add_block(BlockKind kind, std::string_view words);
  void mention_countries(Span span, const std::vector<std::string>& countries);
  std::uint32_t vocabulary_id(std::string_view term);

  Analyzer analyzer_{"en"};
  IndexedArticle article_;
};

/// Writes an index with these segments. `removed[s]` lists the articles of segment s that are no
/// longer in force.
void write_index(const std::filesystem::path& directory,
                 const std::vector<std::vector<IndexedArticle>>& segments,
                 const std::vector<std::vector<std::uint32_t>>& removed = {});

}  // namespace dateline::test
