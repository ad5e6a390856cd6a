// A text under examination: its words, the surfaces found in it, and what stands around them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/countries/country_candidate.h"
#include "language/countries/lexicon_index.h"
#include "language/words/name_words.h"

namespace dateline {

/// The words and candidates of one text. Word indices are signed so that a rule may ask beyond both
/// ends: there, words are empty, of no class, and gaps are Gap::kNone. `text`, `index` and `own`
/// must outlive it. For one thread: even const members fill a cache.
class CountryContext {
 public:
  using Index = std::ptrdiff_t;

  /// `own`: a user's own surfaces, or null. The leftmost, longest surface of both counts; of two
  /// that are equally long, the user's.
  CountryContext(const ScannedText& text, const LexiconIndex& index,
                 const LexiconIndex* own = nullptr);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::span<const Word> words() const noexcept { return words_; }
  [[nodiscard]] std::vector<Candidate>& candidates() noexcept { return candidates_; }
  [[nodiscard]] const std::vector<Candidate>& candidates() const noexcept { return candidates_; }
  [[nodiscard]] const LexiconIndex& index() const noexcept { return index_; }
  [[nodiscard]] std::uint32_t sentences() const noexcept { return sentence_ + 1; }

  [[nodiscard]] std::string_view word(Index i) const noexcept {
    return has(i) ? text_.substr(at(i).begin, at(i).size()) : std::string_view{};
  }
  /// What stands before word i.
  [[nodiscard]] Gap gap(Index i) const noexcept { return has(i) ? at(i).gap : Gap::kNone; }
  [[nodiscard]] bool capital(Index i) const noexcept { return has(i) && at(i).capital; }
  [[nodiscard]] bool possessive(Index i) const noexcept { return has(i) && at(i).possessive; }
  [[nodiscard]] bool is(Index i, WordClass c) const { return (classes(i) & class_bit(c)) != 0; }
  /// All classes of word i, a set of class_bit(WordClass).
  [[nodiscard]] std::uint64_t classes(Index i) const {
    const auto& cached = cache_[static_cast<std::size_t>(i) % kCached];
    return cached.word == i && i >= 0 ? cached.classes : read_classes(i);
  }
  /// Whether word i follows word i-1 after white space alone, and i-1 is no possessive.
  [[nodiscard]] bool follows(Index i) const noexcept {
    return gap(i) == Gap::kSpace && !possessive(i - 1);
  }
  /// The same, or joined by a dash.
  [[nodiscard]] bool follows_or_joined(Index i) const noexcept {
    return follows(i) || gap(i) == Gap::kHyphen;
  }
  [[nodiscard]] bool starts_sentence(Index i) const;
  /// Whether the text looks like a headline: most of its longer words have a capital, and no full
  /// stop ends it.
  [[nodiscard]] bool title_case() const noexcept { return title_case_; }
  /// The code point that directly follows word i.
  [[nodiscard]] char32_t character_after(Index i) const noexcept;

  /// The entry of the phrase made of `head` and the words `tail`, the user's before the lexicon's;
  /// nullptr when there is none.
  [[nodiscard]] const LexiconEntry* phrase(std::string_view head, std::span<const Word> tail) const;

  /// The candidate that begins at word i, or ends there; nullptr when none does. Constant
  /// when it is near the one asked for before, else logarithmic.
  [[nodiscard]] const Candidate* beginning_at(Index i) const noexcept {
    return has(i) ? near(i, &Candidate::first_word) : nullptr;
  }
  [[nodiscard]] const Candidate* ending_at(Index i) const noexcept {
    return has(i) ? near(i, &Candidate::last_word) : nullptr;
  }

 private:
  struct CachedClasses {
    Index word = -1;
    std::uint64_t classes = 0;
  };

  static constexpr std::size_t kCached = 32;

  [[nodiscard]] bool has(Index i) const noexcept {
    return static_cast<std::size_t>(i) < words_.size();  // a negative index becomes a large one
  }
  [[nodiscard]] const Word& at(Index i) const noexcept {
    return words_[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::uint64_t read_classes(Index i) const;
  [[nodiscard]] const Candidate* near(Index word, std::uint32_t Candidate::* edge) const noexcept;
  void find_candidates();
  [[nodiscard]] std::optional<Candidate> candidate_at(std::size_t first);
  [[nodiscard]] std::optional<PhraseMatch> accepted(const LexiconIndex& index, std::size_t first);
  [[nodiscard]] bool accepts(const PhraseMatch& match, std::size_t first);
  [[nodiscard]] bool goes_on(const PhraseMatch& match) const;
  [[nodiscard]] bool in_capital_line(std::size_t word);
  [[nodiscard]] bool in_leading_capitals(std::size_t word);

  std::string_view text_;
  const LexiconIndex& index_;
  const LexiconIndex* own_;
  std::span<const Word> words_;
  std::vector<Candidate> candidates_;
  // Rules ask for the same few words around a candidate again and again.
  mutable std::array<CachedClasses, kCached> cache_{};
  mutable std::size_t looked_at_ = 0;  ///< the candidate last asked for: the next is near it
  std::uint32_t sentence_ = 0;
  bool title_case_ = false;
  // The line looked at last; candidates come in order, so each line is read once.
  struct Line {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t leading_end = 0;  ///< end of the run of capitals that the line begins with
    bool capitals = false;
    bool known = false;
  } line_;
  void read_line_of(std::size_t offset);
};

}  // namespace dateline
