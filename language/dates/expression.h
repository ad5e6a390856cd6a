// What the grammar makes of the words, before anything is resolved.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/date_interval.h"

namespace dateline::dates {

/// A pointer from a text to a unit of time that it does not name.
enum class Ref : std::uint8_t {
  none,
  this_one,   ///< this year: seen from the head or the end of the anchor
  last,       ///< last year
  next,       ///< next year
  same,       ///< that year, the same year: seen from the reference
  following,  ///< the following year, the next year
  preceding,  ///< the previous year, the year before
  the_one,    ///< the (end of the) year: the reference's, else this one
  new_year,   ///< the new year: the one that holds the head or the end of the anchor
};

/// -1 for the unit before, 1 for the one after, 0 for the one itself.
[[nodiscard]] constexpr int direction(Ref ref) noexcept {
  return ref == Ref::last || ref == Ref::preceding   ? -1
         : ref == Ref::next || ref == Ref::following ? 1
                                                     : 0;
}

/// Which part of a unit is meant.
enum class Part : std::uint8_t {
  whole,
  early,
  mid,
  late,
  early_mid,
  mid_late,
  beginning,
  end,
  half,          ///< number = 1, 2
  quarter,       ///< number = 1 to 4, or kLast
  week,          ///< number = 1 to 4, or kLast
  first_n,       ///< the first `number` units of `part_unit`; number 0: a few days
  last_n,        ///< the last ones
  weekday,       ///< the `number`th (or kLast) of Piece::weekday
  holding_week,  ///< the week of a day
};
inline constexpr int kLast = -1;

/// One end of a date expression: a day, month, quarter, … with what was written of it. Zero: not
/// written.
struct Piece {
  /// What `year`, `month`, … name: a day, month, season, year, decade or century.
  Precision base = Precision::day;
  int year = 0;   ///< of a decade its first year; of a century its number
  int month = 0;  ///< 1 to 12; of a season 0 (spring) to 3 (winter)
  int day = 0;
  int weekday = 0;                       ///< 1 (Monday) to 7
  Ref ref = Ref::none;                   ///< what stands in place of the year or the unit
  Precision ref_unit = Precision::year;  ///< the unit that `ref` points to
  Part part = Part::whole;
  int number = 0;
  Precision part_unit = Precision::day;
  int winter_end = 0;           ///< winter of 1985-86: the second year
  bool short_year = false;      ///< a decade of two digits or in words: the century is not written
  bool year_from_list = false;  ///< the year was distributed from the same list or range
  bool fiscal = false;          ///< base year: a fiscal year
};

/// What kind of expression it is; decides how it is resolved.
enum class Form : std::uint8_t {
  calendar,  ///< left, perhaps right
  window,    ///< past (count < 0) or next (count > 0) so many units
  ago,       ///< count units before (< 0) or after (> 0) the head or the anchor's end
  shift,     ///< count units before or after the reference, or before or after `left`
  around,    ///< earlier (count < 0) or later (> 0) this or that unit: left.ref, unit
  weekday,   ///< a weekday alone: left.weekday, left.ref
  day_word,  ///< yesterday: count days from the day spoken
  nothing,   ///< recognised, and no date (February 29, 2001)
};

/// A date expression with its place. `first` and `last` are its first token and the one after its
/// last.
struct Expression {
  Form form = Form::calendar;
  Piece left;
  Piece right;
  bool range = false;        ///< left and right are both ends
  bool since = false;        ///< from its first day to the head or the anchor's end
  bool approximate = false;  ///< about, circa
  bool attributive = false;  ///< stands before a noun: the 1972 treaty
  bool bound = false;        ///< after by, until or since: its year is no reference
  bool after_event = false;  ///< its year stands behind an event: the August coup of 1991
  bool by_base = false;      ///< a shift from `left` instead of the reference
  bool half = false;         ///< `count` is of half units: half a century ago
  bool if_promised = false;  ///< a date only in a clause that looks ahead: in three months
  int count = 0;
  Precision unit = Precision::day;
  std::size_t first = 0;
  std::size_t last = 0;
  std::uint32_t begin = 0;  ///< bytes
  std::uint32_t end = 0;
  std::string_view rule;
};

}  // namespace dateline::dates
