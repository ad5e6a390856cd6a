// Markdown: marks are no words, items and rows are blocks.
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Catch::Contains;

struct Case {
  std::string name;
  std::string text;
  std::string blocks;
};

void check(const std::vector<Case>& cases) {
  for (const auto& [name, text, blocks] : cases) {
    CAPTURE(name, text);
    const auto article = read_one("a.md", "# Norland\n\n" + text);
    CHECK(describe(article) == "title: Norland\n" + blocks);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

TEST_CASE("each item of a Markdown list is a block", "[corpus][markdown]") {
  check({
      {"tight", "- In May 2019\n- In June 2020\n",
       "paragraph: In May 2019\nparagraph: In June 2020\n"},
      {"loose", "* One was here.\n\n* Two was not.\n",
       "paragraph: One was here.\nparagraph: Two was not.\n"},
      {"numbered", "1. One\n2. Two\n10. Ten\n", "paragraph: One\nparagraph: Two\nparagraph: Ten\n"},
      {"years are no numbers of items", "1998. Kenya is hit.\n1999. Serbia is hit.\n",
       "paragraph: 1998. Kenya is hit.\nparagraph: 1999. Serbia is hit.\n"},
      {"nested", "- May 2019\n  - Norway\n  - Sweden\n- June\n",
       "paragraph: May 2019\nparagraph: Norway\nparagraph: Sweden\nparagraph: June\n"},
      {"tasks", "- [x] Done in May\n- [ ] Not done\n",
       "paragraph: Done in May\nparagraph: Not done\n"},
      {"wrapped", "- In May\n  Norway met\n- In June\n",
       "paragraph: In May|  Norway met\nparagraph: In June\n"},
      {"behind a paragraph", "The steps:\n- One\n- Two\n",
       "paragraph: The steps:\nparagraph: One\nparagraph: Two\n"},
      {"in a quotation", "> - One\n> - Two\n", "paragraph: One\nparagraph: Two\n"},
  });
}

TEST_CASE("each row of a Markdown table is a block", "[corpus][markdown]") {
  check({
      {"dates first", "| Date | Event |\n|---|---|\n| 3 March 2021 | France calls |\n",
       "paragraph: Date | Event\nparagraph: 3 March 2021: France calls\n"},
      {"no outer bars", "Town | Held by | As of\n--|--|--\nAlby | Norway | 4 May 2022\n",
       "paragraph: Town | Held by | As of\nparagraph: Alby | Norway | 4 May 2022\n"},
      {"the date's column is known by its name",
       "| No. | Date | Event |\n|---|---|---|\n| 1 | 3 March 2021 | France calls |\n",
       "paragraph: No. | Date | Event\nparagraph: 3 March 2021: 1 | France calls\n"},
      {"marks in cells",
       "|Date|Event|\n|-|-|\n|**3 March 2021**|[France](https://x.y/1999) calls|\n",
       "paragraph: Date | Event\nparagraph: 3 March 2021: France calls\n"},
      {"numbers are no events", "| Year | Rate | Change |\n|-|-|-|\n| 2003 | 20.7 | 7.4 % |\n",
       "paragraph: Year | Rate | Change\nlisting: 2003: 20.7 | 7.4 %\n"},
  });
}

TEST_CASE("what Markdown marks is text, and marks are not", "[corpus][markdown]") {
  check({
      {"emphasis", "**Norway** and *Sweden* and ~~Japan~~.\n",
       "paragraph: Norway and Sweden and Japan.\n"},
      {"links", "The [Treaty of *Alby*](https://example.org/2019/12/05/t \"1999\") holds.\n",
       "paragraph: The Treaty of Alby holds.\n"},
      {"references", "The [Treaty][1] holds.\n\n[1]: https://example.org/2019/12/05\n",
       "paragraph: The Treaty holds.\n"},
      {"addresses", "See https://example.org/2019/12/05 and <https://x.y/1999>, please.\n",
       "paragraph: See and , please.\n"},
      {"pictures", "A word.\n\n![map of 1999](https://example.org/1999-04-04.png)\n",
       "paragraph: A word.\n"},
      {"code", "Call `date 2001-05-03` now.\n\n```\n3 May 2001\n```\n", "paragraph: Call now.\n"},
      {"tags", "It <span title=\"3 May 2001\">ended</span><br>so <!-- 1999 -->now.\n",
       "paragraph: It ended|so now.\n"},
      {"blocks of HTML", "<!-- 3 May 2001 -->\n\n<div class=\"y1999\">\n<p>It ended.</p>\n</div>\n",
       "paragraph: It ended.\n"},
      {"entities", "Caf&eacute; &amp; &#82;ussia.\n", "paragraph: Café & Russia.\n"},
      {"escapes", "It cost \\$14 and 3\\*4.\n", "paragraph: It cost $14 and 3*4.\n"},
      {"notes above the line", "In 1998<sup>3</sup> and on May 3<sup>rd</sup>.\n",
       "paragraph: In 1998 and on May 3rd.\n"},
      {"footnotes",
       "Norway left.[^1] Sweden stayed.[^b]\n\n[^1]: Said in May 2001.\n[^b]: So did he.\n",
       "paragraph: Norway left. Sweden stayed.\nnote: Said in May 2001.\nnote: So did he.\n"},
      {"indented text is no code", "One.\n\n    Two is here.\n",
       "paragraph: One.\nparagraph: Two is here.\n"},
  });
}

TEST_CASE("attributes and fences of pandoc are no text", "[corpus][markdown]") {
  check({
      {"attributes", "## Talks {#talks .unnumbered}\n\nThey met.\n",
       "heading: Talks\nparagraph: They met.\n"},
      {"braces that are text", "## Talks {sic}\n\nThey met.\n",
       "heading: Talks {sic}\nparagraph: They met.\n"},
      {"fences", "::: {.box}\nThey met.\n:::\n\nThey left.\n",
       "paragraph: They met.\nparagraph: They left.\n"},
      {"fences alone", ":::\n\nThey met.\n", "paragraph: They met.\n"},
  });
}

TEST_CASE("a date in bold that opens a block is its head", "[corpus][markdown]") {
  const std::string blocks =
      "paragraph: 3 March 2021: France calls.\nparagraph: 5 March 2021: Norway signs.\n";
  check({
      {"items", "- **3 March 2021** France calls.\n- **5 March 2021**: Norway signs.\n", blocks},
      {"paragraphs", "**3 March 2021.** France calls.\n\n**5 March 2021** – Norway signs.\n",
       blocks},
      {"a sentence goes on", "**3 March 2021** was a bad day.\n",
       "paragraph: 3 March 2021 was a bad day.\n"},
      {"bold words are none", "**Norway** France calls.\n", "paragraph: Norway France calls.\n"},
  });
}

TEST_CASE("headings of Markdown keep their levels", "[corpus][markdown]") {
  check({
      {"of what nobody sees", "## \x02\n\nText.\n", "paragraph: Text.\n"},
      {"marked", "## One\n\nText.\n\n### Two ###\n\nText.\n",
       "heading: One\nparagraph: Text.\nheading: Two\nparagraph: Text.\n"},
      {"a rule below prose makes no heading",
       "The two governments have agreed on nothing.\nThey said so at length, and again.\nAnd "
       "left.\n---\nMore.\n",
       "paragraph: The two governments have agreed on nothing.|They said so at length, and "
       "again.|And left.\nparagraph: More.\n"},
  });
}

TEST_CASE("Markdown without marks inside its blocks is its own text", "[corpus][markdown]") {
  const std::string text = "---\ntitle: T\n---\n# T\n\n## One ##\n\n- In May\n- In June\n\nText.\n";
  const auto plain = read_one("a.md", text);
  CHECK(plain.offsets_in_file);
  CHECK(plain.text == text);
  CHECK(plain.blocks.at(2).content.of(text) == "In May");
  const auto marked = read_one("a.md", text + "\nOne *more*.\n");
  CHECK_FALSE(marked.offsets_in_file);
  CHECK_THAT(marked.text, Contains("One more.") && !Contains("title:"));
}

TEST_CASE("Markdown of nothing but code is refused", "[corpus][markdown]") {
  CHECK_THAT(read_bytes("a.md", "```\ncode\n```\n").refusal, Contains("only code"));
}

}  // namespace
}  // namespace dateline::test
