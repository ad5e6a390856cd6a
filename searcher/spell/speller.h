// Other spellings of a query's words.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/spellings/word_variants.h"
#include "language/words/analyzer.h"
#include "searcher/query/query.h"
#include "searcher/spell/respelling.h"
#include "searcher/spell/spelling.h"

namespace dateline {

/// Looks up the words of queries among those of an archive. For one thread.
class Speller {
 public:
  /// How many spellings are tried for an unknown word.
  static constexpr std::size_t kMostTried = 3;

  /// All must outlive it.
  Speller(const Spelling& spelling, Analyzer& analyzer, const WordVariants& variants)
      : spelling_(spelling), analyzer_(analyzer), variants_(variants) {}

  /// Respells words of the text, of whatever field but the author; not what is excluded, nor what
  /// documents have under another name. @throws as Spelling.
  [[nodiscard]] Respelling respell(const QueryNode& query, DocumentKind kind) const;

 private:
  /// Spellings near to an unknown word, at least one.
  using Nearby = std::vector<std::string>;

  void respell(const QueryNode& root, QueryNode& better, DocumentKind kind, Respelling& result,
               std::vector<Nearby>& nearby) const;
  [[nodiscard]] std::vector<bool> words_of_names(const QueryNode& root) const;
  [[nodiscard]] bool has_documents(std::string_view term, DocumentKind kind) const;
  [[nodiscard]] bool has_variant(std::string_view typed, DocumentKind kind) const;

  const Spelling& spelling_;
  Analyzer& analyzer_;
  const WordVariants& variants_;
};

}  // namespace dateline
