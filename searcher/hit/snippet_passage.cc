#include "searcher/hit/snippet_passage.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <deque>

#include "language/utf8.h"
#include "language/words/sentences.h"

// The window moves over the occurrences of the query's words and not over all words: each enters
// once and leaves once, so that the cost is that of the occurrences, however long the block. Its
// weight is kept up to date while they enter and leave. That leaves traces of rounding, so a window
// must be clearly heavier than an earlier one to be preferred (kRounding). Where a passage is cut,
// white space decides and not the analyzer, which sees no punctuation; only where no white space is
// near, as in scripts that write none, the cut falls between two words as the analyzer knows them.

namespace dateline {
namespace {

constexpr double kRepeat = 0.05;
constexpr double kNear = 0.25;

// Whether the character at `at` belongs to the grapheme before it.
bool extends_grapheme(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return false;
  std::size_t offset = at;
  const auto c = static_cast<UChar32>(next_code_point(text, offset));
  return u_hasBinaryProperty(c, UCHAR_GRAPHEME_EXTEND) != 0 || c == 0x200D ||
         u_charType(c) == U_COMBINING_SPACING_MARK;
}

// How far a cut is moved to white space; beyond, a text is taken for one that writes no blanks.
constexpr std::uint32_t kMaxMove = 48;

std::uint32_t cut_begin(std::string_view text, std::span<const StoredToken> run,
                        std::uint32_t wanted, std::uint32_t limit) {
  const auto last = std::min(limit, wanted + kMaxMove);
  for (auto begin = wanted; begin < last; ++begin) {
    if (is_ascii_space(text[begin - 1]) && !is_ascii_space(text[begin]) &&
        !extends_grapheme(text, begin))
      return begin;
  }
  for (const auto& token : run) {
    if (token.span.begin >= wanted) return std::min(token.span.begin, limit);
  }
  return limit;
}

std::uint32_t cut_end(std::string_view text, std::span<const StoredToken> run, std::uint32_t wanted,
                      std::uint32_t limit) {
  const auto last = std::max(limit, wanted - std::min(wanted, kMaxMove));
  for (auto end = wanted; end > last; --end) {
    if (is_ascii_space(text[end]) && !is_ascii_space(text[end - 1])) return end;
  }
  for (auto token = run.rbegin(); token != run.rend(); ++token) {
    const auto end = token->span.end;
    if (end <= wanted && !extends_grapheme(text, end)) return std::max(end, limit);
  }
  return limit;
}

// The window that best_passage() moves over the occurrences.
class Window {
 public:
  Window(const PatternFinder& patterns, const std::vector<TextOccurrence>& occurrences,
         std::span<const StoredToken> run)
      : patterns_(patterns),
        occurrences_(occurrences),
        run_(run),
        seen_(patterns.patterns().size()) {}

  void enter(std::size_t i) {
    if (!held_.empty()) weight_ += nearness(i);
    held_.push_back(i);
    weight_ += part(i, seen_[occurrences_[i].pattern]++ == 0);
  }
  void leave() {
    const auto leaving = held_.front();
    held_.pop_front();
    weight_ -= part(leaving, --seen_[occurrences_[leaving].pattern] == 0);
    if (!held_.empty()) weight_ -= nearness(leaving + 1);
  }
  [[nodiscard]] std::size_t size() const noexcept { return held_.size(); }
  [[nodiscard]] double weight() const noexcept { return weight_; }
  [[nodiscard]] Span span() const {
    Span span{run_[occurrences_[held_.front()].first].span.begin, 0};
    for (const auto i : held_) span.end = std::max(span.end, run_[occurrences_[i].last].span.end);
    return span;
  }

 private:
  [[nodiscard]] double weight_of(std::size_t i) const {
    return patterns_.patterns()[occurrences_[i].pattern].weight;
  }
  [[nodiscard]] double part(std::size_t i, bool first) const {
    return weight_of(i) * (first ? 1 : kRepeat);
  }
  // Of an occurrence and the one before it.
  [[nodiscard]] double nearness(std::size_t i) const {
    const auto& before = occurrences_[i - 1];
    if (before.pattern == occurrences_[i].pattern) return 0;
    const auto apart = occurrences_[i].first - std::min(occurrences_[i].first, before.last);
    return kNear * std::min(weight_of(i - 1), weight_of(i)) / std::max(apart, std::uint32_t{1});
  }

  const PatternFinder& patterns_;
  const std::vector<TextOccurrence>& occurrences_;
  std::span<const StoredToken> run_;
  std::vector<std::uint32_t> seen_;
  std::deque<std::size_t> held_;
  double weight_ = 0;
};

}  // namespace

Passage best_passage(const PatternFinder& patterns, const std::vector<TextOccurrence>& occurrences,
                     std::span<const StoredToken> run, std::size_t width) {
  constexpr double kRounding = 1e-9;
  Passage best;
  Window window(patterns, occurrences, run);
  for (std::size_t i = 0; i < occurrences.size(); ++i) {
    window.enter(i);
    while (window.size() > 1 && window.span().size() > width) window.leave();
    if (window.weight() > best.weight + kRounding) best = {window.span(), window.weight()};
  }
  return best;
}

Span widened(std::string_view text, Span block, std::span<const StoredToken> run, Span passage,
             std::size_t width) {
  constexpr std::uint32_t kLead = 160;
  const auto most = static_cast<std::uint32_t>(width);
  passage = {std::clamp(passage.begin, block.begin, block.end),  // only a damaged index has it
             std::clamp(passage.end, block.begin, block.end)};   // elsewhere
  std::uint32_t begin = block.begin;
  for (const Span sentence : split_sentences(block.of(text))) {
    if (block.begin + sentence.begin <= passage.begin) begin = block.begin + sentence.begin;
  }
  const auto lead = std::min(kLead, most - std::min(most, passage.size()));
  if (passage.begin - begin > lead)
    begin = cut_begin(text, run, passage.begin - lead, passage.begin);
  std::uint32_t end = block.end;
  if (end - begin > most) {
    const auto wanted = std::max(begin + most, passage.end);
    if (wanted < end) end = cut_end(text, run, wanted, passage.end);
  }
  return {begin, end};
}

}  // namespace dateline
