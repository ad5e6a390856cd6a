// Where the words stand that bear on dates near them, so that no two dates look through the same
// words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "language/dates/token.h"

namespace dateline::dates {

/// How many tokens on either side of a date may bear on it.
inline constexpr std::size_t kReach = 40;

/// The tokens [begin, end) of one sentence.
struct TokenRange {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Where the words that show a tense stand, and the marks that end a clause. Dates that stand close
/// together so need not look through the same words again. Reads only what lies near dates, each
/// token once. The tokens must outlive it.
class CueIndex {
 public:
  explicit CueIndex(const TokenList& tokens) : tokens_(tokens) {}

  /// Goes to a date and reads what lies around it. Dates come in the order of the text.
  void go_to(TokenRange date);

  struct Place {
    std::uint32_t token = 0;
    std::uint32_t cues = 0;  ///< the index, plus one, of the last place up to here that is a cue
  };
  /// The last cue's place before the date, plus one; 0 when there is none.
  [[nodiscard]] std::size_t before() const noexcept {
    return next_ == 0 ? 0 : places_[next_ - 1].cues;
  }
  /// The first place, of a cue or a mark, at or behind the date's first token.
  [[nodiscard]] std::size_t behind() const noexcept { return next_; }
  [[nodiscard]] const std::vector<Place>& places() const noexcept { return places_; }

 private:
  void read(std::size_t begin, std::size_t end);

  const TokenList& tokens_;
  std::size_t read_ = 0;  // the token behind the last one read
  std::vector<Place> places_;
  std::size_t next_ = 0;
};

/// Where the words of a few kinds stand, for the question which is nearest to a date. Reads only
/// what lies near dates, each token once. The tokens must outlive it.
class NearbyKinds {
 public:
  NearbyKinds(const TokenList& tokens, KindSet kinds) : tokens_(tokens), kinds_(kinds) {}

  /// The word of the kinds that stands nearest to the date (before it, if two are as near), within
  /// a few dozen tokens and in its sentence. Dates come in the order of the text. "States" counts
  /// only with a capital letter.
  [[nodiscard]] std::optional<std::size_t> nearest(TokenRange sentence, TokenRange date);

 private:
  const TokenList& tokens_;
  KindSet kinds_;
  std::size_t read_ = 0;  // the token behind the last one read
  std::vector<std::size_t> places_;
  std::size_t next_ = 0;
};

}  // namespace dateline::dates
