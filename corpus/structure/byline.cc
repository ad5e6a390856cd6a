#include "corpus/structure/byline.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/persons/given_name.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxNameWords = 6;
constexpr std::size_t kMaxNameBytes = 80;
constexpr std::size_t kMaxNameWithOfficeBytes = 120;

// An upper-case letter, or one of a script without case.
bool begins_like_name(std::string_view word) noexcept {
  std::size_t i = 0;
  const auto c = static_cast<UChar32>(next_code_point(word, i));
  return u_isalpha(c) && !u_islower(c);
}

bool is_initial(std::string_view word) noexcept {
  return word.size() == 2 && word[0] >= 'A' && word[0] <= 'Z' && word[1] == '.';
}

bool has_forbidden_mark(std::string_view text) noexcept {
  return text.find_first_of("0123456789:;!?()[]\"/") != std::string_view::npos;
}

std::string_view strip_emphasis(std::string_view line) noexcept {
  line = trim(line);
  const auto begin = std::min(line.find_first_not_of("*_> "), line.size());
  line.remove_prefix(begin);
  const auto end = line.find_last_not_of("*_ ");
  return line.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

// "by" or "By" or "BY" and white space behind it; its size with that space, else 0.
std::size_t by_size(std::string_view text) noexcept {
  const bool by =
      text.size() > 3 && (text[0] == 'b' || text[0] == 'B') && (text[1] == 'y' || text[1] == 'Y');
  if (!by) return 0;
  const auto next = text.find_first_not_of(" \t\r\n*_", 2);
  return next == 2 || next == std::string_view::npos ? 0 : next;
}

// "Story by", "Written by:", "A report by", "by"; its size with the space behind it, else 0.
std::size_t credit_size(std::string_view text) noexcept {
  constexpr std::size_t kMaxWords = 3;
  constexpr std::array<std::string_view, 30> kCredits{
      "a",         "address",  "an",     "analysis",  "article",     "authored",
      "column",    "comment",  "essay",  "lecture",   "commentary",  "op-ed",
      "opinion",   "paper",    "posted", "remarks",   "prepared",    "presented",
      "report",    "reported", "speech", "statement", "story",       "submitted",
      "testimony", "text",     "words",  "written",   "contributed", "delivered"};
  auto rest = text;
  for (std::size_t words = 0; words <= kMaxWords; ++words) {
    const auto at = std::min(rest.find_first_not_of(" \t"), rest.size());
    if (const auto by = by_size(rest.substr(at))) return text.size() - rest.size() + at + by;
    const auto word = next_word(rest);
    if (fold(word) == "by:") {
      return text.size() - rest.size() + std::min(rest.find_first_not_of(" \t"), rest.size());
    }
    if (!is_one_of(fold(word), kCredits)) return 0;
  }
  return 0;
}

// "Ann Poe in Oslo" without the place.
std::string_view without_place(std::string_view name) noexcept {
  constexpr std::string_view kIn = " in ";
  const auto at = name.find(kIn);
  if (at == std::string_view::npos || at + kIn.size() >= name.size()) return name;
  return begins_lower(name.substr(at + kIn.size())) ? name : name.substr(0, at);
}

std::size_t and_size(std::string_view text) noexcept {
  if (text.starts_with("and ") || text.starts_with("and\n") || text.starts_with("AND ")) return 4;
  return text.starts_with("& ") ? 2 : 0;
}

// Where a comma, a bar or a dot parts what a byline says; `size` is the mark's.
struct Separator {
  std::size_t at = std::string_view::npos;
  std::size_t size = 1;
};
Separator next_separator(std::string_view text, std::string_view marks) noexcept {
  Separator first{text.find_first_of(marks), 1};
  for (const std::string_view dot : {"·", "•"}) {
    const auto at = text.find(dot);
    if (at < first.at) first = {at, dot.size()};
  }
  return first;
}

std::string_view up_to_and(std::string_view text) noexcept {
  for (const std::string_view word : {" and ", " & ", " AND "}) {
    text = text.substr(0, std::min(text.find(word), text.size()));
  }
  return text;
}

std::string_view first_name_of(std::string_view names) noexcept {
  return without_place(up_to_and(names.substr(0, next_separator(names, ",|").at)));
}

// Without the words of a class before a name of two words or more.
std::string_view without_leading(WordClass leading, std::string_view name) noexcept {
  while (true) {
    auto rest = name;
    const auto first = next_word(rest);
    rest = trim(rest);
    if (!word_is(leading, first) || rest.find(' ') == std::string_view::npos) return name;
    name = rest;
  }
}

// "General" may be a surname, but not with another one behind it.
std::string_view without_honorific(std::string_view name) noexcept {
  return without_leading(WordClass::honorific, name);
}

// Without the marks of notes behind a name: "Ann Poe^1^", "Bo Li2*".
std::string_view without_note_marks(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 9> kSigns{"†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵"};
  for (bool again = true; again;) {
    again = false;
    while (!name.empty() &&
           std::string_view{"0123456789*^ "}.find(name.back()) != std::string_view::npos) {
      name.remove_suffix(1);
    }
    for (const auto sign : kSigns) {
      if (!name.ends_with(sign)) continue;
      name.remove_suffix(sign.size());
      again = true;
    }
  }
  return name;
}

// "Policy Brief", "Working Paper": what a series is called.
bool has_no_name(std::string_view text) {
  constexpr std::array<std::string_view, 20> kWords{
      "analysis", "article", "brief",  "briefing",  "chapter", "commentary", "edition",
      "essay",    "feature", "house",  "interview", "issue",   "note",       "notes",
      "paper",    "policy",  "report", "section",   "series",  "street"};
  return has_one_of(text, kWords);
}

// "President Ann Poe" without the office, where a name of two words is left.
std::string_view without_office(std::string_view name) noexcept {
  return without_leading(WordClass::role, name);
}

/// A part of a byline between commas, line ends and "and".
struct Part {
  std::string_view text;
  bool after_and = false;
  bool on_new_line = false;
};

bool is_suffix_part(std::string_view text) noexcept {
  return text.find(' ') == std::string_view::npos && word_is(WordClass::suffix, text);
}

void append_parts(std::string_view piece, bool on_new_line, std::vector<Part>& parts) {
  piece = trim(piece);
  bool after_and = false;
  if (const auto size = and_size(piece)) {
    piece = trim(piece.substr(size));
    after_and = true;
  }
  // "and" parts names only: "Strategic and International Studies" stays whole.
  while (true) {
    const auto left = up_to_and(piece);
    if (left.size() == piece.size()) break;
    const auto right = trim(piece.substr(left.size() + 1));
    const auto rest = trim(right.substr(std::min(and_size(right), right.size())));
    const auto first = without_note_marks(trim(left));
    const auto second = without_note_marks(trim(up_to_and(rest)));
    if (!is_person_name(first, 2) || !is_person_name(second, 2)) break;
    parts.push_back({trim(left), after_and, on_new_line});
    piece = rest;
    after_and = true;
    on_new_line = false;
  }
  if (!piece.empty()) parts.push_back({piece, after_and, on_new_line});
}

std::vector<Part> split_parts(std::string_view whole) {
  auto text = whole;
  std::vector<Part> parts;
  bool on_new_line = false;
  while (!text.empty()) {
    const auto separator = next_separator(text, ",\n\r;|");
    const auto end = std::min(separator.at, text.size());
    const bool joins_suffix = !parts.empty() && is_suffix_part(trim(text.substr(0, end)));
    if (joins_suffix) {
      auto& last = parts.back().text;
      const auto suffix = trim(text.substr(0, end));
      const auto from = static_cast<std::size_t>(last.data() - whole.data());
      const auto to = static_cast<std::size_t>(suffix.data() - whole.data()) + suffix.size();
      last = whole.substr(from, to - from);
    } else {
      append_parts(text.substr(0, end), on_new_line, parts);
    }
    if (end == text.size()) break;
    on_new_line = text[end] == '\n' || text[end] == '\r' ||
                  (on_new_line && trim(text.substr(0, end)).empty());
    text.remove_prefix(std::min(end + separator.size, text.size()));
  }
  return parts;
}

void append_with_comma(std::string& target, std::string_view value) {
  if (!target.empty()) target += ", ";
  target += collapse_spaces(value);
}

/// Groups parts to authors.
class Bylines {
 public:
  explicit Bylines(std::string_view text) : text_(text) {}

  void add(const Part& part) {
    const bool first = authors_.empty();
    // On a line of its own a name needs an "and", or "Morgan Stanley" would be an author.
    const bool expected = first || part.after_and || (!part.on_new_line && !described_);
    auto name = without_note_marks(part.text);
    if (name.empty()) return;
    if (first) name = without_office(name);
    if (expected && !is_person_name(name, 1)) name = without_place(name);
    if (expected && is_person_name(name, first ? 1 : 2)) {
      add_name(name);
    } else if (!first) {
      add_description(part.text);
    }
  }

  std::vector<Author> take() { return std::move(authors_); }

 private:
  void add_name(std::string_view part) {
    if (described_) group_ = authors_.size();
    described_ = false;
    const auto name = without_honorific(part);
    Author author;
    author.name = collapse_spaces(name);
    const auto begin = static_cast<std::uint32_t>(name.data() - text_.data());
    author.name_span = {begin, begin + static_cast<std::uint32_t>(name.size())};
    authors_.push_back(std::move(author));
  }

  void add_description(std::string_view part) {
    // A day, the minutes that it takes to read.
    if (has_digit(part)) return;
    described_ = true;
    for (auto i = group_; i < authors_.size(); ++i) {
      auto& author = authors_[i];
      const bool role = author.affiliation.empty() && has_word(WordClass::role, part);
      append_with_comma(role ? author.role : author.affiliation, part);
    }
  }

  std::string_view text_;
  std::vector<Author> authors_;
  std::size_t group_ = 0;   // the first author whom the next description belongs to
  bool described_ = false;  // the group has an office or a body
};

}  // namespace

bool is_person_name(std::string_view text, std::size_t min_words) noexcept {
  text = trim(text);
  if (text.empty() || text.size() > kMaxNameBytes || has_forbidden_mark(text)) return false;
  text = without_honorific(text);
  if (has_word(WordClass::role, text) || has_word(WordClass::affiliation, text)) return false;
  std::size_t words = 0;
  std::size_t names = 0;
  for (auto word = next_word(text); !word.empty(); word = next_word(text)) {
    ++words;
    if (word.ends_with(',')) word.remove_suffix(1);
    const bool capital = begins_like_name(word);
    if (!capital && !word_is(WordClass::particle, word)) return false;
    if (word.ends_with('.') && !is_initial(word) && word.find('.') == word.size() - 1 &&
        !word_is(WordClass::suffix, word) && word.size() > 4) {
      return false;
    }
    const bool no_name = word_is(WordClass::open, word) || word_is(WordClass::phrasal, word);
    if (words == 1 && word.size() > 1 && no_name) return false;
    if (capital) ++names;
  }
  return words >= min_words && words <= kMaxNameWords && names >= 1;
}

bool begins_byline(std::string_view line) noexcept {
  line = strip_emphasis(line);
  const auto by = by_size(line);
  if (by == 0 || line.size() > kMaxBylineLineBytes) return false;
  return is_person_name(first_name_of(line.substr(by)), 2);
}

bool begins_credit(std::string_view line) noexcept {
  line = strip_emphasis(line);
  const auto size = credit_size(line);
  if (size == 0 || line.size() > kMaxBylineLineBytes) return false;
  return is_person_name(without_office(trim(first_name_of(line.substr(size)))), 2);
}

bool is_name_with_office(std::string_view line) noexcept {
  line = strip_emphasis(line);
  const auto comma = line.find(',');
  if (comma == std::string_view::npos || line.size() > kMaxNameWithOfficeBytes) return false;
  const auto office = line.substr(comma + 1);
  return is_person_name(line.substr(0, comma), 2) && !ends_sentence(line) &&
         in_title_case(office) && !begins_lower(office) && has_word(WordClass::role, office);
}

bool are_names(std::string_view line) {
  line = strip_emphasis(line);
  if (line.size() > kMaxBylineLineBytes) return false;
  std::size_t names = 0;
  bool told = false;
  for (const auto& part : split_parts(line)) {
    const auto whole = without_note_marks(strip_emphasis(part.text));
    if (whole.empty()) continue;
    const auto name = without_office(whole);
    told = told || name.size() < whole.size();
    if (!is_person_name(name, 2) || has_no_name(name)) return false;
    ++names;
    auto rest = without_honorific(name);
    told = told || rest.size() < name.size();
    for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
      told = told || is_initial(word) || (!rest.empty() && is_common_given_name(word));
    }
  }
  return told && names > 0;
}

bool is_role_line(std::string_view line) noexcept {
  line = strip_emphasis(line);
  return line.size() <= kMaxBylineLineBytes && !ends_sentence(line) &&
         (has_word(WordClass::role, line) || has_word(WordClass::affiliation, line));
}

std::vector<Author> parse_byline(std::string_view text, Span span) {
  auto line = strip_emphasis(span.of(text));
  line.remove_prefix(credit_size(line));
  Bylines bylines{text};
  for (const auto& part : split_parts(line)) {
    bylines.add({strip_emphasis(part.text), part.after_and, part.on_new_line});
  }
  return bylines.take();
}

std::vector<std::string> split_names(std::string_view value) {
  std::vector<std::string> names;
  while (!value.empty()) {
    const auto end = std::min(value.find_first_of(",;"), value.size());
    auto piece = trim(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
    if (!names.empty() && is_suffix_part(piece)) {
      names.back().append(", ").append(piece);
      continue;
    }
    if (const auto size = and_size(piece)) piece = trim(piece.substr(size));
    while (!piece.empty()) {
      const auto left = up_to_and(piece);
      if (!trim(left).empty()) names.push_back(collapse_spaces(left));
      if (left.size() == piece.size()) break;
      const auto right = trim(piece.substr(left.size() + 1));
      piece = trim(right.substr(std::min(and_size(right), right.size())));
    }
  }
  return names;
}

}  // namespace dateline
