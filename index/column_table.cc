#include "index/column_table.h"

#include <utility>

namespace dateline {
namespace {

template <typename Shape>
void write_and_release(typename Shape::Builder& builder, std::string_view name,
                       const RowCounts& counts, ColumnWriter& writer) {
  const auto written = std::exchange(builder, {});
  Shape::write(written, name, counts, writer);
}

}  // namespace

ColumnViews::ColumnViews(const Columns& columns) {
#define COLUMN(member, name, kind, rows, presence, merging) \
  member = open_column<column::member>(columns);
#define DICTIONARY(member, name, presence) member = open_column<column::member>(columns);
#include "index/column_table.def"
}

std::string_view ColumnViews::misfit(std::size_t articles, std::size_t events) const noexcept {
  const RowCounts counts{articles, events, terms.size(), words.size()};
#define COLUMN(member, name, kind, rows, presence, merging) \
  if (!shape::kind::fits(member, RowsOf::rows, counts)) return name;
#define DICTIONARY(member, name, presence)
#include "index/column_table.def"
  return {};
}

void ColumnBuilders::write(ColumnWriter& writer) {
  const RowCounts counts{0, 0, terms.size(), words.size()};
#define COLUMN(member, name, kind, rows, presence, merging) \
  write_and_release<shape::kind>(member, name, counts, writer);
#define DICTIONARY(member, name, presence) \
  write_and_release<shape::Strings>(member, name, counts, writer);
#include "index/column_table.def"
}

std::vector<std::string_view> column_names() {
  return {
#define COLUMN(member, name, kind, rows, presence, merging) name,
#define DICTIONARY(member, name, presence) name,
#include "index/column_table.def"
  };
}

}  // namespace dateline
