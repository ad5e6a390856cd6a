#include "language/dates/rules.h"

#include "language/dates/calendar.h"

namespace dateline::dates {
namespace {

// Months whose names are other things, too: first names, a verb, a modal, an adjective.
bool is_ambiguous(int month) noexcept { return month >= 3 && month <= 8 && month != 7; }

// Words after which a month's name is one.
constexpr KindSet kTimeWords{
    Kind::in,     Kind::since,     Kind::until,    Kind::during,  Kind::through,
    Kind::from,   Kind::dash,      Kind::between,  Kind::after,   Kind::this_word,
    Kind::that,   Kind::past_word, Kind::last,     Kind::current, Kind::next,
    Kind::coming, Kind::same,      Kind::previous, Kind::part,    Kind::before,
    Kind::slash,  Kind::over,      Kind::about,    Kind::ordinal, Kind::on};

constexpr KindSet kJoinsOfMonths{Kind::and_word, Kind::or_word, Kind::slash};
constexpr KindSet kSidesOfARange{Kind::to,       Kind::through, Kind::until, Kind::dash,
                                 Kind::and_word, Kind::or_word, Kind::slash};

constexpr int kMay = 5;
// Words after which May is the month even where a person of that name is spoken of.
constexpr KindSet kSureOfMay{Kind::in,      Kind::since, Kind::until,     Kind::during,
                             Kind::last,    Kind::next,  Kind::this_word, Kind::part,
                             Kind::through, Kind::slash, Kind::dash};

// Words that put a season in time: in spring, by summer, since the winter.
constexpr KindSet kSeasonWords{Kind::in,        Kind::by,    Kind::since,   Kind::until,
                               Kind::during,    Kind::from,  Kind::before,  Kind::through,
                               Kind::after,     Kind::part,  Kind::between, Kind::over,
                               Kind::this_word, Kind::within};

}  // namespace

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
    case Kind::offensive:
    case Kind::level:
    case Kind::participle:
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

// Whether four digits are a year: not Resolution 1441, 2000 troops, the Su-2000, 1900 hours.

// Four digits that can be a year by what touches them.
bool TokenRules::is_year(std::size_t i) const {
  const Token& token = at(i);
  if (token.kind != Kind::number || token.digits != 4 || token.value < kFirstYear ||
      token.value > kLastYear || is(i - 1, Kind::currency)) {
    return false;
  }
  const Token& behind = at(i + 1);
  if (behind.kind == Kind::percent || is_clock_unit(i + 1) ||
      (behind.kind == Kind::quantity_noun && behind.value == 1) || is_before_christ(i)) {
    return false;
  }
  // 1800 to 2200 hours: what stands behind the right side stands for both.
  if (kSidesOfARange.contains(behind.kind) && is(i + 2, Kind::number) && is_clock_unit(i + 3)) {
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
  if (before.kind == Kind::number_noun || is_clock_unit(i - 1)) return true;
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
  if (is_in_listed_sections(i)) return true;
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
  if (!is_year(i) || is_numbered(i) || is_quantified(i) || is_among_numbers(i) || counts_noun(i) ||
      is_cited(i) || is_model(i)) {
    return false;
  }
  const Token& before = at(i - 1);
  if (before.kind == Kind::anno || is(i + 1, Kind::anno)) return true;
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

// Whether a month's or a season's name is one: not April Jones, may and march, the fall of Saigon.

// A month's name that is not something else by its own letters; the context is is_lone_month's
// business.
bool TokenRules::is_month(std::size_t i) const {
  const Token& token = at(i);
  if (token.kind == Kind::month_abbr) return true;
  if (token.kind != Kind::month) return false;
  if (token.has(Token::kCapital)) return true;
  // In lower case "may" and "march" are verbs, unless a year comes with them ("may 5, 2001", as
  // queries have it).
  if (token.value != 3 && token.value != 5 && token.value != 8) return true;
  const std::size_t year = is(i + 2, Kind::comma) ? i + 3 : i + 2;
  return is_year(i + 1) || (is(i + 1, Kind::number) && at(i + 1).digits <= 2 && is_year(year)) ||
         is(i - 1, Kind::part) || (is(i - 1, Kind::dash) && is(i - 2, Kind::part));
}

// Whether the month at `i`, without a day or a year behind it, is a month.
bool TokenRules::is_lone_month(std::size_t i, std::size_t end) const {
  const Token& month = at(i);
  const Token& before = at(i - 1);
  const Token& behind = at(end);
  if (behind.kind == Kind::event_noun && behind.has(Token::kCapital)) return false;
  if (before.kind == Kind::feast || before.kind == Kind::long_word) return false;
  const bool timed = kTimeWords.contains(before.kind);
  if (month.kind == Kind::month_abbr) {
    // "In Mar del Plata", "before Jan Palach": without its dot an abbreviation must end its phrase.
    if (!month.has(Token::kDot)) {
      const bool beside = kSidesOfARange.contains(at(end).kind) && is_month(end + 1);
      return beside || (timed && is_phrase_end(end));
    }
    return before.kind != Kind::title;
  }
  if (!is_ambiguous(month.value)) return true;
  if (month.value == kMay && !kSureOfMay.contains(before.kind) && may_is_a_person()) return false;
  // A dash joins months, whatever stands around them: "Chronology of Relations April-June 2001".
  if (is(end, Kind::dash) && is_month(end + 1)) return true;
  if (is_name_like(i, end)) return false;
  if (timed || before.kind == Kind::the || before.kind == Kind::possessive ||
      before.has(Token::kPossessive)) {
    return !(month.value == 3 && behind.kind == Kind::on && !timed);
  }
  // A month beside another: "April and May".
  const std::size_t next = is(end, Kind::comma) ? end + 1 : end;
  if ((kJoinsOfMonths.contains(at(next).kind) || is(next, Kind::to)) && is_month(next + 1))
    return true;
  if (is(end, Kind::comma) && is_month(end + 1)) return true;
  if ((kJoinsOfMonths.contains(before.kind) || before.kind == Kind::comma ||
       before.kind == Kind::to) &&
      (is(i - 2, Kind::month) || is(i - 3, Kind::month) || is(i - 2, Kind::number))) {
    return true;
  }
  const bool verb_behind = behind.kind == Kind::past || behind.kind == Kind::be ||
                           behind.kind == Kind::have || behind.has(Token::kEd);
  if (before.kind == Kind::by || before.kind == Kind::of || before.kind == Kind::to ||
      before.kind == Kind::for_word) {
    return true;
  }
  const bool opens = before.kind == Kind::end || before.kind == Kind::period ||
                     before.kind == Kind::quote || before.kind == Kind::sentence_mark;
  if (before.kind == Kind::comma && verb_behind) return true;
  if (opens) return verb_behind || behind.kind == Kind::end || behind.has(Token::kPossessive);
  return month.value != 5 && month.value != 3;
}

// April Jones, Sen. June Smith, Theresa May.
bool TokenRules::is_name_like(std::size_t i, std::size_t end) const {
  const Token& before = at(i - 1);
  const Token& behind = at(end);
  if (before.kind == Kind::title) return true;
  const bool capital_behind = behind.kind == Kind::other && behind.has(Token::kCapital) &&
                              at(i).has(Token::kCapital) && !at(i).has(Token::kAllCaps);
  if (capital_behind && !kTimeWords.contains(before.kind) && before.kind != Kind::the) return true;
  const bool capital_before =
      before.kind == Kind::other && before.has(Token::kCapital) && !before.has(Token::kPossessive);
  return capital_before && !is(i - 2, Kind::the) && !is(i - 2, Kind::possessive);
}

// Whether what was read as a day is not in truth the number of what follows ("May 4 and 11
// soldiers").
bool TokenRules::ends_cleanly(std::size_t i) const {
  const Token& token = at(i);
  switch (token.kind) {
    case Kind::other:
      return token.has(Token::kCapital) || token.has(Token::kEd);
    case Kind::percent:
    case Kind::quantity_noun:
    case Kind::currency:
    case Kind::units:
    case Kind::unit:
    case Kind::clock:
    case Kind::half:
    case Kind::no_verb:
    case Kind::title:
      return false;
    case Kind::dash:
      return !(tokens_.glued(i) && tokens_.glued(i + 1)) || at(i + 1).kind != Kind::other;
    default:
      return true;
  }
}

bool TokenRules::is_fall(std::size_t i) const {
  const auto word = tokens_.text_of(i);
  return word.size() == 4 && (word[0] == 'f' || word[0] == 'F');
}

// Whether a season's word without a year is a time of the year.
bool TokenRules::is_season(std::size_t i, std::size_t end) const {
  const Token& token = at(i);
  const Token& before = at(i - 1);
  const Token& behind = at(end);
  if (behind.kind == Kind::of || behind.kind == Kind::years || before.kind == Kind::a ||
      behind.kind == Kind::offensive) {
    return false;
  }
  if (token.has(Token::kCapital) && !token.has(Token::kAllCaps)) {
    const bool name_behind = behind.has(Token::kCapital) && behind.kind == Kind::other;
    if (name_behind || (before.has(Token::kCapital) && before.kind == Kind::other)) return false;
  }
  const Kind beyond = at(i - 2).kind;
  if (is_fall(i)) {
    const bool article = before.kind == Kind::the;
    const Kind sign = article ? beyond : before.kind;
    const bool drop =
        behind.kind == Kind::in || behind.kind == Kind::from || behind.kind == Kind::to;
    return !drop && kSeasonWords.contains(sign) && sign != Kind::before && sign != Kind::after &&
           sign != Kind::from;
  }
  const bool beside = before.kind == Kind::and_word || before.kind == Kind::or_word ||
                      before.kind == Kind::to || before.kind == Kind::dash;
  if (beside) return at(i - 2).kind == Kind::season || at(i - 3).kind == Kind::season;
  return kSeasonWords.contains(before.kind) || before.kind == Kind::the;
}

}  // namespace dateline::dates
