// What the finders return: a place in the text, what it means, and why.
#pragma once

#include <cstdint>
#include <string_view>

#include "language/country_codes.h"
#include "language/date_interval.h"
#include "language/span.h"

namespace dateline {

/// Where the year of a date comes from that has none written with it.
enum class YearOrigin : std::uint8_t {
  none,       ///< it is written, or the words point to it
  text,       ///< a date or year before or beside it in the running text
  heading,    ///< the heading above it
  entry,      ///< the head of its chronology entry
  published,  ///< the publication of the article
};

/// A date expression found in a text.
/// `span` counts bytes of the text given to the finder. `rule` is the stable name of the rule that
/// fired ("full-date", "month-range", …); it has static lifetime.
struct DateMention {
  Span span;
  DateValue value;
  std::string_view rule;
  YearOrigin year_from = YearOrigin::none;
  Span year_words = {};  ///< of text, heading and entry: the words; bytes of the article
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
