// The publication period of texts that do not name one.
#pragma once

#include <string>

#include "language/date_interval.h"

namespace dateline {

/// What `--published` says: a period, as queries write it. @throws UsageError when it is none.
[[nodiscard]] DateInterval published_from(const std::string& value);

}  // namespace dateline
