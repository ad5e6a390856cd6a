#include "searcher/query/edtf.h"

#include <algorithm>
#include <string>

namespace dateline {
namespace {

constexpr std::size_t kLongest = 32;  // no form is longer

std::string without_doubt(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '?' && c != '~' && c != '%') plain += c == 'x' ? 'X' : c;
  }
  return plain;
}

// "198X": the first and the last year that it may be; both are read as years then.
std::optional<DateInterval> parse_unsaid_year(const std::string& text) {
  const auto unsaid = text.find('X');
  if (text.size() != 4 || unsaid == std::string::npos ||
      text.find_first_not_of('X', unsaid) != std::string::npos) {
    return std::nullopt;
  }
  auto first = text;
  auto last = text;
  std::replace(first.begin(), first.end(), 'X', '0');
  std::replace(last.begin(), last.end(), 'X', '9');
  if (first == "0000") first = "0001";
  const auto from = parse_iso_interval(first);
  const auto to = parse_iso_interval(last);
  if (!from || !to) return std::nullopt;
  return DateInterval{from->first, to->last};
}

// "2001-21" to "2001-24": spring, summer, autumn and winter of the north, by whole months.
std::optional<DateInterval> parse_season(const std::string& text) {
  constexpr std::string_view kForms = "1234";
  if (text.size() != 7 || text[4] != '-' || text[5] != '2') return std::nullopt;
  const auto season = kForms.find(text[6]);
  const auto year = parse_iso_interval(text.substr(0, 4));
  if (season == std::string_view::npos || !year) return std::nullopt;
  const std::chrono::year first_year = std::chrono::year_month_day{year->first}.year();
  const auto begin = first_year / std::chrono::month{static_cast<unsigned>(3 * season + 3)};
  const auto end = begin + std::chrono::months{3};
  if (!end.year().ok()) return std::nullopt;
  return DateInterval{std::chrono::sys_days{begin / 1},
                      std::chrono::sys_days{end / 1} - std::chrono::days{1}};
}

std::optional<DateInterval> parse_date(std::string_view typed) {
  auto text = without_doubt(typed);
  while (text.size() > 4 && text.ends_with("-XX")) text.resize(text.size() - 3);
  if (auto season = parse_season(text)) return season;
  if (auto year = parse_unsaid_year(text)) return year;
  return parse_iso_interval(text);
}

bool is_open(std::string_view end) noexcept { return end.empty() || end == ".."; }

}  // namespace

std::optional<DateInterval> parse_edtf(std::string_view text) {
  if (text.size() > kLongest) return std::nullopt;
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) return parse_date(text);
  const auto from = text.substr(0, slash);
  const auto to = text.substr(slash + 1);
  if (is_open(from) && is_open(to)) return std::nullopt;
  DateInterval interval{kFirstDay, kLastDay};
  if (!is_open(from)) {
    const auto date = parse_date(from);
    if (!date) return std::nullopt;
    interval.first = date->first;
  }
  if (!is_open(to)) {
    const auto date = parse_date(to);
    if (!date) return std::nullopt;
    interval.last = date->last;
  }
  return interval.last < interval.first ? std::nullopt : std::optional{interval};
}

}  // namespace dateline
