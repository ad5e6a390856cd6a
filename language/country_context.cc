#include "language/country_context.h"

#include <algorithm>

#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::uint32_t kLongWord = 4;  // letters; shorter words keep small letters in headlines
constexpr std::size_t kShortestInCapitals =
    4;  // letters of a name that counts in capitals amid other text

bool ends_with_stop(std::string_view text) {
  const auto last = text.find_last_not_of(" \t\r\n\"')");
  return last != std::string_view::npos && text[last] == '.';
}

bool is_headline(std::string_view text, const std::vector<Word>& words) {
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

CountryContext::CountryContext(std::string_view text, const LexiconIndex& index,
                               const LexiconIndex* own)
    : text_{text},
      index_{index},
      own_{own},
      words_{scan_words(text)},
      title_case_{is_headline(text, words_)} {
  find_candidates();
}

std::string_view CountryContext::word(Index i) const noexcept {
  if (i < 0 || i >= static_cast<Index>(words_.size())) return {};
  const Word& found = words_[static_cast<std::size_t>(i)];
  return text_.substr(found.begin, found.size());
}

Gap CountryContext::gap(Index i) const noexcept {
  if (i < 0 || i >= static_cast<Index>(words_.size())) return Gap::kNone;
  return words_[static_cast<std::size_t>(i)].gap;
}

bool CountryContext::capital(Index i) const noexcept {
  return i >= 0 && i < static_cast<Index>(words_.size()) &&
         words_[static_cast<std::size_t>(i)].capital;
}

bool CountryContext::possessive(Index i) const noexcept {
  return i >= 0 && i < static_cast<Index>(words_.size()) &&
         words_[static_cast<std::size_t>(i)].possessive;
}

std::uint64_t CountryContext::classes_of(Index i) const {
  if (i < 0) return 0;
  auto& cached = cache_[static_cast<std::size_t>(i) % cache_.size()];
  if (cached.word != i) cached = {i, index_.classes(word(i))};
  return cached.classes;
}

bool CountryContext::is(Index i, WordClass c) const { return (classes_of(i) & class_bit(c)) != 0; }

bool CountryContext::follows(Index i) const noexcept {
  return gap(i) == Gap::kSpace && !possessive(i - 1);
}

bool CountryContext::follows_or_joined(Index i) const noexcept {
  return follows(i) || gap(i) == Gap::kHyphen;
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

const Candidate* CountryContext::beginning_at(Index i) const noexcept {
  const auto found = std::lower_bound(
      candidates_.begin(), candidates_.end(), i,
      [](const Candidate& c, Index word) { return static_cast<Index>(c.first_word) < word; });
  return found != candidates_.end() && static_cast<Index>(found->first_word) == i ? &*found
                                                                                  : nullptr;
}

const Candidate* CountryContext::ending_at(Index i) const noexcept {
  const auto found = std::lower_bound(
      candidates_.begin(), candidates_.end(), i,
      [](const Candidate& c, Index word) { return static_cast<Index>(c.last_word) < word; });
  return found != candidates_.end() && static_cast<Index>(found->last_word) == i ? &*found
                                                                                 : nullptr;
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
  const auto match = index.longest(text_, words_, first);
  return match && accepts(*match, first) ? match : std::nullopt;
}

// Capitals alone do not make a name of two or three letters, and in a line of capitals US is a
// pronoun (policy B7).
bool CountryContext::accepts(const PhraseMatch& match, std::size_t first) {
  if (match.entry->kind == NameKind::kAbbreviation && match.entry->surface.size() == 2) {
    return !in_capital_line(first);
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
    if (c >= 'a' && c <= 'z' && !(i > line_.begin && text_[i - 1] == '\'')) break;
    run = c >= 'A' && c <= 'Z' ? run + 1 : 0;
    if (run > 0) ++letters;
    longest_run = std::max(longest_run, run);
  }
  line_.leading_end = i;
  line_.capitals = i == line_.end && letters >= kLongWord && longest_run >= kLongWord;
}

}  // namespace dateline
