#include "language/date_grammar.h"

#include <algorithm>
#include <array>

#include "language/date_calendar.h"

namespace dateline::dates {
namespace {

constexpr std::array<bool, kKinds> make_starts() {
  std::array<bool, kKinds> starts{};
  for (const Kind kind :
       {Kind::number,    Kind::years,      Kind::quarter_code, Kind::half_code, Kind::month,
        Kind::month_abbr, Kind::weekday,   Kind::weekday_abbr, Kind::unit,      Kind::half,
        Kind::season,    Kind::cardinal,   Kind::ordinal,      Kind::decade,    Kind::part,
        Kind::part_noun, Kind::midyear,    Kind::a,            Kind::between,   Kind::from,
        Kind::after,     Kind::this_word,  Kind::that,         Kind::last,      Kind::final_word,
        Kind::latter,    Kind::next,       Kind::past_word,    Kind::coming,    Kind::previous,
        Kind::same,      Kind::current,    Kind::earlier,      Kind::later,     Kind::day_word,
        Kind::new_word,  Kind::christmas,  Kind::fiscal}) {
    starts[static_cast<std::size_t>(kind)] = true;
  }
  return starts;
}
constexpr std::array<bool, kKinds> kStarts = make_starts();

bool is_calendar(const Expression& e) noexcept { return e.form == Form::calendar; }

// Which pieces may stand at the two ends of a range without "from" or "between".
int family(const Piece& piece) noexcept {
  if (piece.part == Part::half || piece.part == Part::quarter) return 20;
  if (piece.part == Part::week || piece.part == Part::first_n || piece.part == Part::last_n) return 21;
  return static_cast<int>(piece.base);
}

}  // namespace

std::vector<Expression> Grammar::read_all() {
  std::vector<Expression> all;
  for (std::size_t i = 0; i < tokens_.size();) {
    if (!kStarts[static_cast<std::size_t>(at(i).kind)]) {
      ++i;
      continue;
    }
    items_.clear();
    const std::size_t end = read_at(i);
    if (end <= i) {
      ++i;
      continue;
    }
    for (Expression& e : items_) {
      decorate(e);
      all.push_back(e);
    }
    i = end;
  }
  return all;
}

std::size_t Grammar::read_head(std::size_t i, std::vector<Expression>& out) {
  items_.clear();
  std::size_t end = atom(i);
  if (end != 0) end = extend(end, false);
  out = items_;
  return end;
}

std::size_t Grammar::read_at(std::size_t i) {
  if (is(i, Kind::from) || is(i, Kind::between)) return framed(i);
  const std::size_t end = atom(i);
  return end == 0 ? 0 : extend(end, false);
}

std::size_t Grammar::atom(std::size_t i) {
  if (depth_ == kMaxDepth) return 0;
  ++depth_;
  const std::size_t end = read_atom(i);
  --depth_;
  return end;
}

// Tries what can begin with this kind of token, the longest first.
std::size_t Grammar::read_atom(std::size_t i) {
  std::size_t end = 0;
  const auto tries = [&](auto... readers) {
    static_cast<void>(((end == 0 && (end = (this->*readers)(i)) != 0) || ...));
    return end;
  };
  switch (at(i).kind) {
    case Kind::month:
    case Kind::month_abbr:
      return tries(&Grammar::fixed_day, &Grammar::month_first);
    case Kind::weekday:
    case Kind::weekday_abbr:
      return tries(&Grammar::weekday_first);
    case Kind::number:
      return atom_of_number(i);
    case Kind::ordinal:
    case Kind::final_word:
    case Kind::latter:
      return tries(&Grammar::day_first, &Grammar::centuries, &Grammar::ordinal_phrase,
                   &Grammar::day_of_reference);
    case Kind::cardinal:
      return tries(&Grammar::centuries, &Grammar::day_first, &Grammar::counted,
                   &Grammar::decade_atom);
    case Kind::years:
    case Kind::decade:
      return tries(&Grammar::decade_atom);
    case Kind::quarter_code:
    case Kind::half_code:
      return tries(&Grammar::code);
    case Kind::season:
      return tries(&Grammar::season);
    case Kind::part:
      return tries(&Grammar::part_phrase);
    case Kind::part_noun:
      return tries(&Grammar::part_noun);
    case Kind::midyear:
      return tries(&Grammar::midyear);
    case Kind::last:
      return tries(&Grammar::ordinal_phrase, &Grammar::pointer);
    case Kind::this_word: case Kind::that: case Kind::next: case Kind::past_word: case Kind::coming:
    case Kind::previous: case Kind::same: case Kind::current: case Kind::after:
      return tries(&Grammar::pointer);
    case Kind::a:
    case Kind::half:
      return tries(&Grammar::counted);
    case Kind::unit:
      return tries(&Grammar::week_of_day, &Grammar::midyear, &Grammar::unit_before);
    case Kind::earlier:
    case Kind::later:
      return tries(&Grammar::around);
    case Kind::day_word:
      return tries(&Grammar::day_word);
    case Kind::fiscal:
      return tries(&Grammar::fiscal);
    case Kind::new_word:
    case Kind::christmas:
      return tries(&Grammar::fixed_day);
    default:
      return 0;
  }
}

std::size_t Grammar::atom_of_number(std::size_t i) {
  const Token& token = at(i);
  if (token.has(Token::kApostrophe)) return short_year(i);
  if (token.digits == 4) return year_first(i);
  if (token.digits > 3) return 0;
  for (const auto reader : {&Grammar::numeric, &Grammar::day_first, &Grammar::counted}) {
    if (const std::size_t end = (this->*reader)(i); end != 0) return end;
  }
  return 0;
}

// from A to B, between A and B, from A on.
std::size_t Grammar::framed(std::size_t i) {
  std::size_t j = skip(i + 1, Kind::about);
  j = skip(j, Kind::the);
  if (at(j).kind == Kind::from || at(j).kind == Kind::between) return 0;
  const std::size_t middle = atom(j);
  if (middle == 0) return 0;
  if (is(i, Kind::between)) {
    // "between May 8 and 11" was read as a list of two.
    if (items_.size() == 2 && !items_[0].range && !items_[1].range &&
        join(items_[0], items_[1], true)) {
      items_.pop_back();
      return middle;
    }
    return items_.size() == 1 && is(middle, Kind::and_word) ? right_side(middle + 1, true) : 0;
  }
  if (const std::size_t end = to_present(middle); end != 0) return end;
  if (const std::size_t end = onward(i, middle); end != 0) return end;
  return extend(middle, true);
}

// from 1980 to the present, 1980–present
std::size_t Grammar::to_present(std::size_t j) {
  const bool dash = is(j, Kind::dash) && tokens_.glued(j);
  if (!dash && !is(j, Kind::to) && !is(j, Kind::until) && !is(j, Kind::through)) return 0;
  const std::size_t k = skip(j + 1, Kind::the);
  const bool present = (is(k, Kind::current) && !is_noun_like(k + 1)) || is(k, Kind::now) ||
                       (is(k, Kind::day_word) && at(k).value == 0);
  if (!present || items_.size() != 1 || !is_calendar(items_[0])) return 0;
  items_[0].since = true;
  items_[0].last = k + 1;
  return k + 1;
}

// from 1999 on, from 1999 onward
std::size_t Grammar::onward(std::size_t i, std::size_t j) {
  const Kind next = at(j + 1).kind;
  const bool bare_on = is(j, Kind::on) && next != Kind::weekday && next != Kind::month &&
                       next != Kind::number;
  if (is(j, Kind::and_word) && is(j + 1, Kind::onward)) ++j;
  if ((!is(j, Kind::onward) && !bare_on) || items_.size() != 1 || !is_calendar(items_[0])) return 0;
  items_[0].since = true;
  items_[0].first = i;
  items_[0].last = j + 1;
  return j + 1;
}

// After an expression that ends at `end`: a dash, to, through or until, and its other side.
std::size_t Grammar::extend(std::size_t end, bool is_framed) {
  if (items_.empty() || items_.size() >= kMaxItems) return end;
  if (is(end, Kind::dash)) {
    if (const std::size_t present = to_present(end); present != 0) return present;
  }
  const Expression& left = items_.back();
  if (left.range || (left.form != Form::calendar && left.form != Form::weekday)) return end;
  // "Extended in 2010 until 2042" is no range: "until" belongs to the verb.
  const Kind before = at(left.first - 1).kind;
  const bool adverbial = !is_framed && (before == Kind::in || before == Kind::on);
  const std::size_t start = end;
  if (is_framed && is(end, Kind::comma)) ++end;  // from May 7, 1987, to August 6, 1987
  const bool word = is(end, Kind::to) || is(end, Kind::through) ||
                    (is(end, Kind::until) && !adverbial);
  const bool dash = is(end, Kind::dash) && (at(end).value < 3 || tokens_.glued(end + 1));
  if (!word && !dash) return start;
  const std::size_t right = right_side(end + 1, is_framed);
  return right == 0 ? start : right;
}

// Reads the right side of a range whose left side is the last item.
std::size_t Grammar::right_side(std::size_t i, bool is_framed) {
  const std::size_t before = items_.size();
  std::size_t j = skip(i, Kind::about);
  j = skip(j, Kind::the);
  const std::size_t end = atom(j);
  const bool joined = end != 0 && items_.size() > before && before > 0 &&
                      join(items_[before - 1], items_[before], is_framed);
  if (!joined) {
    items_.resize(before);
    return 0;
  }
  items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(before));
  return end;
}

// Makes `left` a range up to `right`; each side gives what the other lacks.
bool Grammar::join(Expression& left, const Expression& right, bool is_framed) const {
  if (left.form != right.form || left.range || right.range) return false;
  if (left.form != Form::calendar && left.form != Form::weekday) return false;
  Piece a = left.left, b = right.left;
  if (!is_framed && family(a) != family(b)) return false;
  if (a.year >= 1000 && b.short_year && b.base == Precision::year) {
    b.year += a.year / 100 * 100;
    b.short_year = false;
  }
  if (a.base == Precision::day && b.base == Precision::day) {
    if (a.month == 0) a.month = b.month;
    if (b.month == 0) b.month = a.month;
  }
  if (a.year > 0 && b.year > 0 && a.base == b.base && a.base >= Precision::year &&
      !a.short_year && !b.short_year && a.part == b.part && b.year <= a.year) {
    return false;
  }
  left.left = a;
  left.right = b;
  left.range = true;
  left.last = right.last;
  if (left.form == Form::calendar) {
    left.rule = a.base == Precision::day    ? "day-range"
                : a.base == Precision::month ? "month-range"
                : a.base == Precision::year  ? "year-range"
                                             : "range";
  }
  return true;
}

Expression& Grammar::add(std::size_t first, std::size_t last, const Piece& piece,
                         std::string_view rule) {
  Expression e;
  e.left = piece;
  e.first = first;
  e.last = last;
  e.rule = rule;
  return items_.emplace_back(e);
}

// What stands before and behind an expression, and its bytes.
void Grammar::decorate(Expression& e) const {
  e.attributive = is_attributive(e);
  std::size_t k = e.first;
  bool article = false;
  if (is(k - 1, Kind::the)) --k, article = true;
  if (is(k - 1, Kind::about)) --k, e.approximate = true;
  if (is(k - 1, Kind::quantifier) && is(k - 2, Kind::at)) k -= 2;
  const Kind before = at(k - 1).kind;
  e.bound = before == Kind::since || before == Kind::by || before == Kind::until;
  const bool from_now_on = before == Kind::since && !(article && e.attributive);
  if (from_now_on && (e.form == Form::calendar || e.form == Form::weekday) && !e.range) {
    e.since = true;
    e.first = is(k - 2, Kind::ever) ? k - 2 : k - 1;
  }
  e.begin = at(e.first).begin;
  e.end = at(e.last - 1).end;
}

// Whether the expression stands before a noun that it qualifies: the 1972 treaty, surpassing 1993 levels.
bool Grammar::is_attributive(const Expression& e) const {
  if (!is_noun_like(e.last) || at(e.last - 1).has(Token::kPossessive)) return false;
  switch (at(e.first - 1).kind) {
    case Kind::in: case Kind::by: case Kind::since: case Kind::until: case Kind::during:
    case Kind::of: case Kind::from: case Kind::to: case Kind::between: case Kind::before:
    case Kind::after: case Kind::on: case Kind::end: case Kind::comma: case Kind::period:
      return false;
    default:
      return true;
  }
}

// A word that can be the noun, or its adjective, behind a date.
bool Grammar::is_noun_like(std::size_t i) const {
  const Token& token = at(i);
  switch (token.kind) {
    case Kind::other:
      return !token.has(Token::kEd);
    case Kind::no_verb: case Kind::event_noun: case Kind::ordinal_noun: case Kind::attack:
    case Kind::crackdown: case Kind::paper: case Kind::quantity_noun: case Kind::title:
    case Kind::fiscal_us: case Kind::fiscal_april: case Kind::number_noun: case Kind::intends:
      return true;
    default:
      return false;
  }
}

// Whether a phrase is over before token i: a mark, the end, or a word that begins another phrase.
bool Grammar::is_phrase_end(std::size_t i) const {
  switch (at(i).kind) {
    case Kind::end: case Kind::comma: case Kind::period: case Kind::sentence_mark: case Kind::colon:
    case Kind::semicolon: case Kind::dash: case Kind::close_bracket: case Kind::open_bracket:
    case Kind::quote: case Kind::and_word: case Kind::or_word: case Kind::clause: case Kind::who:
    case Kind::pronoun: case Kind::be: case Kind::have: case Kind::modal: case Kind::past:
    case Kind::in: case Kind::at: case Kind::by: case Kind::for_word: case Kind::function:
      return true;
    case Kind::other:
      return at(i).has(Token::kEd);
    default:
      return false;
  }
}

// first, 21st, twenty-first
std::size_t Grammar::ordinal_at(std::size_t i, int& value) const {
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
