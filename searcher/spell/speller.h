// Other spellings of a query's words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "index/snapshot.h"
#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/match/posting_lists.h"
#include "searcher/query/query.h"
#include "searcher/spell/spelling.h"

namespace dateline {

/// A query with other spellings; empty where nothing better is known.
struct Respelling {
  std::optional<QueryNode> root;     ///< every word that no document has replaced, if any is
  std::vector<std::string> unknown;  ///< those words, as typed
  std::vector<std::string> instead;  ///< what replaces each
  std::optional<QueryNode> better;   ///< rare words, too, replaced by much commoner ones
  std::string better_label;          ///< what is put into it, for people
};

/// Looks up the words of queries among those of an index. For one thread.
class Speller {
 public:
  /// All must outlive it. `lists`: of each segment of `snapshot`.
  Speller(const Snapshot& snapshot, const std::vector<PostingLists>& lists, Analyzer& analyzer,
          const WordVariants& variants)
      : lists_(lists), analyzer_(analyzer), variants_(variants), spelling_(snapshot, lists) {}

  /// Respells words of the text, of whatever field but the author; not what is excluded, nor what
  /// documents have under another name. @throws IndexError for a damaged database.
  [[nodiscard]] Respelling respell(const QueryNode& query, DocumentKind kind) const;

 private:
  void respell(QueryNode& root, QueryNode& better, DocumentKind kind, Respelling& result) const;
  [[nodiscard]] bool has_documents(std::string_view term, DocumentKind kind) const;
  [[nodiscard]] bool has_variant(std::string_view typed, DocumentKind kind) const;

  const std::vector<PostingLists>& lists_;
  Analyzer& analyzer_;
  const WordVariants& variants_;
  SpellingIndex spelling_;
};

}  // namespace dateline
