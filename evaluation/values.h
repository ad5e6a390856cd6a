// How values are written in labels and reports. Internal to evaluation/.
#pragma once

#include <string>
#include <vector>

#include "language/country_code.h"
#include "language/date_interval.h"

namespace dateline {

/// "2001-02-19/2001-03-02", both days also when they are the same.
[[nodiscard]] inline std::string written(const DateInterval& days) {
  return format_day(days.first) + '/' + format_day(days.last);
}

/// The intervals, one a string.
[[nodiscard]] inline std::vector<std::string> written(const std::vector<DateInterval>& intervals) {
  std::vector<std::string> values;
  values.reserve(intervals.size());
  for (const auto& days : intervals) values.push_back(written(days));
  return values;
}

/// The codes, one a string.
[[nodiscard]] inline std::vector<std::string> written(const std::vector<CountryCode>& codes) {
  std::vector<std::string> values;
  values.reserve(codes.size());
  for (const auto code : codes) values.push_back(code.str());
  return values;
}

/// What an event's label says: its days and its countries, "2001-01-24/2001-01-24 CN,RU".
[[nodiscard]] inline std::string event_value(const DateInterval& days,
                                             const std::vector<CountryCode>& countries) {
  const auto codes = join_codes(countries, ",");
  return codes.empty() ? written(days) : written(days) + ' ' + codes;
}

}  // namespace dateline
