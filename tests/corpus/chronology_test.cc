// Chronologies and the period they give.
#include <array>
#include <string>
#include <vector>

#include "corpus/article_reader.h"
#include "corpus/structure/entry_head.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const std::string kHead = "Quiet Border\n\nby Ann Poe\n\nText is here.\n\n";
const std::string kFront = "title: Quiet Border\nbyline: by Ann Poe\nparagraph: Text is here.\n";

Article structured(const std::string& text, bool markdown) {
  Article article;
  article.text = text;
  find_structure_of_text(article, "a.txt", markdown);
  CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  return article;
}

TEST_CASE("dated blocks below a chronology's heading are entries", "[corpus][chronology]") {
  struct Case {
    std::string name;
    std::string text;
    std::string blocks;
  };
  const std::vector<Case> cases{
      {"blank lines between",
       "Chronology of Talks January-March 2001\n\nJan. 6, 2001: One.\n\nFeb. 1, 2001: Two.\n",
       "chronology-heading: Chronology of Talks January-March 2001\nchronology-entry: Jan. 6, "
       "2001: One.\n"
       "chronology-entry: Feb. 1, 2001: Two.\n"},
      {"lines only", "Timeline of Events\n\nJan. 6, 2001: One,\nand more.\nFeb. 1, 2001: Two.\n",
       "chronology-heading: Timeline of Events\nchronology-entry: Jan. 6, 2001: One,|and more.\n"
       "chronology-entry: Feb. 1, 2001: Two.\n"},
      {"heading right above", "CHRONOLOGY\nJan. 6, 2001: One.\nFeb. 1, 2001: Two.\n",
       "chronology-heading: CHRONOLOGY\nchronology-entry: Jan. 6, 2001: One.\n"
       "chronology-entry: Feb. 1, 2001: Two.\n"},
      {"introduced", "Chronology\n\nCompiled by the staff.\n\nJan. 6, 2001: One.\n",
       "chronology-heading: Chronology\nparagraph: Compiled by the staff.\n"
       "chronology-entry: Jan. 6, 2001: One.\n"},
      {"cut by a page break",
       "Chronology\n\nJan. 6, 2001: One meets the\n\nTwo of them.\n\nFeb. 1, 2001: Three.\n",
       "chronology-heading: Chronology\nchronology-entry: Jan. 6, 2001: One meets the // Two of "
       "them.\n"
       "chronology-entry: Feb. 1, 2001: Three.\n"},
      {"headings inside",
       "Chronology\n\nJanuary\n\nJan. 6, 2001: One.\n\nFebruary\n\nFeb. 1, 2001: Two.\n",
       "chronology-heading: Chronology\nchronology-date: January\nchronology-entry: Jan. 6, 2001: "
       "One.\n"
       "chronology-date: February\nchronology-entry: Feb. 1, 2001: Two.\n"},
      {"days by their numbers, within a month",
       "Chronology\n\nMarch 1998\n\n3: One met Two.\n\n14–16 – Two met Three.\n\n31st: "
       "Three.\n\n32: Four.\n\n40 people met.\n",
       "chronology-heading: Chronology\nchronology-date: March 1998\n"
       "chronology-entry: 3: One met Two.\nchronology-entry: 14–16 – Two met Three.\n"
       "chronology-entry: 31st: Three.\nparagraph: 32: Four.\nparagraph: 40 people met.\n"},
      {"years and months above, without blank lines",
       "Chronology\n\n1956\n26 July  One met Two.\n29 Oct  Two met Three.\n1957\nMarch\n4 March  "
       "Three met.\n",
       "chronology-heading: Chronology\nchronology-date: 1956\n"
       "chronology-entry: 26 July  One met Two.\nchronology-entry: 29 Oct  Two met Three.\n"
       "chronology-date: 1957\nchronology-date: March\nchronology-entry: 4 March  Three met.\n"},
      {"no days by their numbers within a year",
       "Chronology\n\n1998\n\nMarch 3: One met Two.\n\n4: Two met Three.\n",
       "chronology-heading: Chronology\nchronology-date: 1998\n"
       "chronology-entry: March 3: One met Two.\nparagraph: 4: Two met Three.\n"},
      {"ends at another heading",
       "Chronology\n\nJan. 6, 2001: One.\n\nNotes\n\nThese are notes.\n\nFeb. 1, 2001: A note.\n",
       "chronology-heading: Chronology\nchronology-entry: Jan. 6, 2001: One.\nheading: Notes\n"
       "paragraph: These are notes.\nparagraph: Feb. 1, 2001: A note.\n"},
      {"three at the end need no heading",
       "Jan. 6, 2001: One.\n\nFeb. 1, 2001: Two.\n\nMarch 2, 2001: Three.\n",
       "chronology-entry: Jan. 6, 2001: One.\nchronology-entry: Feb. 1, 2001: Two.\n"
       "chronology-entry: March 2, 2001: Three.\n"},
      {"two at the end are prose", "Jan. 6, 2001: One.\n\nFeb. 1, 2001: Two.\n",
       "paragraph: Jan. 6, 2001: One.\nparagraph: Feb. 1, 2001: Two.\n"},
      {"a timeline of something without dates", "Timeline of a Conflict\n\nNobody said so.\n",
       "heading: Timeline of a Conflict\nparagraph: Nobody said so.\n"},
      {"a heading that only mentions one", "The Timeline Slips\n\nNobody said so.\n",
       "heading: The Timeline Slips\nparagraph: Nobody said so.\n"},
  };
  for (const auto& [name, text, blocks] : cases) {
    CAPTURE(name, text);
    CHECK(describe(structured(kHead + text, false)) == kFront + blocks);
  }
}

TEST_CASE("an entry's text begins with a whole character", "[corpus][chronology]") {
  for (const std::string text :
       {"“Talks” begin.", "…and end.", "• One.", "‘One’ speaks.", "One."}) {
    for (const std::string parting : {" - ", "\n", "** ", " | "}) {
      const auto entry = "Jan. 6, 2001" + parting + text;
      CAPTURE(entry);
      const auto head = read_entry_head(entry, {}, HeadStyle::loose);
      REQUIRE(head);
      CHECK(entry.substr(head->text_begin) == text);
    }
  }
}

TEST_CASE("Markdown entries may be list items with bold dates", "[corpus][chronology]") {
  const std::string head = "# Quiet Border\n\nby Ann Poe\n\nText is here.\n\n";
  for (const auto* heading :
       {"## Chronology of Talks", "**Chronology of Talks**", "Chronology of Talks"}) {
    CAPTURE(heading);
    const auto article = structured(head + heading +
                                        "\n\n- Jan. 6, 2001: One.\n- Feb. 1, 2001: Two,\n  and "
                                        "more.\n\n* **March 2, 2001:** Three.\n",
                                    true);
    CHECK(describe(article) ==
          kFront +
              "chronology-heading: Chronology of Talks\nchronology-entry: Jan. 6, 2001: One.\n"
              "chronology-entry: Feb. 1, 2001: Two,|and more.\n"
              "chronology-entry: March 2, 2001: Three.\n");
  }
}

TEST_CASE("entries are recognised even where no year is known", "[corpus][chronology]") {
  const auto article = structured(kHead + "Chronology\n\nJan. 6: One.\n\nFeb. 29: Two.\n", false);
  CHECK(describe(article) == kFront +
                                 "chronology-heading: Chronology\nchronology-entry: Jan. 6: One.\n"
                                 "chronology-entry: Feb. 29: Two.\n");
  CHECK_FALSE(article.published);
}

TEST_CASE("a chronology without prose has no title", "[corpus][chronology]") {
  const auto article = structured(
      "Chronology of Talks\nJanuary-March 2001\n\nJan. 6, 2001: One.\n\nFeb. 1, 2001: Two.\n",
      false);
  CHECK(describe(article) ==
        "chronology-heading: Chronology of Talks|January-March 2001\n"
        "chronology-entry: Jan. 6, 2001: One.\nchronology-entry: Feb. 1, 2001: Two.\n");
  CHECK(article.title.empty());
  CHECK(article.published == quarter_interval(2001, 1));
}

TEST_CASE("the strongest source of the period wins", "[corpus][chronology]") {
  struct Case {
    std::string name;
    std::string front_matter;
    std::string heading;
    std::string period;
    Source source;
  };
  const std::vector<Case> cases{
      {"a.txt", "", "Chronology", "2000-01-01..2000-12-31", Source::option},
      {"2001-q2.txt", "", "Chronology", "2001-04-01..2001-06-30", Source::file_name},
      {"2001-q2.txt", "", "Chronology, January-March 2002", "2002-01-01..2002-03-31",
       Source::chronology_heading},
      {"2001-q2.txt", "", "Chronology\n\nJanuary-March 2002", "2002-01-01..2002-03-31",
       Source::chronology_heading},
      {"2001-q2.txt", "---\npublished: 2003-07\n---\n", "Chronology, January-March 2002",
       "2003-07-01..2003-07-31", Source::front_matter},
  };
  ReadOptions options;
  options.published = year_interval(2000);
  for (const auto& [name, front_matter, heading, period, source] : cases) {
    CAPTURE(name, front_matter, heading);
    auto text = front_matter;
    text.append(kHead).append(heading).append("\n\nJan. 6, 2001: One.\n");
    const auto article = read_one(name, text, options);
    REQUIRE(article.published);
    CHECK(format_interval(*article.published) == period);
    CHECK(article.published_source == source);
  }
}

TEST_CASE("dates above entries and other marks than a colon make a chronology",
          "[corpus][chronology]") {
  const std::vector<std::array<std::string, 3>> cases{
      {"dash",
       "Talks\n\nSome words.\n\nChronology\n\n3 March 2021 – France stays.\n\n5 March – "
       "Norway goes.\n",
       "title: Talks\nparagraph: Some words.\nchronology-heading: Chronology\n"
       "chronology-entry: 3 March 2021 – France stays.\nchronology-entry: 5 March – Norway "
       "goes.\n"},
      {"years above",
       "Talks\n\nSome words.\n\nChronology\n\n1998\n\nAugust 7: Kenya is hit.\n\n1999\n\n"
       "March 24: Serbia is hit.\n",
       "title: Talks\nparagraph: Some words.\nchronology-heading: Chronology\nchronology-date: "
       "1998\n"
       "chronology-entry: August 7: Kenya is hit.\nchronology-date: 1999\n"
       "chronology-entry: March 24: Serbia is hit.\n"},
      {"days above",
       "Talks\n\nSome words.\n\nChronology\n\n3 March 2021\n\nFrance stays.\n\nNorway goes.\n\n"
       "5 March 2021\n\nSweden signs.\n",
       "title: Talks\nparagraph: Some words.\nchronology-heading: Chronology\n"
       "chronology-date: 3 March 2021\nchronology-entry: France stays.\n"
       "chronology-entry: Norway goes.\nchronology-date: 5 March 2021\n"
       "chronology-entry: Sweden signs.\n"},
      {"title", "Timeline of the talks\n\n3 March – France stays.\n\n5 March – Norway goes.\n",
       "title: Timeline of the talks\nchronology-entry: 3 March – France stays.\n"
       "chronology-entry: 5 March – Norway goes.\n"},
      {"months above short texts",
       "Norland: key events\n\nMarch 1990\n\nThe wall comes down.\n\nJuly 1992\n\nNorland "
       "applies.\n\nNobody answers.\n\nNovember 1994\n\nVoters say no.\n",
       "title: Norland: key events\nchronology-date: March 1990\nchronology-entry: The wall comes "
       "down.\nchronology-date: July 1992\nchronology-entry: Norland applies.\n"
       "chronology-entry: Nobody answers.\nchronology-date: November 1994\n"
       "chronology-entry: Voters say no.\n"},
      {"lines without end marks",
       "Key dates for the exam\n\n1814 - Norland is free\n1905 - The union ends\n1911 - A war "
       "begins\n",
       "title: Key dates for the exam\nchronology-entry: 1814 - Norland is free\n"
       "chronology-entry: 1905 - The union ends\nchronology-entry: 1911 - A war begins\n"},
      {"months behind years",
       "Talks\n\nSome words.\n\nChronology\n\n1905 June 7 – The union ends.\n\n1920 March – "
       "Norland "
       "joins.\n",
       "title: Talks\nparagraph: Some words.\nchronology-heading: Chronology\n"
       "chronology-entry: 1905 June 7 – The union ends.\n"
       "chronology-entry: 1920 March – Norland joins.\n"},
      {"columns of blanks",
       "Herring dispute: a chronology\n\n1972\n\nSept. 1     Norland extends its limit.\n"
       "Sept. 5     A wire is cut.\n\n1973\n\nMay 19      Frigates enter the zone.\n",
       "title: Herring dispute: a chronology\nchronology-date: 1972\n"
       "chronology-entry: Sept. 1     Norland extends its limit.\n"
       "chronology-entry: Sept. 5     A wire is cut.\nchronology-date: 1973\n"
       "chronology-entry: May 19      Frigates enter the zone.\n"},
      {"days as first lines",
       "2011-01-25\n- Protests begin\n----------\n2011-01-28\nThe king orders tanks.\n"
       "Thousands cheer.\n----------\n2011-01-31\nA new government is sworn in\n----------\n",
       "chronology-entry: 2011-01-25|- Protests begin\n"
       "chronology-entry: 2011-01-28|The king orders tanks.|Thousands cheer.\n"
       "chronology-entry: 2011-01-31|A new government is sworn in\n"},
  };
  for (const auto& [name, text, blocks] : cases) {
    CAPTURE(name);
    const auto article = read_one("a.txt", text);
    CHECK(describe(article) == blocks);
    CHECK_FALSE(article.published);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

TEST_CASE("a chronology alone is called what its heading says", "[corpus][chronology]") {
  const std::string items =
      "\n\n- **3 March 2019** – France stays.\n- **5 March 2019** – Norway goes."
      "\n- **9 March 2019** – Sweden signs.\n";
  const auto timeline = read_one("a.md", "# Timeline of the strike" + items);
  CHECK(timeline.title == "Timeline of the strike");
  CHECK(read_one("a.md", "# Interwar timeline" + items).title == "Interwar timeline");
  CHECK(read_one("a.md", "# Chronology" + items).title.empty());
  CHECK(read_one("a.md", "# Timeline of Events" + items).title.empty());
  CHECK(read_one("a.md", "# Chronology: January-March 2019" + items).title.empty());
}

TEST_CASE("a plan without years is no chronology", "[corpus][chronology]") {
  const auto plan =
      read_one("a.md",
               "# Schedule\n\n| Week | Date | Topic |\n|---|---|---|\n| 1 | Sept 3 | The "
               "start |\n| 2 | Sept 10 | The league |\n| 3 | Sept 17 | The crash |\n");
  for (const auto& block : plan.blocks) CHECK(block.kind != BlockKind::chronology_entry);
}

TEST_CASE("dates that stand in prose make no chronology", "[corpus][chronology]") {
  const std::string prose =
      "The two governments have agreed that nothing was agreed, and said so at length, on the "
      "quay.";
  const std::vector<std::string> texts{
      "Letters\n\n" + prose + "\n\nMay 3, 1998\n\n" + prose + "\n",
      "A year of herring\n\n1998\n\n" + prose + "\n\n1999\n\n" + prose + "\n",
      "Prices\n\n" + prose + "\n\n3 March 2021 – " + prose + "\n\n" + prose + "\n",
      "Addresses\n\n15 October 2020\n\n154.3.251.56\n\n17 October 2020\n\n156.146.54.45\n",
  };
  for (const auto& text : texts) {
    CAPTURE(text);
    const auto article = read_one("a.txt", text);
    for (const auto& block : article.blocks) CHECK(block.kind != BlockKind::chronology_entry);
  }
}

}  // namespace
}  // namespace dateline::test
