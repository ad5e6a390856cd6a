// What the reviewed tables must hold to.
#include <map>
#include <set>
#include <string>

#include "language/organizations/organization_finder.h"
#include "language/organizations/organization_table.h"
#include "language/words/name_words.h"
#include "tests/support/catch.h"

namespace dateline::test {

using organizations::organization_names;
using organizations::Table;
using organizations::WordClasses;

namespace {

TEST_CASE("names alone are those of the whole table", "[language][organization]") {
  const auto& names = organization_names();
  const auto& organizations = Table::built_in().organizations();
  REQUIRE(names.size() == organizations.size());
  for (std::size_t i = 0; i < names.size(); ++i) {
    CHECK(names[i].short_name == organizations[i].short_name);
    CHECK(names[i].full_name == organizations[i].full_name);
  }
}

TEST_CASE("the tables of organizations are well formed", "[language][organization]") {
  for (const auto& problem : WordClasses::built_in().problems()) UNSCOPED_INFO(problem);
  CHECK(WordClasses::built_in().problems().empty());
  for (const auto& problem : Table::built_in().problems()) UNSCOPED_INFO(problem);
  CHECK(Table::built_in().problems().empty());
  CHECK(Table::built_in().organizations().size() >= 140);
}

TEST_CASE("the classes that rules ask for are in the table", "[language][organization]") {
  for (const auto* name : {"opener", "direction", "continental"}) {
    CAPTURE(name);
    CHECK(WordClasses::built_in().bit(name) != 0);
  }
  CHECK(WordClasses::built_in().bit("nonsense") == 0);
  CHECK((WordClasses::built_in().classes("The") & WordClasses::built_in().bit("opener")) != 0);
}

TEST_CASE("short names are unique, and each is found by what users type",
          "[language][organization]") {
  std::set<std::string_view> seen;
  for (const auto& organization : Table::built_in().organizations()) {
    CAPTURE(organization.short_name);
    CHECK(seen.insert(organization.short_name).second);
    CHECK(organization_for(organization.short_name) == organization.short_name);
    CHECK(organization_for(organization.full_name) == organization.short_name);
  }
}

TEST_CASE("each full name is found whole in a text", "[language][organization]") {
  const OrganizationFinder finder;
  for (const auto& organization : Table::built_in().organizations()) {
    const auto text = "It was said of " + std::string{organization.full_name} + " leaders there.";
    CAPTURE(text);
    const auto found = finder.find(text);
    REQUIRE(found.size() == 1);
    CHECK(found.front().value == organization.short_name);
    CHECK(found.front().span.of(text) == organization.full_name);
  }
}

// Otherwise the table's order alone would decide between two organizations.
TEST_CASE("of organizations that share a name, at most one has it without having been named",
          "[language][organization]") {
  std::map<std::string, int> owners;
  for (const auto& name : Table::built_in().names()) {
    const auto& when = name.when;
    const bool by_itself = !when.needs_sign();
    if (by_itself) ++owners[name.text];
  }
  for (const auto& [name, count] : owners) {
    CAPTURE(name);
    CHECK(count == 1);
  }
}

TEST_CASE("names and signs begin and go on as the finder reads them", "[language][organization]") {
  for (const auto& name : Table::built_in().names()) {
    CAPTURE(name.text);
    const auto words = scan_words(name.text);
    REQUIRE_FALSE(words.empty());
    CHECK(words.front().begin == 0);
    CHECK(words.front().capital);
    for (std::size_t i = 1; i < words.size(); ++i) {
      CHECK((words[i].gap == Gap::kSpace || words[i].gap == Gap::kHyphen ||
             words[i].gap == Gap::kComma || words[i].gap == Gap::kSlash));
    }
  }
}

}  // namespace
}  // namespace dateline::test
