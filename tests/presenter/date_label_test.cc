#include "presenter/date_label.h"

#include <string>
#include <vector>

#include "language/period_name.h"
#include "tests/support/catch.h"

namespace dateline::test {

TEST_CASE("exact days are written out, and vague ones as the text has them",
          "[presenter][date-label]") {
  struct Row {
    const char* days;
    Precision precision;
    bool approximate;
    const char* written;
    const char* short_date;
    const char* chronology_date;
  };
  for (const auto& row : std::vector<Row>{
           {"2001-02-19", Precision::day, false, "Monday", "19 Feb", "Feb. 19, 2001"},
           {"2001-02-19..2001-02-22", Precision::day, false, "x", "19–22 Feb", "Feb. 19-22, 2001"},
           {"2001-02-28..2001-03-02", Precision::day, false, "x", "28 Feb – 2 Mar",
            "Feb. 28-March 2, 2001"},
           {"2000-12-30..2001-01-02", Precision::day, false, "x", "30 Dec 2000 – 2 Jan 2001",
            "Dec. 30, 2000-Jan. 2, 2001"},
           {"2001-05-07..2001-05-13", Precision::week, false, "that week", "7–13 May",
            "May 7-13, 2001"},
           {"2001-01-11..2001-01-20", Precision::month, true, "mid-January 2001",
            "mid-January 2001", "mid-January 2001"},
           {"2001-02", Precision::month, false, "last month", "February 2001", "February 2001"},
           {"2001Q1", Precision::quarter, false, "the first quarter", "January–March 2001",
            "January–March 2001"},
           {"2000", Precision::year, false, "last year", "2000", "2000"},
           {"1990..1999", Precision::decade, false, "the 1990s", "the 1990s", "the 1990s"},
           {"2001-02-18..2001-02-20", Precision::day, true, "about 19 February",
            "about 19 February", "about 19 February"},
           // the day of a log is not written anywhere
           {"2001-02-19", Precision::day, true, "", "19 Feb", "Feb. 19, 2001"}}) {
    CAPTURE(row.days, row.written);
    const HitDate date{*parse_iso_interval(row.days), row.precision, row.approximate, row.written};
    CHECK(short_date(date) == row.short_date);
    CHECK(chronology_date(date) == row.chronology_date);
  }
}

TEST_CASE("periods have names", "[presenter][date-label]") {
  struct Row {
    const char* days;
    const char* name;
  };
  for (const auto& [days, name] :
       std::vector<Row>{{"2001", "2001"},
                        {"2001..2003", "2001–2003"},
                        {"2001-02", "February 2001"},
                        {"2001Q1", "January–March 2001"},
                        {"2000-11..2001-02", "November 2000 – February 2001"},
                        {"2001-02-19", "19 February 2001"},
                        {"2001-02-19..2001-02-25", "19–25 Feb 2001"},
                        {"2001-02-26..2001-03-04", "26 Feb – 4 Mar 2001"},
                        {"2001-12-31..2002-01-06", "31 Dec 2001 – 6 Jan 2002"},
                        {"9999", "9999"}}) {
    CAPTURE(days);
    CHECK(period_name(*parse_iso_interval(days)) == name);
  }
  CHECK(bucket_title(dateline::Bucket::week, bucket_number(dateline::Bucket::week, 11372)) ==
        "19–25 Feb 2001");
}

}  // namespace dateline::test
