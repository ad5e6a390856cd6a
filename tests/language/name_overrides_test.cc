#include "language/countries/name_overrides.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/dates/date_finder.h"
#include "language/organizations/organization_finder.h"
#include "language/rule_names.h"
#include "tests/language/country_gold.h"
#include "tests/language/date_gold.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

using Catch::Contains;

namespace dateline::test {
namespace {

NameOverrides parse(std::string_view text) { return parse_name_overrides(text, "mine.tsv"); }

std::string error_of(std::string_view text) {
  try {
    static_cast<void>(parse(text));
  } catch (const NameOverridesError& error) {
    return error.what();
  }
  return "";
}

// "China CN name | Russia RU name"
std::string found(const CountryFinder& finder, std::string_view text) {
  std::string result;
  for (const auto& mention : finder.find(text)) {
    if (!result.empty()) result += " | ";
    result += mention.span.of(text);
    for (const auto code : mention.codes) (result += ' ') += code.view();
    (result += ' ') += mention.rule;
  }
  return result;
}

TEST_CASE("a user's name is found as the lexicon's names are", "[language][overrides]") {
  const CountryFinder finder(
      parse("add\tRuritania\tRO\nadd\tNew Elbonia\tCN,RU\nadd\tÎle-Noire\tFR\n"
            "add\tSt. Gustav's\tSE\nadd\tal-Qasr\tJO\nadd\tWallace & Sons\tGB\n"));
  const std::vector<std::pair<std::string, std::string>> table{
      {"Ruritania’s king", "Ruritania RO own-name"},
      {"the Ruritania-led league", "Ruritania RO own-name"},
      {"RURITANIA VOTES", "RURITANIA RO own-name"},
      {"in New\r\nElbonia.", "New\r\nElbonia CN RU own-name"},
      {"New–Elbonia", "New–Elbonia CN RU own-name"},
      {"on Ile Noire", "Ile Noire FR own-name"},
      {"on I\u0302le-Noire", "I\u0302le-Noire FR own-name"},
      {"St. Gustav’s, a parish", "St. Gustav’s SE own-name"},
      {"the road to al-Qasr", "al-Qasr JO own-name"},
      {"Wallace and Sons", "Wallace and Sons GB own-name"},
      {"Ruritanian customs", ""},
      {"ruritania", ""},
      {"New, Elbonia", ""},
      {"a Ruritania and a China", "Ruritania RO own-name | China CN name"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(found(finder, text) == expected);
  }
}

TEST_CASE("the longest name counts, and of two that are equal the user's",
          "[language][overrides]") {
  const CountryFinder finder(
      parse("add\tChina\tTW\nadd\tKorea\tKR\nadd\tChina Lake\tUS\ndrop\tNew\n"
            "add\tMichael Jordan\tUS\ndrop\tNorth Korea\n"));
  const std::vector<std::pair<std::string, std::string>> table{
      {"China", "China TW own-name"},
      {"People's Republic of China", "People's Republic of China CN name"},
      {"China Lake", "China Lake US own-name"},
      {"CHINA LAKE AND CHINA", "CHINA LAKE US own-name | CHINA TW own-name"},
      {"New Zealand", "New Zealand NZ name"},
      {"Michael Jordan left Jordan", "Michael Jordan US own-name | Jordan JO name"},
      {"North Korea", ""},
      {"North and South Korea", "South Korea KR name"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(found(finder, text) == expected);
  }
}

TEST_CASE("a name in a user's capitals does not hide the lexicon's", "[language][overrides]") {
  const CountryFinder finder(parse("add\tCHINA LAKE\tUS\n"));
  CHECK(found(finder, "CHINA VOTES") == "CHINA CN name");
  CHECK(found(finder, "CHINA LAKE VOTES") == "CHINA LAKE US own-name");
}

TEST_CASE("no rule about surroundings touches a user's name", "[language][overrides]") {
  const std::string text = "The Washington Post and Sen. Chad Smith agree.";
  CHECK(found(CountryFinder{}, text).empty());
  const CountryFinder finder(parse("add\tWashington\tUS\nadd\tChad\tTD\n"));
  CHECK(found(finder, text) == "Washington US own-name | Chad TD own-name");
}

TEST_CASE("a user's name is a sign for the words beside it", "[language][overrides]") {
  CHECK(found(CountryFinder{}, "from Zugdidi, Georgia").empty());
  const CountryFinder finder(parse("add\tZugdidi\tGE\n"));
  CHECK(found(finder, "from Zugdidi, Georgia") == "Zugdidi GE own-name | Georgia GE georgia");
}

TEST_CASE("a dropped name covers the country words in it", "[language][overrides]") {
  const CountryFinder finder(parse("drop\tMoscow\ndrop\tBank of Japan\n"));
  CHECK(found(finder, "Moscow, Moscow’s mayor, MOSCOW SAID, and Russia") == "Russia RU name");
  CHECK(found(finder, "the Bank of\nJapan, in Japan") == "Japan JP name");
}

TEST_CASE("a rule that is switched off gives no mentions", "[language][overrides]") {
  const auto overrides = parse("off\tcapital\noff\tmonth-day\noff\tfull-date\n");
  CHECK(found(CountryFinder{overrides}, "Moscow and the Kremlin on Russia") ==
        "Kremlin RU seat | Russia RU name");
  DateContext context;
  context.is_entry = true;
  auto mentions = DateFinder{}.find("May 3, 1999: They met, and met again in June.", context);
  REQUIRE(mentions.size() == 2);
  leave_out_rules(mentions, overrides);
  REQUIRE(mentions.size() == 1);
  CHECK(mentions[0].rule == "month");
  CHECK(format_interval(mentions[0].value.days) == "1999-06-01..1999-06-30");
}

std::string organizations(const OrganizationFinder& finder, std::string_view text) {
  std::string result;
  for (const auto& mention : finder.find(text)) {
    if (!result.empty()) result += " | ";
    (result += mention.span.of(text)) += ' ';
    (result += mention.value) += ' ';
    result += mention.rule;
  }
  return result;
}

TEST_CASE("a dropped name is no organization, and covers the names in it",
          "[language][overrides]") {
  const OrganizationFinder finder(
      parse("drop\tNATO\ndrop\tASEAN Street\ndrop\tUnited Nations\ndrop\tOAS\n"));
  const std::vector<std::pair<std::string, std::string>> table{
      {"NATO met. NATO’s ministers left.", ""},
      {"The North Atlantic Council met", "North Atlantic Council NATO organization-name"},
      {"The United Nations Children's Fund left the United Nations",
       "United Nations Children's Fund UNICEF organization-name"},
      {"in ASEAN\nStreet, far from ASEAN", "ASEAN ASEAN organization-abbreviation"},
      {"NATO fell silent, and the Alliance with it.", ""},
      {"THE OAS AND THE WORLD BANK", "WORLD BANK World Bank organization-name"},
  };
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(organizations(finder, text) == expected);
  }
}

TEST_CASE("a name that a user adds to a country takes none from the organizations",
          "[language][overrides]") {
  const OrganizationFinder finder(parse("add\tNATO\tUS\n"));
  CHECK(organizations(finder, "NATO met") == "NATO NATO organization-abbreviation");
}

TEST_CASE("a rule of organizations that is switched off gives none, but is still understood",
          "[language][overrides]") {
  const std::string text = "The European Union met NATO. The Alliance agreed.";
  CHECK(organizations(OrganizationFinder{}, text) ==
        "European Union EU organization-name | NATO NATO organization-abbreviation | "
        "Alliance NATO organization-short-name");
  const OrganizationFinder finder(parse("off\torganization-abbreviation\n"));
  CHECK(organizations(finder, text) ==
        "European Union EU organization-name | Alliance NATO organization-short-name");
  // The country rules of the same sense are others.
  const OrganizationFinder names(parse("off\tname\noff\tabbreviation\n"));
  CHECK(organizations(names, text) == organizations(OrganizationFinder{}, text));
}

TEST_CASE("order, comments and spelling of blanks do not change what a file says",
          "[language][overrides]") {
  const auto one = parse("add\tÎle-Noire\tFR,BE\r\n\n# why\noff\tcapital\ndrop\tNew  Town’s\n");
  const auto same = parse(
      "\xEF\xBB\xBF"
      "drop\tNew Town's\t# a suburb\n  off \t capital\noff\tcapital\n"
      "add\tI\u0302le Noire\tbe, fr");
  CHECK(one == same);
  CHECK(one.fingerprint() == same.fingerprint());
  CHECK(one.fingerprint().size() == 16);
  CHECK(parse("add\tÎle-Noire\tFR").fingerprint() != parse("add\tÎle-Noire\tBE").fingerprint());
  CHECK(parse("drop\tA").fingerprint() != parse("off\tcapital").fingerprint());
  const auto person = parse("person\tIda  Ruritan\tfr\tpremier\t2001\t\tIda|The Ruritan\t# x\n");
  CHECK(person == parse(to_text(person)));
  CHECK(person.offices.front().code == "FR");
  CHECK(person.fingerprint() != parse("nobody\tIda Ruritan").fingerprint());
  CHECK(parse("nobody\tA").fingerprint() != parse("drop\tA").fingerprint());
  CHECK(parse("# nothing\n\n").fingerprint() == "none");
  CHECK(parse("# nothing\n\n").empty());
}

TEST_CASE("the error names every bad line with its number and reason", "[language][overrides]") {
  const std::vector<std::pair<std::string, std::string>> table{
      {"add\tElbonia\tRussia", "unknown code 'Russia'*RU (Russia)"},
      {"add\tElbonia\tUK", "unknown code"},
      {"add\tElbonia\tXX", "unknown code 'XX'*XK (Kosovo)"},
      {"add\tElbonia\tRussai", "RU (Russia)"},
      {"add\tElbonia\tRU,", "a code is missing"},
      {"add\tElbonia", "2 columns where 3 are wanted"},
      {"add Elbonia RU", "begins with add, drop, off, person or nobody, and a tab"},
      {"drop", "1 columns where 2 are wanted"},
      {"drop\tA\tRU", "3 columns where 2 are wanted"},
      {"drop\t...", "no letters"},
      {"drop\tA/B", "only blanks, dashes, full stops and commas"},
      {"drop\t(A)", "must begin and end with a word"},
      {"drop\t" + std::string(41, 'a'), "longer than 40 bytes"},
      {"drop\tA a a a a a a a a a a a a a a a a", "more than 16 words"},
      {"off\tful-date", "unknown rule 'ful-date'*full-date"},
      {"off\tfiscal", "fiscal-year"},
      {"off\tshort-name", "organization-short-name"},
      {"off\tzzzzzzzzzz", "docs/extraction.md"},
      {"drop\tA\xFF", "not UTF-8"},
      {"person\tIda Ruritan\tFR", "3 columns where 7 are wanted"},
      {"person\tIda Ruritan\tFR,BE\tpremier", "'FR,BE' are several countries"},
      {"person\tIda Ruritan\tXX\tpremier", "unknown code 'XX'"},
      {"person\tIda Ruritan\tFR\tpremier\tspring", "'spring' is no day"},
      {"person\tIda Ruritan\tFR\tpremier\t2001\t2000", "ends, 2000, before it begins, 2001"},
      {"person\t...\tFR\tpremier", "cannot be a person's name"},
      {"nobody", "1 columns where 2 are wanted"},
      {"add\tOther One\tRU", "another meaning in line 1"},
  };
  for (const auto& [line, expected] : table) {
    CAPTURE(line);
    const auto error = error_of("drop\tOther-One\n" + line + "\n");
    CHECK_THAT(error, Catch::StartsWith("mine.tsv:2: "));
    for (std::size_t from = 0; from != std::string::npos;) {
      const auto star = expected.find('*', from);
      CHECK_THAT(error, Contains(expected.substr(from, star - from)));
      from = star == std::string::npos ? star : star + 1;
    }
  }
  const auto all = error_of("foo\n# fine\noff\tbar\n");
  CHECK(std::count(all.begin(), all.end(), '\n') == 1);
  CHECK_THAT(all, Contains("mine.tsv:1: ") && Contains("mine.tsv:3: "));
}

TEST_CASE("a file of overrides is read, or an error says why it cannot be",
          "[language][overrides]") {
  const test::TempDir dir;
  CHECK(read_name_overrides(dir.write("n.tsv", "drop\tMoscow\n")).names.size() == 1);
  CHECK_THROWS_AS(read_name_overrides(dir.path() / "absent"), NameOverridesError);
  CHECK_THROWS_AS(read_name_overrides(dir.path()), NameOverridesError);
  // The first page of a process is mapped nowhere: reading it gives EIO.
  CHECK_THROWS_WITH(read_name_overrides("/proc/self/mem"),
                    Catch::Equals("/proc/self/mem: the reading failed"));
}

std::set<std::string> as_set(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

TEST_CASE("the tables name exactly the rules that the finders have", "[language][overrides]") {
  const std::string tests = std::string{DATELINE_SOURCE_DIR} + "/tests/language/";
  std::set<std::string> dates;
  auto rows = test::read_date_rows(tests + "date_sentences.tsv");
  rows.push_back({year_interval(1987), "Talks will resume in the new year."});
  for (const auto& row : rows) {
    for (const bool entry : {false, true}) {
      DateContext context;
      context.anchor = row.anchor;
      context.is_entry = entry;
      for (const auto& mention : DateFinder{}.find(row.text, context)) {
        dates.emplace(mention.rule);
      }
    }
  }
  CHECK(dates == as_set(date_rule_names()));
  std::set<std::string> countries{"own-name"};
  const CountryFinder finder;
  for (const auto& row : test::read_labelled_sentences(tests + "country_sentences.tsv")) {
    for (const auto& mention : finder.find(row.text)) countries.emplace(mention.rule);
  }
  CHECK(countries == as_set(country_rule_names()));
  for (const auto& rule : countries) CHECK(dates.count(rule) == 0);
  std::set<std::string> of_organizations;
  const OrganizationFinder organization_finder;
  for (const auto& row : test::read_labelled_sentences(tests + "organization_sentences.tsv")) {
    for (const auto& mention : organization_finder.find(row.text)) {
      of_organizations.emplace(mention.rule);
    }
  }
  CHECK(of_organizations == as_set(organization_rule_names()));
  for (const auto& rule : of_organizations) CHECK(dates.count(rule) + countries.count(rule) == 0);
}

TEST_CASE("the documentation explains every rule", "[language][overrides]") {
  const auto page = test::read_file(std::string{DATELINE_SOURCE_DIR} + "/docs/extraction.md");
  for (const auto rules :
       {date_rule_names(), country_rule_names(), organization_rule_names(), person_rule_names()}) {
    for (const auto rule : rules) {
      CAPTURE(std::string{rule});
      CHECK(page.find("`" + std::string{rule} + "`") != std::string::npos);
    }
  }
}

}  // namespace
}  // namespace dateline::test
