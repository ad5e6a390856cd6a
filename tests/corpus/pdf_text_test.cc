// The text of PDF pages, without a PDF.
#include "corpus/pdf/pdf_text.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

namespace dateline::test {
namespace {

constexpr double kHeight = 10;
constexpr double kPageHeight = 800;

/// Lines one below the other, 12 points apart, all of one width.
PdfPage page_of(const std::vector<std::string>& lines) {
  PdfPage page{kPageHeight, {}};
  double top = 300;
  for (const auto& text : lines) {
    page.lines.push_back({50, top, 400, top + kHeight, text, false, false});
    top += 12;
  }
  return page;
}

PdfLine at(double top, std::string text) {
  return {50, top, 400, top + kHeight, std::move(text), false, false};
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

TEST_CASE("running heads go, lines of the text that come again stay", "[corpus][pdf]") {
  PdfPages pages;
  for (int i = 1; i <= 5; ++i) {
    PdfPage page{kPageHeight, {}};
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
