// What a token is by its neighbours: whether "May" is a month, "2000" a year, "spring" a season.
#pragma once

#include <cstddef>
#include <optional>

#include "language/date_interval.h"
#include "language/dates/token.h"

namespace dateline::dates {

/// What joins dates to lists and ranges.
inline constexpr KindSet kConjunctions{Kind::and_word, Kind::or_word, Kind::to,
                                       Kind::through,  Kind::dash,    Kind::slash};
/// Words after which four digits are a year even where they could count something.
inline constexpr KindSet kNeedYear{Kind::since, Kind::until,      Kind::during, Kind::part,
                                   Kind::month, Kind::month_abbr, Kind::unit};
/// Words after which four digits are a year.
inline constexpr KindSet kTimePrepositions{
    Kind::in,    Kind::by,    Kind::of,         Kind::before,      Kind::after,
    Kind::about, Kind::from,  Kind::pre,        Kind::post,        Kind::season,
    Kind::since, Kind::until, Kind::between,    Kind::part,        Kind::during,
    Kind::month, Kind::unit,  Kind::month_abbr, Kind::open_bracket};
/// What stands before a sentence's first word.
inline constexpr KindSet kSentenceStarts{Kind::end, Kind::period, Kind::quote, Kind::sentence_mark};
/// Marks, or the end, where "two weeks before" is complete in itself.
inline constexpr KindSet kStops{Kind::end,      Kind::comma,     Kind::period, Kind::sentence_mark,
                                Kind::colon,    Kind::semicolon, Kind::quote,  Kind::close_bracket,
                                Kind::and_word, Kind::dash};

/// Tests on the tokens of one text; what the policy calls no date (A5) fails them. Each looks at a
/// few tokens on either side at most. Indexes may lie outside the text.
class TokenRules {
 public:
  explicit TokenRules(const TokenList& tokens) : tokens_(tokens) {}

  /// A month's name by its own letters and the number behind it: not "march" and "may" in lower
  /// case alone.
  [[nodiscard]] bool is_month(std::size_t i) const;
  /// Whether the month at `i`, without a day or year, is one: not April Jones, the October
  /// Revolution, May he live. `end`: the token behind it.
  [[nodiscard]] bool is_lone_month(std::size_t i, std::size_t end) const;
  /// Whether the season at `i`, without a year, is one: not a fall in prices, the Prague Spring.
  [[nodiscard]] bool is_season(std::size_t i, std::size_t end) const;
  /// Whether it is the season's word that has other meanings.
  [[nodiscard]] bool is_fall(std::size_t i) const;

  /// Four digits that can be a year by what touches them: not $2001, 2000-strong, 1900 GMT, nor
  /// either side of a range of clock times or of years before Christ.
  [[nodiscard]] bool is_year(std::size_t i) const;
  /// Four digits that are a year without a month or the like: not Resolution 1441, 2000 troops, a
  /// force of 2000.
  [[nodiscard]] bool is_lone_year(std::size_t i) const;
  /// The number at `i` names something: Resolution 1441, No. 1998, Su-2000.
  [[nodiscard]] bool is_numbered(std::size_t i) const;
  /// The year at `i` tells from when a book, an article or a judgment is: (Smith 1998: 12), see
  /// Smith (1998), Doe v. Roe (1979). Looks back to the bracket, a few dozen tokens at most.
  [[nodiscard]] bool is_cited(std::size_t i) const;
  /// The number at `i`, with or without an s, is a model's: Mirage 2000s, a Learjet 2000.
  [[nodiscard]] bool is_model(std::size_t i) const;
  /// A word that makes the number before it a clock time.
  [[nodiscard]] bool is_clock_unit(std::size_t i) const;
  /// Whether the years or decade at `i` are before Christ, by what stands behind them or behind the
  /// other side of their range.
  [[nodiscard]] bool is_before_christ(std::size_t i) const;
  /// Whether May is a person of the text: Theresa May, Mrs May. Read once for a text.
  [[nodiscard]] bool may_is_a_person() const;
  /// Says that May is a person of the article.
  void take_may_for_a_person() noexcept { may_is_person_ = true; }

  /// A word that can be the noun, or its adjective, behind a date.
  [[nodiscard]] bool is_noun_like(std::size_t i) const;
  /// Whether a phrase is over before token i: a mark, the end, or a word that begins another
  /// phrase.
  [[nodiscard]] bool is_phrase_end(std::size_t i) const;
  /// Whether a number that ended before `i` is not the number of what follows ("May 4 and 11
  /// soldiers").
  [[nodiscard]] bool ends_cleanly(std::size_t i) const;

  [[nodiscard]] bool is_unit(std::size_t i, Precision unit) const noexcept {
    return (is(i, Kind::unit) || is(i, Kind::units)) && at(i).value == static_cast<int>(unit);
  }
  /// first, 21st, twenty-first: the index behind it and its value; 0 when there is none.
  std::size_t ordinal_at(std::size_t i, int& value) const;

 private:
  bool is(std::size_t i, Kind kind) const noexcept { return tokens_.is(i, kind); }
  const Token& at(std::size_t i) const noexcept { return tokens_.at(i); }
  bool is_name_like(std::size_t i, std::size_t end) const;
  bool is_among_numbers(std::size_t i) const;
  bool is_quantified(std::size_t i) const;
  bool counts_noun(std::size_t i) const;
  bool is_in_listed_sections(std::size_t i) const;
  bool has_page_behind(std::size_t i) const;
  bool is_cited_alone(std::size_t open, std::size_t i) const;
  bool is_cited_inside(std::size_t open, std::size_t i) const;
  bool is_surname(std::size_t i) const;
  std::size_t bracket_around(std::size_t i) const;

  const TokenList& tokens_;
  mutable std::optional<bool> may_is_person_;
  // The last bracket that opened before the token read last, and is not closed.
  mutable std::size_t bracket_read_ = 0;
  mutable std::size_t bracket_ = 0;
  mutable bool in_bracket_ = false;
};

}  // namespace dateline::dates
