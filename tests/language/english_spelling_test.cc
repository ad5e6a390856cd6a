#include "language/spellings/english_spelling.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("British and American spellings are found both ways", "[language][variants]") {
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"defence", "defense"},
      {"defences", "defenses"},
      {"offence", "offense"},
      {"licence", "license"},
      {"colour", "color"},
      {"colouring", "coloring"},
      {"neighbours", "neighbors"},
      {"labour", "labor"},
      {"organise", "organize"},
      {"organised", "organized"},
      {"organisation", "organization"},
      {"organisations", "organizations"},
      {"organisational", "organizational"},
      {"organiser", "organizer"},
      {"recognising", "recognizing"},
      {"recognisable", "recognizable"},
      {"nationalise", "nationalize"},
      {"ionise", "ionize"},
      {"centre", "center"},
      {"centres", "centers"},
      {"centred", "centered"},
      {"theatre", "theater"},
      {"kilometres", "kilometers"},
      {"programme", "program"},
      {"programmes", "programs"},
      {"analyse", "analyze"},
      {"analysed", "analyzed"},
      {"paralysing", "paralyzing"},
      {"travelled", "traveled"},
      {"traveller", "traveler"},
      {"cancelling", "canceling"},
      {"counsellors", "counselors"},
      {"marshalled", "marshaled"},
      {"catalogue", "catalog"},
      {"sceptic", "skeptic"},
      {"scepticism", "skepticism"},
      {"grey", "gray"},
      {"fulfil", "fulfill"},
      {"instalment", "installment"},
      {"judgement", "judgment"},
      {"manoeuvres", "maneuvers"},
      {"plough", "plow"},
      {"per cent", "percent"},
      {"ceasefire", "cease-fire"},
      {"co operation", "cooperation"},
      {"aluminium", "aluminum"},
      {"colourise", "colorize"},
  };
  const auto finds = [](std::string_view from, std::string_view to) {
    auto found = english_spellings(from);
    for (auto& word : found) std::replace(word.begin(), word.end(), '-', ' ');
    std::string wanted{to};
    std::replace(wanted.begin(), wanted.end(), '-', ' ');
    return std::find(found.begin(), found.end(), wanted) != found.end();
  };
  for (const auto& [british, american] : cases) {
    CAPTURE(british, american);
    std::string key{american};
    std::replace(key.begin(), key.end(), '-', ' ');
    CHECK(finds(british, american));
    CHECK(finds(key, british));
  }
}

TEST_CASE("words that only look British or American are left alone", "[language][variants]") {
  for (const std::string_view word : {"size",
                                      "sized",
                                      "resize",
                                      "capsized",
                                      "prize",
                                      "prizes",
                                      "seize",
                                      "four",
                                      "hour",
                                      "tour",
                                      "your",
                                      "pour",
                                      "course",
                                      "source",
                                      "wise",
                                      "likewise",
                                      "otherwise",
                                      "rise",
                                      "rising",
                                      "uprising",
                                      "arise",
                                      "raise",
                                      "praised",
                                      "noise",
                                      "cruise",
                                      "disguise",
                                      "poised",
                                      "precise",
                                      "promise",
                                      "promised",
                                      "compromise",
                                      "exercise",
                                      "exercises",
                                      "advise",
                                      "adviser",
                                      "advisers",
                                      "revise",
                                      "revising",
                                      "supervise",
                                      "surprise",
                                      "surprising",
                                      "enterprise",
                                      "enterprises",
                                      "comprised",
                                      "merchandise",
                                      "advertising",
                                      "televised",
                                      "franchise",
                                      "paradise",
                                      "expertise",
                                      "disease",
                                      "crises",
                                      "basis",
                                      "analysis",
                                      "citizen",
                                      "horizon",
                                      "miser",
                                      "kaiser",
                                      "denise",
                                      "louise",
                                      "called",
                                      "filled",
                                      "killed",
                                      "polled",
                                      "rolling",
                                      "willing",
                                      "controlled",
                                      "controller",
                                      "enter",
                                      "later",
                                      "letter",
                                      "meet",
                                      "number",
                                      "other",
                                      "water",
                                      "license plate",
                                      "labour party",
                                      "a fertilizer",
                                      "missile defence",
                                      "check",
                                      "tire",
                                      "us",
                                      "improvisation",
                                      "visible",
                                      "hamiltonian",
                                      "russia",
                                      "",
                                      "a",
                                      "is"}) {
    CAPTURE(word);
    CHECK(english_spellings(word).empty());
  }
}

}  // namespace dateline::test
