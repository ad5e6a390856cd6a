// Dates of the Extended Date/Time Format in queries.
#pragma once

#include <optional>
#include <string_view>

#include "language/date_interval.h"

namespace dateline {

/// Reads the forms of ISO 8601-2:2019 (EDTF, levels 0 to 2) that name days: digits that are not
/// said ("198X", "19XX", "2001-XX"), seasons ("2001-21" is spring; winter ends in the next year),
/// intervals ("1984/2004", "1984-06/1984-08", "2001/..", "../2001") and the marks of doubt "?", "~"
/// and "%", which change nothing: days are looked for, not how sure they are. What
/// parse_iso_interval() reads is read, too. Never throws.
/// @return nullopt for anything else, and for intervals that run backwards.
[[nodiscard]] std::optional<DateInterval> parse_edtf(std::string_view text);

}  // namespace dateline
