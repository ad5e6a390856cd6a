// Takes rows from the columns of one segment over into those of another.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "index/column_table.h"

namespace dateline {

/// The numbers that the strings of one dictionary get in another, which is being written: each gets
/// one when it is first asked for.
class Renumbering {
 public:
  /// Both must outlive it.
  Renumbering(const Dictionary& from, DictionaryBuilder& to)
      : from_(from), to_(to), numbers_(from.size(), kNone) {}

  /// A number that the dictionary does not have stands for the empty string.
  [[nodiscard]] std::uint32_t operator()(std::uint32_t number) {
    if (number >= numbers_.size()) return to_.id({});
    auto& known = numbers_[number];
    if (known == kNone) known = to_.id(from_.text(number));
    return known;
  }

 private:
  static constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
  const Dictionary& from_;
  DictionaryBuilder& to_;
  std::vector<std::uint32_t> numbers_;
};

/// Those of all dictionaries of a segment.
struct Renumberings {
#define COLUMN(member, name, kind, rows, presence, merging)
#define DICTIONARY(member, name, presence) Renumbering member;
#include "index/column_table.def"
};

/// Merges as the table of columns says (column_table.def), article by article and event by event.
/// What the table makes anew is left to the writer.
class ColumnMerger {
 public:
  /// Both must outlive it.
  ColumnMerger(const ColumnViews& from, ColumnBuilders& to);

  void take_article(MovedRow row);
  void take_event(MovedRow row);

 private:
  template <RowsOf kRows>
  void take(MovedRow row);

  const ColumnViews& from_;
  ColumnBuilders& to_;
  Renumberings numbers_;
};

}  // namespace dateline
