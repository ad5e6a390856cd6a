#include "corpus/structure/period.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

bool is_alphanumeric(char c) noexcept {
  // Bytes of letters beyond ASCII count as letters: they set nothing apart.
  return is_ascii_digit(c) || is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

// Shapes of a period in a file name: 9 is a digit, q a "q" in any case, - a separator that may be
// one of - _ . or, before the q, be missing. Longer shapes first.
constexpr std::array<std::string_view, 5> kShapes{"9999-99-99", "99999999", "9999-q9", "9999q9",
                                                  "9999-99"};

bool has_shape(std::string_view text, std::string_view shape) noexcept {
  return std::equal(shape.begin(), shape.end(), text.begin(), text.end(), [](char s, char c) {
    if (s == '9') return is_ascii_digit(c);
    if (s == 'q') return c == 'q' || c == 'Q';
    return c == '-' || c == '_' || c == '.';
  });
}

std::optional<DateInterval> parse_shaped(std::string_view text) noexcept {
  std::array<char, 10> iso{};
  std::size_t size = 0;
  const bool compact = text.size() == 8 && std::all_of(text.begin(), text.end(), is_ascii_digit);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (compact && (i == 4 || i == 6)) iso.at(size++) = '-';
    iso.at(size++) = text[i] == '_' || text[i] == '.' ? '-' : text[i];
  }
  const std::string_view form{iso.data(), size};
  if (form.substr(0, 4) < "1000" || form.substr(0, 4) > "2200") return std::nullopt;
  return parse_iso_interval(form);
}

struct Found {
  DateInterval days;
  std::size_t size = 0;
};

std::optional<Found> period_at(std::string_view rest) noexcept {
  for (const auto shape : kShapes) {
    const auto text = rest.substr(0, shape.size());
    const bool apart = rest.size() <= shape.size() || !is_alphanumeric(rest[shape.size()]);
    if (!apart || !has_shape(text, shape)) continue;
    // A day that does not exist is not read as its month.
    const auto days = parse_shaped(text);
    return days ? std::optional{Found{*days, shape.size()}} : std::nullopt;
  }
  return std::nullopt;
}

// Whether the words between two dates only join them: ", ", " and ", "/".
bool is_joint(std::string_view between) noexcept {
  between = trim(between);
  if (between.starts_with(',')) between = trim(between.substr(1));
  return between.empty() || between == "and" || between == "/" || between == "&";
}

}  // namespace

namespace {

// "1805-jefferson.txt"
std::optional<DateInterval> year_at_front(std::string_view name) noexcept {
  constexpr std::size_t kDigits = 4;
  if (name.size() < kDigits + 2 ||
      !std::all_of(name.begin(), name.begin() + kDigits, is_ascii_digit))
    return std::nullopt;
  const char mark = name[kDigits];
  constexpr std::size_t kMinLetters = 3;
  const auto word = name.substr(kDigits + 1, kMinLetters);
  const bool apart = (mark == '-' || mark == '_' || mark == ' ') && word.size() == kMinLetters &&
                     std::all_of(word.begin(), word.end(), is_ascii_letter);
  if (!apart || name.substr(0, kDigits) < "1000" || name.substr(0, kDigits) > "2200")
    return std::nullopt;
  return parse_iso_interval(name.substr(0, kDigits));
}

}  // namespace

std::optional<DateInterval> period_from_file_name(std::string_view name) noexcept {
  std::optional<DateInterval> result;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (i > 0 && is_alphanumeric(name[i - 1])) continue;
    const auto found = period_at(name.substr(i));
    if (!found) continue;
    if (result && *result != found->days) return std::nullopt;
    result = found->days;
    i += found->size;
  }
  return result ? result : year_at_front(name);
}

std::optional<DateInterval> period_from_words(std::string_view words, const DateFinder& dates) {
  const auto mentions = dates.find(words, {});
  const auto fits = [](const DateMention& mention) {
    return mention.value.precision <= Precision::year && !mention.value.year_inferred;
  };
  const auto last = std::find_if(mentions.rbegin(), mentions.rend(), fits);
  if (last == mentions.rend()) return std::nullopt;
  DateInterval period = last->value.days;
  auto begin = last->span.begin;
  for (auto it = std::next(last); it != mentions.rend(); ++it) {
    const auto between = words.substr(it->span.end, begin - it->span.end);
    if (!is_joint(between) || it->value.precision > Precision::year) break;
    period = {std::min(period.first, it->value.days.first),
              std::max(period.last, it->value.days.last)};
    begin = it->span.begin;
  }
  return period;
}

std::optional<DateInterval> parse_period(std::string_view value, const DateFinder& dates) {
  constexpr std::size_t kDayBytes = 10;
  value = trim(value);
  const bool open = value.starts_with("..") || value.ends_with("..");
  if (open) return std::nullopt;
  if (const auto days = parse_iso_interval(value)) return days;
  const bool timestamp = value.size() > kDayBytes + 1 && is_ascii_digit(value[kDayBytes + 1]) &&
                         (value[kDayBytes] == 'T' || value[kDayBytes] == ' ');
  if (timestamp) return parse_iso_interval(value.substr(0, kDayBytes));
  // "2001-13" and "2001/02" would be years in prose; as a value they are a date gone wrong.
  const bool only_numbers = value.find_first_not_of("0123456789-./ ") == std::string_view::npos;
  if (only_numbers && std::count(value.begin(), value.end(), '/') != 2) return std::nullopt;
  return period_from_words(value, dates);
}

}  // namespace dateline
