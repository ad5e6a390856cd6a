#include "index/date_terms.h"

#include <rapidcheck.h>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <string>
#include <vector>

#include "language/date_interval.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string terms_of(std::string_view interval) {
  return fmt::format("{}", fmt::join(date_terms(to_day_range(*parse_iso_interval(interval))), " "));
}

bool has_term_in_ranges(DayRange document, DayRange query) {
  const auto ranges = date_term_ranges(query);
  const auto terms = date_terms(document);
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
      return range.first <= term && term <= range.last;
    });
  });
}

}  // namespace

TEST_CASE("an interval is posted at the coarsest level that it fills", "[index][date]") {
  struct Row {
    std::string_view interval, terms;
  };
  const std::vector<Row> rows{
      {"2001-02-19", "XDm200102"},
      {"2001-02-28..2001-03-02", "XDm200102 XDm200103"},
      {"2001-02", "XDm200102"},
      {"2001Q1", "XDq20011"},
      {"2001-01-15..2001-06-30", "XDq20011 XDq20012"},
      {"2001", "XDy2001"},
      {"1999-06-01..2001-02-01", "XDy1999 XDy2000 XDy2001"},
      {"1980..1989", "XDd198"},
      {"1900..1999", "XDc19"},
      {"0001..9999", "XDc00 XDc01 XDc02"},
  };
  for (const auto& [interval, terms] : rows) {
    CAPTURE(interval);
    CHECK(terms_of(interval).starts_with(terms));
  }
}

TEST_CASE("intervals that overlap always share a bucket", "[index][date][property]") {
  const bool held = rc::check("no overlap is lost", [] {
    const auto days = [](int most) {
      const auto first = *rc::gen::inRange(-300'000, 300'000);
      return DayRange{first, first + *rc::gen::inRange(0, most)};
    };
    const auto most = *rc::gen::elementOf(std::vector<int>{1, 40, 400, 4000, 40000});
    const auto document = days(most);
    const auto query = days(*rc::gen::elementOf(std::vector<int>{1, 40, 400, 4000, 40000}));
    RC_ASSERT(!document.overlaps(query) || has_term_in_ranges(document, query));
    RC_ASSERT(date_terms(document).size() <= 21U);
  });
  CHECK(held);
}

}  // namespace dateline::test
