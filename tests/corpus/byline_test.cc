#include "corpus/structure/byline.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string shown(const std::vector<Author>& authors) {
  std::string result;
  for (const auto& author : authors) {
    if (!result.empty()) result += "; ";
    result += author.name + "/" + author.role + "/" + author.affiliation;
  }
  return result;
}

TEST_CASE("a byline gives names, offices and bodies", "[corpus][byline]") {
  struct Case {
    std::string text;
    std::string authors;
  };
  const std::vector<Case> cases{
      {"by Yu Bin,\nAssociate Professor, Wittenberg University",
       "Yu Bin/Associate Professor/Wittenberg University"},
      {"By Ann Poe", "Ann Poe//"},
      {"BY ANN POE", "ANN POE//"},
      {"*by Ann Poe*", "Ann Poe//"},
      {"by Ann Poe and Bo Li", "Ann Poe//; Bo Li//"},
      {"by Ann Poe, Bo Li, and Cy Roe", "Ann Poe//; Bo Li//; Cy Roe//"},
      {"by Ann Poe & Bo Li", "Ann Poe//; Bo Li//"},
      {"by Ann Poe and Bo Li,\nLecturers, Hill College",
       "Ann Poe/Lecturers/Hill College; Bo Li/Lecturers/Hill College"},
      {"by Ann Poe,\nSenior Fellow, Hill Institute\nand Bo Li,\nDirector, Vale Center",
       "Ann Poe/Senior Fellow/Hill Institute; Bo Li/Director/Vale Center"},
      {"by Ann Poe,\nProfessor of Russian and Eurasian Affairs, School of Oriental and African "
       "Studies",
       "Ann Poe/Professor of Russian and Eurasian Affairs/School of Oriental and African Studies"},
      {"by Ann Poe, Hill College", "Ann Poe//Hill College"},
      {"by Ann Poe,\nMorgan Stanley", "Ann Poe//Morgan Stanley"},
      {"by Ann Poe, Jr., Director, Pacific Forum, CSIS",
       "Ann Poe, Jr./Director/Pacific Forum, CSIS"},
      {"by Dr. Ann Poe", "Ann Poe//"},
      {"by Ludwig van der Berg, Editor", "Ludwig van der Berg/Editor/"},
      {"by Élodie Łukasz, Reporter", "Élodie Łukasz/Reporter/"},
      {"by Jean-Paul O'Brien", "Jean-Paul O'Brien//"},
      {"Ann Poe, Senior Fellow, Hill Institute", "Ann Poe/Senior Fellow/Hill Institute"},
  };
  for (const auto& [text, authors] : cases) {
    CAPTURE(text);
    const auto found = parse_byline(text, {0, static_cast<std::uint32_t>(text.size())});
    CHECK(shown(found) == authors);
    for (const auto& author : found) CHECK(author.name_span.of(text) == author.name);
  }
}

TEST_CASE("a byline begins with by and a name", "[corpus][byline]") {
  for (const auto* line : {"by Yu Bin,", "By Ann Poe", "BY ANN POE", "_by Ann Poe_",
                           "by Ann B. Poe and Bo Li", "by Ludwig van der Berg"}) {
    CAPTURE(line);
    CHECK(begins_byline(line));
  }
  for (const auto* line :
       {"By late March, Russia", "By March 2001", "by the river", "By 2001", "Yu Bin", "by",
        "bye Ann Poe", "By March, Russia", "By Any Means: A View", "By Hill University"}) {
    CAPTURE(line);
    CHECK_FALSE(begins_byline(line));
  }
}

TEST_CASE("below a title a credit may stand before by", "[corpus][byline]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Story by Ann Poe", "Ann Poe//"},
      {"Written by: Ann Poe", "Ann Poe//"},
      {"A report by Ann Poe and Bo Li", "Ann Poe//; Bo Li//"},
      {"Remarks by Ambassador Ann Poe", "Ann Poe//"},
      {"Posted by Ann Poe", "Ann Poe//"},
      {"By Ann Poe in Oslo", "Ann Poe//"},
      {"by Ann Poe, Lecturer in Law, Hill College", "Ann Poe/Lecturer in Law/Hill College"},
  };
  for (const auto& [line, authors] : cases) {
    CAPTURE(line);
    CHECK(begins_credit(line));
    const Span whole{0, static_cast<std::uint32_t>(line.size())};
    CHECK(shown(parse_byline(line, whole)) == authors);
  }
  for (const std::string line :
       {"Edited by Ann Poe", "Published by Hill Press", "Photograph by Bo Li",
        "A report by the staff", "Killed by Ann Poe", "Story by"}) {
    CAPTURE(line);
    CHECK_FALSE(begins_credit(line));
  }
}

TEST_CASE("a name without by needs an office behind it", "[corpus][byline]") {
  CHECK(is_name_with_office("Ann Poe, Senior Fellow"));
  CHECK_FALSE(is_name_with_office("Ann Poe"));
  CHECK_FALSE(is_name_with_office("Ann Poe, former president of the club, is found (AP)"));
  CHECK_FALSE(is_name_with_office("Ann Poe, the President of Hill College"));
  CHECK_FALSE(is_name_with_office("In Norway, Minister Poe"));
  CHECK_FALSE(is_name_with_office("Mir Down, Peace Up"));
  CHECK_FALSE(is_name_with_office("Vladimir Putin, president since 2000, said so."));
}

}  // namespace
}  // namespace dateline::test
