#include "searcher/match/text_pattern.h"

#include <algorithm>
#include <deque>

#include "corpus/article.h"
#include "searcher/match/prefix.h"

// A text is read once for all patterns. Each token is looked up in a sorted list of the terms with
// which an occurrence may begin, so that tokens that no pattern asks for, which are nearly all,
// cost one search in a short list. Phrases whose words may stand apart have no first word: each of
// them moves a window of its own over the tokens.

namespace dateline {
namespace {

bool is_exact_phrase(const TextPattern& pattern) noexcept {
  return pattern.form == TextForm::phrase && pattern.slop == 0;
}
bool is_near_phrase(const TextPattern& pattern) noexcept {
  return pattern.form == TextForm::phrase && pattern.slop > 0;
}

bool stands_at(const std::vector<std::uint32_t>& terms, std::span<const StoredToken> run,
               std::size_t at) noexcept {
  if (run.size() - at < terms.size()) return false;
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (run[at + i].term != terms[i]) return false;
  }
  return true;
}

// Counts how often each term of a phrase stands in a window, and knows how often it is needed.
class NearWindow {
 public:
  explicit NearWindow(const std::vector<std::uint32_t>& terms) : terms_(terms) {
    std::sort(terms_.begin(), terms_.end());
    for (std::size_t i = 0; i < terms_.size(); ++i) {
      if (i > 0 && terms_[i] == terms_[i - 1]) {
        ++needed_.back();
      } else {
        needed_.push_back(1);
      }
    }
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
    have_.resize(terms_.size());
  }

  /// The term's place; nullopt for a word that the phrase does not have.
  [[nodiscard]] std::optional<std::size_t> place(std::uint32_t term) const {
    const auto found = std::lower_bound(terms_.begin(), terms_.end(), term);
    if (found == terms_.end() || *found != term) return std::nullopt;
    return static_cast<std::size_t>(found - terms_.begin());
  }
  void enter(std::size_t place) {
    if (++have_[place] == needed_[place]) ++complete_;
  }
  void leave(std::size_t place) {
    if (have_[place]-- == needed_[place]) --complete_;
  }
  [[nodiscard]] bool is_spare(std::size_t place) const { return have_[place] > needed_[place]; }
  [[nodiscard]] bool is_complete() const noexcept { return complete_ == terms_.size(); }

 private:
  std::vector<std::uint32_t> terms_;  // each once, sorted
  std::vector<std::uint32_t> needed_;
  std::vector<std::uint32_t> have_;
  std::size_t complete_ = 0;
};

}  // namespace

std::optional<TextPattern> pattern_of(const TextCondition& text, const Segment& segment) {
  TextPattern pattern{text.form, text.field, {}, text.slop, 1};
  if (text.form == TextForm::prefix) {
    pattern.terms = expand_prefix(segment, text.terms.front());
    return pattern.terms.empty() ? std::nullopt : std::optional{std::move(pattern)};
  }
  for (const auto& term : text.terms) {
    const auto number = segment.terms.find(term);
    if (!number) return std::nullopt;
    pattern.terms.push_back(*number);
  }
  return pattern;
}

bool counts_for(TextField field, const BlockRow& block) noexcept {
  const bool is_title = static_cast<BlockKind>(block.kind) == BlockKind::title;
  switch (field) {
    case TextField::any:
      return true;
    case TextField::title:
      return is_title;
    case TextField::heading:
      return is_heading(block);
    case TextField::text:
      return !is_title && !is_heading(block);
    case TextField::author:
      break;
  }
  return false;
}

PatternFinder::PatternFinder(std::vector<TextPattern> patterns) : patterns_(std::move(patterns)) {
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    const auto& terms = patterns_[i].terms;
    if (is_near_phrase(patterns_[i])) continue;
    const auto end = is_exact_phrase(patterns_[i]) ? terms.begin() + 1 : terms.end();
    for (auto term = terms.begin(); term != end; ++term) starts_.push_back({*term, i});
  }
  std::sort(starts_.begin(), starts_.end(), [](const Start& a, const Start& b) {
    return a.term != b.term ? a.term < b.term : a.pattern < b.pattern;
  });
}

std::vector<TextOccurrence> PatternFinder::find(std::span<const StoredToken> run) const {
  std::vector<TextOccurrence> found;
  for (std::uint32_t i = 0; i < run.size(); ++i) {
    auto start =
        std::lower_bound(starts_.begin(), starts_.end(), run[i].term,
                         [](const Start& entry, std::uint32_t term) { return entry.term < term; });
    for (; start != starts_.end() && start->term == run[i].term; ++start) {
      const auto& pattern = patterns_[start->pattern];
      if (!is_exact_phrase(pattern)) {
        found.push_back({start->pattern, i, i});
      } else if (stands_at(pattern.terms, run, i)) {
        found.push_back(
            {start->pattern, i, i + static_cast<std::uint32_t>(pattern.terms.size()) - 1});
      }
    }
  }
  const auto by_words = found.size();
  for (std::uint32_t i = 0; i < patterns_.size(); ++i) {
    if (is_near_phrase(patterns_[i])) find_near(i, run, found);
  }
  if (found.size() > by_words) {
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  return found;
}

// Moves a window over the phrase's words, as PhraseMatcher does. At each end where it is complete,
// it is narrowed to the shortest run that still is, and that run is an occurrence.
void PatternFinder::find_near(std::uint32_t pattern, std::span<const StoredToken> run,
                              std::vector<TextOccurrence>& found) const {
  struct Place {
    std::uint32_t position;
    std::size_t word;
  };
  const auto& phrase = patterns_[pattern];
  const std::size_t width = phrase.terms.size() + phrase.slop;
  NearWindow have(phrase.terms);
  std::deque<Place> window;
  const auto drop = [&] {
    have.leave(window.front().word);
    window.pop_front();
  };
  for (std::uint32_t i = 0; i < run.size(); ++i) {
    const auto word = have.place(run[i].term);
    if (!word) continue;
    window.push_back({i, *word});
    have.enter(*word);
    while (i - window.front().position >= width || have.is_spare(window.front().word)) drop();
    if (!have.is_complete()) continue;
    found.push_back({pattern, window.front().position, i});
    drop();
  }
}

void PatternFinder::add_marks(const TextOccurrence& occurrence, std::span<const StoredToken> run,
                              std::vector<Span>& marks) const {
  const auto& pattern = patterns_[occurrence.pattern];
  if (!is_near_phrase(pattern)) {
    marks.push_back({run[occurrence.first].span.begin, run[occurrence.last].span.end});
    return;
  }
  for (auto i = occurrence.first; i <= occurrence.last; ++i) {
    if (std::find(pattern.terms.begin(), pattern.terms.end(), run[i].term) != pattern.terms.end())
      marks.push_back(run[i].span);
  }
}

}  // namespace dateline
