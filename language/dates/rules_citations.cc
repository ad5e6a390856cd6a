// Four digits that are no year by a longer look around: citations, models, clock times, years
// before Christ. And May, who may be a person.
#include <algorithm>

#include "language/dates/calendar.h"
#include "language/dates/characters.h"
#include "language/dates/rules.h"

namespace dateline::dates {
namespace {

constexpr std::size_t kCitationReach = 32;  // tokens between a year and the bracket it stands in
constexpr std::size_t kAuthorsReach = 16;   // tokens of authors before a bracket

constexpr KindSet kSides{Kind::to,       Kind::through, Kind::until, Kind::dash,
                         Kind::and_word, Kind::or_word, Kind::slash};

bool is_abbreviation(const TokenList& tokens, std::size_t i) {
  const Token& word = tokens.at(i - 1);
  return tokens.is(i, Kind::period) && tokens.glued(i) && word.has(Token::kCapital) &&
         (word.kind == Kind::other || word.end - word.begin == 1);
}

}  // namespace

bool TokenRules::is_clock_unit(std::size_t i) const {
  if (!is(i, Kind::clock)) return false;
  if (tokens_.text_of(i) != "local") return true;
  return tokens_.text_of(i + 1) == "time" || kStops.contains(at(i + 1).kind);
}

bool TokenRules::is_before_christ(std::size_t i) const {
  if (is(i + 1, Kind::era)) return true;
  if (!kSides.contains(at(i + 1).kind)) return false;
  const std::size_t other = is(i + 2, Kind::about) ? i + 3 : i + 2;
  return (is(other, Kind::number) || is(other, Kind::years)) && is(other + 1, Kind::era);
}

// In the list that a section sign begins: §§ 1503, 1512(c)(2), 1519.
bool TokenRules::is_in_listed_sections(std::size_t i) const {
  constexpr KindSet kInside{Kind::comma,    Kind::and_word,     Kind::or_word,
                            Kind::number,   Kind::open_bracket, Kind::close_bracket,
                            Kind::quantity, Kind::dash,         Kind::a};
  if (is(i - 1, Kind::number)) return false;
  for (std::size_t k = i, steps = 0; k > 0 && steps < kCitationReach; ++steps) {
    --k;
    if (is(k, Kind::number_noun)) return at(k).value == kListSign && k + 1 != i;
    const bool letter = is(k, Kind::other) && at(k).end - at(k).begin == 1;
    if (!letter && !kInside.contains(at(k).kind)) return false;
  }
  return false;
}

// A capitalised word that can be an author's surname, or the "al." that stands for the others.
bool TokenRules::is_surname(std::size_t i) const {
  if (is(i, Kind::period)) --i;
  if (tokens_.text_of(i) == "al") return true;
  return is(i, Kind::other) && at(i).has(Token::kCapital) && at(i).end - at(i).begin > 1;
}

// A page behind the year at `i`: ": 211", ", p. 13", ", 44-5".
bool TokenRules::has_page_behind(std::size_t i) const {
  if (is(i + 1, Kind::colon)) return at(i + 2).digits > 0;
  if (!is(i + 1, Kind::comma)) return false;
  // (1998, 12-15)
  if (at(i + 2).digits > 0 && at(i + 2).digits < 4) {
    return is(i + 3, Kind::dash) || is(i + 3, Kind::close_bracket);
  }
  const auto word = tokens_.text_of(i + 2);
  return word == "p" || word == "pp" || word == "ch" || word == "chap" ||
         (word == "vol" && at(i + 3).digits > 0);
}

// The year alone in its bracket: behind authors with "see" before them, or with an initial, as
// lists of references have them; behind the parties of a case.
bool TokenRules::is_cited_alone(std::size_t open, std::size_t i) const {
  const bool closed = is(i + 1, Kind::close_bracket);
  if (has_page_behind(i) && is_surname(open - 1)) return true;
  if (!closed) return false;
  const bool initial =
      is_abbreviation(tokens_, open - 1) && at(open - 2).end - at(open - 2).begin == 1;
  if (initial) return true;
  constexpr KindSet kAuthors{Kind::other,     Kind::and_word,     Kind::comma,
                             Kind::semicolon, Kind::open_bracket, Kind::close_bracket,
                             Kind::number,    Kind::period,       Kind::quantity};
  if (tokens_.text_of(open - 1) == "al" ||
      (is(open - 1, Kind::period) && tokens_.text_of(open - 2) == "al")) {
    return true;
  }
  for (std::size_t k = open, steps = 0; k > 0 && steps < kAuthorsReach; ++steps) {
    --k;
    if (is(k, Kind::cite) || is(k, Kind::versus)) return true;
    const Token& token = at(k);
    if (!kAuthors.contains(token.kind)) return false;
    const auto word = tokens_.text_of(k);
    if (token.kind == Kind::other && !token.has(Token::kCapital) && word != "et" && word != "al" &&
        word != "also") {
      return false;
    }
  }
  return false;
}

// The year behind something in its bracket: (Smith 1998: 12), (see Roe 2013), (9th Cir. 1987).
bool TokenRules::is_cited_inside(std::size_t open, std::size_t i) const {
  std::size_t k = i - 1;
  while (k > open &&
         (is(k, Kind::comma) || (at(k).digits == 4 && k > open + 1) || is(k, Kind::quantity))) {
    --k;
  }
  if (k == open) return false;
  if (is_abbreviation(tokens_, k) && is(i + 1, Kind::close_bracket) && k + 1 == i) {
    return tokens_.text_of(k - 1) != "al" && !is(k - 1, Kind::month_abbr);
  }
  if (!is_surname(k)) return false;
  if (has_page_behind(i) || is(i + 1, Kind::semicolon)) return true;
  if (tokens_.text_of(k) == "al" || (is(k, Kind::period) && tokens_.text_of(k - 1) == "al")) {
    return true;
  }
  for (; k > open; --k) {
    if (is(k, Kind::cite) || is(k, Kind::semicolon)) return true;
  }
  return false;
}

// The bracket that token `i` stands in, on its line, or `i`. Questions come nearly in the order of
// the text, so each token is looked at about once.
std::size_t TokenRules::bracket_around(std::size_t i) const {
  if (i < bracket_read_) {
    if (bracket_read_ - i > kCitationReach) return i;
    bracket_read_ = i > kCitationReach ? i - kCitationReach : 0;
    in_bracket_ = false;
  }
  for (; bracket_read_ < i; ++bracket_read_) {
    const Token& token = at(bracket_read_);
    if (token.has(Token::kLine) || token.kind == Kind::close_bracket) in_bracket_ = false;
    if (token.kind != Kind::open_bracket) continue;
    in_bracket_ = true;
    bracket_ = bracket_read_;
  }
  return in_bracket_ && i - bracket_ <= kCitationReach ? bracket_ : i;
}

bool TokenRules::is_cited(std::size_t i) const {
  const std::size_t open = bracket_around(i);
  if (open == i || at(i).has(Token::kLine)) return false;
  return open + 1 == i ? is_cited_alone(open, i) : is_cited_inside(open, i);
}

bool TokenRules::is_model(std::size_t i) const {
  const Token& make = at(i - 1);
  const bool plural = is(i, Kind::years);
  if (tokens_.glued(i)) {  // F-2000s
    return plural && make.kind == Kind::dash && tokens_.glued(i - 1) && is(i - 2, Kind::other) &&
           at(i - 2).has(Token::kCapital);
  }
  if (make.kind == Kind::number_noun) return plural && make.has(Token::kCapital);
  if (make.kind != Kind::other || !make.has(Token::kCapital) || make.has(Token::kPossessive)) {
    return false;
  }
  const Token& before = at(i - 2);
  if (plural) return at(i).digits == 4 && before.kind != Kind::the && before.kind != Kind::dash;
  const bool counted = before.kind == Kind::a || before.kind == Kind::cardinal ||
                       before.kind == Kind::possessive ||
                       (before.kind == Kind::number && before.digits <= 3);
  return counted && is_phrase_end(i + 1);
}

bool TokenRules::may_is_a_person() const {
  if (may_is_person_) return *may_is_person_;
  const auto names_person = [this](std::size_t i) {
    if (!is(i, Kind::month) || at(i).value != 5 || !at(i).has(Token::kCapital) ||
        at(i).has(Token::kAllCaps) || is(i + 1, Kind::number) || is(i + 1, Kind::ordinal) ||
        is(i + 1, Kind::dash) || is(i + 1, Kind::slash)) {
      return false;
    }
    const Token& before = at(i - 1);
    const std::size_t title = before.kind == Kind::period ? i - 2 : i - 1;
    if (is(title, Kind::title) && at(title).has(Token::kCapital)) return true;
    return before.kind == Kind::other && before.has(Token::kCapital) &&
           !before.has(Token::kPossessive) && !before.has(Token::kAllCaps) &&
           !is(i - 2, Kind::the) && !is(i - 2, Kind::in) && !is(i + 1, Kind::comma);
  };
  bool found = false;
  for (std::size_t i = 0; i < tokens_.size() && !found; ++i) found = names_person(i);
  may_is_person_ = found;
  return found;
}

}  // namespace dateline::dates
