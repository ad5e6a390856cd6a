#include "presenter/calendar_presenter.h"

#include <map>
#include <set>
#include <string>
#include <vector>

#include "language/utf8.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Property = std::pair<std::string, std::string>;  // name with parameters, value

// The unfolded lines, after what RFC 5545 §3.1 says of every line has been held against them.
std::vector<Property> properties_of(const std::string& calendar) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < calendar.size();) {
    const auto end = calendar.find("\r\n", i);
    REQUIRE(end != std::string::npos);
    const auto line = calendar.substr(i, end - i);
    REQUIRE(line.size() <= 75);
    REQUIRE(line.find_first_of("\r\n") == std::string::npos);
    REQUIRE_FALSE(line.empty());
    REQUIRE_FALSE(dateline::find_invalid_utf8(line).has_value());
    if (line.front() == ' ') {
      REQUIRE_FALSE(lines.empty());
      lines.back() += line.substr(1);
    } else {
      lines.push_back(line);
    }
    i = end + 2;
  }
  std::vector<Property> properties;
  for (const auto& line : lines) {
    const auto colon = line.find(':');
    REQUIRE(colon != std::string::npos);
    properties.emplace_back(line.substr(0, colon), line.substr(colon + 1));
  }
  return properties;
}

bool is_day(const std::string& text) {
  return text.size() == 8 && text.find_first_not_of("0123456789") == std::string::npos;
}

// A TEXT value as it was before it was escaped; escapes that §3.3.11 does not know fail.
std::string unescaped(const std::string& value) {
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    REQUIRE(value[i] != ';');
    if (value[i] != '\\') {
      text += value[i];
      continue;
    }
    REQUIRE(++i < value.size());
    REQUIRE(std::string{"\\;,nN"}.find(value[i]) != std::string::npos);
    text += value[i] == 'n' || value[i] == 'N' ? '\n' : value[i];
  }
  return text;
}

using Component = std::map<std::string, std::string>;

// The events of a calendar, after the rules of §3.4, §3.6 and §3.6.1 have been held against it.
std::vector<Component> events_of(const std::string& calendar) {
  const auto properties = properties_of(calendar);
  REQUIRE(properties.size() >= 5);
  CHECK(properties.front() == Property{"BEGIN", "VCALENDAR"});
  CHECK(properties.back() == Property{"END", "VCALENDAR"});
  std::vector<Component> events;
  Component head;
  bool inside = false;
  std::set<std::string> uids;
  for (std::size_t i = 1; i + 1 < properties.size(); ++i) {
    const auto& [name, value] = properties[i];
    if (name == "BEGIN" || name == "END") {
      CHECK(value == "VEVENT");
      CHECK(inside == (name == "END"));
      inside = name == "BEGIN";
      if (inside) events.emplace_back();
      continue;
    }
    auto& component = inside ? events.back() : head;
    CHECK(component.emplace(name, value).second);  // none of these may occur twice
  }
  CHECK_FALSE(inside);
  CHECK(head.at("VERSION") == "2.0");
  CHECK_FALSE(head.at("PRODID").empty());
  CHECK_FALSE(events.empty());
  for (const auto& event : events) {
    CHECK(uids.insert(event.at("UID")).second);
    const auto& stamp = event.at("DTSTAMP");
    CHECK((stamp.size() == 16 && is_day(stamp.substr(0, 8)) && stamp.substr(8) == "T000000Z"));
    CHECK(is_day(event.at("DTSTART;VALUE=DATE")));
    if (const auto end = event.find("DTEND;VALUE=DATE"); end != event.end()) {
      CHECK(is_day(end->second));
      CHECK(end->second > event.at("DTSTART;VALUE=DATE"));
    }
    (void)unescaped(event.at("SUMMARY"));
    (void)unescaped(event.at("DESCRIPTION"));
  }
  return events;
}

Hit hit(const std::string& id, std::string_view days, const std::string& text) {
  Hit hit;
  hit.kind = dateline::DocumentKind::event;
  hit.id = id;
  hit.article_id = id.substr(0, id.find('#'));
  hit.title = "An article; of sorts";
  hit.date = dateline::HitDate{*parse_iso_interval(days), dateline::Precision::day, false, ""};
  hit.text = text;
  return hit;
}

Timeline timeline_of(const std::vector<Hit>& hits) {
  Timeline timeline;
  for (const auto& hit : hits) timeline.entries.push_back({hit, "2001-02", {}, false});
  return timeline;
}

std::string calendar_of(const Timeline& timeline) {
  return to_calendar({dateline::TimelineRequest{}, timeline});
}

}  // namespace

TEST_CASE("an event of some days ends on the day after its last", "[presenter][calendar]") {
  struct Row {
    const char* days;
    const char* begin;
    const char* end;  // null: none
  };
  for (const auto& [days, begin, end] :
       std::vector<Row>{{"2001-02-19..2001-02-22", "20010219", "20010223"},
                        {"2001-02-28", "20010228", "20010301"},
                        {"2000-02-28", "20000228", "20000229"},
                        {"2001-12-31", "20011231", "20020101"},
                        {"0001", "00010101", "00020101"},
                        {"9999-12", "99991201", "99991231"},
                        {"9999-12-31", "99991231", nullptr}}) {
    CAPTURE(days);
    const auto events = events_of(calendar_of(timeline_of({hit("a#1", days, "Text.")})));
    REQUIRE(events.size() == 1);
    CHECK(events[0].at("DTSTART;VALUE=DATE") == begin);
    CHECK(events[0].contains("DTEND;VALUE=DATE") == (end != nullptr));
    if (end != nullptr) CHECK(events[0].at("DTEND;VALUE=DATE") == end);
  }
}

TEST_CASE("texts of any kind come through folding and escaping", "[presenter][calendar]") {
  for (const std::string& text :
       {std::string{"Plain."}, std::string{"A comma, a semicolon; a \\ backslash\\n."},
        std::string{"Ёжик в тумане, 東京で首脳会談、"} + std::string(100, 'x') + " ё ё ё ё ё 京都",
        std::string(75, 'y'), std::string(300, ','), std::string{"\xF0\x9F\x98\x80 END:VEVENT"}}) {
    CAPTURE(text);
    const auto events = events_of(calendar_of(timeline_of({hit("a#1", "2001", text)})));
    const auto description = unescaped(events[0].at("DESCRIPTION"));
    CHECK(description == text + "\nAn article; of sorts [a#1]");
  }
}

TEST_CASE("a calendar repeats, and its stamps come from the articles", "[presenter][calendar]") {
  auto published = hit("b/ü 1.txt#0a1b2c3d.2", "2001-02-19", "Text.");
  published.published = parse_iso_interval("2001Q1");
  const auto timeline = timeline_of({hit("a#1", "2001-02-19", "Text."), published});
  const auto events = events_of(calendar_of(timeline));
  REQUIRE(events.size() == 2);
  CHECK(events[0].at("DTSTAMP") == "20010219T000000Z");
  CHECK(events[1].at("DTSTAMP") == "20010331T000000Z");
  CHECK(events[1].at("UID") == "b%2F%C3%BC%201.txt%230a1b2c3d.2@dateline");
  CHECK(calendar_of(timeline) == calendar_of(timeline));
}

TEST_CASE("a summary ends at the end of a word, and countries are categories",
          "[presenter][calendar]") {
  auto event =
      hit("a#1", "2001",
          "Ministers of both countries met for the first time in eleven years, and agreed.");
  event.countries = {dateline::CountryCode("CN"), dateline::CountryCode("RU")};
  const auto events = events_of(calendar_of(timeline_of({event})));
  CHECK(unescaped(events[0].at("SUMMARY")) ==
        "Ministers of both countries met for the first time in eleven years,…");
  CHECK(events[0].at("CATEGORIES") == "China,Russia");
}

TEST_CASE("no entries make no calendar", "[presenter][calendar]") {
  CHECK(calendar_of(Timeline{}).empty());
}

}  // namespace dateline::test
