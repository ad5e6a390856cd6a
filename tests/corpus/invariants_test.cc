// What holds for every text, and texts that are large in one dimension.
#include <rapidcheck.h>

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article_reader.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const std::vector<std::string> kPieces{"\n",
                                       "\n\n",
                                       "\r\n",
                                       "\r",
                                       "\f",
                                       "\n\n\n",
                                       " ",
                                       "\t",
                                       "\xC2\xA0",
                                       "12",
                                       "- 3 -",
                                       "Title Line",
                                       "by Ann Poe",
                                       "by Ann Poe,\nProfessor, Hill College",
                                       "Chronology",
                                       "Timeline of Events, March 2001",
                                       "Jan. 6, 2001: Talks.",
                                       "- **May 3:** More",
                                       "# Head",
                                       "## ",
                                       "====",
                                       "---",
                                       "---\ntitle: x\n---\n",
                                       "The two sides met near the",
                                       "and so on.",
                                       "Strait, they said.",
                                       "Yeltsin's",
                                       "“Quoted”",
                                       "***",
                                       "_x_",
                                       "**bold**",
                                       "> quote",
                                       "12. item",
                                       "é",
                                       "中国。",
                                       "🙂",
                                       "\xEF\xBB\xBF",
                                       "*",
                                       "_",
                                       "#",
                                       ":",
                                       ",",
                                       ".",
                                       "a",
                                       "A",
                                       std::string(1, '\0'),
                                       "```",
                                       "Moving Beyond"};

bool keeps_invariants(const std::vector<std::string>& parts, bool markdown) {
  Article article;
  for (const auto& part : parts) article.text += part;
  const auto text = article.text;
  find_structure_of_text(article, "a", markdown);
  const auto broken = broken_invariant(article);
  RC_LOG() << text << "\n=> " << broken;
  // Without its marks, Markdown is another text.
  return broken.empty() && (markdown || article.text == text);
}

TEST_CASE("blocks keep their invariants in any text", "[corpus][property]") {
  for (const bool markdown : {false, true}) {
    const bool holds = rc::check("blocks are in order and inside the text", [&] {
      const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces));
      RC_ASSERT(keeps_invariants(parts, markdown));
    });
    CHECK(holds);
  }
}

// The first byte that is neither white space nor in a block; the size if there is none.
std::size_t first_lost_byte(const Article& article) {
  std::size_t i = 0;
  for (const auto& block : article.blocks) {
    i = article.text.find_first_not_of(" \r\n\f", i);
    if (i < block.span.begin) return i;
    i = block.span.end;
  }
  return std::min(article.text.find_first_not_of(" \r\n\f", i), article.text.size());
}

TEST_CASE("no byte of a word is lost between the blocks", "[corpus][property]") {
  const std::vector<std::string> kWords{"Alpha", "beta", "gamma.",        "\n",      "\n\n",
                                        " ",     "\r\n", "Delta Epsilon", "and the", "\f"};
  const bool holds = rc::check("all that is not white space is in a block", [&] {
    const auto parts = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kWords));
    Article article;
    for (const auto& part : parts) article.text += part;
    find_structure_of_text(article, "a", false);
    RC_ASSERT(first_lost_byte(article) == article.text.size());
  });
  CHECK(holds);
}

TEST_CASE("large texts of one kind of line are read", "[corpus][large]") {
  const auto repeated = [](std::string_view piece, std::size_t count) {
    std::string text;
    text.reserve(piece.size() * count);
    for (std::size_t i = 0; i < count; ++i) text += piece;
    return text;
  };
  struct Case {
    std::string name;
    std::string text;
    std::size_t blocks;
  };
  constexpr std::size_t kMega = std::size_t{1} << 20;
  const std::vector<Case> cases{
      {"a word of a megabyte", std::string(kMega, 'x'), 1},
      {"a megabyte of line ends", std::string(kMega, '\n') + "Text.", 1},
      {"a megabyte of carriage returns", std::string(kMega, '\r') + "Text.", 1},
      {"a megabyte of form feeds", std::string(kMega, '\f') + "Text.", 1},
      {"headings", repeated("# A\n", 200'000), 200'000},
      {"more units than there may be", repeated("a\n\n", 1'200'000), 1'000'001},
      {"page numbers alone", repeated("12\n\n", 1000), 1},
      {"short lines", repeated("Short Line\n\n", 200'000), 200'000},
      {"commas", repeated("a,\n", 300'000), 1},
      {"asterisks", std::string(kMega, '*') + "a", 1},
      {"list marks", repeated("- ", 500'000) + "a", 1},
      {"chronology headings", repeated("Chronology\nJan. 6, 2001: One.\n\n", 20'000), 40'000},
      {"cut paragraphs",
       "Both of them had spoken at great length with the\n\n" +
           repeated("and with the\n\n", 100'000),
       1},
  };
  for (const auto& [name, text, blocks] : cases) {
    CAPTURE(name);
    const auto article = read_one("a.md", text);
    CHECK(article.blocks.size() == blocks);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

}  // namespace
}  // namespace dateline::test
