#include "corpus/structure/entry_head.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/period_name.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::string_view kMarks = " \t-+*_>#";

// Whether a date may begin here: finding one costs more than looking.
bool may_be_date(std::string_view text) noexcept {
  if (text.empty()) return false;
  const char c = text.front();
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

// How many bytes of list marks and emphasis stand at the front, a bullet among them.
std::size_t marks_size(std::string_view text) noexcept {
  constexpr std::array<std::string_view, 3> kBullets{"•", "·", "‣"};
  auto size = std::min(text.find_first_not_of(kMarks), text.size());
  for (const auto bullet : kBullets) {
    if (!text.substr(size).starts_with(bullet)) continue;
    size += bullet.size();
    size = std::min(text.find_first_not_of(kMarks, size), text.size());
  }
  return size;
}

// A date is short; what no digit is in, and no name of a month or season, is none. Months and
// seasons are words of three letters or more.
bool is_short_enough(std::string_view date) noexcept {
  return date.size() >= 3 && date.size() <= kMaxLoneDateBytes;
}

// "March", which alone may be no month at all: it is one where a year follows it.
std::optional<DateMention> month_alone(const std::string& word, const DateContext& context) {
  if (!context.anchor || !std::all_of(word.begin(), word.end(), is_ascii_letter)) {
    return std::nullopt;
  }
  const std::chrono::year_month_day first{context.anchor->first};
  const auto line = word + " " + std::to_string(static_cast<int>(first.year())) + ": ";
  auto found = find_entry_head(line, context);
  if (!found || found->value.precision != Precision::month) return std::nullopt;
  found->span.end = static_cast<std::uint32_t>(word.size());
  found->value.year_inferred = true;
  return found;
}

// "1920 March"
std::optional<DateMention> month_behind_year(const std::string& words, const DateContext& context) {
  constexpr std::size_t kYearDigits = 4;
  if (words.find(' ') != kYearDigits || words.size() == kYearDigits + 1) return std::nullopt;
  const auto year = words.substr(0, kYearDigits);
  const auto month = words.substr(kYearDigits + 1);
  if (!std::all_of(year.begin(), year.end(), is_ascii_digit) ||
      !std::all_of(month.begin(), month.end(), is_ascii_letter)) {
    return std::nullopt;
  }
  const auto line = month + " " + year;
  auto found = find_entry_head(line + ": ", context);
  if (!found || found->value.precision != Precision::month) return std::nullopt;
  return found;
}

bool is_one_month(const DateInterval& days) {
  constexpr std::chrono::days kMaxMonth{31};
  return is_whole_months(days) && days.last - days.first < kMaxMonth;
}

// "3", "14th", "3–5": of the month above.
std::optional<DateMention> day_alone(std::string_view words, const DateContext& context) {
  constexpr std::size_t kMaxBytes = 12;
  constexpr std::string_view kOfDays = "0123456789sthndr-–";
  if (!context.anchor || words.empty() || words.size() > kMaxBytes ||
      !is_ascii_digit(words.front()) || words.find_first_not_of(kOfDays) != words.npos ||
      !is_one_month(*context.anchor)) {
    return std::nullopt;
  }
  auto line = period_name(*context.anchor);  // "March 1998"
  line.replace(line.find(' '), 1, fmt::format(" {}, ", words)).append(": ");
  auto found = find_entry_head(line, context);
  if (!found || found->value.precision > Precision::week ||
      !context.anchor->overlaps(found->value.days)) {
    return std::nullopt;
  }
  found->span.end = static_cast<std::uint32_t>(words.size());
  found->value.year_inferred = true;
  return found;
}

// Whether a day of the month may be meant by its number alone.
enum class BareDays : bool { no, yes };

// The date that `text[begin, end)` is, with its span in `text`.
std::optional<DateMention> date_at(std::string_view text, std::size_t begin, std::size_t end,
                                   const DateContext& context, BareDays bare = BareDays::no) {
  auto words = text.substr(begin, end - begin);
  words = words.substr(0, words.find_last_not_of(" \t\r\n.,:*_|") + 1);
  const auto at = static_cast<std::uint32_t>(begin);
  if (bare == BareDays::yes) {
    if (auto day = day_alone(words, context)) {
      day->span = {at, at + static_cast<std::uint32_t>(words.size())};
      return day;
    }
  }
  if (!is_short_enough(words) || !may_be_date(words)) return std::nullopt;
  if (words.find_first_of(":|") != std::string_view::npos) return std::nullopt;
  std::string line{words};
  line.erase(std::remove_if(line.begin(), line.end(), [](char c) { return c == '*' || c == '_'; }),
             line.end());
  std::replace(line.begin(), line.end(), '\n', ' ');
  auto found = find_entry_head(line + ": ", context);
  if (!found) found = month_alone(line, context);
  if (!found) found = month_behind_year(line, context);
  // More than the date would be an entry with its head.
  if (!found || found->span.end < line.size()) return std::nullopt;
  found->span = {at, at + static_cast<std::uint32_t>(words.size())};
  return found;
}

/// What may part a date from its text.
struct Parting {
  std::string_view mark;
  bool needs_day;  ///< in strict style it counts behind a day with its year; in loose style behind
                   ///< the number of a day alone, too
};
constexpr std::array<Parting, 9> kPartings{{
    {"\n", false},
    {" – ", true},
    {" — ", true},
    {" - ", true},
    {" -- ", true},
    {"**", false},
    {"__", false},
    {"\t", false},
    {" | ", false},
}};

bool is_day_with_year(const DateMention& date) noexcept {
  return date.value.precision <= Precision::week && !date.value.year_inferred;
}

std::optional<EntryHead> parted(std::string_view entry, std::size_t begin, HeadStyle style,
                                const DateContext& context) {
  for (const auto& parting : kPartings) {
    if (style == HeadStyle::strict && !parting.needs_day) continue;
    const auto at = entry.find(parting.mark, begin);
    if (at == std::string_view::npos || at == begin) continue;
    const bool bare = style == HeadStyle::loose && parting.needs_day;
    const auto date = date_at(entry, begin, at, context, bare ? BareDays::yes : BareDays::no);
    if (!date || (style == HeadStyle::strict && !is_day_with_year(*date))) continue;
    const auto text = skip_marks(entry, at + parting.mark.size(), " \t\r\n-–—:.*_|");
    return EntryHead{*date, static_cast<std::uint32_t>(text)};
  }
  return std::nullopt;
}

// "2011-01-25 Protests begin", "3 March 2021 France calls its envoy back", "March 3 France calls":
// a day with its month, and then a word that begins a sentence.
std::optional<EntryHead> parted_by_blank(std::string_view entry, std::size_t begin,
                                         const DateContext& context) {
  constexpr std::size_t kMaxWords = 4;
  std::array<std::size_t, kMaxWords> ends{};
  std::size_t count = 0;
  for (auto at = begin; count < kMaxWords && at < entry.size();) {
    const auto space = entry.find(' ', at);
    if (space == std::string_view::npos) break;
    ends.at(count++) = space;
    at = std::min(entry.find_first_not_of(' ', space), entry.size());
  }
  while (count > 0) {
    const auto end = ends.at(--count);
    const auto text = std::min(entry.find_first_not_of(' ', end), entry.size());
    const auto next = entry.substr(text, 1);
    const bool sentence =
        !next.empty() && ((next[0] >= 'A' && next[0] <= 'Z') || next[0] == '"' || next[0] == '\'' ||
                          static_cast<unsigned char>(next[0]) >= 0x80);
    const auto words = entry.substr(begin, end - begin);
    if (!sentence || !is_ascii_digit(words.back())) {
      const bool month_last = sentence && is_ascii_digit(words.front()) && count == 1;
      if (!month_last) continue;
    }
    const auto date = date_at(entry, begin, end, context);
    if (!date || date->value.precision > Precision::week) continue;
    return EntryHead{*date, static_cast<std::uint32_t>(text)};
  }
  return std::nullopt;
}

// By a colon, or as find_entry_head has it.
std::optional<EntryHead> parted_by_colon(std::string_view entry, std::size_t begin, HeadStyle style,
                                         const DateContext& context) {
  const auto line = entry.substr(0, entry.find_first_of("\n\r"));
  const auto colon = line.find(':', begin);
  const bool dash =
      line.find(" – ") != std::string_view::npos || line.find(" — ") != std::string_view::npos ||
      line.find(" - ") != std::string_view::npos || line.find(".—") != std::string_view::npos ||
      line.find(".–") != std::string_view::npos;
  if (colon == std::string_view::npos && !dash) return std::nullopt;
  if (auto date = find_entry_head(line, context)) {
    return EntryHead{*date, std::min(date->span.end + 1, static_cast<std::uint32_t>(entry.size()))};
  }
  if (colon == std::string_view::npos) return std::nullopt;
  // Emphasis may also close between the date and its colon ("**May 3, 2001**: …").
  const auto date = date_at(entry, begin, colon, context,
                            style == HeadStyle::loose ? BareDays::yes : BareDays::no);
  if (!date) return std::nullopt;
  return EntryHead{*date, static_cast<std::uint32_t>(colon + 1)};
}

}  // namespace

std::optional<EntryHead> read_entry_head(std::string_view entry, const DateContext& context,
                                         HeadStyle style) {
  entry = entry.substr(0, std::min(entry.size(), kMaxEntryHeadBytes));
  const auto begin = marks_size(entry);
  if (!may_be_date(entry.substr(begin))) return std::nullopt;
  if (auto head = parted_by_colon(entry, begin, style, context)) return head;
  if (auto head = parted(entry, begin, style, context)) return head;
  return style == HeadStyle::loose ? parted_by_blank(entry, begin, context) : std::nullopt;
}

std::optional<EntryHead> read_head_within(std::string_view entry, const DateValue& period) {
  DateContext context;
  context.anchor = period.days;
  context.is_entry = true;
  auto head = read_entry_head(entry, context, HeadStyle::loose);
  const bool within = head && head->date.value.precision < period.precision &&
                      head->date.value.days.overlaps(period.days);
  return within ? head : std::nullopt;
}

std::optional<DateMention> lone_date(std::string_view text, const DateContext& context) {
  const auto inner = trim(text);
  if (inner.size() > kMaxLoneDateBytes + 8) return std::nullopt;
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  const auto marks = marks_size(inner);
  return date_at(text, begin + marks, begin + inner.size(), context);
}

}  // namespace dateline
