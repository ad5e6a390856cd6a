#include "index/dictionary.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

TEST_CASE("a dictionary numbers strings by first use and finds them again", "[index][dictionary]") {
  const dateline::test::TempDir dir;
  DictionaryBuilder builder;
  for (const std::string_view word : {"treaty", "missile", "treaty", "", "missiles", "ракета"}) {
    (void)builder.id(word);
  }
  ColumnWriter writer;
  builder.write("words", writer);
  writer.write(dir.path() / "columns");
  const Columns columns(dir.path() / "columns");
  const Dictionary words(columns, "words");

  REQUIRE(words.size() == 5);
  CHECK(words.text(0) == "treaty");
  CHECK(words.text(2).empty());
  CHECK(words.text(99).empty());
  CHECK(words.find("missiles") == 3);
  CHECK(words.find("ракета") == 4);
  CHECK_FALSE(words.find("missil"));

  std::vector<std::string> found;
  for (const auto id : words.with_prefix("missil")) found.emplace_back(words.text(id));
  CHECK(found == std::vector<std::string>{"missile", "missiles"});
  CHECK(words.with_prefix("x").empty());
  CHECK(words.with_prefix("").size() == 5);
}

}  // namespace dateline::test
