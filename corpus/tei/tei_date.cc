#include "corpus/tei/tei_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

// "1922", "1789-07", "1789-07-27", "1789-07-27T10:00"; years before the common era are none.
std::optional<DateInterval> days_of(std::string_view value) {
  value = trim(value);
  return parse_iso_interval(value.substr(0, value.find('T')));
}

}  // namespace

std::optional<DateInterval> tei_days(const XmlAttributes& attributes) {
  if (const auto days = days_of(attribute(attributes, "when"))) return days;
  auto first = days_of(attribute(attributes, "from"));
  auto last = days_of(attribute(attributes, "to"));
  if (!first) first = days_of(attribute(attributes, "notBefore"));
  if (!last) last = days_of(attribute(attributes, "notAfter"));
  if (!first) return last;
  if (!last) return first;
  if (last->last < first->first) return std::nullopt;
  return DateInterval{first->first, last->last};
}

bool contradicts(std::string_view words, const DateInterval& days, const DateFinder& dates) {
  bool any = false;
  for (const auto& mention : dates.find(words, {})) {
    const auto& said = mention.value.days;
    if (mention.value.year_inferred) continue;
    any = true;
    if (said.first <= days.last && days.first <= said.last) return false;
  }
  return any;
}

std::string with_year(std::string_view words, const DateInterval& days) {
  auto plain = collapse_spaces(words);
  if (plain.empty()) return format_interval(days);
  const auto first = std::chrono::year_month_day{days.first}.year();
  const auto last = std::chrono::year_month_day{days.last}.year();
  if (first != last || has_year(plain)) return plain;
  // "July 27" wants a comma before the year, "27 July" none.
  const bool ends_in_day = is_ascii_digit(plain.back());
  return fmt::format("{}{} {}", plain, ends_in_day ? "," : "", static_cast<int>(first));
}

}  // namespace dateline
