#include "language/dates/grammar.h"

#include <algorithm>
#include <array>

#include "language/dates/calendar.h"

namespace dateline::dates {
std::vector<Expression> Grammar::read_all() {
  std::vector<Expression> all;
  for (std::size_t i = 0; i < tokens_.size();) {
    if (!starts(at(i).kind)) {
      ++i;
      continue;
    }
    items_.clear();
    std::size_t end = read_at(i);
    if (end <= i) {
      ++i;
      continue;
    }
    end = event_year(end);
    for (Expression& e : items_) {
      decorate(e);
      all.push_back(e);
      keep_last(e);
    }
    i = end;
  }
  return all;
}

// What later expressions of the sentence look back at.
void Grammar::keep_last(const Expression& e) {
  if (is_fraction(e.left)) fraction_ = e.left.part, fraction_end_ = e.last;
  if (e.form == Form::calendar && e.left.base == Precision::decade) decade_end_ = e.last;
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
  for (const Reader reader : readers_of(at(i).kind)) {
    if (reader == nullptr) break;
    if (const std::size_t end = (this->*reader)(i); end != 0) return end;
  }
  return 0;
}

const Grammar::Readers& Grammar::readers_of(Kind kind) {
  static constexpr std::array<Readers, kKinds> kReaders = [] {
    std::array<Readers, kKinds> table{};
    const auto set = [&table](KindSet kinds, Readers readers) {
      for (std::size_t k = 0; k < kKinds; ++k) {
        if (kinds.contains(static_cast<Kind>(k))) table[k] = readers;
      }
    };
    using G = Grammar;
    set({Kind::month, Kind::month_abbr}, {&G::fixed_day, &G::month_first});
    set({Kind::weekday, Kind::weekday_abbr}, {&G::weekday_first});
    set({Kind::number}, {&G::atom_of_number});
    set({Kind::ordinal, Kind::final_word, Kind::latter},
        {&G::day_first, &G::centuries, &G::ordinal_phrase, &G::day_of_reference});
    set({Kind::cardinal}, {&G::centuries, &G::day_first, &G::counted, &G::decade_atom});
    set({Kind::years, Kind::decade}, {&G::decade_atom});
    set({Kind::quarter_code, Kind::half_code}, {&G::code});
    set({Kind::season}, {&G::season});
    set({Kind::part}, {&G::part_phrase});
    set({Kind::part_noun}, {&G::part_noun});
    set({Kind::midyear}, {&G::midyear});
    set({Kind::last}, {&G::ordinal_phrase, &G::pointer});
    set({Kind::this_word, Kind::that, Kind::next, Kind::past_word, Kind::coming, Kind::previous,
         Kind::same, Kind::current, Kind::after},
        {&G::pointer});
    set({Kind::a, Kind::half}, {&G::counted});
    set({Kind::unit}, {&G::week_of_day, &G::midyear, &G::unit_before});
    set({Kind::earlier, Kind::later}, {&G::around});
    set({Kind::day_word}, {&G::day_word});
    set({Kind::fiscal}, {&G::fiscal});
    set({Kind::new_word, Kind::christmas}, {&G::fixed_day});
    return table;
  }();
  return kReaders[static_cast<std::size_t>(kind)];
}

bool Grammar::starts(Kind kind) {
  return readers_of(kind)[0] != nullptr || kind == Kind::from || kind == Kind::between;
}

std::size_t Grammar::atom_of_number(std::size_t i) {
  const Token& token = at(i);
  if (token.has(Token::kApostrophe)) return short_year(i);
  if (token.digits == 4) return year_first(i);
  if (token.digits > 3) return 0;
  for (const auto reader : {&Grammar::numeric_range, &Grammar::numeric, &Grammar::joined_day,
                            &Grammar::day_first, &Grammar::counted}) {
    if (const std::size_t end = (this->*reader)(i); end != 0) return end;
  }
  return 0;
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
  // "Since the 1980 coup" counts from the coup; "since the late 1980s relations …" from the decade.
  const bool adjective = e.left.base <= Precision::month || e.rule == "year";
  const bool from_now_on =
      before == Kind::since && !e.after_event && !(article && e.attributive && adjective);
  if (from_now_on && (e.form == Form::calendar || e.form == Form::weekday) && !e.range) {
    e.since = true;
    e.first = is(k - 2, Kind::ever) ? k - 2 : k - 1;
  }
  e.begin = at(e.first).begin;
  e.end = at(e.last - 1).end;
}

// Whether the expression stands before a noun that it qualifies: the 1972 treaty, surpassing 1993
// levels.
bool Grammar::is_attributive(const Expression& e) const {
  for (std::size_t i = e.first; i < e.last; ++i) {
    if (is(i, Kind::of)) return false;
  }
  if (!rules_.is_noun_like(e.last) || at(e.last - 1).has(Token::kPossessive)) return false;
  switch (at(e.first - 1).kind) {
    case Kind::in:
    case Kind::by:
    case Kind::since:
    case Kind::until:
    case Kind::during:
    case Kind::of:
    case Kind::from:
    case Kind::to:
    case Kind::between:
    case Kind::before:
    case Kind::after:
    case Kind::on:
    case Kind::end:
    case Kind::comma:
    case Kind::period:
      return false;
    default:
      return true;
  }
}

}  // namespace dateline::dates
