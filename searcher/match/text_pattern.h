// Where the words and phrases of a query stand in a text.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "index/segment.h"
#include "searcher/match/condition.h"

namespace dateline {

/// A word, prefix or phrase by the numbers of one segment.
struct TextPattern {
  TextForm form = TextForm::word;
  TextField field = TextField::any;
  std::vector<std::uint32_t>
      terms;               ///< word: one; prefix: its expansions, sorted; phrase: in order
  std::uint32_t slop = 0;  ///< of a phrase, as in QueryText
  double weight = 1;       ///< rarer ones are worth more
};

/// The pattern of a text, of weight 1. @return nullopt when the segment lacks one of its terms.
[[nodiscard]] std::optional<TextPattern> pattern_of(const TextCondition& text,
                                                    const Segment& segment);

/// Whether words of a block count for a field. Of `author`, none does; of `title`, those of a title
/// that stands in the text.
[[nodiscard]] bool counts_for(TextField field, const BlockRow& block) noexcept;

/// A pattern in a run of tokens.
struct TextOccurrence {
  std::uint32_t pattern = 0;  ///< index into the patterns
  std::uint32_t first = 0;    ///< tokens of the run, both included
  std::uint32_t last = 0;
};

/// Finds patterns in runs of tokens that belong together: a block, an event, a title. Immutable.
class PatternFinder {
 public:
  PatternFinder() = default;
  explicit PatternFinder(std::vector<TextPattern> patterns);

  [[nodiscard]] const std::vector<TextPattern>& patterns() const noexcept { return patterns_; }
  /// Every occurrence, whatever the field, by first token. Of words with others among them, the
  /// shortest runs that hold all. Linear in the tokens, times the length of phrases.
  [[nodiscard]] std::vector<TextOccurrence> find(std::span<const StoredToken> run) const;
  /// Adds what to mark of an occurrence: words, a phrase as one, words near each other singly.
  void add_marks(const TextOccurrence& occurrence, std::span<const StoredToken> run,
                 std::vector<Span>& marks) const;

 private:
  struct Start {
    std::uint32_t term;
    std::uint32_t pattern;
  };

  void find_near(std::uint32_t pattern, std::span<const StoredToken> run,
                 std::vector<TextOccurrence>& found) const;

  std::vector<TextPattern> patterns_;
  std::vector<Start> starts_;  // by term: what an occurrence may begin with
};

}  // namespace dateline
