#include "searcher/suggest/date_suggestion.h"

#include <fmt/format.h>
#include <rapidcheck.h>

#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::optional<DateSuggestion> suggestion_for(std::string_view typed) {
  static const DateFinder finder;
  const auto root = parse_query(typed).root;
  return root ? suggest_date(*root, finder) : std::nullopt;
}

struct Expected {
  std::string_view typed;
  std::string_view query;
  std::string_view label;
};

}  // namespace

TEST_CASE("a date among a query's words is suggested as a filter", "[searcher][query]") {
  const std::vector<Expected> cases{
      {"Putin visits February 2001", "Putin visits date:2001-02", "February 2001"},
      {"putin visits february 2001", "putin visits date:2001-02", "February 2001"},
      {"summit 19 February 2001", "summit date:2001-02-19", "19 February 2001"},
      {"summit February 19, 2001", "summit date:2001-02-19", "19 February 2001"},
      {"summit Feb. 19 2001", "summit date:2001-02-19", "19 February 2001"},
      {"Feb 19-22, 2001 visit", "visit date:2001-02-19..2001-02-22", "19–22 Feb 2001"},
      {"may 2001 summit", "summit date:2001-05", "May 2001"},
      {"Geneva 1985", "Geneva date:1985", "1985"},
      {"1985", "date:1985", "1985"},
      {"first quarter 2001 trade", "trade date:2001-01-01..2001-03-31", "January–March 2001"},
      {"trade 2001Q1", "trade date:2001-01-01..2001-03-31", "January–March 2001"},
      {"trade 2001-02", "trade date:2001-02", "February 2001"},
      {"trade 2001-02-19", "trade date:2001-02-19", "19 February 2001"},
      {"talks 1985-1987", "talks date:1985-01-01..1987-12-31", "1985–1987"},
      {"talks from 1985 to 1987", "talks date:1985-01-01..1987-12-31", "1985–1987"},
      {"talks between 1985 and 1987", "talks date:1985-01-01..1987-12-31", "1985–1987"},
      {"reform in the 1990s", "reform date:1990-01-01..1999-12-31", "1990–1999"},
      {"treaty of 1972", "treaty date:1972", "1972"},
      {"In May 1998 tests Pakistan", "tests Pakistan date:1998-05", "May 1998"},
      {"war since 2001", "war date:2001-01-01..", "since 2001"},
      {"war since February 2001", "war date:2001-02-01..", "since February 2001"},
      {"Since 2001 war", "war date:2001-01-01..", "since 2001"},
      {"war before 2001", "war date:..2000-12-31", "before 2001"},
      {"war after February 2001", "war date:2001-03-01..", "after February 2001"},
      {"war until the 1990s", "war date:..1999-12-31", "until 1990–1999"},
      {"summit 2001?", "summit date:2001", "2001"},
      {"\"arms treaty\" 1972 Moscow", "\"arms treaty\" Moscow date:1972", "1972"},
      {"country:RU 1972", "country:RU date:1972", "1972"},
      {"Moscow -treaty 1972", "Moscow -treaty date:1972", "1972"},
      {"(treaty OR accord) 1972", "(treaty OR accord) date:1972", "1972"},
      {"February 2001 visits March 2002", "visits (date:2001-02 OR date:2002-03)",
       "February 2001 or March 2002"},
      {"published:2003 Kargil 1999", "published:2003 Kargil date:1999", "1999"},
  };
  for (const auto& [typed, query, label] : cases) {
    CAPTURE(typed);
    const auto suggestion = suggestion_for(typed);
    CHECK(suggestion);
    if (!suggestion) continue;
    CHECK(suggestion->query == query);
    CHECK(suggestion->label == label);
  }
}

TEST_CASE("what is no date by itself is not suggested", "[searcher][query]") {
  for (const std::string_view typed : {"missile defense",
                                       "last November",
                                       "visits in May",
                                       "May",
                                       "march of the army",
                                       "yesterday",
                                       "September 11 attacks",
                                       "resolution 1441",
                                       "resolution 1973 Libya",
                                       "flight 1549",
                                       "1000 troops",
                                       "troops 1500 killed",
                                       "\"February 2001\" visits",
                                       "title:2001 visits",
                                       "text:February text:2001",
                                       "Geneva OR 1985",
                                       "Geneva -1985",
                                       "NOT 1985",
                                       "Geneva 198*",
                                       "2001's budget",
                                       "two weeks",
                                       "since the war",
                                       "before",
                                       "12345",
                                       "3000"}) {
    CAPTURE(typed);
    const auto suggestion = suggestion_for(typed);
    CHECK_FALSE(suggestion);
  }
}

TEST_CASE("a query with a date filter gets no suggestion", "[searcher][query]") {
  for (const std::string_view typed : {"Geneva 1985 date:1986", "Geneva 1985 precision:day",
                                       "1985 (date:1986 OR Geneva)", "1985 -date:1986"}) {
    CAPTURE(typed);
    CHECK_FALSE(suggestion_for(typed));
  }
}

TEST_CASE("a date's own words are shown as typed, with the word that bounds it",
          "[searcher][query]") {
  const auto suggestion = suggestion_for("Putin in Feb. 2001 and since March 2002");
  REQUIRE(suggestion);
  REQUIRE(suggestion->dates.size() == 2);
  CHECK(suggestion->dates[0].written == "Feb. 2001");
  CHECK(format_interval(suggestion->dates[0].interval) == "2001-02-01..2001-02-28");
  CHECK(suggestion->dates[1].written == "since March 2002");
  CHECK(format_interval(suggestion->dates[1].interval) == "2002-03-01..9999-12-31");
}

TEST_CASE("a suggested query reads back as the same tree", "[searcher][query]") {
  for (const std::string_view typed :
       {"Putin visits February 2001", "1985", "war before 2001", "1985 Geneva 1986",
        "(a OR b) -c \"d e\" 1972", "1985 OR Geneva AND 1986"}) {
    CAPTURE(typed);
    const auto suggestion = suggestion_for(typed);
    if (!suggestion) continue;
    const auto again = parse_query(suggestion->query).root;
    REQUIRE(again);
    CHECK(to_string(*again) == to_string(suggestion->root));
  }
}

TEST_CASE("whatever is suggested is a query without the words of its dates", "[searcher][query]") {
  const auto piece = rc::gen::elementOf(std::vector<std::string>{
      "Putin",   "February", "2001",       "19",       "19,",    "in",      "since", "before",
      "the",     "1990s",    "Feb.",       "May",      "1985",   "-",       "..",    "OR",
      "-treaty", "\"arms\"", "to",         "2001-02",  "2001Q1", "quarter", "late",  "after",
      "?",       "mid",      "title:1985", "(a OR b)", "and",    "until"});
  CHECK(rc::check("suggestions", [&] {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
    std::string typed;
    for (const auto& word : pieces) typed += word + ' ';
    std::optional<dateline::ParsedQuery> parsed;
    try {
      parsed = parse_query(typed);
    } catch (const dateline::QueryError&) {
      RC_DISCARD("no query");
    }
    if (!parsed->root) return;
    const auto suggestion = suggest_date(*parsed->root, DateFinder{});
    RC_CLASSIFY(suggestion.has_value(), "a date");
    if (!suggestion) return;
    const auto again = parse_query(suggestion->query).root;
    RC_ASSERT(again.has_value());
    RC_ASSERT(to_string(*again) == to_string(suggestion->root));
    for (const auto& date : suggestion->dates) {
      RC_ASSERT(date.interval.first <= date.interval.last);
      RC_ASSERT(!date.written.empty());
    }
  }));
}

}  // namespace dateline::test
