// Lists, tables and definitions in pages and documents.
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

struct Case {
  std::string name;
  std::string html;
  std::string blocks;
};

void check(const std::vector<Case>& cases) {
  for (const auto& [name, html, blocks] : cases) {
    CAPTURE(name, html);
    const auto article = read_one("a.html", "<html><body>" + html + "</body></html>");
    CHECK(describe(article) == blocks);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

std::string table(const std::string& rows) { return "<p>Words.</p><table>" + rows + "</table>"; }

TEST_CASE("rows of a table with a date are one block each", "[corpus][tables]") {
  const std::string words = "paragraph: Words.\n";
  check({
      {"several blocks in a cell",
       table("<tr><td>7 August 1998</td><td><p>Kenya is hit.</p><p>So is Tanzania.</p></td></tr>"),
       words + "paragraph: 7 August 1998: Kenya is hit.\nparagraph: So is Tanzania.\n"},
      {"a list in a cell",
       table("<tr><td>7 August 1998</td><td><ul><li>Kenya.</li><li>Tanzania.</li></ul></td></tr>"),
       words + "paragraph: 7 August 1998: Kenya.\nparagraph: Tanzania.\n"},
      {"numbers are listed",
       table("<tr><td>2003</td><td>20.7</td></tr><tr><td>Year</td><td>1975</td><td>1980</td></tr>"),
       words + "listing: 2003: 20.7\nlisting: Year | 1975 | 1980\n"},
      {"a year beside a name is a fact", table("<tr><td>Norway</td><td>1949</td></tr>"),
       words + "paragraph: Norway | 1949\n"},
      {"a column of dates comes first",
       table("<tr><th>Place</th><th>Date</th></tr><tr><td>Oslo</td><td>3 May 2001</td></tr>"),
       words + "paragraph: Place | Date\nparagraph: 3 May 2001: Oslo\n"},
      {"a table in a cell without a cell of its own",
       table("<tr><td><table><tr>Oslo was calm.<td>is here.</table></td><td>More.</td></tr>"),
       words + "paragraph: Oslo was calm.\nparagraph: is here.\nparagraph: More.\n"},
      {"definitions",
       "<p>Words.</p><dl><dt>7 August 1998</dt><dd>Kenya.</dd><dd>Tanzania.</dd></dl><p>End.</p>",
       words + "paragraph: 7 August 1998: Kenya.\nparagraph: Tanzania.\nparagraph: End.\n"},
  });
}

TEST_CASE("what is above the line is a note, or the end of an ordinal", "[corpus][tables]") {
  check({
      {"numbers",
       "<p>Russia<sup>4</sup> left in 1998<sup>[3]</sup>, so<sup><a>*</a></sup> it is.</p>",
       "paragraph: Russia left in 1998, so it is.\n"},
      {"ordinals", "<p>On May 3<sup>rd</sup> and the 4 <sup>th</sup> of June.</p>",
       "paragraph: On May 3rd and the 4th of June.\n"},
      {"words", "<p>The Brand<sup>TM</sup> holds.</p>", "paragraph: The BrandTM holds.\n"},
      {"spaces before endings", "<p>From 19 th July to 21 st July, not 4 st.</p>",
       "paragraph: From 19th July to 21st July, not 4 st.\n"},
  });
}

TEST_CASE("a long text above the line is kept whole", "[corpus][tables]") {
  std::string raised;
  for (int i = 0; i < 70; ++i) raised += "\u00e9t\u00e9 ";
  raised += "end";
  check(
      {{"long", "<p>Words.<sup> " + raised + "</sup></p>", "paragraph: Words. " + raised + "\n"}});
}

TEST_CASE("a page's furniture is left out, and kept where it is the page", "[corpus][tables]") {
  const std::string words = "<p>The two governments have agreed on nothing, and said so.</p>";
  const std::string text = "paragraph: The two governments have agreed on nothing, and said so.\n";
  check({
      {"cookies", words + "<div class=\"cookie-banner\"><p>We use them.</p></div>", text},
      {"shares", words + "<ul class=\"post-share\"><li>Tell</li></ul>", text},
      {"by role", words + "<div role=\"navigation\">Home</div>", text},
      {"by id", words + "<div id=\"breadcrumbs\">Home</div>", text},
      {"the page itself", "<div class=\"social\">" + words + "</div>", text},
      {"a heading of the first level", "<div class=\"share\"><h1>Sharing</h1></div>" + words,
       "title: Sharing\n" + text},
      {"notes", words + "<section class=\"footnotes\"><ol><li>Said in 1999.</li></ol></section>",
       text + "note: Said in 1999.\n"},
      {"sources", words + "<ol class=\"references\"><li>Poe, 1999.</li></ol>",
       text + "listing: Poe, 1999.\n"},
  });
}

TEST_CASE("a date in bold that opens a paragraph is its head", "[corpus][tables]") {
  check({
      {"bold", "<p>Words.</p><p><b>3 March 2021</b> France calls.</p>",
       "paragraph: Words.\nparagraph: 3 March 2021: France calls.\n"},
      {"time", "<p>Words.</p><ul><li><time>3 March 2021</time> – France calls.</li></ul>",
       "paragraph: Words.\nparagraph: 3 March 2021: France calls.\n"},
      {"a time tells the year",
       "<p>Words.</p><ul><li><time datetime=\"2021-03-03\">3 March</time> – France calls.</li>"
       "<li><time datetime=\"2021-05-03T10:00\">May 3</time>: Norway signs.</li></ul>",
       "paragraph: Words.\nparagraph: 3 March 2021: France calls.\nparagraph: May 3, 2021: Norway "
       "signs.\n"},
      {"a byline is one", "<p>Words.</p><p><time>3 March 2021</time> By Ann Poe</p>",
       "paragraph: Words.\nbyline: 3 March 2021 By Ann Poe\n"},
      {"a sentence", "<p>Words.</p><p><b>3 March 2021</b> was bad.</p>",
       "paragraph: Words.\nparagraph: 3 March 2021 was bad.\n"},
  });
}

TEST_CASE("lines of plain text are paragraphs where its shape shows it", "[corpus][structure]") {
  const std::string a =
      "The plan will end in 1952, and Norway will then be free of its debts, as I have "
      "said many times in this hall to those who would listen to me at all.";
  const std::string b =
      "The events that followed since I spoke to Sweden in November have made it "
      "clearer than ever that all of the points are needed, and none is left.";
  const auto article = read_one("a.txt", "A quiet speech\n\n" + a + "\n" + b + "\n" + a + "\n");
  CHECK(describe(article) == "title: A quiet speech\nparagraph: " + a + "\nparagraph: " + b +
                                 "\nparagraph: " + a + "\n");
  // Lines that are broken at a width of 132 are not.
  std::string wrapped = "A quiet speech\n\n";
  for (int i = 0; i < 10; ++i) {
    wrapped +=
        "The plan will end in that year and the others will then be free of their debts as I have "
        "said many times in this hall, to those of\n";
  }
  CHECK(read_one("a.txt", wrapped + "us.\n").blocks.size() == 2);
}

TEST_CASE("items of a list in plain text are blocks", "[corpus][structure]") {
  struct Case {
    std::string text;
    std::string blocks;
  };
  const std::vector<Case> cases{
      {"• Kenya signed;\n• Sudan signed;\n  in May;\n• Egypt refused.\n",
       "paragraph: Kenya signed;\nparagraph: Sudan signed;|  in May;\nparagraph: Egypt refused.\n"},
      {"They signed:\n- Kenya in May\n- Sudan in June\n",
       "paragraph: They signed:\nparagraph: Kenya in May\nparagraph: Sudan in June\n"},
      {"1. Kenya signed.\n2. Sudan signed.\n",
       "paragraph: Kenya signed.\nparagraph: Sudan signed.\n"},
      {"He came with\n- of all things - a dog.\n",
       "paragraph: He came with|- of all things - a dog.\n"},
      {"In the year\n12. Of June they met.\n", "paragraph: In the year|12. Of June they met.\n"},
  };
  for (const auto& [text, blocks] : cases) {
    CAPTURE(text);
    CHECK(describe(read_one("a.txt", "Quiet Border\n\nby Ann Poe\n\nText is here.\n\n" + text)) ==
          "title: Quiet Border\nbyline: by Ann Poe\nparagraph: Text is here.\n" + blocks);
  }
}

}  // namespace
}  // namespace dateline::test
