// Turns text into tokens, the same way for articles and for queries.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "language/span.h"
#include "language/words/string_table.h"

struct sb_stemmer;

namespace dateline {

/// One word of a text as the index knows it. The views live until the analyzer begins another text
/// (see Analyzer::begin_text()). The token's position is its place in the vector that analyze()
/// returns.
struct Token {
  std::string_view term;  ///< folded and stemmed: what is indexed
  std::string_view word;  ///< folded only: what prefixes are compared with
  Span span;              ///< the word as written, bytes of the analyzed text
};

/// Splits text into words, folds and stems them. The same class serves the indexer and the
/// searcher, and its fingerprint is kept in the index: terms of another analyzer would silently not
/// match.
///
/// - Words: Unicode UAX #29 as ICU implements it, dictionary words for Chinese, Japanese and Thai.
///   An acronym with dots ("U.S.", "D.P.R.K.") is one word without them; a possessive 's is left
///   out, and the s of more than one NGO or F-16; what has neither letter nor digit is no word.
///   Every sign for an apostrophe joins letters, and so does a space of no width.
/// - Fold: see folded_word.h. Stem: Snowball by language ("en": English, Porter 2, but for the
///   forms of word_forms.h); words of languages without a stemmer stay as they are.
/// - A term longer than kMaxTermBytes is cut there, at a code point.
///
/// Keeps a cache of words, so each thread needs an object of its own. The cache is emptied when a
/// text begins and it has passed kMaxCachedWords.
class Analyzer {
 public:
  static constexpr std::size_t kMaxTermBytes = 128;
  static constexpr std::size_t kMaxCachedWords = std::size_t{1} << 18;

  /// @param language BCP 47 ("en", "de", "ru"); the part before '-' chooses the stemmer.
  explicit Analyzer(std::string_view language);
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  /// The tokens of `text` (UTF-8), in order; stop words included. Begins a text. Linear in the
  /// text; never throws on any input.
  [[nodiscard]] std::vector<Token> analyze(std::string_view text);

  /// A text that is analyzed part by part, as an article is block by block.
  class Text {
   public:
    /// Appends the tokens of a part to `tokens`, with `offset` added to each span. Views of the
    /// text's earlier tokens stay valid.
    void add(std::string_view part, std::uint32_t offset, std::vector<Token>& tokens) {
      analyzer_.add_tokens(part, offset, tokens);
    }

   private:
    friend class Analyzer;
    explicit Text(Analyzer& analyzer) : analyzer_(analyzer) {}
    Analyzer& analyzer_;
  };
  /// From here on the views of earlier tokens are void. The analyzer must outlive the text.
  [[nodiscard]] Text begin_text();

  /// Names everything that decides which terms a text gives: version of the algorithm, language,
  /// stemmer, Unicode.
  [[nodiscard]] std::string fingerprint() const;
  [[nodiscard]] const std::string& language() const noexcept { return language_; }

  /// Whether words of a language are stemmed, and the languages whose are, as codes of two letters.
  [[nodiscard]] static bool has_stemmer(std::string_view language);
  [[nodiscard]] static std::vector<std::string> stemmer_languages();

 private:
  struct WordBreaker;  // ICU's word iterator
  struct StemmerDelete {
    void operator()(sb_stemmer* stemmer) const noexcept;
  };

  void add_tokens(std::string_view text, std::uint32_t offset, std::vector<Token>& tokens);
  void add_word(std::string_view text, Span word, std::uint32_t offset, std::vector<Token>& tokens);
  void break_with_icu(std::string_view text, Span chunk, std::uint32_t offset,
                      std::vector<Token>& tokens);
  struct Entry {
    std::string written;
    std::string term;  // empty: no word
    std::string word;
  };
  [[nodiscard]] Entry make_entry(std::string_view key, std::string_view word) const;
  [[nodiscard]] std::string stem(const std::string& word) const;

  std::string language_;
  std::unique_ptr<sb_stemmer, StemmerDelete> stemmer_;  // null: no stemmer for this language
  bool is_english_ = false;                             // has tables of forms (word_forms.h)
  std::unique_ptr<WordBreaker> breaker_;
  std::deque<Entry> entries_;  // the cache
  StringTable by_writing_;     // word as written → its place in entries_
};

}  // namespace dateline
