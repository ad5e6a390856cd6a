#include "server/page/page_state.h"

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

PageState state_of(std::string_view query) {
  return PageState(parse_target("/?" + std::string{query}).parameters);
}

}  // namespace

TEST_CASE("alike states have one address", "[server]") {
  CHECK(state_of("country=RU&q=treaty&from=&find-country=").query() == "q=treaty&country=RU");
  CHECK(state_of("q=a&q=b").query() == "q=b");
  CHECK(state_of("country=RU&country=RU&country=CN").query() == "country=RU&country=CN");
  CHECK(state_of("events=0&sort=relevance&offset=0").query().empty());
  CHECK(state_of("events").query() == "events=1");
  CHECK(state_of("q=+%20&country=%C2%A0&from=+").query().empty());
  CHECK(state_of("q=treaty&country=RU").was_canonical());
  CHECK_FALSE(state_of("country=RU&q=treaty").was_canonical());
}

TEST_CASE("a changed state begins at its first page", "[server]") {
  const auto state = state_of("q=x&offset=40");
  CHECK(state.with("sort", "date").query() == "q=x&sort=date");
  CHECK(state.and_with("country", "RU").and_with("country", "CN").query() ==
        "q=x&country=RU&country=CN");
  CHECK(state.and_with("country", "RU").without("country", "RU").query() == "q=x");
  CHECK(state.with("offset", "60").query() == "q=x&offset=60");
}

TEST_CASE("values of which all must hold are joined for the API", "[server]") {
  const auto asked = state_of("q=x&country=RU&country=CN&all=country&open=region").api_parameters();
  CHECK(asked == Parameters{{"q", "x"}, {"country", "RU&CN"}});
}

TEST_CASE("an address with an unknown name is refused, and says which was meant", "[server]") {
  CHECK_THROWS_WITH(state_of("contry=RU"), Catch::Contains("did you mean 'country'?"));
}

TEST_CASE("what a page shows of a facet that there is not is refused", "[server]") {
  for (const auto* name : {"all", "open", "more"}) {
    CHECK_THROWS_WITH(state_of(std::string{name} + "=contry"),
                      Catch::Contains(std::string{name} + ": unknown facet 'contry'") &&
                          Catch::Contains("did you mean 'country'?"));
    CHECK(state_of(std::string{name} + "=country").has(name, "country"));
  }
}

TEST_CASE("a value that is left out is written in the query language", "[server]") {
  CHECK(exclusion_of("country", "RU") == "-country:RU");
  CHECK(exclusion_of("organization", "European Union") == "-organization:\"European Union\"");
}

}  // namespace dateline::test
