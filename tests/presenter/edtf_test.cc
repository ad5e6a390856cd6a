#include "presenter/edtf.h"

#include <string_view>
#include <vector>

#include "searcher/query/edtf.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

DateInterval days(std::string_view first, std::string_view last) {
  return {parse_iso_interval(first)->first, parse_iso_interval(last)->last};
}

}  // namespace

TEST_CASE("dates are written as EDTF has them, and read back", "[presenter][edtf]") {
  struct Row {
    DateInterval interval;
    Precision precision;
    bool approximate;
    std::string_view expected;
  };
  for (const auto& row : std::vector<Row>{
           {days("2001-02-19", "2001-02-19"), Precision::day, false, "2001-02-19"},
           {days("2001-02-19", "2001-03-02"), Precision::day, false, "2001-02-19/2001-03-02"},
           {days("2001-02", "2001-02"), Precision::month, false, "2001-02"},
           {days("2001-01", "2001-03"), Precision::quarter, false, "2001-01/2001-03"},
           {days("2001", "2001"), Precision::year, true, "2001~"},
           {days("1980", "1989"), Precision::decade, false, "198X"},
           {days("1900", "1999"), Precision::century, false, "19XX"},
           {days("1984", "2004"), Precision::year, false, "1984/2004"},
           {days("2001-01-11", "2001-01-20"), Precision::month, true, "2001-01-11~/2001-01-20~"}}) {
    CAPTURE(row.expected);
    const HitDate date{row.interval, row.precision, row.approximate, {}};
    CHECK(edtf_of(date) == row.expected);
    CHECK(parse_edtf(edtf_of(date)) == row.interval);
  }
}

TEST_CASE("the ends of time are open ends", "[presenter][edtf]") {
  const HitDate since{{parse_iso_interval("2001")->first, kLastDay}, Precision::year, false, {}};
  CHECK(edtf_of(since) == "2001-01-01/..");
}

}  // namespace dateline::test
