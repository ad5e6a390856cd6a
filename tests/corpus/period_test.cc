#include "corpus/structure/period.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string shown(const std::optional<DateInterval>& period) {
  return period ? format_interval(*period) : "-";
}

TEST_CASE("a file's name may give the period", "[corpus][period]") {
  struct Case {
    std::string name;
    std::string period;
  };
  const std::vector<Case> cases{
      {"2001-q1-china-russia.txt", "2001-01-01..2001-03-31"},
      {"2001q1.txt", "2001-01-01..2001-03-31"},
      {"2001Q4-x.md", "2001-10-01..2001-12-31"},
      {"2001-01-china.txt", "2001-01-01..2001-01-31"},
      {"1999-10-12-x.txt.gz", "1999-10-12"},
      {"1999_10_12.txt", "1999-10-12"},
      {"20010219.txt", "2001-02-19"},
      {"china-russia-2001-q1.txt", "2001-01-01..2001-03-31"},
      {"china_2001q2.txt", "2001-04-01..2001-06-30"},
      {"2001-q1-and-2001-q1.txt", "2001-01-01..2001-03-31"},
      {"2001-q1-and-2001-q2.txt", "-"},
      {"2001-q5-x.txt", "-"},
      {"2001-13-x.txt", "-"},
      {"2001-02-29.txt", "-"},
      {"2001-review.txt", "2001-01-01..2001-12-31"},
      {"china-russia.txt", "-"},
      {"a2001-q1.txt", "-"},
      {"2001-q12.txt", "-"},
      {"120010219.txt", "-"},
      {"3001-q1.txt", "-"},
      {"", "-"},
  };
  for (const auto& [name, period] : cases) {
    CAPTURE(name);
    CHECK(shown(period_from_file_name(name)) == period);
  }
}

TEST_CASE("words give a period if they give its year", "[corpus][period]") {
  struct Case {
    std::string words;
    std::string period;
  };
  const std::vector<Case> cases{
      {"Chronology of China-Russia Relations January-March 2001", "2001-01-01..2001-03-31"},
      {"Chronology of India-Pakistan Relations, April–June 1998", "1998-04-01..1998-06-30"},
      {"Chronology, March 2001", "2001-03-01..2001-03-31"},
      {"Timeline", "-"},
      {"", "-"},
  };
  const DateFinder dates;
  for (const auto& [words, period] : cases) {
    CAPTURE(words);
    CHECK(shown(period_from_words(words, dates)) == period);
  }
}

TEST_CASE("a metadata period has both ends", "[corpus][period]") {
  const DateFinder dates;
  CHECK(shown(parse_period(" 2001-Q1 ", dates)) == "2001-01-01..2001-03-31");
  CHECK(shown(parse_period("2001-03-01T12:00:00Z", dates)) == "2001-03-01");
  CHECK(shown(parse_period("2001-03-01 12:00", dates)) == "2001-03-01");
  CHECK(shown(parse_period("2001..", dates)) == "-");
  CHECK(shown(parse_period("..2001", dates)) == "-");
  for (const auto* value : {"2001-13", "2001/02", "2001-1-1", "20", "2001-02-30", "soon", ""}) {
    CAPTURE(value);
    CHECK(shown(parse_period(value, dates)) == "-");
  }
  CHECK(shown(parse_period("4/9/2001", dates)) == "2001-04-09");
  CHECK(shown(parse_period("9 April 2001", dates)) == "2001-04-09");
}

}  // namespace
}  // namespace dateline::test
