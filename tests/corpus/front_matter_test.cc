#include "corpus/structure/front_matter.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("authors are read from every way of writing them", "[corpus][front-matter]") {
  struct Case {
    std::string lines;
    std::string authors;
  };
  const std::vector<Case> cases{
      {"author: Ann Poe", "Ann Poe"},
      {"AUTHOR: \"Ann Poe\"", "Ann Poe"},
      {"author: 'Ann O''Poe'  # a comment", "Ann O'Poe"},
      {"authors: Ann Poe, Bo Li and Cy Roe, Jr.", "Ann Poe | Bo Li | Cy Roe, Jr."},
      {"authors: Ann Poe, Bo Li, and Cy Roe", "Ann Poe | Bo Li | Cy Roe"},
      {"authors: Ann Poe & Bo Li", "Ann Poe | Bo Li"},
      {"authors: [Ann Poe, \"Li, Bo\", 'Cy Roe']", "Ann Poe | Li, Bo | Cy Roe"},
      {"authors:\n  - Ann Poe\n  - \"Bo Li\"", "Ann Poe | Bo Li"},
      {"authors:\n- Ann Poe\n- Bo Li\n\n- Cy Roe", "Ann Poe | Bo Li | Cy Roe"},
      {"authors:\n  - name: Ann Poe\n    affiliation: Hill College\n  - name: Bo Li",
       "Ann Poe | Bo Li"},
      {"author:", ""},
      {"authors: []", ""},
      {"author: Anders Sand", "Anders Sand"},
  };
  for (const auto& [lines, authors] : cases) {
    CAPTURE(lines);
    const auto front = read_front_matter("---\n" + lines + "\n---\nText.\n", DateFinder{});
    CHECK(fmt::format("{}", fmt::join(front.authors, " | ")) == authors);
    CHECK(front.problems.empty());
  }
}

TEST_CASE("titles, ids and languages lose their quotes and comments", "[corpus][front-matter]") {
  const auto front = read_front_matter(
      "---\r\n# written by hand\r\ntitle: \"Crouching \\\"Missiles\\\": A View\"\r\n"
      "id: cr/2001-1 # stable\r\nlang: pt-BR\r\nkeywords:\r\n  - a\r\n  - b\r\nnote: {x: "
      "1}\r\n---\r\n",
      DateFinder{});
  CHECK(front.title == "Crouching \"Missiles\": A View");
  CHECK(front.id == "cr/2001-1");
  CHECK(front.language == "pt-BR");
  CHECK(front.problems.empty());
}

TEST_CASE("a title may be folded over lines", "[corpus][front-matter]") {
  const auto front =
      read_front_matter("---\ntitle: >\n  Crouching Missiles,\n  Hidden Alliances\n---\n", {});
  CHECK(front.title == "Crouching Missiles, Hidden Alliances");
}

TEST_CASE("the period may be ISO, a range, a timestamp or words", "[corpus][front-matter]") {
  struct Case {
    std::string value;
    std::string period;
  };
  const std::vector<Case> cases{
      {"2001", "2001-01-01..2001-12-31"},
      {"2001-02", "2001-02-01..2001-02-28"},
      {"2001-02-19", "2001-02-19"},
      {"\"1998-Q2\"", "1998-04-01..1998-06-30"},
      {"2001-07-01..2001-09-30", "2001-07-01..2001-09-30"},
      {"2001-02-19T23:30:00-05:00", "2001-02-19"},
      {"July-September 2001", "2001-07-01..2001-09-30"},
      {"first quarter of 2001", "2001-01-01..2001-03-31"},
  };
  for (const auto& [value, period] : cases) {
    CAPTURE(value);
    const auto front = read_front_matter("---\npublished: " + value + "\n---\n", DateFinder{});
    REQUIRE(front.published);
    CHECK(format_interval(*front.published) == period);
  }
}

TEST_CASE("published counts before date, in any order", "[corpus][front-matter]") {
  for (const auto* lines : {"published: 2001\ndate: 1999", "date: 1999\npublished: 2001"}) {
    const auto front = read_front_matter("---\n" + std::string{lines} + "\n---\n", DateFinder{});
    CHECK(front.published == year_interval(2001));
  }
}

TEST_CASE("a malformed line is a problem with its number, the rest is read",
          "[corpus][front-matter]") {
  struct Case {
    std::string lines;
    std::size_t line;
  };
  const std::vector<Case> cases{
      {"title: A\nno colon here\nid: x", 3},
      {"title: A\n: empty key\nid: x", 3},
      {"title: A\nid: x\nauthor: \"unclosed", 4},
      {"id: x\ntitle: A\nauthors: [Ann Poe, Bo Li", 4},
      {"  - item of nothing\ntitle: A\nid: x", 2},
      {"published: some day\ntitle: A\nid: x", 2},
      {"published: 2001-02-29\ntitle: A\nid: x", 2},
      {"published: 2001..\ntitle: A\nid: x", 2},
      {"title: A\nid: x\nlanguage: e!", 4},
      {"title: A\nid: x\ntitle: B", 4},
  };
  for (const auto& [lines, line] : cases) {
    CAPTURE(lines);
    const auto front = read_front_matter("---\n" + lines + "\n---\nText.\n", DateFinder{});
    REQUIRE(front.problems.size() == 1);
    CHECK(front.problems[0].line == line);
    CHECK(front.title == "A");
    CHECK(front.id == "x");
  }
}

TEST_CASE("keys of every site generator are understood", "[corpus][front-matter]") {
  struct Case {
    std::string lines;
    std::string day;
  };
  const std::vector<Case> cases{
      {"date  : 2022-05-04 12:00:00 +0800", "2022-05-04"},
      {"pubDate: 2022-05-04 03:10", "2022-05-04"},
      {"publishDate: 2022-05-04T10:00:00Z", "2022-05-04"},
      {"published_at: 2022-5-4", "2022-05-04"},
      {"datePublished: \"May 4, 2022\"", "2022-05-04"},
      {"publication-date: 2022/05/04", "2022-05-04"},
      {"lastmod: 2023-01-01\ndate: 2022-05-04", "2022-05-04"},
      {"updated: 2022-05-04", "2022-05-04"},
      {"created: 2021-01-01\nupdated: 2022-05-04", "2021-01-01"},
      {"published: true\ndate: 2022-05-04", "2022-05-04"},
      {"published: false", ""},
      {"date: []", ""},
      {"date: ~", ""},
      {"date:", ""},
      {"date: null", ""},
      {"date:\n  published: 2022-05-04\n  updated: 2023-01-01", "2022-05-04"},
      {"params:\n  date: 2022-05-04", "2022-05-04"},
      {"tags: [a]\ndeep:\n  date: 2022-05-04", ""},
  };
  for (const auto& [lines, day] : cases) {
    CAPTURE(lines);
    const auto front =
        read_front_matter("---\ntitle : A\n" + lines + "\n---\nText.\n", DateFinder{});
    CHECK(front.title == "A");
    CHECK((front.published ? format_interval(*front.published) : "") == day);
    CHECK(front.problems.empty());
  }
}

TEST_CASE("the title block of pandoc is front matter", "[corpus][front-matter]") {
  const std::string text =
      "% On the Price\n  of Herring\n% Ann Poe; Bo Li\n  Cy Roe\n% May 2012\n\nText.\n";
  const auto front = read_front_matter(text, DateFinder{});
  CHECK(front.title == "On the Price of Herring");
  CHECK(front.authors == std::vector<std::string>{"Ann Poe", "Bo Li", "Cy Roe"});
  CHECK(front.published == month_interval(2012, 5));
  CHECK(text.substr(front_matter_end(text)) == "\nText.\n");
  for (const std::string none : {"% a comment\n\nText.\n", "% A\n% B\n% C\n% D\n\nText.\n",
                                 "% A\n% B\nText.\n", "%\n% B\n\nText.\n", "50 % of\n% it\n"}) {
    CAPTURE(none);
    CHECK(front_matter_end(none) == 0);
  }
}

TEST_CASE("TOML between plus signs is front matter", "[corpus][front-matter]") {
  const std::string text =
      "+++\ntitle = \"The Price\"\ndate = 2022-05-04T10:00:00Z\nauthors = [\"Ann Poe\"]\n"
      "[params]\nlang = \"pt\"\n+++\n\nText.\n";
  const auto front = read_front_matter(text, DateFinder{});
  CHECK(front.title == "The Price");
  CHECK(front.authors == std::vector<std::string>{"Ann Poe"});
  REQUIRE(front.published);
  CHECK(format_interval(*front.published) == "2022-05-04");
  CHECK(front.language == "pt");
  CHECK(text.substr(front_matter_end(text)) == "\nText.\n");
  const auto accents = read_front_matter(
      "+++\ntitle = \"L\u00e9gation ~ \u00a5\"\n[\"par\u00a5ms\"]\nlang = \"pt\"\n+++\n\nText.\n",
      DateFinder{});
  CHECK(accents.problems.empty());
  CHECK(accents.title == "L\u00e9gation ~ \u00a5");
  const auto broken = read_front_matter("+++\ntitle = \n+++\nText.\n", DateFinder{});
  REQUIRE(broken.problems.size() == 1);
  CHECK(broken.problems[0].line == 2);
  CHECK(read_front_matter("+++\ntitle = \"A\"\n[ =+\n+++\nText.\n", DateFinder{}).problems.size() ==
        1);
}

TEST_CASE("front matter that is no YAML is read entry by entry, with one warning",
          "[corpus][front-matter]") {
  const auto front = read_front_matter(
      "---\ntitle: Missiles: A View # note\nauthor: \"open\nby: @poe\nid: [x\nlang: en\n---\n",
      DateFinder{});
  CHECK(front.title == "Missiles: A View");
  CHECK(front.language == "en");
  REQUIRE(front.problems.size() == 1);
  CHECK(front.problems[0].line == 3);
  CHECK_THAT(front.problems[0].message, Catch::Contains("(and 1 more)"));
}

TEST_CASE("aliases and depth of YAML are bounded", "[corpus][front-matter]") {
  std::string laughs = "---\ntitle: A\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const auto before = "*a" + std::to_string(i - 1);
    laughs += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int k = 0; k < 9; ++k) laughs += ", " + before;
    laughs += "]\n";
  }
  CHECK(read_front_matter(laughs + "---\n", DateFinder{}).title == "A");
  const auto deep =
      read_front_matter("---\ntitle: A\nx: " + std::string(20'000, '[') + "\n---\n", DateFinder{});
  CHECK(deep.title == "A");
  CHECK(deep.problems.size() == 1);
  CHECK(read_front_matter("---\nbase: &t The Title\ntitle: *t\n---\n", DateFinder{}).title ==
        "The Title");
}

TEST_CASE("rules around prose are no front matter", "[corpus][front-matter]") {
  for (const std::string text :
       {"---\n\nThe talks ended.\nNobody said so.\n\n---\nMore.\n", "--- \ntitle: A\n",
        "----\na: b\n---\n", "Text\n---\ntitle: A\n---\n", "", "---", "---\n"}) {
    CAPTURE(text);
    CHECK(front_matter_end(text) == 0);
    CHECK_FALSE(read_front_matter(text, DateFinder{}).title);
  }
}

TEST_CASE("front matter that does not close is text, and said to be", "[corpus][front-matter]") {
  const auto reading = read_bytes("a.txt", "---\ntitle: A\n\nThe talks ended.\n");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].line == 1);
  CHECK(reading.articles.size() == 1);
}

TEST_CASE("front matter is stronger than what the text says", "[corpus][front-matter]") {
  const auto article =
      read_one("2005-q1-x.md",
               "---\ntitle: The Given Title\nauthor: Ann Poe\npublished: 2001-Q2\n"
               "id: given\n---\n# The Written Title\n\nby Ann Poe,\nProfessor, Hill "
               "College\n\nText of the article.\n\n## Chronology, January-March 1999\n\n"
               "Jan. 6, 1999: Talks are held.\n");
  CHECK(article.title == "The Given Title");
  CHECK(article.id == "given");
  CHECK(article.published == quarter_interval(2001, 2));
  CHECK(article.published_source == Source::front_matter);
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Ann Poe");
  CHECK(article.authors[0].name_span.empty());
  CHECK(article.authors[0].role == "Professor");
  CHECK(article.authors[0].affiliation == "Hill College");
  CHECK(article.blocks.at(0).kind == BlockKind::title);
  CHECK(article.blocks[0].content.of(article.text) == "The Written Title");
}

}  // namespace
}  // namespace dateline::test
