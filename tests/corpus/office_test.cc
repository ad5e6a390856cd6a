// Word and OpenDocument files.
#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

TEST_CASE("documents that pandoc and LibreOffice write are read alike", "[corpus][office]") {
  for (const auto* name : {"pandoc.docx", "pandoc.odt", "libreoffice.docx", "libreoffice.odt"}) {
    CAPTURE(name);
    const auto article = read_fixture(name);
    CHECK(article.title == "Norway and Russia: A Line in Cold Water");
    REQUIRE(article.authors.size() == 1);
    CHECK(article.authors[0].name == "Ingrid Falkhaven");
    CHECK(article.authors[0].role == "Senior Fellow");
    CHECK(article.published == quarter_interval(2001, 3));
    CHECK(article.published_source == Source::chronology_heading);
    CHECK(article.page_starts.empty());
    CHECK(broken_invariant(article).empty());
    const auto blocks = describe(article);
    CHECK_THAT(blocks, Contains("heading: Fish Before Oil\nparagraph: Cod comes first"));
    CHECK_THAT(blocks, Contains("Reactor\nparagraph: Farther east"));
    CHECK_THAT(blocks, Contains("chronology-heading: Chronology of Norway-Russia Relations, "
                                "July-September 2001\nchronology-entry: July 12, 2001: Russia"));
    CHECK_THAT(blocks, Contains("chronology-entry: Mid-September 2001: Norway offers"));
  }
}

TEST_CASE("a row of date and text is an entry of a chronology", "[corpus][office]") {
  for (const auto* name : {"table.docx", "table.odt"}) {
    CAPTURE(name);
    CHECK_THAT(
        describe(read_fixture(name)),
        Contains("chronology-heading: Chronology, January-March 2000\n"
                 "paragraph: Date | Event\n"
                 "chronology-entry: Jan. 11, 2000: Finland and Estonia open talks in Tallinn "
                 "on a common ferry timetable.\n"
                 "chronology-entry: Feb. 3-4, 2000: Estonian ministers"));
  }
}

TEST_CASE("a Word document is read as it stands after its revisions", "[corpus][office]") {
  const auto article = read_fixture("revisions.docx");
  CHECK(describe(article) ==
        "title: Chile and Peru: The Sea at Arica\n"
        "heading: The Case\n"
        "paragraph: Chile and Peru disagree about a line. It is|a parallel, not a border-post.\n"
        "paragraph: Drawn once.\n"
        "chronology-heading: Chronology\n"
        "chronology-entry: March 3, 1999: Chile and Peru open the pier at Arica.\n"
        "chronology-entry: Nov. 13, 1999: Their foreign ministers sign an act of execution in "
        "Lima.\n");
  CHECK(article.title == "Chile and Peru: The Sea at Arica");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Ann Poe");
  CHECK(article.language == "en-US");
  CHECK_FALSE(article.published);  // when the file was made says nothing
}

TEST_CASE("an OpenDocument text is read without deletions, notes and comments",
          "[corpus][office]") {
  const auto article = read_fixture("revisions.odt");
  CHECK(describe(article) ==
        "title: Peru and Ecuador: A Year of Peace\n"
        "heading: The Rocks\n"
        "paragraph: The peace of Brasilia is a year old.|Nobody celebrates.\n"
        "chronology-heading: Chronology, October-December 1999\n"
        "chronology-entry: Oct. 26, 1999: Peru and Ecuador mark the first year of their peace.\n"
        "chronology-entry: Nov. 3, 1999: Ecuador opens the road to the border.\n");
  REQUIRE(article.authors.size() == 1);
  CHECK(article.authors[0].name == "Bo Li");
}

TEST_CASE("a document that is no honest one is refused", "[corpus][office]") {
  struct Case {
    std::string name;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"xxe.docx", "DOCTYPE"},
      {"laughs.odt", "DOCTYPE"},
      {"bomb.docx", "zip bomb"},
      {"encrypted.odt", "encrypted: needs a password"},
  };
  for (const auto& [name, reason] : cases) {
    CAPTURE(name);
    const auto reading = read_path(fixture(name));
    CHECK(reading.articles.empty());
    CHECK_THAT(reading.refusal, Contains(reason));
  }
}

TEST_CASE("a document that is cut off or damaged is refused", "[corpus][office]") {
  for (const auto* name : {"pandoc.docx", "pandoc.odt"}) {
    const auto whole = read_file(fixture(name));
    for (const auto size : {whole.size() / 2, whole.size() - 10}) {
      CAPTURE(name, size);
      const auto reading = read_bytes(name, whole.substr(0, size));
      CHECK(reading.articles.empty());
      CHECK_FALSE(reading.refusal.empty());
    }
  }
  CHECK_THAT(read_bytes("a.docx", "not a zip").refusal, Contains("not the zip archive"));
}

TEST_CASE("limits of archives are kept", "[corpus][office]") {
  ReadOptions options;
  options.limits.max_zip_entries = 3;
  CHECK_THAT(read_path(fixture("pandoc.docx"), options).refusal, Contains("entries"));
  options.limits = {};
  options.limits.max_markup_bytes = 1000;
  CHECK_THAT(read_path(fixture("pandoc.docx"), options).refusal, Contains("inflates beyond"));
  options.limits = {};
  options.limits.max_depth = 3;
  CHECK_THAT(read_path(fixture("pandoc.docx"), options).refusal, Contains("nest deeper than 3"));
}

}  // namespace
}  // namespace dateline::test
