#include "language/dates/date_finder.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const DateFinder kFinder;

DateContext issue(const std::string& anchor) {
  DateContext context;
  if (!anchor.empty()) context.anchor = parse_iso_interval(anchor);
  return context;
}

// "1987-05-08 day full-date [May 8, 1987]" for each mention, parted by "; ".
std::string describe(const std::string& text, const DateContext& context) {
  std::string result;
  for (const DateMention& m : kFinder.find(text, context)) {
    if (!result.empty()) result += "; ";
    result += fmt::format("{} {} {} [{}]", format_interval(m.value.days),
                          precision_name(m.value.precision), m.rule, m.span.of(text));
  }
  return result;
}

struct Case {
  std::string text;
  std::string expected;
};

TEST_CASE("a date is found with its days, precision, rule and bytes", "[language][date]") {
  const std::vector<Case> cases = {
      {"signed on May 8, 1987, in Rome", "1987-05-08 day full-date [May 8, 1987]"},
      {"signed on the 8th of May, 1987", "1987-05-08 day full-date [8th of May, 1987]"},
      {"on Friday, May 8, 1987, he", "1987-05-08 day full-date [Friday, May 8, 1987]"},
      {"(February 28–March 2, 1987)",
       "1987-02-28..1987-03-02 day day-range [February 28–March 2, 1987]"},
      {"between May 8 and 11", "1987-05-08..1987-05-11 day day-range [May 8 and 11]"},
      {"from April 28 through May 2",
       "1987-04-28..1987-05-02 day day-range [April 28 through May 2]"},
      {"on May 4, 6, and 11, 1986",
       "1986-05-04 day full-date [May 4]; 1986-05-06 day full-date [6]; "
       "1986-05-11 day full-date [11, 1986]"},
      {"in Nov.-Dec. 1986", "1986-11-01..1986-12-31 month month-range [Nov.-Dec. 1986]"},
      {"since early 1986 it", "1986-01-01..1987-06-30 year since [since early 1986]"},
      {"the first week of May", "1987-05-01..1987-05-07 week week-of-month [first week of May]"},
      {"the third quarter of 1986",
       "1986-07-01..1986-09-30 quarter quarter [third quarter of 1986]"},
      {"the mid-to-late 1970s", "1974-01-01..1979-12-31 decade part-of-decade [mid-to-late 1970s]"},
      {"two months ago", "1987-04-01..1987-04-30 month ago [two months ago]"},
      {"the night of 4/5 June 1944", "1944-06-04..1944-06-05 day day-range [4/5 June 1944]"},
      {"Geneva, 31.12.1986", "1986-12-31 day numeric [31.12.1986]"},
      {"filed 12/7/41", "1941-12-07 day numeric [12/7/41]"},
      {"two and a half years ago", "1984-12-01..1984-12-31 year ago [two and a half years ago]"},
      {"is due within a month", "1987-07-01..1987-07-31 month window [within a month]"},
      {"is due in two months", "1987-08-01..1987-08-31 month ago [two months]"},
      {"in the first half of 1986 and in the second",
       "1986-01-01..1986-06-30 half half [first half of 1986]; "
       "1986-07-01..1986-12-31 half half [second]"},
      {"this year’s harvest", "1987-01-01..1987-12-31 year relative-unit [this year]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(describe(c.text, issue("1987-04-01..1987-06-30")) == c.expected);
  }
}

TEST_CASE("vague words and inferred years are marked", "[language][date]") {
  struct Flags {
    std::string text;
    bool approximate;
    bool year_inferred;
  };
  const std::vector<Flags> cases = {
      {"May 8, 1987", false, false},
      {"on May 8", false, true},
      {"early 1986", true, false},
      {"about 1950", true, false},
      {"fiscal 1986", true, false},
      {"U.S. fiscal 1986", false, false},
      {"ten years ago", true, true},
      {"in the spring", true, true},
      {"spring 1986", false, false},
      {"winter of 1985-86", false, false},
      {"winter of 1986", true, false},
      {"the last few days of 1986", true, false},
      {"June 1-3 and 8-9, 1985", false, false},
      {"31.12.1986", false, false},
      {"12/7/41", false, true},
      {"is due in two months", true, true},
  };
  for (const Flags& c : cases) {
    CAPTURE(c.text);
    const auto mentions = kFinder.find(c.text, issue("1987-04-01..1987-06-30"));
    REQUIRE(!mentions.empty());
    CHECK(mentions.front().value.approximate == c.approximate);
    CHECK(mentions.front().value.year_inferred == c.year_inferred);
  }
}

TEST_CASE("without a context only what is wholly written has a value", "[language][date]") {
  const std::vector<Case> cases = {
      {"mid-January 2001", "2001-01-11..2001-01-20"},
      {"January-March 2001", "2001-01-01..2001-03-31"},
      {"first quarter of 2001", "2001-01-01..2001-03-31"},
      {"2001", "2001-01-01..2001-12-31"},
      {"the late 1980s", "1987-01-01..1989-12-31"},
      {"Feb. 28–March 2, 2001", "2001-02-28..2001-03-02"},
      {"last November", ""},
      {"this year", ""},
      {"in May", ""},
      {"since 1996", "1996-01-01..1996-12-31"},
      {"yesterday", ""},
      {"the nineties", ""},
      {"a year later", ""},
      {"", ""},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto mentions = kFinder.find(c.text, {});
    CHECK((mentions.empty() ? "" : format_interval(mentions.front().value.days)) == c.expected);
  }
}

TEST_CASE("a chronology entry begins with a date and a colon", "[language][date][head]") {
  const std::vector<Case> cases = {
      {"Feb. 19-22, 2001: Talks open.", "2001-02-19..2001-02-22 [Feb. 19-22, 2001]"},
      {"**May 11, 1998:** A test.", "1998-05-11 [May 11, 1998]"},
      {"**May 11, 1998**: A test.", "1998-05-11 [May 11, 1998]"},
      {"- Dec. 10-11, 1999: A visit.", "1999-12-10..1999-12-11 [Dec. 10-11, 1999]"},
      {"26 November 1998: A speech.", "1998-11-26 [26 November 1998]"},
      {"Tuesday, March 6, 2001: A report.", "2001-03-06 [Tuesday, March 6, 2001]"},
      {"Dec. 28, 2000-Jan. 3, 2001: Exercises.",
       "2000-12-28..2001-01-03 [Dec. 28, 2000-Jan. 3, 2001]"},
      {"Dec. 28-Jan. 3, 2001: Exercises.", "2000-12-28..2001-01-03 [Dec. 28-Jan. 3, 2001]"},
      {"March 2001: Relations cool.", "2001-03-01..2001-03-31 [March 2001]"},
      {"1972: A communique.", "1972-01-01..1972-12-31 [1972]"},
      {"June 4, 1999 – Talks fail.", "1999-06-04 [June 4, 1999]"},
      {"June 4, 1999.—Talks fail.", "1999-06-04 [June 4, 1999]"},
      {"May 4 and 6, 1998: Votes.", "1998-05-04..1998-05-06 [May 4 and 6, 1998]"},
      {"March 5: A vote.", "2001-03-05 [March 5]"},
      {"June – a month of rain", ""},
      {"In May 1998: a vote", ""},
      {"May 1998 was cold.", ""},
      {"Note: May 5, 1998", ""},
      {"10:30 a.m.: the vote", ""},
      {"Feb. 29, 2001: no such day", ""},
      {"Feb. 30-31 last year: no such days", ""},
      {"31.12.2000: A farewell.", "2000-12-31 [31.12.2000]"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto head = find_entry_head(c.text, issue("2001Q1"));
    CHECK((head ? fmt::format("{} [{}]", format_interval(head->value.days), head->span.of(c.text))
                : "") == c.expected);
  }
}

TEST_CASE("a head without a year follows the head before it", "[language][date][head]") {
  DateContext context = issue("2000-10-01..2001-03-31");
  context.previous_head = parse_iso_interval("2000-12-28");
  const auto head = find_entry_head("Jan. 3: Talks resume.", context);
  REQUIRE(head);
  CHECK(format_interval(head->value.days) == "2001-01-03");
  CHECK(head->value.year_inferred);
  context.previous_head = parse_iso_interval("2001-03-02");
  CHECK(format_interval(find_entry_head("Feb. 28-March 4: Talks.", context)->value.days) ==
        "2001-02-28..2001-03-04");
}

TEST_CASE("the head rules its entry, whether written in it or not", "[language][date][head]") {
  DateContext entry = issue("2001Q1");
  entry.is_entry = true;
  CHECK(describe("Jan. 8, 2001: Yesterday’s clash is condemned.", entry) ==
        "2001-01-08 day full-date [Jan. 8, 2001]; 2001-01-07 day day-word [Yesterday]");
  DateContext log = issue("2001-01-08");
  log.is_entry = true;
  log.head = log.anchor;
  CHECK(describe("Yesterday’s clash is condemned.", log) == "2001-01-07 day day-word [Yesterday]");
  CHECK(describe("Jan. 8, 2001: Yesterday’s clash is condemned.", issue("2001Q1")) ==
        "2001-01-08 day full-date [Jan. 8, 2001]; 2001-01-07 day day-word [Yesterday]");
}

TEST_CASE("a day's news looks ahead with verbs for what is fixed", "[language][date]") {
  const std::vector<Case> cases = {
      {"The premier arrives on Tuesday.", "1998-03-17"},
      {"The premier arrived on Tuesday.", "1998-03-10"},
      {"The premier, who arrives on Tuesday, is ill.", "1998-03-17"},
      {"The ministers meet on Friday.", "1998-03-13"},
      {"The ministers did not meet on Friday.", "1998-03-06"},
      {"The fair opens on May 9.", "1998-05-09"},
      {"The fair was moved to May 9.", "1998-05-09"},
      {"The fair was held on May 9.", "1997-05-09"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    const auto mentions = kFinder.find(c.text, issue("1998-03-11"));
    REQUIRE(mentions.size() == 1);
    CHECK(format_interval(mentions.front().value.days) == c.expected);
  }
}

TEST_CASE("hostile text costs no more than plain text and breaks nothing", "[language][date]") {
  const std::vector<std::string> pieces = {
      "Jan ",  "1",          "-",          "May 1, ",        "from ",         "between 1 and ",
      "1998-", "the first ", "a year ",    "early ",         "May 1 to ",     "\xE2\x80",
      "'9",    "since ",     "Monday, ",   "1, 2 and ",      "19th and ",     "two weeks before ",
      "(",     "U.",         "last ",      "first and ",     "1.1.",          "Q1 ",
      "FY99 ", "4/5 ",       "two-and-a-", "within a week ", "in the second "};
  for (const std::string& piece : pieces) {
    CAPTURE(piece);
    std::string text;
    while (text.size() < 200'000) text += piece;
    const auto mentions = kFinder.find(text, issue("2001Q1"));
    std::uint32_t end = 0;
    for (const DateMention& m : mentions) {
      REQUIRE(m.span.begin >= end);
      REQUIRE(m.span.end > m.span.begin);
      end = m.span.end;
    }
    REQUIRE(end <= text.size());
  }
}

TEST_CASE("days counted from what only looks like a year are no date", "[language][date]") {
  for (const std::string number : {"2001-0", "2001-1999", "1984/84", "2001-200"}) {
    for (const std::string word : {"before", "after"}) {
      for (const DateMention& m :
           kFinder.find("Ten days " + word + " " + number + " it ended.", {})) {
        CHECK(m.rule != "shift");
      }
    }
  }
}

TEST_CASE("every cut of a text is read without harm", "[language][date]") {
  const std::string text =
      "Feb. 28–March 2, 2001: On the 28th, two weeks before ’86, from late 1998 to mid-2000 "
      "\xE2\x80\x9C"
      "the last few days of the 1990s\xE2\x80\x9D; Q1 2001, 1999-2000, 9/11, Monday.";
  for (std::size_t i = 0; i <= text.size(); ++i) {
    for (const std::size_t begin : {std::size_t{0}, text.size() - i}) {
      const std::string cut = text.substr(begin, i);
      DateContext context = issue("2001Q1");
      context.is_entry = true;
      for (const DateMention& m : kFinder.find(cut, context)) REQUIRE(m.span.end <= cut.size());
    }
  }
}

}  // namespace
}  // namespace dateline::test
