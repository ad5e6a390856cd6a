// When a text appeared, and what says so.
#include <string>
#include <vector>

#include "corpus/structure/publication.h"
#include "language/words/text_language.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// "2021-05-03 date-line: May 3, 2021"
std::string published(const Article& article) {
  if (!article.published) return "-";
  return format_interval(*article.published) + " " +
         std::string{source_name(article.published_source)} + ": " + article.published_from;
}

const std::string kProse =
    "The envoys of Norway and Sweden met on the quay, and nobody could say what they had agreed on "
    "in the end, since both of them left without a word to those who were waiting.\n";

TEST_CASE("a line that is nothing but a day tells when the text appeared", "[corpus][published]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"The Price of Herring\n\nBy Ann Poe\n\nMay 3, 2021\n\n" + kProse,
       "2021-05-03 date-line: May 3, 2021"},
      {"The Price of Herring\n\nUpdated May 3, 2021\n\n" + kProse,
       "2021-05-03 date-line: Updated May 3, 2021"},
      {"The Price of Herring\n\nMay 2021\n\n" + kProse,
       "2021-05-01..2021-05-31 date-line: May 2021"},
      {"The Price of Herring\n\nOslo, 3 May 2021\n\n" + kProse,
       "2021-05-03 date-line: Oslo, 3 May 2021"},
      {"The Price of Herring\n\nBy Ann Poe\nPublished 4:05 PM EDT, Tue April 6, 2021\n\n" + kProse,
       "2021-04-06 date-line: Published 4:05 PM EDT, Tue April 6, 2021"},
      {"The Price of Herring\n\nPosted on 3 March 2022 by Ann Poe\n\n" + kProse,
       "2022-03-03 date-line: Posted on 3 March 2022 by Ann Poe"},
      {"OFFICE OF HERRING\n\n8 October 1976\n\nMEMORANDUM FOR: Chief\n\n" + kProse,
       "1976-10-08 date-line: 8 October 1976"},
      {"FORM 12\n\nTITLE : On Herring\nDATE : 9/13/1962\nPAGES : 2\n\n" + kProse,
       "1962-09-13 date-line: 9/13/1962"},
      {"The Price of Herring\n\nMay 3, 2021 | 6 min read\n\n" + kProse,
       "2021-05-03 date-line: May 3, 2021 | 6 min read"},
      {"Herring Bill\n\nHC Deb 3 May 2021 vol 314 cc801-45\n\n" + kProse,
       "2021-05-03 date-line: HC Deb 3 May 2021 vol 314 cc801-45"},
      {"The Price of Herring\n\nANN POE\n\nJournal of Herring, Vol. 12, No. 3 (May 2021), pp. "
       "1-20\n\n" +
           kProse,
       "2021-05-01..2021-05-31 date-line: Journal of Herring, Vol. 12, No. 3 (May 2021), pp. 1-20"},
      {"MINUTES OF THE HERRING BOARD\nHeld on 3 May 2021 at 10.30 am in Room 5\n\n" + kProse,
       "2021-05-03 date-line: Held on 3 May 2021 at 10.30 am in Room 5"},
      {"Timeline: the strike\n\nBy our staff\n3 May 2021\n\n4 April 2021: Dockers walk out.\n\n"
       "5 April 2021: They come back.\n\n6 April 2021: They walk out.\n",
       "2021-05-03 date-line: 3 May 2021"},
      {"The Price of Herring\n\nMay 3, 2021 · 7 min read\n\n" + kProse,
       "2021-05-03 date-line: May 3, 2021 · 7 min read"},
      {"The Price of Herring\n\nMay 3, 2021 • 6 min read\n\n" + kProse,
       "2021-05-03 date-line: May 3, 2021 • 6 min read"},
      {"The Price of Herring\n\nOslo ▪ May 3, 2021 ▪ 6 min\n\n" + kProse,
       "2021-05-03 date-line: Oslo ▪ May 3, 2021 ▪ 6 min"},
      {"The Price of Herring\n\n→ Updated May 3, 2021\n\n" + kProse,
       "2021-05-03 date-line: → Updated May 3, 2021"},
      {"The Price of Herring\n\n— May 3, 2021 — Oslo …\n\n" + kProse,
       "2021-05-03 date-line: — May 3, 2021 — Oslo …"},
      {"The Price of Herring\n\nMay 3, 2021 ⏱ 6 min read\n\n" + kProse,
       "2021-05-03 date-line: May 3, 2021 ⏱ 6 min read"},
      // What is quoted is what it is about.
      {"The Price of Herring\n\n“Talks” • May 3, 2021\n\n" + kProse, "-"},
      {"The Price of Herring\n\nMay 3, 2021 • they talk\n\n" + kProse, "-"},
      {"Ann Poe\n\nBorn 3 May 1911, Oslo\n\n" + kProse, "-"},
      {"Battle of Herring\n\nDate\t9 May 1911\nLocation\tNorth Sea\n\n" + kProse, "-"},
      {"The Price of Herring\n\nElections of May 2011\n\n" + kProse, "-"},
      // No lines of dates: an entry, a sentence, a row of dates.
      {"The Price of Herring\n\n" + kProse + "\nMay 3, 2021\n", "-"},
      {"The Price of Herring\n\nOn May 3, 2021, the price fell.\n\n" + kProse, "-"},
      {"The Price of Herring\n\nKenya May 3, 1999\nSudan June 5, 1999\n\n" + kProse, "-"},
      {"The Price of Herring\n\nWinter 2021 and summer 2022\n\n" + kProse, "-"},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(published(read_one("a.txt", text)) == expected);
  }
}

TEST_CASE("names above a date, an office or the abstract are the authors", "[corpus][byline]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"The Price of Herring\n\nPeter Poe\n3 May 2021\n\n" + kProse, "Peter Poe"},
      {"The Price of Herring\nPeter Poe\nMay 3, 2021\n\n" + kProse, "Peter Poe"},
      {"The Price of Herring\nPresident Peter Poe\nMay 3, 2021\n\n" + kProse, "Peter Poe"},
      {"The Price of Herring\nPeter Poe | October 9, 2015\n\n" + kProse, "Peter Poe"},
      {"The Price of Herring\n\nBy Ano Poe | October 9, 2015\n\n" + kProse, "Ano Poe"},
      {"The Price of Herring\n\nJames K. Poe¹\n\n¹ School of Quotas, University of Oslo.\n\n" +
           kProse,
       "James K. Poe"},
      {"WORKING PAPER SERIES\nNo. 2008-14\n\nThe Price of Herring\n\nPeter Poe and Alice "
       "Moe\n\nJune "
       "2008\n\n" +
           kProse,
       "Peter Poe; Alice Moe"},
      {"The Price of Herring\n\nPETER POE\n\nMay 2021\n\n" + kProse, "PETER POE"},
      {"The Price of Herring\n\nPeter Poe^1^ and Bo Li^2^\n\nUniversity of Oslo\n\n" + kProse,
       "Peter Poe; Bo Li"},
      {"The Price of Herring\n\nPeter Poe, Bo Li*\n\nAbstract\n\n" + kProse, "Peter Poe; Bo Li"},
      // places and series
      {"The Price of Herring\n\nNew York\n\nMay 3, 2021\n\n" + kProse, ""},
      {"The Price of Herring\n\nPolicy Brief\n\nMay 2021\n\n" + kProse, ""},
      {"The Price of Herring\n\nPeter Poe\n\n" + kProse, ""},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    const auto article = read_one("a.txt", text);
    CHECK(article.title == "The Price of Herring");
    std::string names;
    for (const auto& author : article.authors) names += (names.empty() ? "" : "; ") + author.name;
    CHECK(names == expected);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

TEST_CASE("who released a text is no title", "[corpus][published]") {
  const auto release =
      read_one("a.txt",
               "The Herring House\nOffice of the Press Secretary\n\nFor Immediate Release      May "
               "28, 2014\n\nREMARKS BY THE PRESIDENT\nON HERRING\n\nHarbor Hall\n\n" +
                   kProse);
  CHECK(release.title == "REMARKS BY THE PRESIDENT ON HERRING");
  CHECK(published(release) == "2014-05-28 date-line: For Immediate Release May 28, 2014");
  CHECK_THAT(broken_invariant(release), Catch::Equals(""));
}

TEST_CASE("a date line may name who wrote the text", "[corpus][published]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Posted by Ann Poe on May 3, 2021", "Ann Poe"},
      {"Posted on May 3, 2021 by Ann Poe", "Ann Poe"},
      {"Published May 3, 2021 by Ann Poe and Bo Lee", "Ann Poe; Bo Lee"},
      {"Written by Ann Poe, 3 May 2021", "Ann Poe"},
      {"May 3, 2021 | Ann Poe", "Ann Poe"},
      {"03 May 2021 | By Ann Poe", "Ann Poe"},
      {"3 May 2021 – John Poe", "John Poe"},
      {"Submitted by ann on Mon, 05/03/2021 - 12:00", ""},
      {"Submitted by Ann Poe on May 3, 2021 - 12:00pm", "Ann Poe"},
      {"May 3, 2021 | Oslo", ""},
      {"May 3, 2021 | New York", ""},
      {"Posted May 3, 2021 by admin", ""},
      {"Last modified: 3 May 2021", ""},
  };
  for (const auto& [line, expected] : cases) {
    CAPTURE(line);
    const auto article = read_one("a.txt", "The Price of Herring\n\n" + line + "\n\n" + kProse);
    REQUIRE(article.published);
    CHECK(format_interval(*article.published) == "2021-05-03");
    std::string names;
    for (const auto& author : article.authors) names += (names.empty() ? "" : "; ") + author.name;
    CHECK(names == expected);
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
  }
}

TEST_CASE("how a text is given out is no title", "[corpus][published]") {
  for (const std::string line :
       {"Check Against Delivery", "CHECK AGAINST DELIVERY", "EMBARGOED UNTIL 10 A.M.",
        "As prepared for delivery", "News Release", "Advance copy", "CONFIDENTIAL", "Top Secret",
        "SECRET//NOFORN", "Unclassified"}) {
    CAPTURE(line);
    const auto text = read_one("a.txt", line +
                                            "\n\nThe Price of Herring\n\nOslo, 4 May "
                                            "2012\n\n" +
                                            kProse);
    CHECK(text.title == "The Price of Herring");
    CHECK(read_one("a.txt", line + "\n\n" + kProse).title.empty());
    CHECK_THAT(broken_invariant(text), Catch::Equals(""));
  }
  CHECK(read_one("a.txt", "Secret Herring\n\n" + kProse).title == "Secret Herring");
  CHECK(read_one("a.txt", "Restricted Waters of the North\n\n" + kProse).title ==
        "Restricted Waters of the North");
}

TEST_CASE("bodies above the title, and facts below it, are none of it", "[corpus][published]") {
  CHECK(read_one("a.txt",
                 "U.S. Department of Herring\nBureau of Quotas\n\nThe Price of Herring\n\nMarch "
                 "11, 2010\n\n" +
                     kProse)
            .title == "The Price of Herring");
  CHECK(read_one("a.txt", "Department of Herring\n\n" + kProse).title == "Department of Herring");
  const auto person = read_one(
      "a.txt",
      "Jon Aske\nBorn: 3 May 1911\nOslo, Norway\nDied: 4 June 1980\nTrade: herring\n\n" + kProse);
  CHECK(person.title == "Jon Aske");
  CHECK(published(person) == "-");
  const auto box = read_one("a.txt", "Jon Aske\nBorn: 3 May 1911\nDied: 4 June 1980\n\n" + kProse);
  CHECK(box.title == "Jon Aske");
  CHECK(published(box) == "-");
}

TEST_CASE("a day above the days of a chronology tells when it appeared", "[corpus][published]") {
  const auto page = read_one(
      "a.html",
      "<h1>Timeline: two years</h1><p>Monday 25 November 2013</p><h3>17 November 2011</h3><p>The "
      "harbour is closed.</p><h3>3 December 2011</h3><p>Dockers walk out.</p><h3>30 June "
      "2012</h3><p>The strike ends.</p>");
  CHECK(published(page) == "2013-11-25 date-line: Monday 25 November 2013");
}

TEST_CASE("a labelled day above a page's title tells when it appeared", "[corpus][published]") {
  const auto page = [](const std::string& above) {
    return read_one("a.html",
                    "<table><tr><td>" + above + "</td></tr></table><h1>The siege</h1><p>" + kProse);
  };
  CHECK(page("Last Updated: Saturday, 4 September, 2004, 10:12 GMT").published ==
        day_interval(2004, 9, 4));
  CHECK_FALSE(page("Saturday, 4 September, 2004").published);
}

TEST_CASE("numbers and a day above the title are none", "[corpus][published]") {
  const auto draft =
      read_one("a.txt", "104-10333-10002\n\nDRAFT - 3 Nov 1978\nB. Poe\n\nON HERRING\n\n" + kProse);
  CHECK(draft.title == "ON HERRING");
  CHECK(published(draft) == "1978-11-03 date-line: DRAFT - 3 Nov 1978");
  CHECK_THAT(broken_invariant(draft), Catch::Equals(""));
  const auto dated = read_one("a.txt", "3 March 2021\n\nThe Price of Herring\n\n" + kProse);
  CHECK(dated.title == "The Price of Herring");
  CHECK(published(dated) == "2021-03-03 date-line: 3 March 2021");
  const auto days =
      read_one("a.txt", "3 March 2021\n\nTalks begin\n\n5 March 2021\n\nTalks end\n\n" + kProse);
  CHECK(days.title.empty());
}

TEST_CASE("the dateline of a report tells its day and is no part of its text",
          "[corpus][published]") {
  const auto wire = read_one("a.txt", "OSLO, May 3, 2021 (Newswire) - " + kProse);
  CHECK(published(wire) == "2021-05-03 dateline: OSLO, May 3, 2021 (Newswire)");
  REQUIRE(wire.blocks.size() == 2);
  CHECK(wire.blocks[0].kind == BlockKind::byline);
  CHECK(wire.blocks[1].content.of(wire.text).substr(0, 10) == "The envoys");
  CHECK_THAT(broken_invariant(wire), Catch::Equals(""));
  CHECK(published(read_one("a.txt", "GENEVA, 3 May 2021 — " + kProse)) ==
        "2021-05-03 dateline: GENEVA, 3 May 2021");
  // Without a year nobody can tell, and prose has dashes, too.
  CHECK(published(read_one("a.txt", "GENEVA, May 3 (Newswire) - " + kProse)) == "-");
  CHECK(published(read_one("a.txt", "After the war of 3 May 1808 - " + kProse)) == "-");
}

TEST_CASE("a title tells when its text appeared only if the day stands by itself in it",
          "[corpus][published]") {
  const DateFinder dates;
  const auto of_title = [&](const char* title) {
    const auto found = publication_in_title(title, dates);
    return found ? format_interval(found->days) : std::string{"-"};
  };
  CHECK(of_title("SITTING DAY 39: THURSDAY, 27 FEBRUARY 2025") == "2025-02-27");
  CHECK(of_title("Debates - Norland Hansard 2025-02-27") == "2025-02-27");
  CHECK(of_title("On the State of the Union. January 22, 1970") == "1970-01-22");
  CHECK(of_title("Minutes of the meeting of 3 May 2021") == "2021-05-03");
  CHECK(of_title("Newsletter, March 2021") == "2021-03-01..2021-03-31");
  CHECK(of_title("The attack of 11 September 2001") == "-");
  CHECK(of_title("3 May 1808 and after") == "-");
  CHECK(of_title("From 3 May 1808 to 5 June 1809") == "-");
  CHECK(of_title("2001 in Norland") == "-");
}

TEST_CASE("a file's name is the weakest of all", "[corpus][published]") {
  CHECK(published(read_one("1805-Jefferson.txt", kProse)) ==
        "1805-01-01..1805-12-31 file-name: 1805-Jefferson.txt");
  CHECK(published(read_one("1805-Jefferson.txt", "Speech\n\nMarch 4, 1805\n\n" + kProse)) ==
        "1805-03-04 date-line: March 4, 1805");
}

TEST_CASE("what told title, authors and language is kept", "[corpus][published]") {
  const auto text = read_one("a.txt", "The Price of Herring\n\nBy Ann Poe\n\n" + kProse);
  CHECK(text.title_source == Source::text);
  CHECK(text.authors_source == Source::byline);
  CHECK(text.language_source == Source::detected);
  const auto record = read_one("a.jsonl", R"({"title":"Herring","language":"en","text":"Short."})");
  CHECK(record.title_source == Source::metadata);
  CHECK(record.language_source == Source::metadata);
}

TEST_CASE("a text's language is told by its letters and words", "[corpus][language]") {
  CHECK(detect_language(kProse) == "en");
  CHECK(detect_language("Об этом сообщила вчера Норвегия, указ подписан министром.") == "ru");
  CHECK(detect_language("Die Gesandten von Norwegen und Schweden trafen sich gestern am Kai, und "
                        "niemand wusste, was sie dort vereinbart hatten.") == "de");
  CHECK(detect_language("Herring") == "");
}

}  // namespace
}  // namespace dateline::test
