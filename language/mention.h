// What the finders return: a place in the text, what it means, and why.
#pragma once

#include <string_view>

#include "language/country_codes.h"
#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

/// A date expression found in a text.
/// `span` counts bytes of the text given to the finder. `rule` is the stable name of the rule that
/// fired ("full-date", "month-range", …); it has static lifetime.
struct DateMention {
  Span span;
  DateValue value;
  std::string_view rule;
};

/// A country found in a text: one place, one or more codes ("the two Koreas": KP and KR).
/// `codes` is sorted, without repeats, never empty. `rule` has static lifetime ("name", "demonym",
/// "capital", …).
struct CountryMention {
  Span span;
  CountryCodes codes;
  std::string_view rule;
};

}  // namespace dateline
