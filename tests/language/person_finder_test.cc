// Persons in texts: hostile input costs no more than prose, and gives valid spans.
#include "language/persons/person_finder.h"

#include <chrono>
#include <string>
#include <vector>

#include "language/countries/country_finder.h"
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

TEST_CASE("titles, surnames and dashes without end cost what prose costs", "[persons][hostile]") {
  std::string bearers;
  for (int i = 0; i < 200; ++i) {
    bearers += "Minister A" + std::string(1 + static_cast<std::size_t>(i % 40), 'b') +
               " Ivanov met Ivanov. ";
  }
  const std::vector<std::string> texts{repeated("President ", 1 << 20),
                                       repeated("General Secretary of ", 1 << 20),
                                       repeated("Ivanov-", 1 << 20),
                                       repeated("de la ", 1 << 20),
                                       repeated("Russian Foreign Minister ", 1 << 20),
                                       repeated("A. ", 1 << 20),
                                       repeated("Bush, ", 1 << 20),
                                       repeated(bearers, 1 << 20),
                                       repeated("Ivanov, the ", 1 << 20),
                                       repeated("\xF0\x9F\x98", 1 << 16)};
  for (const auto& text : texts) {
    INFO(text.substr(0, 40));
    const auto begin = std::chrono::steady_clock::now();
    const auto found = persons_of(text, parse_iso_interval("2001"));
    const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin);
    CHECK(seconds.count() < 20);
    std::uint32_t end = 0;
    for (const auto& mention : found) {
      CHECK(mention.span.begin >= end);
      CHECK(mention.span.end <= text.size());
      end = mention.span.end;
    }
  }
}

}  // namespace
}  // namespace dateline::test
