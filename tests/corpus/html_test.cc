// HTML pages.
#include <algorithm>
#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

std::string blocks_of(const std::string& body) {
  return describe(read_one("a.html", "<html><body>" + body + "</body></html>"));
}

TEST_CASE("a page's article is read without what stands around it", "[corpus][html]") {
  const auto article = read_fixture("article.html");
  CHECK(
      describe(article) ==
      "title: Sweden and Poland:|Cables under the Sea\n"
      "byline: By Åsa Lindqvist-Moreau and Piotr Zaremba\n"
      "byline: 1 October 2000\n"
      "paragraph: The cable between Karlshamn and Słupsk carries 600 megawatts and a good deal of "
      "symbolism. It went into service in the third quarter, after two years of work & one of "
      "lawsuits.\n"
      "heading: Power, and Who Sells It\n"
      "paragraph: Swedish rivers fill in spring, Polish furnaces burn in winter. On 28 July "
      "engineers sent the first current south.\n"
      "paragraph: What was sold in August was water that Poland did not need; what was bought in "
      "September was coal that Sweden had sworn off.\n"
      "paragraph: “A wire is a treaty that hums,” said the minister.\n"
      "chronology-heading: Chronology of Sweden-Poland Relations, July–September 2000\n"
      "chronology-entry: July 28, 2000: First current flows from Sweden to Poland.\n"
      "chronology-entry: Aug. 14–16, 2000: The Swedish navy visits Gdynia.\n"
      "listing: Date | Event\n"
      "chronology-entry: Sept. 4, 2000: Poland's prime minister meets his Swedish colleague in "
      "Stockholm.\n"
      "chronology-entry: Sept. 20, 2000: Both countries sign an agreement on rescue at sea.\n"
      "chronology-entry: Sept. 29, 2000: The Baltic ministers of energy meet in Warsaw.\n");
  CHECK_FALSE(article.offsets_in_file);
  CHECK(broken_invariant(article).empty());
}

TEST_CASE("JSON-LD is trusted before other metadata of a page", "[corpus][html]") {
  const auto article = read_fixture("article.html");
  CHECK(article.title == "Sweden and Poland: Cables under the Sea");
  REQUIRE(article.authors.size() == 2);
  CHECK(article.authors[0].name == "Åsa Lindqvist-Moreau");
  CHECK(article.authors[1].name == "Piotr Zaremba");
  CHECK(article.published == parse_iso_interval("2000-10-04"));
  CHECK(article.published_source == Source::metadata);
  CHECK(article.language == "en-GB");
}

TEST_CASE("a page of tables and fonts in an old encoding is read", "[corpus][html]") {
  const auto reading = read_path(fixture("latin1.html"));
  REQUIRE(reading.articles.size() == 1);
  const auto& article = reading.articles[0];
  CHECK(article.title == "Denmark and Germany: The Quiet Border");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Jørgen Åberg");
  CHECK_THAT(article.text, Contains("agreed – as they had in 1955 – that"));
  CHECK_THAT(describe(article), Contains("paragraph: The bridge needs money."));
  CHECK_THAT(describe(article), Contains("chronology-entry: Nov. 24, 1998: Danish"));
  CHECK(article.published == quarter_interval(1998, 4));
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].message == "converted from windows-1252");
}

TEST_CASE("what pandoc writes is read", "[corpus][html]") {
  const auto article = read_fixture("pandoc.html");
  CHECK(article.title == "Norway and Russia: A Line in Cold Water");
  const auto blocks = describe(article);
  CHECK_THAT(blocks, Contains("heading: The Neighbors’ Reactor\n"));
  CHECK_THAT(blocks, Contains("chronology-entry: Mid-September 2001: Norway offers"));
  CHECK(article.published == quarter_interval(2001, 3));
}

TEST_CASE("white space, breaks and marks count as HTML has it", "[corpus][html]") {
  struct Case {
    std::string body;
    std::string blocks;
  };
  const std::vector<Case> cases{
      {"<p>One\n  two&nbsp;<b> three</b>.", "paragraph: One two three.\n"},
      {"<p>One<b>two</b>three.", "paragraph: Onetwothree.\n"},
      {"One.<br>Two.<br><br>Three.", "paragraph: One.|Two.\nparagraph: Three.\n"},
      {"<pre>One.\n  Two.\n\nThree.</pre>", "paragraph: One.|  Two.\nparagraph: Three.\n"},
      {"<p>in&shy;vis&#8203;ible &lt;b&gt; &amp;amp; &eacute; &#x410;.",
       "paragraph: invisible <b> &amp; é А.\n"},
      {"<ul><li>apples<li>pears <ul><li>of two kinds</ul></ul>",
       "paragraph: apples\nparagraph: pears\nparagraph: of two kinds\n"},
      {"<p>Before.<script>if (a < b) { c() }</script><style>p {}</style><!-- no -->After.",
       "paragraph: Before.After.\n"},
      {"<table><tr><td>Goods<td>1999<td>2000<tr><td>Timber<td>12<td>14</table>",
       "listing: Goods | 1999 | 2000\nlisting: Timber | 12 | 14\n"},
      {"<table><tr><td><p>One is here.<p>Two is here.<td>Three is here.</table>",
       "paragraph: One is here.\nparagraph: Two is here.\nparagraph: Three is here.\n"},
      {"<table><tr><td><td>Alone is the second.<tr><td>may be empty<td></table><p>After that.",
       "paragraph: Alone is the second.\nparagraph: may be empty\nparagraph: After that.\n"},
      {"<p>Shown.<p hidden>No.<div aria-hidden=true>No.</div><p style='x:y;Display : None'>No.",
       "paragraph: Shown.\n"},
  };
  for (const auto& [body, blocks] : cases) {
    CAPTURE(body);
    CHECK(blocks_of(body) == blocks);
  }
}

TEST_CASE("links to edit a heading are no part of it", "[corpus][html]") {
  CHECK(describe(read_one("a.html",
                          "<h1>Herring</h1><p>It swims in the sea, and many eat it.</p><h2>Past"
                          "<span class=\"mw-editsection\">[<a href=\"/e\">edit</a>]</span></h2>"
                          "<p>It swam <a class=\"menu\">Go</a>there.</p>")) ==
        "title: Herring\nparagraph: It swims in the sea, and many eat it.\nheading: Past\n"
        "paragraph: It swam there.\n");
}

TEST_CASE("headings are those of the page, looks make some only where it has none",
          "[corpus][html]") {
  CHECK(blocks_of("<h1>The Title</h1><h2>a heading in lower case.</h2><p>Text of it.<p>A Short "
                  "Line<p>More text.") ==
        "title: The Title\nheading: a heading in lower case.\nparagraph: Text of it.\n"
        "paragraph: A Short Line\nparagraph: More text.\n");
  CHECK(blocks_of("<h1>The Title</h1><p>Text of it.<p><b>A Short Line</b><p>More text.") ==
        "title: The Title\nparagraph: Text of it.\nheading: A Short Line\nparagraph: More text.\n");
}

TEST_CASE("each source of a title, an author and a date is understood", "[corpus][html]") {
  struct Case {
    std::string head;
    std::string title;
    std::string author;
    std::string published;
  };
  const std::vector<Case> cases{
      {"<title>From the Title | Site</title><meta property=og:site_name content=Site>",
       "From the Title", "", ""},
      {"<meta name=citation_title content='Cited'><meta property=og:title content='Graph'>"
       "<meta name=citation_author content='Poe, Ann'><meta name=citation_author content='Bo Li'>"
       "<meta name=citation_publication_date content=2001/03/15>",
       "Cited", "Ann Poe|Bo Li", "2001-03-15"},
      {"<meta name=DC.creator content='Ann Poe'><meta name=DC.date content=2001-03>", "", "Ann Poe",
       "2001-03"},
      {"<meta property=article:author content='https://example.org/poe'>"
       "<meta property=article:published_time content='2001-03-15T23:00:00-05:00'>",
       "", "", "2001-03-15"},
      {"<meta name=author content='Ann Poe and Bo Li'><meta itemprop=datePublished content=2001>",
       "", "Ann Poe|Bo Li", "2001"},
      {"<script type='application/ld+json'>[{\"@type\":\"Report\",\"headline\":\"Linked\","
       "\"author\":\"Cy Roe\",\"datePublished\":\"2001-03-16\"}]</script><meta name=author "
       "content='Ann Poe'>",
       "Linked", "Cy Roe", "2001-03-16"},
      {"<script type='application/ld+json'>{ broken</script><meta name=author content=admin>", "",
       "", ""},
      {"<title>untitled</title><time datetime=2001-03-17>then</time>", "", "", "2001-03-17"},
  };
  for (const auto& [head, title, author, published] : cases) {
    CAPTURE(head);
    const auto article = read_one("a.html", "<html><head>" + head +
                                                "</head><body><p>Nothing happened there, and "
                                                "it was noticed everywhere.");
    CHECK(article.title == title);
    std::string authors;
    for (const auto& one : article.authors) authors += (authors.empty() ? "" : "|") + one.name;
    CHECK(authors == author);
    CHECK(article.published == (published.empty() ? std::nullopt : parse_iso_interval(published)));
  }
}

TEST_CASE("who wrote a page is read where the page shows it", "[corpus][html]") {
  const std::string text =
      "<p>The envoys met on the quay, and nobody could say what was agreed.</p>";
  const std::vector<std::pair<std::string, std::string>> cases{
      {R"(<span class="byline">by <span class="author vcard">Ann Poe</span></span>)", "Ann Poe"},
      {R"(<div>Posted by <a rel="author" href="/a">Ann Poe</a> in News</div>)", "Ann Poe"},
      {R"(<div class="post-author">By Ann Poe and Bo Li</div>)", "Ann Poe; Bo Li"},
      {R"(<div class="author">Admin</div>)", ""},
      {R"(<div class="authority">Ann Poe</div>)", ""},
  };
  for (const auto& [mark, expected] : cases) {
    CAPTURE(mark);
    const auto page = read_one("a.html", "<h1>On Herring</h1>" + mark + text);
    std::string names;
    for (const auto& author : page.authors) names += (names.empty() ? "" : "; ") + author.name;
    CHECK(names == expected);
  }
}

TEST_CASE("the heading that a page's title ends with is the title", "[corpus][html]") {
  const std::string text =
      "<p>The envoys met on the quay, and nobody could say what was agreed.</p>";
  CHECK(read_one("a.html",
                 "<title>HI: The Price of Herring</title><h2>The Price of Herring</h2>" + text)
            .title == "The Price of Herring");
  CHECK(read_one("a.html", "<title>On the Price of Herring</title><h2>Price of Herring</h2>" + text)
            .title == "On the Price of Herring");
}

TEST_CASE("the encoding is the page's BOM, its own word, or a guess", "[corpus][html]") {
  const std::string utf16{"\xFF\xFE<\0p\0>\0\xE9\0t\0\xE9\0.\0", 16};
  struct Case {
    std::string bytes;
    std::string text;
  };
  const std::vector<Case> cases{
      {utf16, "été."},
      {"\xEF\xBB\xBF<p>été.", "été."},
      {"<meta charset=\"iso-8859-2\"><p>\xB1\xE6.", "ąć."},
      {"<meta http-equiv=content-type content='text/html; charset=koi8-r'><p>\xCD\xC9\xD2.",
       "мир."},
      {"<meta charset=utf-16><p>été.", "été."},
      {"<meta charset=iso-8859-1><p>été.", "été."},
      {"<?xml version='1.0' encoding='windows-1251'?><html><p>\xEC\xE8\xF0.", "мир."},
  };
  for (const auto& [bytes, text] : cases) {
    CAPTURE(bytes);
    CHECK(read_one("a.html", bytes).text == text);
  }
}

TEST_CASE("a form or header is left out unless it is the page", "[corpus][html]") {
  const std::string prose = "<p>Nothing happened at the border this year, and it was noticed.";
  CHECK(blocks_of("<form>" + prose + "</form>") ==
        "paragraph: Nothing happened at the border this year, and it was noticed.\n");
  CHECK(blocks_of("<form><p>Search here.</form>" + prose) ==
        "paragraph: Nothing happened at the border this year, and it was noticed.\n");
  CHECK_THAT(blocks_of("<header><h1>The Border</h1></header>" + prose),
             Contains("title: The Border"));
  CHECK_THAT(blocks_of("<header><p>Site of the day.</header>" + prose), !Contains("Site"));
}

}  // namespace
}  // namespace dateline::test
