// Recognises date expressions among tokens. It says what was written; the resolver says which days
// are meant.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "language/dates/expression.h"
#include "language/dates/rules.h"
#include "language/dates/token.h"

namespace dateline::dates {

/// A recursive-descent reader of one text. By hand, and not from a table of rules: nearly every
/// rule asks about tokens before and behind what it takes ("in 70s" is none, "in the 70s" is; "May"
/// is a month by its neighbours), shares the reading of years and days with others, and must give
/// way without a trace when what follows is no date. A token's kind chooses at most four functions
/// that may begin there (readers_of), in order; the first that reads something wins.
///
/// Every function that takes a token's index returns the index behind what it read, or 0 when it
/// cannot read what stands there; expressions go to `items_`. Look-ahead is bounded (lists to
/// kMaxItems), so reading is linear in the text.
class Grammar {
 public:
  explicit Grammar(const TokenList& tokens) : tokens_(tokens), rules_(tokens) {}

  /// May is a person of the article. Call it before reading.
  void take_may_for_a_person() noexcept { rules_.take_may_for_a_person(); }
  /// Whether the text itself names a person May. May be asked after reading; reads the text once.
  [[nodiscard]] bool names_may() const { return rules_.may_is_a_person(); }

  /// Every expression of the text, in order, not overlapping.
  [[nodiscard]] std::vector<Expression> read_all();

  /// Reads the expressions that begin exactly at token `i`, without regard to what stands before
  /// it. @return the index behind them; 0 when there is none.
  [[nodiscard]] std::size_t read_head(std::size_t i, std::vector<Expression>& out);

 private:
  static constexpr std::size_t kMaxItems = 12;
  static constexpr int kMaxDepth = 3;  ///< two days before (the week after (May 8))

  struct Count {
    int value = 0;
    Precision unit = Precision::day;
    bool half = false;  ///< `value` counts halves of the unit: half a century
  };

  using Reader = std::size_t (Grammar::*)(std::size_t);
  using Readers = std::array<Reader, 4>;

  // grammar.cc: what begins where, what stands around an expression.
  static const Readers& readers_of(Kind kind);
  static bool starts(Kind kind);
  std::size_t read_at(std::size_t i);
  std::size_t atom(std::size_t i);
  std::size_t read_atom(std::size_t i);
  std::size_t atom_of_number(std::size_t i);
  void decorate(Expression& e) const;
  bool is_attributive(const Expression& e) const;
  void keep_last(const Expression& e);

  // grammar_ranges.cc
  std::size_t framed(std::size_t i);
  std::size_t to_present(std::size_t j);
  std::size_t onward(std::size_t i, std::size_t j);
  std::size_t extend(std::size_t end, bool is_framed);
  std::size_t right_side(std::size_t i, bool is_framed);
  static bool join(Expression& left, const Expression& right, bool is_framed);

  // grammar_days.cc, grammar_fixed.cc
  std::size_t month_first(std::size_t i);
  std::size_t day_first(std::size_t i);
  bool month_follows(std::size_t i);
  std::size_t weekday_first(std::size_t i);
  std::size_t worded_day(std::size_t i);
  std::size_t day_items(std::size_t i, int month);
  std::size_t day_item(std::size_t i, int month);
  std::size_t day_at(std::size_t i, int& day) const;
  std::size_t fixed_day(std::size_t i);
  std::size_t numeric(std::size_t i);
  std::size_t day_of_reference(std::size_t i);

  // grammar_parts.cc: early, the first week of, third quarter, Q1, the week of May 5.
  std::size_t part_phrase(std::size_t i);
  std::size_t part_words(std::size_t i, Part& part) const;
  std::size_t part_noun(std::size_t i);
  std::size_t ordinal_phrase(std::size_t i);
  std::size_t ordinal_pair(std::size_t i, int ordinal, std::size_t next);
  std::size_t counted_units(std::size_t i, int ordinal, std::size_t j);
  std::size_t fraction(std::size_t i, int ordinal, std::size_t j);
  std::size_t fraction_again(std::size_t i, int ordinal, std::size_t j);
  std::size_t week_or_weekday(std::size_t i, int ordinal, std::size_t j);
  std::size_t midyear(std::size_t i);
  std::size_t code(std::size_t i);
  std::size_t week_of_day(std::size_t i);

  // grammar_months.cc: what a part can be a part of, seasons.
  std::size_t scope(std::size_t i, Piece& piece);
  std::size_t pointed_scope(std::size_t i, Piece& piece) const;
  std::size_t month_scope(std::size_t i, Piece& piece);
  std::size_t season(std::size_t i);
  std::size_t season_tail(std::size_t i, Piece& piece) const;

  // grammar_years.cc
  std::size_t year_first(std::size_t i);
  std::size_t year_span(std::size_t i);
  std::size_t iso_day(std::size_t i);
  std::size_t after_year(std::size_t i);
  std::size_t short_year(std::size_t i);
  std::size_t year_tail(std::size_t i, Piece& piece) const;
  std::size_t year_words(std::size_t i, Piece& piece) const;
  static void set_year(const Token& number, Piece& piece) noexcept;
  std::size_t year_number(std::size_t i, Piece& piece) const;
  std::size_t decade(std::size_t i, Piece& piece) const;
  std::size_t decade_atom(std::size_t i);
  std::size_t century(std::size_t i, Piece& piece) const;
  std::size_t centuries(std::size_t i);
  std::size_t fiscal(std::size_t i);

  // grammar_apart.cc: what stands apart from what it belongs to, or is written in an odd way.
  std::size_t event_year(std::size_t end);
  std::size_t bracketed_year(std::size_t i, Piece& piece) const;
  std::size_t year_in_words(std::size_t i, Piece& piece) const;
  std::size_t named_year(std::size_t i, Piece& piece) const;
  std::size_t joined_day(std::size_t i);
  std::size_t joined_month(std::size_t i, Piece& piece) const;
  std::size_t numeric_range(std::size_t i);
  std::size_t before_month(std::size_t i);
  std::size_t month_of_year(std::size_t i, int ordinal, std::size_t j);
  bool fits_decade(std::size_t first, std::size_t decade) const;
  bool is_a_march(std::size_t i) const;
  bool has_stray_mark(std::size_t i) const;

  // grammar_pointers.cc, grammar_relative.cc
  std::size_t pointer(std::size_t i);
  std::size_t pointer_words(std::size_t i, Ref& ref) const;
  std::size_t pointed_unit(std::size_t i, std::size_t j, Ref ref);
  std::size_t pointed_fiscal_year(std::size_t i, std::size_t j, Ref ref);
  bool closes_clause(std::size_t i) const;
  std::size_t pointed_name(std::size_t i, std::size_t j, Ref ref);
  std::size_t pointed_month(std::size_t i, std::size_t j, Ref ref);
  std::size_t pointed_weekday(std::size_t i, std::size_t j, Ref ref);
  std::size_t pointed_weekend(std::size_t i, std::size_t j, Ref ref);
  std::size_t pointed_time(std::size_t i, std::size_t j, Ref ref);
  bool is_windowed(std::size_t i, Precision unit) const;
  std::size_t window(std::size_t i, std::size_t j, bool past);
  std::size_t counted(std::size_t i);
  std::size_t count_at(std::size_t i, int& count) const;
  std::size_t and_a_half(std::size_t i) const;
  std::size_t count_and_unit(std::size_t i, Count& count) const;
  bool counts_back(std::size_t i) const;
  std::size_t from_present(std::size_t i, std::size_t j, const Count& count);
  std::size_t shifted(std::size_t i, std::size_t j, const Count& count);
  std::size_t unit_before(std::size_t i);
  std::size_t around(std::size_t i);
  std::size_t day_word(std::size_t i);

  // Small readers.
  bool is(std::size_t i, Kind kind) const noexcept { return tokens_.is(i, kind); }
  const Token& at(std::size_t i) const noexcept { return tokens_.at(i); }
  std::size_t skip(std::size_t i, Kind kind) const noexcept { return is(i, kind) ? i + 1 : i; }
  Expression& add(std::size_t first, std::size_t last, const Piece& piece, std::string_view rule);

  const TokenList& tokens_;
  TokenRules rules_;
  std::vector<Expression> items_;
  int depth_ = 0;
  Part fraction_ = Part::whole;  // the last half or quarter read by read_all
  std::size_t fraction_end_ = 0;
  std::size_t decade_end_ = 0;  // behind the last decade read by read_all
  std::size_t next_month_ = 0;  // no month's name stands between where month_follows began and this
};

}  // namespace dateline::dates
