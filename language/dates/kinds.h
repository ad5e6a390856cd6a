// The kinds of things that dates are made of.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>

namespace dateline::dates {

// clang-format off: one kind a line would make this three times as long.
/// What a token is to the grammar. Words get theirs, with a value, from data/date_words.tsv, whose
/// second column holds the names below; the first block is given by the lexer.
enum class Kind : std::uint8_t {
  end,            ///< before the first and after the last token
  other,          ///< a word that plays no part
  number,         ///< digits alone, at most nine; with an apostrophe before it ('86) see Token
  quantity,       ///< digits with separators, decimals or letters stuck on: never part of a date
  years,          ///< 1970s, '70s, 70s: the decade's first year (or its two digits)
  quarter_code,   ///< Q1, 1Q
  half_code,      ///< H1, 1H
  comma,
  period,
  sentence_mark,  ///< ! ? and the ellipsis
  colon,
  semicolon,
  dash,           ///< hyphen (value 1), en dash (2), em dash or two hyphens (3)
  slash,
  open_bracket,
  close_bracket,
  quote,
  currency,
  percent,
  mark,           ///< any other character that is no letter
  // Words.
  month, month_abbr, weekday, weekday_abbr, unit, units, half, season, cardinal, ordinal, decade,
  part, part_noun, midyear,
  the, a, in, on, of, to, through, until, between, and_word, or_word, from, by, since, ever, during,
  at, before, after, as, for_word, over, within, about, quantifier, pre, post,
  this_word, that, last, final_word, latter, next, past_word, coming, previous, same, current,
  ago, earlier, later, now, hence, onward, few, every, day_word, day_time,
  new_word, eve, christmas, other_calendar, fiscal,
  modal, be, have, planned, intends, upcoming, ahead, who, clause, pronoun, possessive, function,
  past, no_verb, number_noun, quantity_noun, clock, era, title, event_noun, ordinal_noun,
  attack, crackdown, tiananmen, fiscal_us, fiscal_april, states, paper, feast, long_word, vintage,
  amount, weekend, timetable, anno, level, suffix, cite, versus, participle, offensive,
};
// clang-format on

inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::offensive) + 1;

/// A constant set of kinds.
class KindSet {
 public:
  constexpr KindSet(std::initializer_list<Kind> kinds) noexcept {
    for (const Kind kind : kinds) has_[static_cast<std::size_t>(kind)] = true;
  }
  [[nodiscard]] constexpr bool contains(Kind kind) const noexcept {
    return has_[static_cast<std::size_t>(kind)];
  }

 private:
  std::array<bool, kKinds> has_{};
};

}  // namespace dateline::dates
