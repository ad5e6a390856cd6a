// Dates as TEI marks them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corpus/office/xml_parser.h"
#include "language/date_interval.h"
#include "language/dates/date_finder.h"

namespace dateline {

/// The days that the attributes of `<date>` or `<event>` give: when, from and to, notBefore and
/// notAfter (one of a pair is enough), each a day, a month or a year, perhaps with a time behind.
/// Source: TEI P5, att.datable.w3c.
[[nodiscard]] std::optional<DateInterval> tei_days(const XmlAttributes& attributes);

/// Whether the words of a date speak of other days: they name some with their year, none of which
/// is within `days` or reaches over them.
[[nodiscard]] bool contradicts(std::string_view words, const DateInterval& days,
                               const DateFinder& dates);

/// The words, with the year of `days` behind them where they have none and `days` lie in one year:
/// "July 27" is "July 27, 1789". Without words, the days by ISO 8601.
[[nodiscard]] std::string with_year(std::string_view words, const DateInterval& days);

}  // namespace dateline
