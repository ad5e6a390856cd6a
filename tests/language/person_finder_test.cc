// Persons in texts: hostile input costs no more than prose, and gives valid spans.
#include "language/persons/person_finder.h"

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/dates/date_finder.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::vector<PersonMention> persons_of(const std::string& text,
                                      const std::optional<DateInterval>& published = {}) {
  static const PersonFinder finder;
  static const CountryFinder countries;
  const auto named = countries.find(text);
  PersonSource source;
  source.text = text;
  source.countries = named;
  auto found = finder.find({&source, 1}, published);
  return std::move(found.front());
}

std::string repeated(std::string_view part, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += part;
  return text;
}

TEST_CASE("a month that is a date is nobody, be it late or introduced elsewhere", "[persons]") {
  const PersonFinder finder;
  const DateFinder dates;
  const auto names = [&](const std::string& text) {
    const auto dated = dates.find(text, {});
    PersonSource source;
    source.text = text;
    source.dates = dated;
    std::string all;
    const auto found = finder.find({&source, 1}, {});
    for (const auto& mention : found.front()) all += mention.value + ";";
    return all;
  };
  CHECK(names("In late May 1998 they met. On May 11, 1998 India spoke.").empty());
  CHECK(names("Prime Minister Theresa May left in late May 2019. May said so.") ==
        "Theresa May;Theresa May;");
}

TEST_CASE("another spelling of the table's is the same person", "[persons]") {
  const auto found = persons_of("Indian Prime Minister Atal Behari Vajpayee spoke.",
                                parse_iso_interval("2003-04-18"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].value == "Atal Behari Vajpayee");
  CHECK(found[0].identity == "Atal Bihari Vajpayee");
}

TEST_CASE("a person's later short form acts for the same country, with the same proof",
          "[persons]") {
  const std::string text = "Russian Foreign Minister Igor Ivanov left. Ivanov said nothing.";
  const auto found = persons_of(text);
  REQUIRE(found.size() == 2);
  for (const auto& mention : found) {
    CHECK(mention.value == "Igor Ivanov");
    CHECK(mention.country == CountryCode{"RU"});
    CHECK(mention.proof.of(text) == "Russian Foreign Minister");
  }
  CHECK(found[1].span.of(text) == "Ivanov");
}

TEST_CASE("the row of the table proves who was in office", "[persons]") {
  const auto found = persons_of("Putin lands on Okinawa.", parse_iso_interval("2000-07-21"));
  REQUIRE(found.size() == 1);
  CHECK(found[0].country == CountryCode{"RU"});
  CHECK(found[0].identity == "Vladimir Putin");
  REQUIRE(found[0].holder != nullptr);
  CHECK(found[0].holder->office == "president");
}

// Two of the name were in office on that day: the article's is meant.
TEST_CASE("a surname of two office-holders is that of the one whom the article names in full",
          "[persons][table]") {
  for (const std::string name : {"Igor Ivanov", "Sergei Ivanov"}) {
    CAPTURE(name);
    const auto found = persons_of(name + " met Yohei Kono in New York. Kono and Ivanov agreed.",
                                  parse_iso_interval("2000-09-14"));
    REQUIRE(found.size() == 4);
    CHECK(found[0].identity == name);
    CHECK(found[3].identity == name);
    CHECK(found[3].country == CountryCode{"RU"});
  }
}

std::set<std::string> countries_of(const std::vector<PersonMention>& mentions) {
  std::set<std::string> codes;
  for (const auto& mention : mentions) {
    if (mention.country) codes.insert(mention.country->str());
  }
  return codes;
}

TEST_CASE(
    "of office-holders by name and day alone 97 in 100 act for their country, and at most one "
    "for another",
    "[persons][table]") {
  std::ifstream rows{DATELINE_SOURCE_DIR "/tests/language/office_holder_days.tsv"};
  REQUIRE(rows);
  std::size_t all = 0;
  std::size_t right = 0;
  std::size_t wrong = 0;
  for (std::string line; std::getline(rows, line);) {
    if (line.starts_with('#')) continue;
    const auto name = line.find('\t') + 1;
    const auto code = line.rfind('\t') + 1;
    const auto found =
        countries_of(persons_of(line.substr(name, code - name - 1) + " pays an official visit.",
                                parse_iso_interval(line.substr(0, name - 1))));
    ++all;
    if (found == std::set<std::string>{line.substr(code)}) {
      ++right;
      continue;
    }
    wrong += found.empty() ? 0U : 1U;
    UNSCOPED_INFO(line << (found.empty() ? "" : ": " + *found.begin()));
  }
  REQUIRE(all >= 600);
  CHECK(right * 100 >= all * 97);
  CHECK(wrong * 100 <= all);
}

TEST_CASE("whom a name with more or other words means", "[persons][table]") {
  struct Example {
    std::string text, day, countries;
  };
  const std::vector<Example> examples{
      {"Paul John Keating", "1993-09-14", "AU"},        // and no Pope John Paul
      {"Aristides Maria Pereira", "1983-10-03", "CV"},  // a name between
      {"Carlos Mauricio Funes Cartagena", "2010-03-08", "SV"},
      {"Sabah al-Ahmad al-Jabir al-Sabah", "2013-09-13", "KW"},  // a word twice
      {"Zayid bin Sultan Al Nuhayyan", "1985-06-15", "AE"},      // a title's word in a name
      {"Abdallah II", "2007-03-07", "JO"},  // by his numeral, and no other Abdallah
      {"Hussein I", "1985-06-15", "JO"},
      {"Jan Peter Balkenende", "2008-06-05", "NL"},  // no month
      {"Nursultan Nazarbayev", "1994-02-14", "KZ"},  // no capital
      {"Hun Sen", "2002-09-16", "KH"},               // no senator
      {"Michael T. Flynn", "2012-04-24", ""},
      {"Feng Hui Hai", "2012-07-24", ""},
      {"Pan Pan", "2020-07-24", ""},
      {"Ali Hassan", "1990-07-24", ""},
  };
  for (const auto& example : examples) {
    INFO(example.text << " on " << example.day);
    const auto found =
        countries_of(persons_of(example.text + " pays a visit.", parse_iso_interval(example.day)));
    CHECK((found.empty() ? "" : *found.begin()) == example.countries);
    CHECK(found.size() < 2);
  }
}

TEST_CASE("a user's rows stand for the table's, and a user's nobody is none",
          "[persons][overrides]") {
  const auto overrides = parse_name_overrides(
      "person\tIda Ruritan\tFR\tpremier\t2001-01-01\t2001-12-31\tThe Ruritan\n"
      "person\tVladimir Putin\t-\tretired\t2000-01-01\n"
      "person\tUno Secretary\torg:UN\tspokesman\n"
      "nobody\tJacques Chirac\n",
      "mine.tsv");
  const PersonFinder finder{overrides};
  const auto acts = [&](const std::string& text, std::string_view day) {
    PersonSource source;
    source.text = text;
    std::string told;
    const auto found = finder.find({&source, 1}, parse_iso_interval(day));
    for (const auto& mention : found.front()) {
      told += mention.value + "@" + (mention.country ? mention.country->str() : "-");
      told += mention.organization;
    }
    return told;
  };
  CHECK(acts("Ida Ruritan spoke.", "2001-05-05") == "Ida Ruritan@FR");
  CHECK(acts("Ida Ruritan spoke.", "2002-05-05").empty());
  CHECK(acts("Vladimir Putin spoke.", "2001-05-05") == "Vladimir Putin@-");
  CHECK(acts("Jacques Chirac spoke.", "2001-05-05").empty());
  CHECK(acts("Tony Blair spoke.", "2001-05-05") == "Tony Blair@GB");
}

TEST_CASE("titles, surnames and dashes without end give valid spans", "[persons][hostile]") {
  const std::vector<std::string> texts{
      repeated("President ", 1 << 16), repeated("Ivanov-", 1 << 16),
      repeated("de la ", 1 << 16),     repeated("Russian Foreign Minister ", 1 << 16),
      repeated("A. ", 1 << 16),        repeated("Bush, ", 1 << 16),
      repeated("Ali bin ", 1 << 16),   repeated("\xF0\x9F\x98", 1 << 12),
      repeated("Gen., ", 1 << 16),     repeated("the Emir of Kuwait, Sheikh ", 1 << 16),
      repeated("Kim and ", 1 << 16),   repeated("Chief of General Staff Gen. ", 1 << 16),
      repeated("He Un Do ", 1 << 16),  repeated("Foreign Ministers Xi of China, ", 1 << 16)};
  for (const auto& text : texts) {
    INFO(text.substr(0, 40));
    std::uint32_t end = 0;
    for (const auto& mention : persons_of(text, parse_iso_interval("2001"))) {
      CHECK(mention.span.begin >= end);
      CHECK(mention.span.end <= text.size());
      end = mention.span.end;
    }
  }
}

}  // namespace
}  // namespace dateline::test
