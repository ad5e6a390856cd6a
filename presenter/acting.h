// Countries of an event as they are shown: those that it names, and through whom others act.
#pragma once

#include <string>
#include <string_view>

#include "searcher/answer.h"

namespace dateline {

/// "RU by Vladimir Putin", with `between` between two countries; a country that acts as one of two
/// sides, through nobody in particular, is its code alone. Empty when none acts.
[[nodiscard]] std::string acting_text(const Hit& hit, std::string_view between);

/// "CN JP · RU by Vladimir Putin": the named ones first. Of an article, its countries.
[[nodiscard]] std::string countries_text(const Hit& hit);

}  // namespace dateline
