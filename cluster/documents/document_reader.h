// Reads articles and events of an index as documents.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cluster/documents/document.h"
#include "index/snapshot.h"
#include "language/words/analyzer.h"

namespace dateline {

/// Reads the documents of a snapshot one by one. For one thread. An article's words are analyzed
/// once while it and its events are read one behind the other. All functions @throw IndexError
/// (missing) for what is damaged.
class DocumentReader {
 public:
  /// `snapshot` must outlive it, and what it gives. @throws IndexError (missing) when another
  /// analyzer made its words.
  explicit DocumentReader(const Snapshot& snapshot);

  /// What the documents' words were made by: Analyzer::fingerprint().
  [[nodiscard]] std::string analyzer() const { return analyzer_.fingerprint(); }

  /// Requires the place of an article that the snapshot has.
  [[nodiscard]] ArticleDocument article(Location place);
  /// Requires the place of an event. The document's `inherited` is valid until an event or article
  /// of another article is read.
  [[nodiscard]] EventDocument event(Location place);

 private:
  /// A token of the article at hand.
  struct PlacedToken {
    std::uint32_t term = 0;
    Span span;
    std::string_view word;  ///< folded, not stemmed
  };

  void go_to(const Segment& segment, std::uint32_t article);
  void read_tokens(const Segment& segment, std::uint32_t article);
  [[nodiscard]] std::string tokens_of(std::string_view text);
  [[nodiscard]] InheritedFields inherited(const Segment& segment, std::uint32_t article);
  void add_block_tokens(ArticleDocument& document) const;
  [[nodiscard]] std::string joined(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::vector<std::string> words(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::size_t token_at(std::uint32_t offset) const;

  const Snapshot& snapshot_;
  Analyzer analyzer_;
  Analyzer fields_analyzer_;  // so that views of the text's tokens stay valid
  const Segment* segment_ = nullptr;
  std::uint32_t article_ = 0;
  std::vector<PlacedToken> tokens_;
  std::vector<Token> analyzed_;
  InheritedFields inherited_;
};

}  // namespace dateline
