// dateline timeline, as a user runs it: orders, pages, formats, and every bad input.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using Catch::StartsWith;
using nlohmann::json;

namespace {

constexpr const char* kEast = R"(---
title: Harbours *and* Railways
published: 2001Q1
---
In mid-January 2001 Japan spoke of railways. Nothing else was said.

Chronology

Feb. 19, 2001: Russian and Japanese ministers talk by telephone.

Feb. 19-22, 2001: A Russian delegation visits Tokyo; it signs a_paper, they say.

March 25, 2001: Russia and Japan hold a summit.
)";

class SmallIndex {
 public:
  SmallIndex() {
    (void)dir_.write("in/east.txt", kEast);
    index();
  }

  void index() const {
    REQUIRE(run_dateline(dir_.path(), {"index", "--index", "idx", "in"}).code == 0);
  }
  [[nodiscard]] Outcome timeline(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), {"timeline", "--index", "idx"});
    return run_dateline(dir_.path(), arguments);
  }
  [[nodiscard]] json result(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--format", "json"});
    return json::parse(timeline(std::move(arguments)).out);
  }
  [[nodiscard]] const TempDir& dir() const { return dir_; }

 private:
  TempDir dir_;
};

std::vector<std::string> days(const json& entries) {
  std::vector<std::string> days;
  for (const auto& entry : entries)
    days.push_back(entry.at("event").at("date").at("first").get<std::string>());
  return days;
}

using Days = std::vector<std::string>;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("events come in the order of their days, under months", "[cli][timeline]") {
  const SmallIndex index;
  const auto outcome = index.timeline({"country:JP"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, StartsWith("4 events\n\nJanuary 2001  1 of 1 event, 100 %\n\n"
                                     "  mid-January 2001  JP\n    In mid-January 2001 Japan"));
  CHECK_THAT(outcome.out, Contains("\nFebruary 2001  2 of 2 events, 100 %\n\n  19 Feb  JP RU\n") &&
                              Contains("\n  19–22 Feb  JP RU\n") &&
                              Contains("\nMarch 2001  1 of 1 event, 100 %\n\n  25 Mar  JP RU\n"));
  CHECK(outcome.out.find('\x1b') == std::string::npos);
}

TEST_CASE("a timeline as JSON has its buckets, entries and the next page", "[cli][timeline]") {
  const SmallIndex index;
  const auto all = index.result({"country:JP"});
  CHECK(all.at("schema") == 1);
  CHECK(all.at("total") == 4);
  CHECK(all.at("by") == "month");
  CHECK(all.at("next").is_null());
  CHECK(days(all.at("entries")) == Days{"2001-01-11", "2001-02-19", "2001-02-19", "2001-03-25"});
  CHECK(all.at("buckets").at(1) == json{{"bucket", "2001-02"},
                                        {"first", "2001-02-01"},
                                        {"last", "2001-02-28"},
                                        {"count", 2},
                                        {"archive", 2}});
  CHECK(all.at("entries").at(2).at("event").at("text").get<std::string>() ==
        "Feb. 19-22, 2001: A Russian delegation visits Tokyo; it signs a_paper, they say.");

  CHECK(days(index.result({"country:JP", "--reverse"}).at("entries")) ==
        Days{"2001-03-25", "2001-02-19", "2001-02-19", "2001-01-11"});
  CHECK(index.result({"country:JP", "--by", "year"}).at("buckets").size() == 1);
}

TEST_CASE("a page leads to the next one, in text and JSON, also after re-indexing",
          "[cli][timeline]") {
  const SmallIndex index;
  const auto page = index.result({"country:JP", "--limit", "3"});
  const auto cursor = page.at("next").get<std::string>();
  CHECK(page.at("left") == 1);
  const auto text = index.timeline({"country:JP", "--limit", "3"}).out;
  CHECK(lines_of(text).back() == "1 more: the same command with --cursor " + cursor);
  const auto rest = [&] {
    return days(index.result({"country:JP", "--limit", "3", "--cursor", cursor}).at("entries"));
  };
  CHECK(rest() == Days{"2001-03-25"});

  std::string changed = kEast;
  changed.insert(changed.find("Nothing else"), "On 2 February 2001 Japan spoke again. ");
  (void)index.dir().write("in/east.txt", changed);
  (void)index.dir().write("in/late.txt", "On 1 April 2001 Japan fell silent.\n");
  index.index();
  CHECK(rest() == Days{"2001-03-25", "2001-04-01"});
}

TEST_CASE("every format has the same events in the same order", "[cli][timeline]") {
  const SmallIndex index;
  std::vector<std::string> ids;
  const auto result = index.result({"country:RU"});
  for (const auto& entry : result.at("entries"))
    ids.push_back(entry.at("event").at("id").get<std::string>());
  REQUIRE(ids.size() == 3);

  const auto lines = lines_of(index.timeline({"country:RU", "--format", "jsonl"}).out);
  REQUIRE(lines.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) {
    const auto hit = json::parse(lines[i]);
    CHECK(hit.at("id") == ids[i]);
    CHECK_FALSE(hit.at("text").get<std::string>().empty());
  }
  const auto records = lines_of(index.timeline({"country:RU", "--format", "csv"}).out);
  REQUIRE(records.size() == 4);
  CHECK_THAT(records[0], StartsWith("id,first,last,"));
  for (std::size_t i = 0; i < 3; ++i) CHECK_THAT(records[i + 1], StartsWith(ids[i] + ",2001-"));

  const auto calendar = index.timeline({"country:RU", "--format", "ics"}).out;
  CHECK_THAT(calendar, StartsWith("BEGIN:VCALENDAR\r\n"));
  std::size_t at = 0;
  for (const auto& id : ids) {
    at = calendar.find("UID:east.txt%23" + id.substr(id.find('#') + 1) + "@dateline\r\n", at);
    CHECK(at != std::string::npos);
  }
}

TEST_CASE("Markdown is a chronology with its sources, its marks escaped", "[cli][timeline]") {
  const SmallIndex index;
  CHECK(index.timeline({"country:JP", "--format", "md"}).out ==
        "## January 2001\n"
        "\n"
        "**mid-January 2001:** In mid-January 2001 Japan spoke of railways. "
        "(*Harbours \\*and\\* Railways*, January–March 2001)\n"
        "\n"
        "## February 2001\n"
        "\n"
        "**Feb. 19, 2001:** Russian and Japanese ministers talk by telephone. "
        "(*Harbours \\*and\\* Railways*, January–March 2001)\n"
        "\n"
        "**Feb. 19-22, 2001:** A Russian delegation visits Tokyo; it signs a\\_paper, they say. "
        "(*Harbours \\*and\\* Railways*, January–March 2001)\n"
        "\n"
        "## March 2001\n"
        "\n"
        "**March 25, 2001:** Russia and Japan hold a summit. "
        "(*Harbours \\*and\\* Railways*, January–March 2001)\n");
}

TEST_CASE("nothing found is exit code 1, in every format", "[cli][timeline]") {
  const SmallIndex index;
  for (const auto* format : {"text", "json", "jsonl", "csv", "ics", "md", "html"}) {
    CAPTURE(format);
    CHECK(index.timeline({"zeppelin", "--format", format}).code == 1);
  }
  CHECK(index.timeline({"zeppelin"}).out == "0 events\n");
}

TEST_CASE("what a timeline cannot do is refused in one line", "[cli][timeline]") {
  const SmallIndex index;
  const auto cursor = index.result({"country:JP", "--limit", "1"}).at("next").get<std::string>();
  struct Row {
    std::vector<std::string> arguments;
    std::string message;
  };
  for (const auto& [arguments, message] : std::vector<Row>{
           {{"country:JP", "--cursor", "garbage"}, "--cursor: this is no cursor"},
           {{"country:JP", "--cursor", cursor + "x"}, "--cursor: this is no cursor"},
           {{"country:RU", "--cursor", cursor}, "--cursor: it belongs to another question"},
           {{"country:JP", "--reverse", "--cursor", cursor}, "another question"},
           {{"country:JP", "--limit", "-1"}, "--limit"},
           {{"country:JP", "--limit", "many"}, "--limit"},
           {{"country:JP", "--by", "fortnight"}, "--by"},
           {{"country:JP", "--format", "pdf"}, "--format"},
           {{"country:JP", "kind:article"}, "kind:article"},
           {{"pair:JP-JP"}, "JP-JP"},
           {{"country:JP", "--nonsense"}, "unknown option --nonsense"}}) {
    CAPTURE(arguments);
    const auto outcome = index.timeline(arguments);
    CHECK(outcome.code == 2);
    CHECK_THAT(outcome.err, StartsWith("dateline: ") && Contains(message));
    CHECK(outcome.out.empty());
  }
  const SmallIndex other;
  CHECK_THAT(other.timeline({"country:JP", "--cursor", cursor}).err, Contains("another index"));
}

TEST_CASE("an empty cursor is the beginning", "[cli][timeline]") {
  const SmallIndex index;
  CHECK(index.timeline({"country:JP", "--cursor", ""}).out == index.timeline({"country:JP"}).out);
}

TEST_CASE("control characters of an article reach no format", "[cli][timeline]") {
  const TempDir dir;
  (void)dir.write("in/a.txt", "On 3 May 1999 an evil\x1b[31m treaty\x07 was signed.\n");
  (void)run_dateline(dir.path(), {"index", "--index", "idx", "in"});
  for (const auto* format : {"text", "json", "jsonl", "csv", "ics", "md", "html"}) {
    CAPTURE(format);
    const auto outcome =
        run_dateline(dir.path(), {"timeline", "--index", "idx", "treaty", "--format", format});
    CHECK(outcome.code == 0);
    CHECK_THAT(outcome.out, Contains("evil"));
    CHECK(outcome.out.find('\x1b') == std::string::npos);
    CHECK(outcome.out.find('\x07') == std::string::npos);
  }
}

TEST_CASE("a library of others reads the calendar", "[cli][timeline]") {
  const SmallIndex index;
  const auto check = [](const std::string& script) {
    return std::system(("/usr/bin/python3 -c '" + script + "' >/dev/null 2>&1").c_str()) == 0;
  };
  if (!check("import icalendar")) {
    WARN("skipped: python3-icalendar is absent");
    return;
  }
  const auto file =
      index.dir().write("a.ics", index.timeline({"country:RU", "--format", "ics"}).out);
  CHECK(
      check("import icalendar, datetime\n"
            "calendar = icalendar.Calendar.from_ical(open(\"" +
            file.string() +
            "\", \"rb\").read())\n"
            "events = calendar.walk(\"VEVENT\")\n"
            "assert len(events) == 3 and not any(e.errors for e in events)\n"
            "assert events[1].decoded(\"DTSTART\") == datetime.date(2001, 2, 19)\n"
            "assert events[1].decoded(\"DTEND\") == datetime.date(2001, 2, 23)\n"
            "assert events[1][\"DESCRIPTION\"].startswith(\"Feb. 19-22, 2001: A Russian delegation "
            "visits Tokyo; it signs a_paper, they say.\\n\")\n"));
}

}  // namespace dateline::test
