// The columns of a segment, made from one table: column_table.def.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/column_shapes.h"
#include "index/columns.h"
#include "index/rows.h"

namespace dateline {

/// Each column by itself, for open_column(): to read one from a file that is damaged, or of a
/// segment that cannot be opened.
namespace column {
#define COLUMN(member, name, kind, rows, presence, merging)   \
  struct member {                                             \
    using Shape = shape::kind;                                \
    static constexpr std::string_view kName = name;           \
    static constexpr Presence kPresence = Presence::presence; \
  };
#define DICTIONARY(member, name, presence)                    \
  struct member {                                             \
    using Shape = shape::Strings;                             \
    static constexpr std::string_view kName = name;           \
    static constexpr Presence kPresence = Presence::presence; \
  };
#include "index/column_table.def"
}  // namespace column

/// All columns of a segment, read in place. Views live as long as the Columns that they come from.
struct ColumnViews {
  ColumnViews() = default;
  /// @throws IndexError (missing) when a column is misshapen, or absent and may not be.
  explicit ColumnViews(const Columns& columns);
  /// Looks at each: whether it has as many rows as there must be, what is to ascend does, and its
  /// values are such as its shape has. @return the name of the first that does not fit; empty when
  /// all do. Linear in the single values of articles, events and words, some tenths of a nanosecond
  /// each; rows of several parts are not read.
  [[nodiscard]] std::string_view misfit(std::size_t articles, std::size_t events) const noexcept;

#define COLUMN(member, name, kind, rows, presence, merging) shape::kind::View member;
#define DICTIONARY(member, name, presence) Dictionary member;
#include "index/column_table.def"
};

/// All columns of a segment while it is written.
struct ColumnBuilders {
  /// Adds all of them to a file, and gives each away once it is there: a copy of everything would
  /// be half of the memory that a merge takes.
  void write(ColumnWriter& writer);

#define COLUMN(member, name, kind, rows, presence, merging) shape::kind::Builder member;
#define DICTIONARY(member, name, presence) DictionaryBuilder member;
#include "index/column_table.def"
};

/// The names of the columns and dictionaries, in the order of the table.
[[nodiscard]] std::vector<std::string_view> column_names();

}  // namespace dateline
