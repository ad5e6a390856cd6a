// The table of office-holders: its rows, its terms, and how persons are found in it.
#include "language/persons/office_holders.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/date_interval.h"
#include "language/persons/person_text.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using persons::NameReader;
using persons::OfficeHolders;
using persons::PersonWords;
using std::chrono::days;

const OfficeHolders& table() { return OfficeHolders::built_in(); }

DateInterval on(std::string_view day) { return *parse_iso_interval(day); }

// The codes of those whom a name may mean on a day, each once.
std::string codes(std::string_view name, std::string_view day) {
  const NameReader reader{PersonWords::built_in()};
  std::vector<std::string> found;
  for (const auto* row : table().find(reader.name(name), on(day))) found.emplace_back(row->code);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  std::string joined;
  for (const auto& code : found) joined += (joined.empty() ? "" : " ") + code;
  return joined;
}

// The terms of one office of a country, in order of the table.
std::vector<const OfficeHolder*> terms(std::string_view code,
                                       const std::vector<std::string_view>& offices) {
  std::vector<const OfficeHolder*> found;
  for (const auto& row : table().rows()) {
    const bool asked = std::find(offices.begin(), offices.end(), row.office) != offices.end();
    if (row.code == code && asked) found.push_back(&row);
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto* a, const auto* b) { return a->term.first < b->term.first; });
  return found;
}

struct Chain {
  std::string_view code;
  std::vector<std::string_view> offices;
  std::string_view since;
};

TEST_CASE("every row of the table of office-holders can be read", "[persons][table]") {
  CHECK(table().problems().empty());
  for (const auto& problem : table().problems()) UNSCOPED_INFO(problem);
  CHECK(PersonWords::built_in().problems().empty());
  CHECK(persons::Agencies::built_in().problems().empty());
  CHECK(table().rows().size() > 6000);
}

TEST_CASE("every office-holder's code is a country's or an organization's", "[persons][table]") {
  const auto known = all_country_codes();
  for (const auto& row : table().rows()) {
    INFO(row.name << " " << row.code);
    if (row.country) {
      CHECK(std::binary_search(known.begin(), known.end(), *row.country));
    } else {
      CHECK(organization_name(row.organization).has_value());
    }
  }
}

TEST_CASE("terms of the larger states meet without gap or overlap", "[persons][table]") {
  const std::vector<Chain> chains{
      {"US", {"president"}, "1945-04-12"},      {"US", {"secretary of state"}, "1945-07-03"},
      {"RU", {"president"}, "1991-07-10"},      {"RU", {"foreign minister"}, "1990-10-11"},
      {"CN", {"premier"}, "1949-10-01"},        {"CN", {"foreign minister"}, "1949-10-01"},
      {"GB", {"prime minister"}, "1945-07-26"}, {"GB", {"foreign secretary"}, "1951-10-28"},
      {"FR", {"prime minister"}, "1947-01-22"}, {"FR", {"president"}, "1947-01-16"},
      {"DE", {"chancellor"}, "1949-09-15"},     {"IT", {"prime minister"}, "1945-12-10"},
      {"JP", {"prime minister"}, "1945-10-09"}, {"JP", {"foreign minister"}, "1947-06-01"},
      {"CA", {"prime minister"}, "1945-01-01"}, {"KR", {"president"}, "1963-01-01"},
      {"KP", {"leader"}, "1948-09-09"},         {"TW", {"president"}, "1948-05-20"},
      {"IN", {"prime minister"}, "1947-08-15"}, {"PK", {"president"}, "1978-09-16"},
      {"IR", {"supreme leader"}, "1979-12-03"}, {"IL", {"prime minister"}, "1948-05-14"},
      {"TR", {"president"}, "1950-05-22"},
  };
  for (const auto& chain : chains) {
    const auto rows = terms(chain.code, chain.offices);
    REQUIRE(!rows.empty());
    const auto since = on(chain.since).first;
    CHECK(rows.front()->term.first <= since);
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i]->term.first <= since) continue;
      INFO(chain.code << " " << chain.offices.front() << ": " << rows[i - 1]->name << " until "
                      << rows[i - 1]->last_day << ", " << rows[i]->name << " from "
                      << rows[i]->first_day);
      // The day of the change is both's.
      CHECK(rows[i]->term.first >= rows[i - 1]->term.last);
      CHECK(rows[i]->term.first - rows[i - 1]->term.last <= days{1});
    }
    CHECK(rows.back()->last_day.empty());
  }
}

TEST_CASE("a name and a day tell the country", "[persons][table]") {
  struct Example {
    std::string_view name, day, codes;
  };
  const std::vector<Example> examples{
      {"Vladimir Putin", "2001-01-24", "RU"},
      {"Putin", "2001-01-24", "RU"},
      {"Putin", "1995-01-24", ""},
      {"George W. Bush", "1999-09-23", ""},
      {"John Malcolm Fraser", "1981-06-30", "AU"},
      {"Ali Abdallah Salih", "1990-01-24", "YE"},
      {"Muhammad Husni Mubarak", "1990-01-24", "EG"},
      {"Husayn", "1990-01-24", ""},
      {"Zhou Enlai", "1972-02-21", "CN"},
      {"Chou En-lai", "1972-02-21", "CN"},
      {"Mori Yoshiro", "2000-09-03", "JP"},
      {"Kim Jong-un", "2018-06-12", "KP"},
      {"Kim Jong Il", "2001-08-04", "KP"},
      {"Roger Clinton", "1995-01-01", ""},
      {"Kofi Annan", "2000-01-01", "org:UN"},
      {"Zapatero", "2005-05-05", "ES"},
      {"Jose Luis Rodriguez Zapatero", "2005-05-05", "ES"},
  };
  for (const auto& example : examples) {
    INFO(example.name << " on " << example.day);
    CHECK(codes(example.name, example.day) == example.codes);
  }
}

TEST_CASE("rows that cannot be read are told and left out", "[persons][table]") {
  const OfficeHolders bad{
      {"XX\tking\n"
       "XX\tking\tX\t2001-02-30\t\t\tsource\n"
       "XX\tking\tX\t2001\t2000\t\tsource\n"
       "XX\tking\tX\t2001\t2002\t\t\n"
       "Nowhere\tking\tX\t2001\t2002\t\tsource\n"
       "XX\tking\tFine Name\t2001\t2002-03\tFine\tsource\n"}};
  CHECK(bad.problems().size() == 5);
  REQUIRE(bad.rows().size() == 1);
  CHECK(bad.rows().front().term.last == on("2002-03-31").first);
}

}  // namespace
}  // namespace dateline::test
