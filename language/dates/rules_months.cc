// Whether a month's or a season's name is one: not April Jones, may and march, the fall of Saigon.
#include "language/dates/rules.h"

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

constexpr KindSet kJoins{Kind::and_word, Kind::or_word, Kind::slash};

// Words that put a season in time: in spring, by summer, since the winter.
constexpr KindSet kSeasonWords{Kind::in,        Kind::by,    Kind::since,   Kind::until,
                               Kind::during,    Kind::from,  Kind::before,  Kind::through,
                               Kind::after,     Kind::part,  Kind::between, Kind::over,
                               Kind::this_word, Kind::within};

}  // namespace

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
      const bool beside = kJoins.contains(at(end).kind) && is_month(end + 1);
      return beside || (timed && is_phrase_end(end));
    }
    return before.kind != Kind::title;
  }
  if (!is_ambiguous(month.value)) return true;
  // A dash joins months, whatever stands around them: "Chronology of Relations April-June 2001".
  if (is(end, Kind::dash) && is_month(end + 1)) return true;
  if (is_name_like(i, end)) return false;
  if (timed || before.kind == Kind::the || before.kind == Kind::possessive ||
      before.has(Token::kPossessive)) {
    return !(month.value == 3 && behind.kind == Kind::on && !timed);
  }
  // A month beside another: "April and May".
  const std::size_t next = is(end, Kind::comma) ? end + 1 : end;
  if ((kJoins.contains(at(next).kind) || is(next, Kind::to)) && is_month(next + 1)) return true;
  if (is(end, Kind::comma) && is_month(end + 1)) return true;
  if ((kJoins.contains(before.kind) || before.kind == Kind::comma || before.kind == Kind::to) &&
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
  if (behind.kind == Kind::of || behind.kind == Kind::years || before.kind == Kind::a) return false;
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
