#include "language/date_interval.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("ISO dates are read at the precision they are written in", "[language][date]") {
  struct Row {
    std::string_view input, expected;
  };
  const std::vector<Row> rows{
      {"2001", "2001-01-01..2001-12-31"},
      {"2001-02", "2001-02-01..2001-02-28"},
      {"2000-02", "2000-02-01..2000-02-29"},
      {"2001-02-19", "2001-02-19"},
      {"2001Q1", "2001-01-01..2001-03-31"},
      {"2001-q4", "2001-10-01..2001-12-31"},
      {"2001-02-19..2001-03-02", "2001-02-19..2001-03-02"},
      {"2001..2003", "2001-01-01..2003-12-31"},
      {"..2000", "0001-01-01..2000-12-31"},
      {"2000-06..", "2000-06-01..9999-12-31"},
      {"0001", "0001-01-01..0001-12-31"},
      {"9999-12-31", "9999-12-31"},
  };
  for (const auto& [input, expected] : rows) {
    CAPTURE(input);
    const auto interval = parse_iso_interval(input);
    REQUIRE(interval);
    CHECK(format_interval(*interval) == expected);
  }
}

TEST_CASE("text that is no ISO date is refused", "[language][date]") {
  for (const std::string_view input :
       {"", "..", "0000", "201", "20011", "2001-", "2001-13", "2001-00", "2001-2", "2001-02-29",
        "2001-02-32", "2001Q0", "2001Q5", "2001-Q", "2003..2001", "2001-02-19...2002", "2001 ",
        "mid-January 2001", "2001-02-19T00:00"}) {
    CAPTURE(input);
    CHECK_FALSE(parse_iso_interval(input));
  }
}

}  // namespace dateline::test
