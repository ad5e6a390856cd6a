#include "presenter/calendar_presenter.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/countries/country_finder.h"
#include "language/display.h"
#include "language/period_name.h"
#include "language/utf8.h"
#include "presenter/timeline_parts.h"

namespace dateline {
namespace {

// RFC 5545 §3.1: octets of a line without its end.
constexpr std::size_t kLineBytes = 75;
constexpr std::size_t kSummaryBytes = 70;

// A TEXT value (§3.3.11). Line feeds are escaped; other characters that would command a terminal or
// break a line are left out.
std::string escaped_value(std::string_view text) {
  std::string value;
  for (const char c : printable(text, true)) {
    if (c == '\n') {
      value += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') value += '\\';
    value += c;
  }
  return value;
}

// A content line, folded (§3.1) between characters, not inside one.
std::string line(std::string_view name, std::string_view value) {
  std::string text{name};
  text += value;
  std::string folded;
  std::string_view rest = text;
  std::size_t room = kLineBytes;
  while (rest.size() > room) {
    const auto end = floor_code_point(rest, room);
    folded += rest.substr(0, end);
    folded += "\r\n ";
    rest.remove_prefix(end);
    room = kLineBytes - 1;  // the space counts
  }
  folded += rest;
  return folded + "\r\n";
}

std::string basic_day(std::chrono::sys_days day) {
  auto text = format_day(day);
  std::erase(text, '-');
  return text;
}

// The beginning of the text, to the end of a word.
std::string summary_of(std::string_view text) {
  if (text.size() <= kSummaryBytes) return std::string{text};
  auto end = text.rfind(' ', kSummaryBytes);
  if (end == std::string_view::npos || end == 0) end = floor_code_point(text, kSummaryBytes);
  return std::string{text.substr(0, end)} + "…";
}

// Letters, digits, `-`, `.` and `_` as they are, all else as a percent sign and two hex digits, so
// that different ids stay different.
std::string safe_id(std::string_view id) {
  constexpr std::string_view kSafe =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._";
  std::string safe;
  for (const char c : id) {
    if (kSafe.find(c) != std::string_view::npos) {
      safe += c;
    } else {
      safe += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return safe;
}

std::string calendar_source(const Hit& hit) {
  std::string source = hit.title.empty() ? hit.article_id : hit.title;
  if (!hit.section.empty()) source += ", " + hit.section;
  if (hit.published) source += ", " + period_name(*hit.published);
  return fmt::format("{} [{}]", source, hit.id);
}

std::string description_of(const TimelineEntry& entry) {
  auto text = fmt::format("{}\n{}", entry.hit.text, calendar_source(entry.hit));
  for (const Hit& same : entry.same) text += "\n" + calendar_source(same);
  return text;
}

std::string categories_of(const Hit& hit) {
  std::string names;
  for (const auto code : hit.countries) {
    if (!names.empty()) names += ',';
    names += escaped_value(country_name(code).value_or(code.str()));
  }
  return names;
}

// The day after the last (§3.6.1). There is none after 9999-12-31, which four digits can write: an
// event that runs to it loses that day, or, when it has no other, needs no end (a day is meant).
std::string end_line(const DateInterval& days) {
  const auto end = std::min(days.last + std::chrono::days{1}, kLastDay);
  return end <= days.first ? std::string{} : line("DTEND;VALUE=DATE:", basic_day(end));
}

std::string vevent(const TimelineEntry& entry) {
  const Hit& hit = entry.hit;
  const auto days = hit.date.value_or(HitDate{}).days;
  const auto stamp = hit.published ? hit.published->last : days.last;
  auto text = line("BEGIN:", "VEVENT") + line("UID:", safe_id(hit.id) + "@dateline") +
              line("DTSTAMP:", basic_day(stamp) + "T000000Z") +
              line("DTSTART;VALUE=DATE:", basic_day(days.first)) + end_line(days) +
              line("SUMMARY:", escaped_value(summary_of(hit.text))) +
              line("DESCRIPTION:", escaped_value(description_of(entry)));
  if (!hit.countries.empty()) text += line("CATEGORIES:", categories_of(hit));
  return text + line("TRANSP:", "TRANSPARENT") + line("END:", "VEVENT");
}

}  // namespace

std::string calendar_begin() {
  return line("BEGIN:", "VCALENDAR") + line("VERSION:", "2.0") +
         line("PRODID:", "-//Dateline//Dateline timeline//EN");
}

std::string calendar_event(const TimelineEntry& entry) { return vevent(entry); }

std::string calendar_end() { return line("END:", "VCALENDAR"); }

std::string to_calendar(const TimelineAnswer& answer) {
  const auto& timeline = answer.timeline;
  if (timeline.entries.empty()) return {};
  auto text = calendar_begin();
  for (const auto& entry : timeline.entries) text += vevent(entry);
  return text + calendar_end();
}

}  // namespace dateline
