// Days and periods as people write them.
#pragma once

#include <string>

#include "language/date_interval.h"

namespace dateline {

/// Whether the first day begins a month and the last day ends one.
[[nodiscard]] bool is_whole_months(const DateInterval& period);

/// Days as they stand under a heading that names their year: "19 Feb", "19–22 Feb",
/// "28 Feb – 2 Mar", "30 Dec 2000 – 2 Jan 2001".
[[nodiscard]] std::string short_days(const DateInterval& period);

/// Days in the manner of a chronology, always with their year: "Feb. 19, 2001", "Feb. 19-22, 2001",
/// "Feb. 28-March 2, 2001".
[[nodiscard]] std::string chronology_days(const DateInterval& period);

/// A period: "2001", "January–March 2001", "February 2001", "19 February 2001"; months are named
/// where the period is made of whole ones, else its days.
[[nodiscard]] std::string period_name(const DateInterval& period);

}  // namespace dateline
