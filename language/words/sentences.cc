#include "language/words/sentences.h"
#include "language/ascii.h"
#include "language/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dateline {
namespace {

template <std::size_t N>
constexpr std::array<std::string_view, N> sorted(std::array<std::string_view, N> words) {
  std::sort(words.begin(), words.end());
  return words;
}

// Abbreviations that a sentence does not end with: what they stand before follows them.
constexpr std::array kNeverLast = sorted(std::to_array<std::string_view>({
    "adm", "amb",  "art", "brig", "capt", "cf",     "col",    "cmdr",   "cpl", "dr",   "eg",
    "fig", "gen",  "gov", "hon",  "ie",   "lt",     "maj",    "messrs", "mme", "mr",   "mrs",
    "ms",  "msgr", "mt",  "no",   "nos",  "pp",     "pres",   "prof",   "rep", "reps", "rev",
    "sen", "sens", "sgt", "st",   "ste",  "supt",   "viz",    "vol",    "vs",  "v",    "op",
    "dep", "hr",   "ft",  "vice", "min",  "sr-gen", "approx", "ca",     "al",  "cir",  "supp",
}));

// Abbreviations that may end one: they do when a capital follows, unless it can be what they stand
// before.
constexpr std::array kMonths = sorted(std::to_array<std::string_view>({
    "jan", "feb", "mar", "apr",  "jun", "jul", "aug",  "sep",   "sept", "oct", "nov",
    "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri",  "sat", "sun",
}));
constexpr std::array kMayEnd = sorted(std::to_array<std::string_view>({
    "jr",  "sr",  "inc",  "co", "corp", "ltd", "bros", "etc", "dept", "assn",
    "est", "ave", "blvd", "rd", "ph.d", "m.d", "b.a",  "m.a", "a.m",  "p.m",
}));

// Words that open a sentence far more often than they follow an abbreviation as a name.
constexpr std::array kOpeners = sorted(std::to_array<std::string_view>({
    "a",       "after",     "all",      "although", "an",      "and",     "another", "as",
    "at",      "before",    "both",     "but",      "by",      "despite", "during",  "each",
    "even",    "for",       "from",     "he",       "her",     "here",    "his",     "how",
    "however", "i",         "if",       "in",       "instead", "it",      "its",     "later",
    "many",    "meanwhile", "moreover", "most",     "no",      "nor",     "not",     "on",
    "one",     "only",      "or",       "other",    "others",  "our",     "several", "she",
    "since",   "so",        "some",     "such",     "that",    "the",     "their",   "then",
    "there",   "these",     "they",     "this",     "those",   "though",  "thus",    "to",
    "under",   "until",     "we",       "what",     "when",    "where",   "whether", "while",
    "who",     "why",       "with",     "yet",      "you",     "your",
}));

// Abbreviations of Russian and Ukrainian: of years, centuries, thousands, streets.
constexpr std::array<std::string_view, 10> kCyrillic{"г",  "гг",  "р",   "рр", "в",
                                                     "вв", "тыс", "млн", "им", "ст"};

constexpr std::size_t kLongestAbbreviation = 8;
constexpr std::size_t kLongestOpener = 9;

// Whatever is beyond ASCII counts as a letter.
bool is_letter(char c) noexcept { return is_ascii_letter(c) || (c & '\x80') != 0; }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) noexcept {
  return std::binary_search(words.begin(), words.end(), word);
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Span> run() {
    std::size_t start = 0;
    for (std::size_t i = 0; i < text_.size();) {
      const std::size_t next = next_mark(i);
      if (next >= text_.size()) break;
      std::size_t end = next + (text_[next] == kEllipsis[0] ? kEllipsis.size() : 1);
      while (end < text_.size() && kMarks.find(text_[end]) != std::string_view::npos) ++end;
      const std::size_t after = closing_end(note_end(next, end));
      if (ends_sentence(next, end, after)) {
        add(start, after);
        start = after;
      }
      i = std::max(end, after);
    }
    add(start, text_.size());
    return std::move(spans_);
  }

 private:
  static constexpr std::string_view kMarks = ".!?";
  static constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
  static constexpr std::array<bool, 256> kMayMark = [] {
    std::array<bool, 256> may{};
    may['.'] = may['!'] = may['?'] = may[0xE2] = true;
    return may;
  }();

  // The next stop or ellipsis at or behind `i`.
  [[nodiscard]] std::size_t next_mark(std::size_t i) const noexcept {
    for (;; ++i) {
      while (i < text_.size() && !kMayMark[static_cast<unsigned char>(text_[i])]) ++i;
      if (i >= text_.size() || text_[i] != kEllipsis[0] || text_.substr(i, 3) == kEllipsis)
        return i;
    }
  }

  [[nodiscard]] char at(std::size_t i) const noexcept { return i < text_.size() ? text_[i] : '\0'; }

  // The place behind the number of a note that is stuck to a full stop: "rose in 1998.12 In 1997".
  [[nodiscard]] std::size_t note_end(std::size_t stop, std::size_t i) const noexcept {
    std::size_t end = i;
    while (end < i + 4 && is_ascii_digit(at(end))) ++end;
    if (text_[stop] != '.' || i != stop + 1 || end == i || end == i + 4 || stop < 4) return i;
    if (!is_ascii_space(at(end)) || !is_ascii_capital(at(end + 1))) return i;
    const auto before = text_.substr(stop - 4, 4);
    const bool year = std::all_of(before.begin(), before.end(), is_ascii_digit) &&
                      (stop == 4 || !is_ascii_digit(text_[stop - 5]));
    const bool word = std::all_of(before.begin() + 1, before.end(), is_ascii_small);
    return year || word ? end : i;
  }

  // The place behind the quotation marks, brackets and emphasis that close what the stop ended.
  [[nodiscard]] std::size_t closing_end(std::size_t i) const noexcept {
    for (;;) {
      if (i < text_.size() &&
          std::string_view("\"')]*_").find(text_[i]) != std::string_view::npos) {
        ++i;
      } else if (text_.substr(i, 3) == "\xE2\x80\x9D" || text_.substr(i, 3) == "\xE2\x80\x99") {
        i += 3;
      } else {
        return i;
      }
    }
  }

  // A small letter of Latin-1 or Cyrillic.
  [[nodiscard]] bool is_small_beyond_ascii(std::size_t i) const noexcept {
    const auto a = static_cast<unsigned char>(at(i)), b = static_cast<unsigned char>(at(i + 1));
    return (a == 0xC3 && b >= 0x9F) || (a == 0xD0 && b >= 0xB0) || (a == 0xD1 && b < 0xA0);
  }

  [[nodiscard]] bool ends_sentence(std::size_t stop, std::size_t end, std::size_t after) const;
  [[nodiscard]] bool stop_ends(std::size_t stop, std::size_t next) const;
  [[nodiscard]] std::string_view word_before(std::size_t stop) const noexcept;
  [[nodiscard]] bool opens_at(std::size_t i) const noexcept;

  void add(std::size_t begin, std::size_t end) {
    while (begin < end && is_ascii_space(text_[begin])) ++begin;
    while (end > begin && is_ascii_space(text_[end - 1])) --end;
    if (begin < end) {
      spans_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }

  std::string_view text_;
  std::vector<Span> spans_;
};

// The letters and inner dots before a stop, at most as long as an abbreviation can be.
std::string_view Splitter::word_before(std::size_t stop) const noexcept {
  std::size_t begin = stop;
  while (begin > 0 && stop - begin <= kLongestAbbreviation &&
         (is_letter(text_[begin - 1]) || (text_[begin - 1] == '.' && begin < stop))) {
    --begin;
  }
  return text_.substr(begin, stop - begin);
}

bool Splitter::opens_at(std::size_t i) const noexcept {
  std::array<char, kLongestOpener + 1> word{};
  std::size_t length = 0;
  for (; i < text_.size() && is_letter(text_[i]) && length < word.size(); ++i) {
    word[length++] = ascii_lower(text_[i]);
  }
  return is_one_of(kOpeners, {word.data(), length});
}

bool Splitter::ends_sentence(std::size_t stop, std::size_t end, std::size_t after) const {
  if (after >= text_.size()) return false;       // the rest is one sentence anyway
  if (!is_ascii_space(at(after))) return false;  // 3.5, U.S.-led, example.org, "No!"—he
  std::size_t next = after;
  while (next < text_.size() && is_ascii_space(text_[next])) ++next;
  // What opens the next sentence, behind its quotation marks and brackets.
  while (next < text_.size()) {
    if (std::string_view("\"'([*_").find(text_[next]) != std::string_view::npos)
      ++next;
    else if (text_.substr(next, 3) == "\xE2\x80\x9C" || text_.substr(next, 3) == "\xE2\x80\x98")
      next += 3;
    else
      break;
  }
  if (next >= text_.size()) return false;
  const char first = text_[next];
  if (is_ascii_small(first) || first == ',' || first == ';' || first == ')') return false;
  if (is_small_beyond_ascii(next)) return false;
  if (text_[stop] != '.' && text_[stop] != kEllipsis[0]) return true;
  if (end - stop > 1) return !is_ascii_digit(first);  // an ellipsis
  return after > end || stop_ends(stop, next);
}

// Whether a single full stop, before something that could open a sentence at `next`, ends one.
bool Splitter::stop_ends(std::size_t stop, std::size_t next) const {
  const auto word = word_before(stop);
  if (word.empty() || word.size() > kLongestAbbreviation) return true;
  std::array<char, kLongestAbbreviation> letters{};
  std::transform(word.begin(), word.end(), letters.begin(), ascii_lower);
  const std::string_view lower(letters.data(), word.size());
  const bool digit = is_ascii_digit(text_[next]);
  if (lower == "no") return !digit && is_ascii_small(word.front());
  if (is_ascii_capital(word.front()) && is_one_of(kNeverLast, lower)) return false;
  if (lower == "vs" || lower == "cf" || lower == "approx" || lower == "ca" || lower == "pp" ||
      lower == "v" || lower == "al") {
    return false;
  }
  if (std::find(kCyrillic.begin(), kCyrillic.end(), word) != kCyrillic.end()) return false;
  if (is_ascii_capital(word.front()) && is_one_of(kMonths, lower)) return !digit && opens_at(next);
  const bool initials = word.size() == 1 && is_ascii_capital(word.front());
  if (initials) return word == "I" && opens_at(next);
  // U.S., a.m.: dots inside.
  if (word.find('.') != std::string_view::npos || is_one_of(kMayEnd, lower))
    return !digit && opens_at(next);
  return true;
}

}  // namespace

std::vector<Span> split_sentences(std::string_view paragraph) { return Splitter(paragraph).run(); }

}  // namespace dateline
