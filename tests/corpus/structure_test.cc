// Titles, bylines, headings, paragraphs and page breaks.
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

struct Case {
  std::string name;
  std::string text;
  std::string blocks;
};

Article structured(const std::string& text, bool markdown) {
  Article article;
  article.text = text;
  find_structure_of_text(article, markdown ? "a.md" : "a.txt", markdown);
  return article;
}

void check(const std::vector<Case>& cases, bool markdown) {
  for (const auto& [name, text, blocks] : cases) {
    CAPTURE(name, text);
    const auto article = structured(text, markdown);
    CHECK(describe(article) == blocks);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

const std::string kLong =
    "The two governments have agreed that nothing was agreed, and said so at length.";

TEST_CASE("the lines above the byline are the title", "[corpus][structure]") {
  check(
      {
          {"one line", "Quiet Border\n\nby Ann Poe\n\nText is here.\n",
           "title: Quiet Border\nbyline: by Ann Poe\nparagraph: Text is here.\n"},
          {"two lines", "Borders:\nA Quiet View\n\nby Ann Poe\n\nText is here.\n",
           "title: Borders:|A Quiet View\nbyline: by Ann Poe\nparagraph: Text is here.\n"},
          {"two units", "Borders\n\nA quiet view\n\nby Ann Poe\n\nText is here.\n",
           "title: Borders||A quiet view\nbyline: by Ann Poe\nparagraph: Text is here.\n"},
          {"no blank lines", "Quiet Border\nby Ann Poe\nProfessor, Hill College\n\nText is here.\n",
           "title: Quiet Border\nbyline: by Ann Poe|Professor, Hill College\nparagraph: Text is "
           "here.\n"},
          {"prose right below", "Quiet Border\nby Ann Poe\nThe text is here, and long.\nAnd on.\n",
           "title: Quiet Border\nbyline: by Ann Poe\nparagraph: The text is here, and long.|And "
           "on.\n"},
          {"office below a blank line",
           "Quiet Border\n\nby Ann Poe\n\nProfessor, Hill College\n\nText is here.\n",
           "title: Quiet Border\nbyline: by Ann Poe||Professor, Hill College\nparagraph: Text is "
           "here.\n"},
          {"a bare name with its office",
           "Quiet Border\n\nAnn Poe\nHill College\n\nText is here.\n",
           "title: Quiet Border\nbyline: Ann Poe|Hill College\nparagraph: Text is here.\n"},
          {"a bare name may be a heading", "Quiet Border\n\nAnn Poe\n\nText is here.\n",
           "title: Quiet Border\nheading: Ann Poe\nparagraph: Text is here.\n"},
          {"by in prose", "Quiet Border\n\nBy Ann Poe, nobody was ever told so much.\n",
           "title: Quiet Border\nparagraph: By Ann Poe, nobody was ever told so much.\n"},
          {"byline without a title", "by Ann Poe\n\nText is here.\n",
           "byline: by Ann Poe\nparagraph: Text is here.\n"},
      },
      false);
}

TEST_CASE("without a byline the first line is a title if it looks like one",
          "[corpus][structure]") {
  check(
      {
          {"title case", "The Quiet Border\n\nText is here.\n",
           "title: The Quiet Border\nparagraph: Text is here.\n"},
          {"sentence case", "Ministers meet again in Moscow\n\nText is here.\n",
           "title: Ministers meet again in Moscow\nparagraph: Text is here.\n"},
          {"a colon calls the next line",
           "China-Russia Relations:\n\nCrouching Missiles\n\nText is here.\n",
           "title: China-Russia Relations:||Crouching Missiles\nparagraph: Text is here.\n"},
          {"a sentence is none", "Text is here.\n\nMore text is here.\n",
           "paragraph: Text is here.\nparagraph: More text is here.\n"},
          {"prose is none", kLong + "\n" + kLong + "\n\n" + kLong + "\n",
           "paragraph: " + kLong + "|" + kLong + "\nparagraph: " + kLong + "\n"},
          {"alone is none", "The Quiet Border\n", "paragraph: The Quiet Border\n"},
          {"a dated entry is none", "May 3, 2001: Talks\n\nText is here.\n",
           "paragraph: May 3, 2001: Talks\nparagraph: Text is here.\n"},
      },
      false);
}

TEST_CASE("titles are joined by one space and lose their marks", "[corpus][structure]") {
  CHECK(structured("Borders: \r\n  A Quiet View\r\n\r\nby Ann Poe\r\n\r\nText.\r\n", false).title ==
        "Borders: A Quiet View");
  CHECK(structured("# Borders #\n\n## A *Quiet* View\n\nby Ann Poe\n\nText.\n", true).title ==
        "Borders A Quiet View");
  CHECK(structured("**Quiet Border**\n\nby Ann Poe\n\nText.\n", true).title == "Quiet Border");
  CHECK(structured("Just text.\n\nAnd more.\n", false).title.empty());
}

TEST_CASE("headings stand alone above text", "[corpus][structure]") {
  const std::string head = "Quiet Border\n\nby Ann Poe\n\n";
  const std::string front = "title: Quiet Border\nbyline: by Ann Poe\n";
  check(
      {
          {"short line", head + "A Text.\n\nMoving Beyond\n\nB text.\n",
           front + "paragraph: A Text.\nheading: Moving Beyond\nparagraph: B text.\n"},
          {"underlined", head + "A Text.\n\nMoving beyond\n------\n\nB text.\n",
           front + "paragraph: A Text.\nheading: Moving beyond\nparagraph: B text.\n"},
          {"stacked", head + "Part One\n\nMoving Beyond\n\nB text.\n",
           front + "heading: Part One\nheading: Moving Beyond\nparagraph: B text.\n"},
          {"a list is none", head + "One\n\nTwo\n\nThree\n\nFour\n\nFive\n\nB text.\n",
           front + "paragraph: One\nparagraph: Two\nparagraph: Three\nparagraph: Four\n"
                   "paragraph: Five\nparagraph: B text.\n"},
          {"nothing below", head + "B text.\n\nThe End\n",
           front + "paragraph: B text.\nparagraph: The End\n"},
          {"first line of prose", head + "Moving Beyond\nB text.\n",
           front + "paragraph: Moving Beyond|B text.\n"},
          {"rules and page numbers are dropped", head + "A Text.\n\n* * *\n\n12\n\nB text.\n",
           front + "paragraph: A Text.\nparagraph: B text.\n"},
          {"# means nothing in plain text", head + "# A text of some kind.\n\nB text.\n",
           front + "paragraph: # A text of some kind.\nparagraph: B text.\n"},
      },
      false);
}

TEST_CASE("Markdown headings are marked", "[corpus][structure]") {
  const std::string head = "# Quiet Border\n\nby Ann Poe\n\n";
  const std::string front = "title: Quiet Border\nbyline: by Ann Poe\n";
  check(
      {
          {"levels", head + "## One\n\nA text.\n\n### Two ###\nB text.\n\n# Three\n",
           front + "heading: One\nparagraph: A text.\nheading: Two\nparagraph: B text.\nheading: "
                   "Three\n"},
          {"inside a paragraph", head + "A text\n## One\nB text.\n",
           front + "paragraph: A text\nheading: One\nparagraph: B text.\n"},
          {"no space, no heading", head + "#hashtag is a word.\n\n####### Seven.\n",
           front + "paragraph: #hashtag is a word.\nparagraph: ####### Seven.\n"},
          {"setext", head + "One\n===\n\nA text.\n\nTwo\n---\nB text.\n",
           front + "heading: One\nparagraph: A text.\nheading: Two\nparagraph: B text.\n"},
          {"bold line", head + "A text.\n\n**One**\n\nB text.\n",
           front + "paragraph: A text.\nheading: One\nparagraph: B text.\n"},
          {"short lines are text where headings are marked",
           head + "## One\n\nDear Reader\n\nB text.\n",
           front + "heading: One\nparagraph: Dear Reader\nparagraph: B text.\n"},
          {"short lines are headings where none is marked", head + "Moving Beyond\n\nB text.\n",
           front + "heading: Moving Beyond\nparagraph: B text.\n"},
          {"code is no text", head + "```\n# not a heading\n```\n\nB text.\n",
           front + "paragraph: B text.\n"},
          {"list marks", head + "- one item\n\n> quoted text.\n\n12. twelfth item\n",
           front + "paragraph: one item\nparagraph: quoted text.\nparagraph: twelfth item\n"},
      },
      true);
}

TEST_CASE("paragraphs that a page break cut are one", "[corpus][structure]") {
  const std::string head = "Quiet Border\n\nby Ann Poe\n\n";
  const std::string front = "title: Quiet Border\nbyline: by Ann Poe\n";
  const std::string cut = "Both of the governments kept their missiles near the";
  check(
      {
          {"lower case goes on", head + kLong + " And so\n\non it went.\n",
           front + "paragraph: " + kLong + " And so // on it went.\n"},
          {"an open end goes on", head + cut + "\n\nTaiwan Strait.\n",
           front + "paragraph: " + cut + " // Taiwan Strait.\n"},
          {"possessive",
           head + "This was the long decline of the late Mr. Yeltsin's\n\nRussia, once.\n",
           front +
               "paragraph: This was the long decline of the late Mr. Yeltsin's // Russia, once.\n"},
          {"three pieces", head + cut + "\n\nTaiwan Strait, and\n\nhow near is secret.\n",
           front + "paragraph: " + cut + " // Taiwan Strait, and // how near is secret.\n"},
          {"a page number between", head + cut + "\n\n- 12 -\n\nTaiwan Strait.\n",
           front + "paragraph: " + cut + " // Taiwan Strait.\n"},
          {"a form feed", head + "Both governments of this region met President\n\fPutin in May.\n",
           front + "paragraph: Both governments of this region met President // Putin in May.\n"},
          {"a form feed and a page number",
           head + "Both governments of this region met President\n12\n\fPutin in May.\n",
           front + "paragraph: Both governments of this region met President // Putin in May.\n"},
          {"an abbreviation",
           head + "Both of them had spoken at length with the U.S.\n\nand with others.\n",
           front +
               "paragraph: Both of them had spoken at length with the U.S. // and with others.\n"},
          {"a title before a name",
           head + "Both of them had spoken at length with Gen.\n\nZhang in May.\n",
           front + "paragraph: Both of them had spoken at length with Gen. // Zhang in May.\n"},
          {"a full stop ends", head + kLong + "\n\nbin Laden was not named.\n",
           front + "paragraph: " + kLong + "\nparagraph: bin Laden was not named.\n"},
          {"a form feed between sentences", head + kLong + "\f" + kLong + "\n",
           front + "paragraph: " + kLong + "\nparagraph: " + kLong + "\n"},
          {"a colon ends",
           head + "They agreed on these points, as the text says:\n\nfirst, peace.\n",
           front + "paragraph: They agreed on these points, as the text says:\n"
                   "paragraph: first, peace.\n"},
          {"items do not go on", head + "They agreed on peace, as the text says;\n\n(b) on war.\n",
           front + "paragraph: They agreed on peace, as the text says;\nparagraph: (b) on war.\n"},
          {"verse does not go on", head + "apples and\n\noranges and\n\npears.\n",
           front + "paragraph: apples and\nparagraph: oranges and\nparagraph: pears.\n"},
          {"without a break capitals begin anew",
           head + kLong + " They met President\n\nPutin met them in May.\n",
           front + "paragraph: " + kLong +
               " They met President\nparagraph: Putin met them in May.\n"},
      },
      false);
}

TEST_CASE("a title known from metadata is found in the text only as it is", "[corpus][structure]") {
  Article article;
  article.title = "Quiet border";
  article.text = "Uncategorized\n\nText is here.\n";
  find_structure_of_text(article, "a", false);
  CHECK(article.title == "Quiet border");
  CHECK(describe(article) == "heading: Uncategorized\nparagraph: Text is here.\n");
  article.text = "QUIET  BORDER\n\nText is here.\n";
  find_structure_of_text(article, "a", false);
  CHECK(article.title == "Quiet border");
  CHECK(describe(article) == "title: QUIET  BORDER\nparagraph: Text is here.\n");
}

TEST_CASE("a name known from metadata is a byline by itself", "[corpus][structure]") {
  const auto article =
      read_one("a.txt", "---\nauthor: Ann Poe\n---\nQuiet Border\n\nAnn Poe\n\nText is here.\n");
  CHECK(describe(article) == "title: Quiet Border\nbyline: Ann Poe\nparagraph: Text is here.\n");
  CHECK(article.authors.size() == 1);
}

}  // namespace
}  // namespace dateline::test
