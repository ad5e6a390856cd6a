// JSON Lines: records, logs and what is wrong with them.
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("a record's fields become the article", "[corpus][json]") {
  const auto article = read_one(
      "a.jsonl",
      R"({"id":"x/1","title":" Quiet  Border ","authors":["Ann Poe","Li, Bo"],"published":"2001-Q1",)"
      R"("language":"en-GB","other":[1,{"a":2}],"text":"Text is h\u00e9re.\n\nAnd there."})"
      "\n");
  CHECK(article.id == "x/1");
  CHECK(article.title == "Quiet Border");
  REQUIRE(article.authors.size() == 2);
  CHECK(article.authors[1].name == "Li, Bo");
  CHECK(article.published == quarter_interval(2001, 1));
  CHECK(article.published_source == Source::metadata);
  CHECK(article.language == "en-GB");
  CHECK(article.text == "Text is hére.\n\nAnd there.");
  CHECK(describe(article) == "paragraph: Text is hére.\nparagraph: And there.\n");
}

TEST_CASE("only the text is required", "[corpus][json]") {
  const auto article =
      read_one("2001-q1.ndjson", R"({"text":"Text is here.","id":null,"title":null})");
  CHECK(article.id.empty());
  CHECK(article.title.empty());
  CHECK(article.authors.empty());
  CHECK(article.language == "en");
  CHECK(article.published_source == Source::file_name);
}

TEST_CASE("authors may be one string, ids and years may be numbers", "[corpus][json]") {
  const auto article = read_one(
      "a.jsonl", R"({"id":17,"author":"Ann Poe and Bo Li","published":2001,"text":"Text."})");
  CHECK(article.id == "0017");
  CHECK(article.authors.size() == 2);
  CHECK(article.published == year_interval(2001));
}

TEST_CASE("a bad record is a problem at its line, the others are read", "[corpus][json]") {
  struct Case {
    std::string line;
    std::string reason;
  };
  const std::vector<Case> cases{
      {R"({"text": "no end)", "malformed JSON"},
      {R"({"text": "a"} {"text": "b"})", "malformed JSON"},
      {R"(["text"])", "not a JSON object"},
      {R"("text")", "not a JSON object"},
      {R"({"id": "x"})", "no \"text\""},
      {R"({"text": null})", "no \"text\""},
      {R"({"text": 5})", "\"text\" is not a string"},
      {R"({"text": " \n\t"})", "\"text\" is empty"},
      {R"({"text": "a", "title": {}})", "\"title\" is not a string"},
      {R"({"text": "a", "authors": 5})", "\"authors\" is neither"},
      {R"({"text": "a", "authors": ["x", 5]})", "\"authors\" has an item"},
      {R"({"text": "a", "published": true})", "\"published\" is not a string"},
      {"{\"text\": \"a\xFF\"}", "malformed JSON"},
      {R"({"text": "a\ud800"})", "malformed JSON"},
      {R"({"text": "a", "id": "first"})", "id \"first\" is taken by line 1"},
      {"{\"text\": \"a\", \"x\": " + std::string(200, '[') + std::string(200, ']') + "}",
       "malformed JSON"},
  };
  for (const auto& [line, reason] : cases) {
    CAPTURE(line);
    const auto reading = read_bytes(
        "a.jsonl", "{\"id\":\"first\",\"text\":\"One.\"}\n\n" + line + "\r\n{\"text\":\"Two.\"}");
    CHECK(reading.refusal.empty());
    CHECK(reading.articles.size() == 2);
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].line == 3);
    CHECK(reading.problems[0].skipped);
    CHECK_THAT(reading.problems[0].message, Contains(reason));
  }
}

TEST_CASE("a date or language that is not understood costs only itself", "[corpus][json]") {
  for (const auto* field : {R"("published":"some day")", R"("published":"2001-02-30")",
                            R"("language":"english language")"}) {
    CAPTURE(field);
    const auto reading = read_bytes("a.jsonl", "{\"text\":\"One.\"," + std::string{field} + "}");
    REQUIRE(reading.articles.size() == 1);
    CHECK_FALSE(reading.articles[0].published);
    CHECK(reading.articles[0].language == "en");
    REQUIRE(reading.problems.size() == 1);
    CHECK_FALSE(reading.problems[0].skipped);
  }
}

TEST_CASE("a file of bad records only is all problems", "[corpus][json]") {
  const auto reading = read_bytes("a.jsonl", "x\ny\n");
  CHECK(reading.refusal.empty());
  CHECK(reading.articles.empty());
  CHECK(reading.problems.size() == 2);
}

TEST_CASE("a BOM and CRLF do no harm", "[corpus][json]") {
  const auto reading =
      read_bytes("a.jsonl", "\xEF\xBB\xBF{\"text\":\"One.\"}\r\n{\"text\":\"Two.\"}\r\n\r\n");
  CHECK(reading.articles.size() == 2);
  CHECK(reading.problems.empty());
}

TEST_CASE("what is published on one day is a log", "[corpus][json]") {
  const std::string text =
      R"(Uncategorized\n\nA treaty on the border is signed in the capital.\n\nA poet dies.\n\n)"
      R"(The second line of an entry\nhas no full stop)";
  const auto log = read_one("a.jsonl", R"({"published":"2002-07-01","text":")" + text + "\"}\n");
  CHECK(describe(log) ==
        "heading: Uncategorized\nlog-entry: A treaty on the border is signed in the capital.\n"
        "log-entry: A poet dies.\n"
        "log-entry: The second line of an entry|has no full stop\n");
  CHECK_THAT(broken_invariant(log), Catch::Equals(""));
  const auto month = read_one("a.jsonl", R"({"published":"2002-07","text":")" + text + "\"}\n");
  for (const auto& block : month.blocks) CHECK(block.kind != BlockKind::log_entry);
}

TEST_CASE("records have structure as files have", "[corpus][json]") {
  const auto article = read_one(
      "a.jsonl",
      R"({"title":"Quiet Border","text":"Quiet Border\n\nby Ann Poe,\nProfessor, Hill College\n\nText.\n\n)"
      R"(Chronology, January-March 2001\n\nJan. 6, 2001: One."})");
  CHECK(
      describe(article) ==
      "title: Quiet Border\nbyline: by Ann Poe,|Professor, Hill College\nparagraph: Text.\n"
      "chronology-heading: Chronology, January-March 2001\nchronology-entry: Jan. 6, 2001: One.\n");
  CHECK(article.published_source == Source::chronology_heading);
  CHECK(article.authors.at(0).affiliation == "Hill College");
}

}  // namespace
}  // namespace dateline::test
