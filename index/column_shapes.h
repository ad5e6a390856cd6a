// The shapes that columns have: how each is opened, checked, filled and written.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "index/columns.h"
#include "index/dictionary.h"
#include "index/list_column.h"
#include "index/page_columns.h"
#include "index/postings.h"
#include "index/row_checks.h"

namespace dateline {

/// What the rows of a column are counted by: the articles or events of the segment, or the strings
/// of its dictionaries terms or words.
enum class RowsOf : std::uint8_t { articles, events, terms, words };

/// How many rows of each kind a segment has.
struct RowCounts {
  std::size_t articles = 0;
  std::size_t events = 0;
  std::size_t terms = 0;
  std::size_t words = 0;

  [[nodiscard]] constexpr std::size_t of(RowsOf rows) const noexcept {
    switch (rows) {
      case RowsOf::events:
        return events;
      case RowsOf::terms:
        return terms;
      case RowsOf::words:
        return words;
      case RowsOf::articles:
        break;
    }
    return articles;
  }
};

/// Whether a segment may lack a column, because a version before it was introduced made the
/// segment, or because it would be empty. What is absent reads as if it were empty.
enum class Presence : std::uint8_t { always, may_be_absent };

/// A row that is taken over from another segment: its ordinal there, and its ordinal here.
struct MovedRow {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
};

/// The shapes. Each has
///   View, Builder                           what is read in place; what grows while it is written
///   kMayBeAbsent                            whether an empty View reads as a column of empty rows
///   key(name)                               a column of the file that it has whenever it is there
///   open(columns, name)                     throws IndexError (missing) when absent or misshapen
///   fits(view, rows, counts)                whether it has as many rows as it must have, and each
///                                           is one that there can be; rows of several parts are
///                                           looked at when they are read (checked_rows.h)
///   write(builder, name, counts, writer)
///   copy(view, row, builder)                takes a row over, where that can be done as it is
namespace shape {

/// One value a row: T[rows].
template <typename T>
struct Values {
  using View = std::span<const T>;
  using Builder = std::vector<T>;
  static constexpr bool kMayBeAbsent = false;  // there is no empty value

  static std::string key(std::string_view name) { return std::string{name}; }
  static View open(const Columns& columns, std::string_view name) { return columns.get<T>(name); }
  static bool fits(View view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.size() == counts.of(rows);
  }
  static void write(const Builder& builder, std::string_view name, const RowCounts& /*counts*/,
                    ColumnWriter& writer) {
    writer.add(name, builder);
  }
  static void copy(View view, MovedRow row, Builder& builder) { builder.push_back(view[row.from]); }
};

/// One value a row of which not every one has a meaning (row_checks.h): T[rows].
template <typename T>
struct CheckedValues : Values<T> {
  static bool fits(std::span<const T> view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.size() == counts.of(rows) && are_sound(view);
  }
};

/// One of the things that `kOf` counts a row, by its number: u32[rows].
template <RowsOf kOf>
struct Numbers : Values<std::uint32_t> {
  static bool fits(View view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.size() == counts.of(rows) && are_below(view, counts.of(kOf));
  }
};

/// Where each row begins in something else, and at last where that ends: T[rows + 1].
template <typename T>
struct Offsets : Values<T> {
  struct Builder : std::vector<T> {
    Builder() : std::vector<T>{0} {}
  };
  static bool fits(std::span<const T> view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.size() == counts.of(rows) + 1 && std::is_sorted(view.begin(), view.end());
  }
};

/// Bytes, which offsets part into rows.
struct Bytes {
  using View = std::string_view;
  using Builder = std::string;
  static constexpr bool kMayBeAbsent = false;

  static std::string key(std::string_view name) { return std::string{name}; }
  static View open(const Columns& columns, std::string_view name) {
    return columns.get_bytes(name);
  }
  static bool fits(View /*view*/, RowsOf /*rows*/, const RowCounts& /*counts*/) noexcept {
    return true;
  }
  static void write(const Builder& builder, std::string_view name, const RowCounts& /*counts*/,
                    ColumnWriter& writer) {
    writer.add_bytes(name, builder);
  }
};

/// A list of values a row: `name`.offsets u32[rows + 1], `name`.values T[].
template <typename T>
struct Lists {
  using View = ListColumn<T>;
  using Builder = ListBuilder<T>;
  static constexpr bool kMayBeAbsent = true;

  static std::string key(std::string_view name) { return std::string{name} + ".offsets"; }
  static View open(const Columns& columns, std::string_view name) {
    return {columns.get<std::uint32_t>(key(name)), columns.get<T>(values_name(name))};
  }
  static bool fits(const View& view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.is_absent() || view.size() == counts.of(rows);
  }
  static void write(const Builder& builder, std::string_view name, const RowCounts& /*counts*/,
                    ColumnWriter& writer) {
    writer.add(key(name), builder.offsets);
    writer.add(values_name(name), builder.values);
  }
  static void copy(const View& view, MovedRow row, Builder& builder) {
    builder.add_list(view[row.from]);
  }

 private:
  static std::string values_name(std::string_view name) { return std::string{name} + ".values"; }
};

/// Countries (pack_country), a list a row: as Lists<std::uint16_t>.
struct Countries : Lists<std::uint16_t> {
  static bool fits(const View& view, RowsOf rows, const RowCounts& counts) noexcept {
    return Lists::fits(view, rows, counts) && are_sound_countries(view.values());
  }
};

/// The pages of the articles that have any (page_columns.h): `name`.article u32[p], ascending, and
/// `name`.starts, a list of u32 for each of these. Not written where no article has pages.
struct Pages {
  using View = PageColumns;
  using Builder = PageColumnsBuilder;
  static constexpr bool kMayBeAbsent = true;

  static std::string key(std::string_view name) { return std::string{name} + ".article"; }
  static View open(const Columns& columns, std::string_view name) { return {columns, name}; }
  static bool fits(const View& view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.fit(counts.of(rows));
  }
  static void write(const Builder& builder, std::string_view name, const RowCounts& /*counts*/,
                    ColumnWriter& writer) {
    builder.write(name, writer);
  }
  static void copy(const View& view, MovedRow row, Builder& builder) {
    builder.add(row.to, view.starts(row.from));
  }
};

/// Posting lists of the rows' terms (postings.h): `name`.offsets, `name`.counts, `name`.bytes.
struct PostingLists {
  using View = Postings;
  using Builder = PostingsBuilder;
  static constexpr bool kMayBeAbsent = false;

  static std::string key(std::string_view name) { return std::string{name} + ".offsets"; }
  static View open(const Columns& columns, std::string_view name) { return {columns, name}; }
  static bool fits(const View& view, RowsOf rows, const RowCounts& counts) noexcept {
    return view.size() == counts.of(rows) && view.count_at_most(counts.events);
  }
  static void write(const Builder& builder, std::string_view name, const RowCounts& counts,
                    ColumnWriter& writer) {
    builder.write(name, static_cast<std::uint32_t>(counts.terms), writer);
  }
};

/// Strings by number (dictionary.h): `name`.offsets, `name`.bytes, `name`.sorted.
struct Strings {
  using View = Dictionary;
  using Builder = DictionaryBuilder;
  static constexpr bool kMayBeAbsent = true;

  static std::string key(std::string_view name) { return std::string{name} + ".offsets"; }
  static View open(const Columns& columns, std::string_view name) { return {columns, name}; }
  static void write(const Builder& builder, std::string_view name, const RowCounts& /*counts*/,
                    ColumnWriter& writer) {
    builder.write(name, writer);
  }
};

}  // namespace shape

/// Opens a column; one that is absent, and may be, is empty. `Column` has the Shape, kName and
/// kPresence that its row of the table gives it (column_table.h).
/// @throws IndexError (missing) when it is absent and may not be, or misshapen.
template <typename Column>
[[nodiscard]] typename Column::Shape::View open_column(const Columns& columns) {
  using Shape = typename Column::Shape;
  static_assert(Column::kPresence == Presence::always || Shape::kMayBeAbsent,
                "a column of this shape has no empty rows to read where it is absent");
  if constexpr (Column::kPresence == Presence::may_be_absent) {
    if (!columns.has(Shape::key(Column::kName))) return {};
  }
  return Shape::open(columns, Column::kName);
}

}  // namespace dateline
