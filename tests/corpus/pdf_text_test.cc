// The text of PDF pages, without a PDF.
#include "corpus/pdf/pdf_text.h"
#include "corpus/pdf/pdf_face.h"
#include "corpus/pdf/pdf_lines.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {
namespace {

constexpr double kHeight = 10;
constexpr double kPageHeight = 800;

PdfLine at(double top, std::string text) {
  PdfLine line;
  line.left = 50;
  line.top = top;
  line.right = 400;
  line.bottom = top + kHeight;
  line.text = std::move(text);
  return line;
}

/// Lines one below the other, 12 points apart, all of one width.
PdfPage page_of(const std::vector<std::string>& lines) {
  PdfPage page;
  page.height = kPageHeight;
  double top = 300;
  for (const auto& text : lines) {
    page.lines.push_back(at(top, text));
    top += 12;
  }
  return page;
}

std::string joined(const std::vector<std::string>& lines) {
  PdfPages pages;
  pages.pages.push_back(page_of(lines));
  join_hyphenated(pages);
  return pdf_document(pages).text;
}

TEST_CASE("a hyphen at a line's end goes or stays by rule", "[corpus][pdf]") {
  struct Case {
    std::vector<std::string> lines;
    std::string text;
  };
  const std::vector<Case> cases{
      {{"the coop-", "eration of both"}, "the cooperation of both"},
      {{"the U.S.-", "China talks of"}, "the U.S.-China talks of"},
      {{"an anti-", "terror law of"}, "an anti-terror law of"},
      {{"a long-range plan of long-", "range missiles of"},
       "a long-range plan of long-range missiles of"},
      {{"the border and the post of the border-", "post here of"},
       "the border and the post of the border-post here of"},
      {{"no program for a pro-", "gram so of"}, "no program for a program so of"},
      {{"a state-of-the-", "art thing of"}, "a state-of-the-art thing of"},
      {{"from Baku–", "Ceyhan and so"}, "from Baku–Ceyhan and so"},
      {{"it was – so they said –", "a mistake of theirs"},
       "it was – so they said – a mistake of theirs"},
      {{"a dash --", "is no hyphen at"}, "a dash -- is no hyphen at"},
      {{"cut by (coop-", "eration), of both"}, "cut by (cooperation), of both"},
  };
  for (const auto& [lines, text] : cases) {
    CAPTURE(lines);
    CHECK(joined(lines) == text);
  }
}

TEST_CASE("raised letters become what they mean", "[corpus][pdf]") {
  struct Case {
    std::string before;
    std::string raised;
    std::string text;
  };
  const std::vector<Case> cases{
      {"on the 3", "rd", "rd"},      {"the 19", "th", "th"},        {"met Roe.", "1151", "¹¹⁵¹"},
      {"in 2001", "12,13", "¹²,¹³"}, {"an area of 5 km", "2", "²"}, {"5 × 10", "-6", "⁻⁶"},
      {"Wi-Fi", "®1", "®"},          {"the town", "*", ""},         {"the town", "a", ""},
      {"the town", "†", ""},
  };
  for (const auto& [before, raised, text] : cases) {
    CAPTURE(before, raised);
    CHECK(raised_text(before, raised) == text);
  }
  CHECK(raised_text("the town", "rd") == std::nullopt);  // a word like others
  CHECK(raised_text("", "1") == std::nullopt);
}

TEST_CASE("the mark of a note is a number that is no day", "[corpus][pdf]") {
  const auto begins = [](const std::string& text) { return begins_note(at(0, text)); };
  for (const auto* text :
       {"1 Poe, A., Some Laws", "12. See Roe", "[3] Doe", "* Of the town", "†Of the town"}) {
    CAPTURE(text);
    CHECK(begins(text));
  }
  for (const auto* text : {"1 May 1999 was a day", "12 towns met", "2001 Poe", "Poe, A.", "1"}) {
    CAPTURE(text);
    CHECK_FALSE(begins(text));
  }
}

TEST_CASE("numbers of items that stand apart are joined to their text", "[corpus][pdf]") {
  PdfPages pages;
  auto page = page_of({"1.", "(a)", "12"});
  for (auto& line : page.lines) line.right = 60;
  for (std::size_t i = 0; i < 3; ++i) {
    auto text = page.lines[i];
    text.left = 70;
    text.right = 400;
    text.text = "Words of an item.";
    page.lines.push_back(text);
  }
  pages.pages.push_back(page);
  join_cut_lines(pages);
  const auto& lines = pages.pages[0].lines;
  REQUIRE(lines.size() == 4);  // a bare number of the usual size counts lines
  CHECK(lines[0].text == "1. Words of an item.");
  CHECK(lines[1].text == "(a) Words of an item.");
  CHECK(lines[2].text == "12");
}

TEST_CASE("contents and lists of sources are listings", "[corpus][pdf]") {
  const auto roles = [](const std::vector<std::string>& lines) {
    PdfPages pages;
    pages.pages.push_back(page_of(lines));
    mark_listings(pages);
    std::string result;
    for (const auto& line : pages.pages[0].lines) {
      result += line.role == PdfRole::listing ? 'L' : '-';
    }
    return result;
  };
  CHECK(roles({"Preface ........ iv", "The War of 1812 . . . . . 12", "The war ended."}) == "LL-");
  CHECK(roles({"Contents", "The War of 1812 1", "The Peace of 1815 27", "The war began in June.",
               "It went on for years.", "It ended in winter."}) == "LLL---");
  CHECK(roles({"Contents of the box", "Two lamps of 1812", "A rope of 1815"}) == "---");
  CHECK(roles({"It is said.", "References", "Poe, A. (1951). Fish.", "Roe, B. (1967). Boats."}) ==
        "--LL");
  CHECK(roles({"Sources", "Rivers have sources, and so has the water.", "It comes from above."}) ==
        "---");
}

TEST_CASE("the day of issue stands alone or with a few words", "[corpus][pdf]") {
  const DateFinder dates;
  const auto issued = [&](const std::string& text) {
    PdfPages pages;
    auto page =
        page_of({"Some words of the text, and more of them, until the line is full and long."});
    page.lines.insert(page.lines.begin(), at(40, text));
    pages.pages.push_back(page);
    return find_issue_date(pages, dates);
  };
  struct Case {
    std::string line;
    std::string days;
  };
  const std::vector<Case> cases{
      {"3 May 2001", "2001-05-03"},
      {"GAO-21-104 March 2021", "2021-03"},
      {"Washington, DC, August 2, 2001", "2001-08-02"},
      {"U/OO/198854-20 | PP-20-1452 | DEC 2020 Rev 1.0", "2020-12"},
      {"Updated 6/21/01", "2001-06-21"},
      {"18th edition. June 2008. Full text: http://a.example/", "2008-06"},
      {"Published 2001", "2001"},
  };
  for (const auto& [line, days] : cases) {
    CAPTURE(line);
    CHECK(issued(line) == parse_iso_interval(days));
  }
  for (const auto* line : {"On 3 May 2001 they met in the town", "Printed 13:57 Sep 27, 2001",
                           "From May 2001 to June 2002", "Elections of 2001", "6/7/01", "May 3"}) {
    CAPTURE(line);
    CHECK_FALSE(issued(line));
  }
}

TEST_CASE("running heads go, lines of the text that come again stay", "[corpus][pdf]") {
  PdfPages pages;
  for (int i = 1; i <= 5; ++i) {
    PdfPage page;
    page.height = kPageHeight;
    page.lines.push_back(
        at(20, i % 2 == 0 ? "Quarterly Notes" : "A Title, page " + std::to_string(i)));
    page.lines.push_back(
        at(60, "1999 was year number " + std::string(static_cast<std::size_t>(i), 'x')));
    page.lines.push_back(at(400, "The same line in the middle."));
    page.lines.push_back(at(770, std::to_string(i)));
    pages.pages.push_back(std::move(page));
  }
  remove_page_furniture(pages);
  for (const auto& page : pages.pages) {
    REQUIRE(page.lines.size() == 2);
    CHECK(page.lines[0].text.starts_with("1999 was"));
    CHECK(page.lines[1].text == "The same line in the middle.");
  }
}

TEST_CASE("output of pdftotext in any pieces gives the same pages", "[corpus][pdf]") {
  const std::string output =
      "<title>A &amp; B</title>\n<meta name=\"Author\" content=\"Ann &lt;Poe&gt;\"/>\n"
      "<page width=\"600\" height=\"800.5\">\n<block xMin=\"1\">\n"
      "<line xMin=\"10\" yMin=\"20\" xMax=\"90\" yMax=\"30\">\n"
      "<word xMin=\"10\" yMin=\"20\" xMax=\"15\" yMax=\"30\">•</word>\n"
      "<word xMin=\"20\" yMin=\"20\" xMax=\"50\" yMax=\"30\">\xEF\xAC\x81ne</word>\n"
      "<word xMin=\"53\" yMin=\"20\" xMax=\"90\" yMax=\"30\">co\xC2\xADop\xC2\xAD</word>\n"
      "</line>\n</block>\n</page>\n";
  for (const std::size_t size : {std::size_t{1}, std::size_t{7}, output.size()}) {
    CAPTURE(size);
    PdfPagesParser parser;
    for (std::size_t i = 0; i < output.size(); i += size) parser.add(output.substr(i, size));
    const auto pages = parser.take();
    CHECK(pages.title == "A & B");
    CHECK(pages.author == "Ann <Poe>");
    REQUIRE(pages.pages.size() == 1);
    CHECK(pages.pages[0].height == Approx(800.5));
    REQUIRE(pages.pages[0].lines.size() == 1);
    CHECK(pages.pages[0].lines[0].text == "fine coop-");
    CHECK(pages.pages[0].lines[0].bulleted);
    CHECK(pages.pages[0].lines[0].begins_block);
  }
}

TEST_CASE("words of a PDF are parted where there is room between them", "[corpus][pdf]") {
  struct Word {
    int left;
    int right;
    std::string text;
  };
  struct Case {
    std::vector<Word> words;
    std::string text;
  };
  const std::vector<Case> cases{
      {{{10, 30, "both"}, {33, 60, "sides"}}, "both sides"},
      // a soft hyphen ends within the letter that it stands before
      {{{10, 30,
         "del\xC2\xAD"
         "e"},
        {30, 36, "g"},
        {30, 33, "\xC2\xAD"},
        {36, 60, "a\xC2\xADtions"},
        {63, 80, "met"}},
       "delegations met"},
      {{{60, 90, "שלום"}, {20, 57, "עולם"}}, "שלום עולם"},  // from right to left
  };
  for (const auto& [words, text] : cases) {
    CAPTURE(text);
    PdfPagesParser parser;
    parser.add("<page width=\"600\" height=\"800\">\n");
    parser.add("<line xMin=\"10\" yMin=\"20\" xMax=\"90\" yMax=\"30\">\n");
    for (const auto& word : words) {
      parser.add(fmt::format("<word xMin=\"{}\" yMin=\"20\" xMax=\"{}\" yMax=\"30\">{}</word>\n",
                             word.left, word.right, word.text));
    }
    const auto pages = parser.take();
    REQUIRE(pages.pages.size() == 1);
    REQUIRE(pages.pages[0].lines.size() == 1);
    CHECK(pages.pages[0].lines[0].text == text);
  }
}

}  // namespace
}  // namespace dateline::test
