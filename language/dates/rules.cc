#include "language/dates/rules.h"

namespace dateline::dates {

// A word that can be the noun, or its adjective, behind a date.
bool TokenRules::is_noun_like(std::size_t i) const {
  const Token& token = at(i);
  switch (token.kind) {
    case Kind::other:
      return !token.has(Token::kEd);
    case Kind::no_verb:
    case Kind::event_noun:
    case Kind::ordinal_noun:
    case Kind::attack:
    case Kind::crackdown:
    case Kind::paper:
    case Kind::quantity_noun:
    case Kind::title:
    case Kind::fiscal_us:
    case Kind::fiscal_april:
    case Kind::number_noun:
    case Kind::intends:
      return true;
    default:
      return false;
  }
}

// Whether a phrase is over before token i: a mark, the end, or a word that begins another phrase.
bool TokenRules::is_phrase_end(std::size_t i) const {
  switch (at(i).kind) {
    case Kind::end:
    case Kind::comma:
    case Kind::period:
    case Kind::sentence_mark:
    case Kind::colon:
    case Kind::semicolon:
    case Kind::dash:
    case Kind::close_bracket:
    case Kind::open_bracket:
    case Kind::quote:
    case Kind::and_word:
    case Kind::or_word:
    case Kind::clause:
    case Kind::who:
    case Kind::pronoun:
    case Kind::be:
    case Kind::have:
    case Kind::modal:
    case Kind::past:
    case Kind::in:
    case Kind::at:
    case Kind::by:
    case Kind::for_word:
    case Kind::function:
    case Kind::timetable:
      return true;
    case Kind::other:
      return at(i).has(Token::kEd);
    default:
      return false;
  }
}

// first, 21st, twenty-first
std::size_t TokenRules::ordinal_at(std::size_t i, int& value) const {
  if (is(i, Kind::ordinal)) {
    value = at(i).value;
    return i + 1;
  }
  if (is(i, Kind::cardinal) && at(i).value >= 20 && at(i).value % 10 == 0 &&
      is(i + 1, Kind::dash) && is(i + 2, Kind::ordinal) && at(i + 2).value < 10) {
    value = at(i).value + at(i + 2).value;
    return i + 3;
  }
  return 0;
}

}  // namespace dateline::dates
