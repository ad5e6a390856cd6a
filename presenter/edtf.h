// Dates as the Extended Date/Time Format writes them.
#pragma once

#include <string>

#include "searcher/answer.h"

namespace dateline {

/// A date in the form of ISO 8601-2:2019 (EDTF, level 1) that says its days and precision:
/// "2001-02-19", "2001-02", "2001", "198X", "19XX"; days that are no whole unit as an interval,
/// "2001-02-19/2001-03-02", of months where they are whole ("2001-01/2001-03"); "~" behind what is
/// approximate. The ends of time are "..".
[[nodiscard]] std::string edtf_of(const HitDate& date);

}  // namespace dateline
