// dateline persons, and what other commands show of persons, as a user runs them.
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/cli/indexed_folder.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

constexpr const char* kChronology =
    "Japan and Russia, 2000\n\n"
    "By A. Writer\n\n"
    "Chronology of Japan-Russia Relations\n"
    "January-December 2000\n\n"
    "Sept. 3-5, 2000: Putin pays an official visit to Japan.\n\n"
    "Nov. 2, 2000: Russian Foreign Minister Igor Ivanov meets Foreign Minister Yohei Kono in "
    "Tokyo.\n\n"
    "Nov. 4, 2000: Both sides sign a memorandum on fishing.\n\n"
    "Dec. 1, 2000: Ruritan Envoy Ida Ruritan stays at home.\n";

class Meetings : public IndexedFolder {
 public:
  Meetings()
      : IndexedFolder(
            Files{{"in/japan-russia.txt", kChronology},
                  {"in/b.txt",
                   "On 7 May 2001 Kenyan Trade Envoy Wanjiru Kamau met Ugandan Trade Envoy "
                   "Okello Amoti. On 9 May 2001 Kenyan Trade Envoy Wanjiru Kamau left.\n"}}) {}
};

json named(const json& answer, const std::string& name) {
  for (const auto& person : answer.at("persons")) {
    if (person.at("name") == name) return person;
  }
  return {};
}

}  // namespace

TEST_CASE("persons are counted with countries, offices and days", "[cli][persons]") {
  const Meetings index;
  const auto answer = index.answer("persons", {"relation:JP-RU"});
  CHECK(answer.at("schema") == 1);
  CHECK(named(answer, "Igor Ivanov").at("countries") == json{"RU"});
  CHECK(named(answer, "Igor Ivanov").at("events") == 1);
  CHECK(named(answer, "Igor Ivanov").at("offices").at(0) ==
        json{{"words", "Russian Foreign Minister"}, {"from", "text"}});
  CHECK(named(answer, "Vladimir Putin").at("offices").at(0).at("from") == "table");
  const auto days = named(answer, "Vladimir Putin").at("days");
  CHECK(days == json{{"first", "2000-09-03"}, {"last", "2000-09-05"}});
}

TEST_CASE("without a query the persons of all events are counted", "[cli][persons]") {
  const Meetings index;
  const auto answer = index.answer("persons", {});
  CHECK_FALSE(named(answer, "Igor Ivanov").is_null());
  CHECK_FALSE(named(answer, "Wanjiru Kamau").is_null());
}

TEST_CASE("with whom a person meets", "[cli][persons]") {
  const Meetings index;
  const auto answer = index.answer("persons", {"summit", "OR", "relation:JP-RU", "--with", "kono"});
  REQUIRE(answer.at("persons").size() == 1);
  CHECK(answer.at("persons").at(0).at("name") == "Igor Ivanov");
  CHECK(index.run("persons", {"relation:JP-RU", "--with", "nobody"}).code == 1);
  CHECK_THAT(index.run("persons", {"relation:JP-RU"}).out, Contains("RU  Vladimir Putin"));
  CHECK_THAT(index.run("persons", {"relation:JP-RU", "--format", "csv"}).out,
             Contains("Igor Ivanov,RU,1,2000-11-02,2000-11-02,“Russian Foreign Minister”"));
}

TEST_CASE("pairs of persons are those who are in one event", "[cli][persons]") {
  const Meetings index;
  const auto answer = index.answer("pairs", {"--of", "persons", "relation:JP-RU"});
  REQUIRE(answer.at("pairs").size() == 1);
  CHECK(answer.at("pairs").at(0).at("persons") == json{"Igor Ivanov", "Yohei Kono"});
  CHECK(answer.at("pairs").at(0).at("events") == 1);
  CHECK_THAT(index.run("pairs", {"--of", "persons", "relation:JP-RU"}).out,
             Contains("Igor Ivanov – Yohei Kono"));
  check_refused(index.run("pairs", {"--of", "ships", "relation:JP-RU"}));
}

TEST_CASE("who acts shows beside an event's countries in every form", "[cli][persons]") {
  const Meetings index;
  const std::string by = "JP · RU by Vladimir Putin";
  CHECK_THAT(index.run("search", {"--events", "official", "visit"}).out, Contains(by));
  CHECK_THAT(index.run("timeline", {"official", "visit"}).out, Contains(by));
  auto calendar = index.run("timeline", {"official", "visit", "--format", "ics"}).out;
  for (auto at = calendar.find("\r\n "); at != std::string::npos; at = calendar.find("\r\n ")) {
    calendar.erase(at, 3);  // a folded line
  }
  CHECK_THAT(calendar, Contains("\\nRU by Vladimir Putin\\n"));
  CHECK_THAT(index.run("timeline", {"official", "visit", "--format", "md"}).out,
             Contains("RU by Vladimir Putin"));
  CHECK_THAT(index.run("timeline", {"official", "visit", "--format", "csv"}).out,
             Contains(",RU by Vladimir Putin,Vladimir Putin\r\n"));
  const auto hit = index.answer("search", {"--events", "official", "visit"}).at("hits").at(0);
  CHECK(hit.at("countries") == json{"JP", "RU"});
  CHECK(hit.at("acting") == json{"RU"});
  CHECK(hit.at("acts") == json{{{"country", "RU"}, {"person", "Vladimir Putin"}}});
}

TEST_CASE("the relation of a pair is offered where it finds more", "[cli][persons]") {
  const Meetings index;
  CHECK_THAT(index.run("timeline", {"pair:JP-RU"}).err, Contains("relation:JP-RU"));
  const auto suggestions = index.answer("search", {"--events", "pair:JP-RU"}).at("suggestions");
  REQUIRE(suggestions.size() == 1);
  CHECK(suggestions.at(0).at("kind") == "relation");
  CHECK(suggestions.at(0).at("query") == "relation:JP-RU");
  CHECK(index.answer("search", {"--events", "relation:JP-RU"}).at("suggestions").empty());
  CHECK(index.answer("search", {"--events", "relation:JP-RU"}).at("total") == 4);
}

TEST_CASE("persons among the words are offered where the archive has them", "[cli][persons]") {
  const Meetings index;
  const auto offered = [&](const std::string& query) {
    const auto result = index.answer("search", {"--events", query});
    std::string text;
    for (const auto& one : result.at("suggestions")) {
      if (one.at("kind") == "person") text += one.at("query").get<std::string>();
    }
    return text;
  };
  CHECK(offered("what did Igor Ivanov do in Tokyo") == "person:\"Igor Ivanov\" Tokyo");
  CHECK(offered("where was Putin in 2000") == "person:\"Putin\" date:2000");
  CHECK(offered("who met Igor Ivanov") == "person:\"Igor Ivanov\" met");
  CHECK(offered("Igor Ivanov Tokyo").empty());            // found as it is
  CHECK(offered("what did putin do there").empty());      // a surname needs its capital
  CHECK(offered("who met Gerhard Schroeder").empty());    // known, and not in the archive
  CHECK(offered("who met person:Putin Ivanov").empty());  // asked for already
  const auto smart = index.run("search", {"--events", "--smart", "Igor", "Ivanov", "Tokyo"});
  CHECK_THAT(smart.err, Contains("read as a person: Igor Ivanov"));
  CHECK_THAT(smart.out, Contains("1 event\n"));
}

TEST_CASE("offices that the archive tells are learned, reviewed and given back", "[cli][persons]") {
  const Meetings index;
  const auto learned = index.run("persons", {"--learn", "offices.tsv"});
  CHECK(learned.code == 0);
  CHECK_THAT(learned.err, Contains("offices.tsv"));
  const auto file = read_file(index.dir().path() / "offices.tsv");
  CHECK_THAT(file,
             Contains("person\tWanjiru Kamau\tKE\tKenyan Trade Envoy\t2001-05-07\t2001-05-09\t"
                      "\t# 2 mentions in 1 article: b.txt\n"));
  CHECK_THAT(file, !Contains("Vladimir Putin"));
  check_refused(index.run("persons", {"--learn", "offices.tsv"}));  // it may be reviewed by now
  CHECK(index.run("persons", {"--learn", "-"}).out == file);
  (void)index.dir().write("c.txt", "On 8 May 2001 Wanjiru Kamau went to Cuba.\n");
  const auto annotated =
      run_dateline(index.dir().path(), {"annotate", "--names", "offices.tsv", "c.txt"});
  CHECK_THAT(annotated.out, Contains("Wanjiru Kamau KE"));
}

TEST_CASE("a proof tells the words of the office, or the row of the table", "[cli][persons]") {
  const Meetings index;
  CHECK_THAT(index.run("search", {"--events", "--why", "country:RU", "official", "visit"}).out,
             Contains("Vladimir Putin: president"));
  CHECK_THAT(index.run("search", {"--events", "--why", "country:JP", "Kono"}).out,
             Contains("person-introduced"));
}

}  // namespace dateline::test
