// What the events of hostile texts cost, counted as in work_test.cc: within the limits of a
// sentence
// (event_builder.h) and beyond them.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/annotate/annotator.h"
#include "indexer/annotate/event_builder.h"
#include "tests/quality/work_count.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr std::size_t kSmall = std::size_t{1} << 15;
constexpr std::size_t kLarge = std::size_t{1} << 18;

std::string repeated(const std::string& unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

// Work for each byte of the article of one paragraph.
double cost(const std::string& unit, std::size_t size) {
  static const Extractor extractor;
  Annotator annotator{"en", extractor};
  Article article;
  article.id = "a";
  article.text = repeated(unit, size / unit.size());
  article.published = parse_iso_interval("2001Q1");
  const auto bytes = static_cast<std::uint32_t>(article.text.size());
  article.blocks = {Block{BlockKind::paragraph, {0, bytes}, {}, {0, bytes}}};
  const auto before = work_done();
  (void)annotator.annotate(std::move(article));
  return static_cast<double>(work_done() - before) / bytes;
}

// A sentence of as many units as it may have.
std::string sentence(const std::string& unit, std::size_t dates_in_unit) {
  const auto times = dates_in_unit > 0 ? kMaxSentenceDates / dates_in_unit
                                       : (kMaxSentenceBytes - 100) / unit.size();
  return "Then came " + repeated(unit, times) + "the end. ";
}

const std::vector<std::string> kHostile{
    "China 12 May 2001 Russia ",
    "1900-2100, ",
    "China (12 May 2001) ",
    "China ( 12 May 2001 ",
    "On 12 May 2001 NATO met Russia. ",
    sentence("China 12 May 2001 Russia ", 1),
    sentence("NATO, the EU and Laos (May 1, 2001), ", 1),
    sentence("1900-2100, ", 1),
    sentence("China and ", 0),
    "On May 1 " + sentence("China, Laos ", 0),
    "On May 1 " + sentence("China ( ", 0),
    "Then " + repeated("in ", 1000) + "May 3, " + repeated(", ", 2000) + "end. ",
};

TEST_CASE("what events cost grows no faster than the text", "[quality][work][event]") {
  for (const auto& unit : kHostile) {
    const double small = cost(unit, kSmall);
    const double large = cost(unit, kLarge);
    CAPTURE(unit.substr(0, 60), small, large);
    REQUIRE(small > 0);
    CHECK(large <= 1.2 * small);
  }
}

// Each of a sentence's events takes part in all its countries, so that a sentence at its limits has
// more to do than prose.
TEST_CASE("no text costs more than twenty times what prose does to annotate",
          "[quality][work][event]") {
  const std::string prose =
      "On May 3, 2001, the ministers of China and Russia met in Hanoi to speak of the pact that "
      "their countries had signed in 1999. Nobody else came, and the talks ended with a few words "
      "that had been written beforehand. ";
  const double usual = cost(prose, kSmall);
  REQUIRE(usual > 1);
  for (const auto& unit : kHostile) {
    const double hostile = cost(unit, kSmall);
    CAPTURE(unit.substr(0, 60), hostile, usual);
    CHECK(hostile <= 20 * usual);
  }
}

}  // namespace
}  // namespace dateline::test
