// JSON files that are no JSON Lines.
#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

constexpr std::string_view kRecord =
    "{\n \"id\": \"a-1\", \"title\": \"A Border\", \"authors\": [\"Ann Poe\"],\n"
    " \"published\": \"2001-Q1\", \"text\": \"A Border\\n\\nNothing happened at the border.\"}\n";

TEST_CASE("a JSON file is one record over many lines", "[corpus][json]") {
  const auto article = read_one("a.json", kRecord);
  CHECK(article.id == "a-1");
  CHECK(article.title == "A Border");
  CHECK(article.published == quarter_interval(2001, 1));
  CHECK(describe(article) == "title: A Border\nparagraph: Nothing happened at the border.\n");
  CHECK(read_one("a.json", "\xEF\xBB\xBF" + std::string{kRecord}).id == "a-1");
  CHECK(read_one("a.json.gz", gzip(kRecord)).id == "a-1");
}

TEST_CASE("a bad record of an array costs only itself", "[corpus][json]") {
  const auto reading = read_bytes(
      "a.json", "[" + std::string{kRecord} + R"(, 7, {"title": "No text"},)" +
                    std::string{kRecord} + R"(, {"text": "The last.", "published": "soon"}])");
  REQUIRE(reading.articles.size() == 2);
  CHECK(reading.articles[1].text == "The last.");
  REQUIRE(reading.problems.size() == 4);
  CHECK(reading.problems[0].message == "record 2: not a JSON object; record skipped");
  CHECK(reading.problems[1].message == "record 3: no \"text\"; record skipped");
  CHECK(reading.problems[2].message == "record 4: id \"a-1\" is taken by record 1; record skipped");
  CHECK_THAT(reading.problems[3].message, Contains("record 5: \"published\" is no date"));
  CHECK_FALSE(reading.problems[3].skipped);
}

TEST_CASE("a JSON file that holds no record is refused", "[corpus][json]") {
  struct Case {
    std::string bytes;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"", "empty file"},
      {"[]", "no record"},
      {"{\"text\": 1}", "not a string"},
      {"{\"text\": \"cut", "malformed JSON"},
      {std::string(100'000, '['), "malformed JSON"},
      {"{\"text\": \"a\", \"x\": " + std::string(100, '[') + std::string(100, ']') + "}",
       "malformed JSON"},
  };
  for (const auto& [bytes, reason] : cases) {
    CAPTURE(bytes.substr(0, 40));
    CHECK_THAT(read_bytes("a.json", bytes).refusal, Contains(reason));
  }
  ReadOptions options;
  options.limits.max_markup_bytes = 20;
  CHECK_THAT(read_bytes("a.json", kRecord, options).refusal, Contains("too large for JSON"));
}

}  // namespace
}  // namespace dateline::test
