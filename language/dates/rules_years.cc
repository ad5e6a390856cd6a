// Whether four digits are a year: not Resolution 1441, 2000 troops, the Su-2000, 1900 hours.
#include "language/dates/calendar.h"
#include "language/dates/rules.h"

namespace dateline::dates {

// Four digits that can be a year by what touches them.
bool TokenRules::is_year(std::size_t i) const {
  const Token& token = at(i);
  if (token.kind != Kind::number || token.digits != 4 || token.value < kFirstYear ||
      token.value > kLastYear || is(i - 1, Kind::currency)) {
    return false;
  }
  const Token& behind = at(i + 1);
  if (behind.kind == Kind::percent || behind.kind == Kind::era || behind.kind == Kind::clock ||
      (behind.kind == Kind::quantity_noun && behind.value == 1)) {
    return false;
  }
  const bool hyphen = behind.kind == Kind::dash && behind.value == 1 && tokens_.glued(i + 1);
  const Kind joined = at(i + 2).kind;
  return !(hyphen && tokens_.glued(i + 2) && !at(i + 2).has(Token::kCapital) &&
           (joined == Kind::other || joined == Kind::unit || joined == Kind::function));
}

// Whether the number at `i` names something: Resolution 1441, Resolutions 1970 and 1973, No. 1998,
// Su-2000.
bool TokenRules::is_numbered(std::size_t i) const {
  const Token& before = at(i - 1);
  if (before.kind == Kind::number_noun || before.kind == Kind::clock) return true;
  if (before.kind == Kind::mark && tokens_.glued(i)) return true;
  if (before.kind == Kind::period) {
    return is(i - 2, Kind::number_noun) || tokens_.text_of(i - 2) == "No";
  }
  std::size_t k = i;
  while (k > 0 && i - k < 10 &&
         (is(k - 1, Kind::comma) || is(k - 1, Kind::and_word) || is(k - 1, Kind::or_word) ||
          (is(k - 1, Kind::number) && k != i))) {
    --k;
  }
  if (k != i && k > 0 && is(k, Kind::number) && is(k - 1, Kind::number_noun)) return true;
  if (!tokens_.glued(i) || !tokens_.glued(i - 1)) return false;
  const Kind prefix = at(i - 2).kind;
  return before.kind == Kind::slash ||
         (before.kind == Kind::dash && before.value == 1 &&
          (prefix == Kind::other || prefix == Kind::quantity || prefix == Kind::number));
}

// Whether the number at `i` counts something by the words before it: some 1900, over 2000, a force
// of 2000.
bool TokenRules::is_quantified(std::size_t i) const {
  const Kind before = at(i - 1).kind;
  const Kind bound = at(i - 2).kind;
  if (before == Kind::quantifier || before == Kind::over || before == Kind::few) {
    // since at least 1986, no later than 1986
    return !kTimePrepositions.contains(bound) && bound != Kind::at && bound != Kind::later &&
           bound != Kind::earlier;
  }
  if (before == Kind::as || before == Kind::to) {
    return bound == Kind::quantifier && (before == Kind::as || at(i).value % 100 == 0);
  }
  return before == Kind::of && bound == Kind::amount;
}

// Whether the number at `i` counts what its phrase goes on to name, or is one of a row of numbers:
// 2005 of them, 7946 1987.
bool TokenRules::is_among_numbers(std::size_t i) const {
  const Token& before = at(i - 1);
  if (before.kind == Kind::number && before.digits >= 3 && !is_year(i - 1)) return true;
  if (!is(i + 1, Kind::of)) return false;
  const auto whole = tokens_.text_of(i + 2);
  return whole == "them" || whole == "whom" || whole == "which" || whole == "these" ||
         whole == "those";
}

// Whether the number at `i` counts the noun behind it, perhaps behind an adjective: 2000 troops,
// 1500 Indian troops, 1500 to 2000 troops.
bool TokenRules::counts_noun(std::size_t i) const {
  const Kind before = at(i - 1).kind;
  if (kConjunctions.contains(at(i + 1).kind) && is(i + 2, Kind::number) && at(i + 2).digits == 4 &&
      is(i + 3, Kind::quantity_noun) && at(i + 3).value == 0) {
    return true;
  }
  const Token& noun = at(i + 3);
  if (kConjunctions.contains(at(i + 1).kind) && is(i + 2, Kind::number) &&
      at(i + 2).value % 100 == 0 && at(i).value % 100 == 0 && noun.kind == Kind::other &&
      noun.has(Token::kPlural) && !noun.has(Token::kCapital)) {
    return true;
  }
  if (is(i + 1, Kind::quantity_noun)) {
    const bool opens = kSentenceStarts.contains(at(i - 2).kind) || at(i + 1).value == 2;
    return !(before == Kind::in && opens) && !kNeedYear.contains(before);
  }
  const bool adjective = is_noun_like(i + 1) && is(i + 2, Kind::quantity_noun);
  return adjective && at(i).value % 100 == 0 && !kTimePrepositions.contains(before);
}

// Whether four digits alone are a year by what stands around them.
bool TokenRules::is_lone_year(std::size_t i) const {
  if (!is_year(i) || is_numbered(i) || is_quantified(i) || is_among_numbers(i) || counts_noun(i)) {
    return false;
  }
  const Token& before = at(i - 1);
  const Token& behind = at(i + 1);
  const int year = at(i).value;
  if (before.kind == Kind::at && !is_noun_like(i + 1)) return false;
  const bool counts =
      behind.kind == Kind::other && behind.has(Token::kPlural) && !behind.has(Token::kCapital);
  const bool article =
      before.kind == Kind::the || before.kind == Kind::possessive || before.has(Token::kPossessive);
  if (counts && before.kind == Kind::about) return false;
  if (counts && !article && year % 1000 == 0) {
    return before.kind == Kind::in && kSentenceStarts.contains(at(i - 2).kind);
  }
  if (year >= 1800 && year <= 2100) return true;
  if (counts) return false;
  if (kConjunctions.contains(before.kind) || before.kind == Kind::comma) {
    return is(i - 2, Kind::number) && at(i - 2).digits == 4;
  }
  return kTimePrepositions.contains(before.kind) || (article && is_noun_like(i + 1));
}

}  // namespace dateline::dates
