#include "language/countries/country_context.h"

#include <algorithm>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::uint32_t kLongWord = 4;  // letters; shorter words keep small letters in headlines
constexpr std::size_t kShortestInCapitals = 4;  // letters of a name that counts so in other text
constexpr std::size_t kLongestDoubtfulDemonym = 4;  // letters: DANE, POLE
constexpr int kNearby = 8;  // candidates; farther ones are sought by halving

bool ends_with_stop(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n\"')");
  return last != std::string_view::npos && text[last] == '.';
}

bool is_headline(std::string_view text, std::span<const Word> words) {
  if (ends_with_stop(text)) return false;
  std::size_t longer = 0;
  std::size_t capital = 0;
  for (const auto& word : words) {
    if (word.size() < kLongWord) continue;
    ++longer;
    if (word.capital) ++capital;
  }
  return longer >= 3 && capital * 10 >= longer * 8;
}

}  // namespace

CountryContext::CountryContext(const ScannedText& text, const LexiconIndex& index,
                               const LexiconIndex* own)
    : text_{text.text},
      index_{index},
      own_{own},
      words_{text.words},
      title_case_{is_headline(text_, words_)} {
  find_candidates();
}

std::uint64_t CountryContext::read_classes(Index i) const {
  if (!has(i)) return 0;
  const auto classes = index_.classes(word(i));
  cache_[static_cast<std::size_t>(i) % kCached] = {i, classes};
  return classes;
}

bool CountryContext::starts_sentence(Index i) const {
  if (i <= 0) return i == 0;
  if (i >= static_cast<Index>(words_.size())) return false;
  const Word& here = words_[static_cast<std::size_t>(i)];
  if (!here.after_stop || !here.capital) return false;
  return here.gap != Gap::kDot || !is(i - 1, WordClass::kAbbreviation);
}

char32_t CountryContext::character_after(Index i) const noexcept {
  if (i < 0 || i >= static_cast<Index>(words_.size())) return 0;
  std::size_t at = words_[static_cast<std::size_t>(i)].end;
  return at < text_.size() ? next_code_point(text_, at) : 0;
}

// The candidate whose first or last word is `word`. Both grow along the candidates.
const Candidate* CountryContext::near(Index word, std::uint32_t Candidate::* edge) const noexcept {
  const auto wanted = static_cast<std::uint32_t>(word);
  std::size_t i = std::min(looked_at_, candidates_.size());
  int steps = 0;
  while (steps < kNearby && i > 0 && candidates_[i - 1].*edge >= wanted) --i, ++steps;
  while (steps < kNearby && i < candidates_.size() && candidates_[i].*edge < wanted) ++i, ++steps;
  if (steps == kNearby) {
    const auto found =
        std::lower_bound(candidates_.begin(), candidates_.end(), wanted,
                         [edge](const Candidate& c, std::uint32_t key) { return c.*edge < key; });
    i = static_cast<std::size_t>(found - candidates_.begin());
  }
  looked_at_ = i;
  return i < candidates_.size() && candidates_[i].*edge == wanted ? &candidates_[i] : nullptr;
}

const LexiconEntry* CountryContext::phrase(std::string_view head,
                                           std::span<const Word> tail) const {
  const auto* entry = own_ == nullptr ? nullptr : own_->phrase(head, text_, tail);
  return entry != nullptr ? entry : index_.phrase(head, text_, tail);
}

void CountryContext::find_candidates() {
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (words_[i].after_stop && i > 0 && starts_sentence(static_cast<Index>(i))) ++sentence_;
    if (const auto candidate = candidate_at(i)) {
      candidates_.push_back(*candidate);
      i = candidate->last_word;
    }
  }
}

std::optional<Candidate> CountryContext::candidate_at(std::size_t first) {
  const bool capital = words_[first].capital;
  std::optional<PhraseMatch> match = capital ? accepted(index_, first) : std::nullopt;
  bool own = false;
  if (own_ != nullptr && (capital || own_->begins_small())) {
    const auto of_user = accepted(*own_, first);
    own = of_user && (!match || of_user->last_word >= match->last_word);
    if (own) match = of_user;
  }
  if (!match) return std::nullopt;
  Candidate candidate{static_cast<std::uint32_t>(first),
                      match->last_word,
                      sentence_,
                      match->entry,
                      match->entry->codes,
                      match->entry->kind};
  candidate.own = own;
  if (own) candidate.rule = "own-name";
  return candidate;
}

std::optional<PhraseMatch> CountryContext::accepted(const LexiconIndex& index, std::size_t first) {
  auto match = index.longest(text_, words_, first);
  if (match && goes_on(*match)) {
    // "In Korea, South Africa and Japan": no inverted name, but the name alone.
    const auto* alone = index.phrase(word(static_cast<Index>(first)), text_, {});
    if (alone == nullptr) return std::nullopt;
    match = PhraseMatch{alone, static_cast<std::uint32_t>(first), false};
  }
  return match && accepts(*match, first) ? match : std::nullopt;
}

// Whether an inverted name ("Korea, North") runs into the words behind it, which then are a name of
// their own.
bool CountryContext::goes_on(const PhraseMatch& match) const {
  const auto surface = match.entry->surface;
  if (surface.find(", ") == std::string_view::npos) return false;
  const auto last = static_cast<Index>(match.last_word);
  const auto end = word(last);
  return capital(last) && end != "Rep" && gap(last + 1) == Gap::kSpace &&
         !is(last + 1, WordClass::kListWord);
}

// Capitals alone do not make a name of two or three letters, and in a line of capitals US is a
// pronoun (policy B7).
bool CountryContext::accepts(const PhraseMatch& match, std::size_t first) {
  if (match.entry->kind == NameKind::kAbbreviation && match.entry->surface.size() == 2) {
    return !in_capital_line(first);
  }
  // DANE is no Dane where the rest of the line has small letters.
  if (match.by_capitals && match.entry->kind == NameKind::kDemonym &&
      match.entry->surface.size() <= kLongestDoubtfulDemonym) {
    return in_capital_line(first);
  }
  if (!match.by_capitals || match.entry->surface.size() >= kShortestInCapitals) return true;
  return in_capital_line(first) || in_leading_capitals(first);
}

bool CountryContext::in_capital_line(std::size_t word) {
  read_line_of(words_[word].begin);
  return line_.capitals;
}

bool CountryContext::in_leading_capitals(std::size_t word) {
  read_line_of(words_[word].begin);
  return words_[word].begin < line_.leading_end;
}

void CountryContext::read_line_of(std::size_t offset) {
  if (line_.known && offset >= line_.begin && offset < line_.end) return;
  const auto before = offset == 0 ? std::string_view::npos : text_.rfind('\n', offset - 1);
  const auto after = text_.find('\n', offset);
  line_ = {before == std::string_view::npos ? 0 : before + 1,
           after == std::string_view::npos ? text_.size() : after, 0, false, true};
  std::size_t letters = 0;
  std::size_t longest_run = 0;
  std::size_t run = 0;
  std::size_t i = line_.begin;
  for (; i < line_.end; ++i) {
    const char c = text_[i];
    if (is_ascii_small(c) && !(i > line_.begin && text_[i - 1] == '\'')) break;
    run = is_ascii_capital(c) ? run + 1 : 0;
    if (run > 0) ++letters;
    longest_run = std::max(longest_run, run);
  }
  line_.leading_end = i;
  line_.capitals = i == line_.end && letters >= kLongWord && longest_run >= kLongWord;
}

}  // namespace dateline
