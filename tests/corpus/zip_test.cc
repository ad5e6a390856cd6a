// Files in zip archives.
#include <string>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/stored_zip.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("the files of an archive are articles, in its order", "[corpus][zip]") {
  const auto reading = read_bytes(
      "a.zip", stored_zip({{"b/2001-02-19-x.txt", "Text is here.\n\nAnd here."},
                           {"b/", ""},
                           {"__MACOSX/b/._x.txt", "hidden"},
                           {"b/.hidden.txt", "hidden"},
                           {"a.md", "# Title\n\nMore text."},
                           {"x.jpg", "picture"},
                           {"inner.zip", "PK"},
                           {"rows.csv", "date,text\n2001-05-03,Norway and Sweden met in Oslo.\n"},
                           {"bad.html", "%PDF-1.4"}}));
  REQUIRE(reading.articles.size() == 3);
  CHECK(reading.articles[0].published == parse_iso_interval("2001-02-19"));
  CHECK(reading.articles[1].title == "Title");
  CHECK_THAT(reading.articles[1].source_path, Catch::EndsWith("a.zip/a.md"));
  CHECK(reading.articles[2].text == "Norway and Sweden met in Oslo.");
  REQUIRE(reading.problems.size() == 2);
  CHECK_THAT(reading.problems[0].message, Contains("bad.html: wrong extension"));
  CHECK(reading.problems[0].skipped);
  CHECK_THAT(reading.problems[1].message, Contains("2 of its files are of other kinds"));
  CHECK_FALSE(reading.problems[1].skipped);
}

TEST_CASE("names in an archive are names, and lead nowhere", "[corpus][zip]") {
  const auto reading = read_bytes("a.zip", stored_zip({{"/etc/passwd.txt", "Text is here."},
                                                       {"x/y..z.txt", "Text is here, too."}}));
  CHECK(reading.articles.size() == 2);
  for (const auto& article : reading.articles) CHECK_THAT(article.source_path, Contains("a.zip/"));
}

TEST_CASE("an archive is bounded as a whole", "[corpus][zip]") {
  ReadOptions options;
  options.max_file_bytes = 3000;
  const std::string text = "Text is here. " + std::string(1000, 'x');
  const auto reading = read_bytes("a.zip", stored_zip({{"a.txt", text}, {"b.txt", text}}), options);
  CHECK(reading.articles.size() == 2);
  options.max_file_bytes = 2500;
  options.limits.max_markup_bytes = 1 << 20;
  const auto small = read_bytes("a.zip", stored_zip({{"a.txt", text}, {"b.txt", text}}), options);
  CHECK((small.articles.size() == 2 || !small.problems.empty()));
}

TEST_CASE("an archive without a file that is read is refused", "[corpus][zip]") {
  CHECK_THAT(read_bytes("a.zip", stored_zip({{"x.jpg", "picture"}})).refusal,
             Contains("no file in it that can be read"));
  CHECK_THAT(read_bytes("a.zip", "PK\x03\x04 cut").refusal, Contains("damaged"));
  CHECK_THAT(read_bytes("a.zip", "Text.").refusal, Contains("damaged"));
  CHECK_THAT(read_bytes("a.txt", stored_zip({{"a.txt", "Text."}})).refusal,
             Contains("rename it to .zip"));
}

}  // namespace
}  // namespace dateline::test
