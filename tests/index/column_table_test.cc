// The table of columns, and what of it an older segment may lack.
#include "index/column_table.h"

#include <cstdint>
#include <filesystem>
#include <set>
#include <string_view>
#include <vector>

#include "index/error.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

namespace shape = dateline::shape;

namespace {

// What version 0.1.0 wrote: 8 articles with 35 events.
const std::filesystem::path kOldColumns =
    DATELINE_SOURCE_DIR "/tests/fixtures/index-0.1.0/index/segments/000001/columns";

// Rows such as a later version may add to the table.
struct Persons {
  using Shape = shape::Lists<std::uint16_t>;
  static constexpr std::string_view kName = "article.persons";
  static constexpr Presence kPresence = Presence::may_be_absent;
};
struct PersonNames {
  using Shape = shape::Strings;
  static constexpr std::string_view kName = "persons";
  static constexpr Presence kPresence = Presence::may_be_absent;
};
struct IndispensablePersons : Persons {
  static constexpr Presence kPresence = Presence::always;
};

std::vector<std::uint16_t> list(const dateline::ListColumn<std::uint16_t>& lists,
                                std::uint32_t ordinal) {
  const auto values = lists[ordinal];
  return {values.begin(), values.end()};
}

Columns written(const TempDir& dir, const ListBuilder<std::uint16_t>& persons) {
  ColumnWriter writer;
  shape::Lists<std::uint16_t>::write(persons, Persons::kName, {}, writer);
  writer.write(dir.path() / "columns");
  return Columns(dir.path() / "columns");
}

}  // namespace

TEST_CASE("the table names each column once, and no name is too long", "[index][columns]") {
  constexpr std::size_t kMaxNameBytes = 23;  // of 31, beside ".starts" or ".offsets"
  std::set<std::string_view> names;
  for (const auto name : dateline::column_names()) {
    CAPTURE(name);
    CHECK(names.insert(name).second);
    CHECK(name.size() <= kMaxNameBytes);
  }
  CHECK(names.size() > 30);
}

TEST_CASE("a segment of version 0.1.0 has all columns that it must have", "[index][columns]") {
  const Columns columns(kOldColumns);
  const ColumnViews views(columns);
  CHECK(views.misfit(8, 35).empty());
  CHECK_FALSE(views.misfit(7, 35).empty());
  CHECK_FALSE(views.misfit(8, 36).empty());
}

TEST_CASE("a column that older segments lack is empty in them", "[index][columns]") {
  const Columns columns(kOldColumns);
  const auto persons = open_column<Persons>(columns);
  CHECK(persons.is_absent());
  CHECK(shape::Lists<std::uint16_t>::fits(persons, RowsOf::articles, {8, 35}));
  for (const std::uint32_t article : {0U, 7U}) CHECK(list(persons, article).empty());
  const auto names = open_column<PersonNames>(columns);
  CHECK(names.size() == 0);
  CHECK(names.text(0).empty());
  CHECK_FALSE(names.find("Ann Poe"));
  CHECK_THROWS_AS(open_column<IndispensablePersons>(columns), dateline::IndexError);
}

TEST_CASE("merging joins segments that lack a column with those that have it", "[index][columns]") {
  const Columns old_columns(kOldColumns);
  ListBuilder<std::uint16_t> merged;
  for (std::uint32_t article = 0; article < 2; ++article)
    shape::Lists<std::uint16_t>::copy(open_column<Persons>(old_columns), {article, article},
                                      merged);

  const TempDir dir;
  ListBuilder<std::uint16_t> builder;
  builder.add_list(std::vector<std::uint16_t>{4, 7});
  const auto newer = written(dir, builder);
  shape::Lists<std::uint16_t>::copy(open_column<Persons>(newer), {0, 2}, merged);

  const TempDir merged_dir;
  const auto columns = written(merged_dir, merged);
  const auto persons = open_column<Persons>(columns);
  REQUIRE(persons.size() == 3);
  CHECK(list(persons, 0).empty());
  CHECK(list(persons, 1).empty());
  CHECK(list(persons, 2) == std::vector<std::uint16_t>{4, 7});
  CHECK(shape::Lists<std::uint16_t>::fits(persons, RowsOf::articles, {3, 0}));
  CHECK_FALSE(shape::Lists<std::uint16_t>::fits(persons, RowsOf::articles, {4, 0}));
}

}  // namespace dateline::test
