#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/query_date.h"
#include "searcher/query/query_parser.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("a date in a query is ISO first and then the words of articles",
          "[searcher][query][date]") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"2001", "2001-01-01..2001-12-31"},
      {"2001-04", "2001-04-01..2001-04-30"},
      {"2001-02-19", "2001-02-19"},
      {"2001Q1", "2001-01-01..2001-03-31"},
      {"  2001  ", "2001-01-01..2001-12-31"},
      {"\u00a02001\u3000", "2001-01-01..2001-12-31"},
      {"2001..2003", "2001-01-01..2003-12-31"},
      {"2001 .. 2003", "2001-01-01..2003-12-31"},
      {"..2003", "0001-01-01..2003-12-31"},
      {"2001..", "2001-01-01..9999-12-31"},
      {"mid-January 2001", "2001-01-11..2001-01-20"},
      {" mid-January 2001 ", "2001-01-11..2001-01-20"},
      {"February 2001", "2001-02-01..2001-02-28"},
      {"19 February 2001", "2001-02-19"},
      {"1981-1984", "1981-01-01..1984-12-31"},
      {"1981–84", "1981-01-01..1984-12-31"},
      {"the summer of 1998", "1998-06-01..1998-08-31"},
      {"first half of 1986", "1986-01-01..1986-06-30"},
      {"Feb. 28–March 2, 2001", "2001-02-28..2001-03-02"},
      {"the 1990s", "1990-01-01..1999-12-31"},
      {"mid-January 2001..2002", "2001-01-11..2002-12-31"},
      {"2000-06..mid-January 2001", "2000-06-01..2001-01-20"},
      {"mid-January 2001..", "2001-01-11..9999-12-31"},
      {"198X", "1980-01-01..1989-12-31"},
      {"19xx", "1900-01-01..1999-12-31"},
      {"2001-XX", "2001-01-01..2001-12-31"},
      {"1984-06~", "1984-06-01..1984-06-30"},
      {"1984?", "1984-01-01..1984-12-31"},
      {"2001-02-19%", "2001-02-19"},
      {"2001-21", "2001-03-01..2001-05-31"},
      {"2001-24", "2001-12-01..2002-02-28"},
      {"1984/2004", "1984-01-01..2004-12-31"},
      {"1984-06/1984-08", "1984-06-01..1984-08-31"},
      {"2001/..", "2001-01-01..9999-12-31"},
      {"../2001", "0001-01-01..2001-12-31"},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    const auto interval = parse_query_date(text);
    REQUIRE(interval);
    CHECK(format_interval(*interval) == expected);
  }
}

TEST_CASE("what is no date by itself is no date in a query", "[searcher][query][date]") {
  for (const std::string_view text : {"",
                                      " ",
                                      "..",
                                      " .. ",
                                      "2001-13",
                                      "2001-02-29",
                                      "0000",
                                      "10000",
                                      "foo",
                                      "last November",
                                      "since 2001",
                                      "by 1995",
                                      "on 19 February 2001",
                                      "2001 or 2002",
                                      "19 February 2001 and 3 March 2001",
                                      "February 30, 2001",
                                      "2001..2002..2003",
                                      "2001...2003",
                                      "2001..foo",
                                      "foo..2001",
                                      "2003..2001",
                                      "yesterday",
                                      "January",
                                      "on the 28th"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_query_date(text));
  }
}

TEST_CASE("a range that runs backwards is distinguished from one that is no range",
          "[searcher][query][date]") {
  for (const std::string_view text :
       {"2003..2001", "2001-02-02..2001-02-01", "mid-January 2001..2000", "2001-03..2001-02-28"}) {
    CAPTURE(text);
    CHECK(read_query_date(text).is_reversed);
  }
  for (const std::string_view text : {"2001..2003", "2001..foo", "foo", "..", "2001..2001-02"}) {
    CAPTURE(text);
    CHECK_FALSE(read_query_date(text).is_reversed);
  }
}

}  // namespace
}  // namespace dateline::test
