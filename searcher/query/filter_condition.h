// What a filter of a query asks of a document, once it has been read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "index/rows.h"
#include "language/country_code.h"
#include "language/date_interval.h"

namespace dateline {

/// Every filter that is a condition on documents. Each has a row in the table of fields
/// (query_fields.cc), which says how it is read, and one in the table of matchers
/// (match/filter_matchers.cc), which says what it finds.
enum class FilterKind : std::uint8_t {
  country,       ///< mentions these countries
  about,         ///< the article is about these countries
  pair,          ///< an event of both; an article about both
  region,        ///< mentions a country of the region
  organization,  ///< mentions the organization of this short name
  person,        ///< mentions the person, by any form of the name
  named,         ///< mentions these countries, and not only through persons who act for them
  relation,      ///< an event of both countries, or of the chronology of an article about the two
  date,          ///< speaks of these days
  published,     ///< its publication period overlaps these days
  origin,        ///< an event of this origin
  source,        ///< an entry of a log that names this source
  id,            ///< of this id; an article's events, an event's article
};
inline constexpr std::size_t kFilterKinds = 13;

/// How a date must lie to an interval that is asked for.
enum class DateMode : std::uint8_t {
  overlaps,  ///< they share a day
  within,    ///< the date lies in the interval
  contains,  ///< the interval lies in the date
};
/// Their names, in order.
inline constexpr std::array<std::string_view, 3> kDateModeNames{"overlaps", "within", "contains"};
[[nodiscard]] constexpr std::string_view date_mode_name(DateMode mode) noexcept {
  return kDateModeNames[static_cast<std::size_t>(mode)];
}

/// One of the countries, or every one; without codes: documents that have none.
struct AskedCountries {
  std::vector<CountryCode> codes;  ///< sorted, each once
  bool match_all = false;
};
/// Two countries, the first by its code first.
struct AskedPair {
  CountryCode first;
  CountryCode second;
};
struct AskedRegion {
  std::size_t number = 0;  ///< of region_at() (language/countries/region.h)
};
/// The name of an organization, a source or an id; empty: documents that have none.
struct AskedName {
  std::string name;
};
/// A person, by every name that was perhaps meant: as typed first, then in Latin letters, then as
/// the table of office-holders has it. Without names: documents that have no person.
struct AskedPerson {
  std::vector<std::string> names;
};
/// Days; of dates also how they must lie to the interval, and how coarse they may be.
struct AskedDays {
  DateInterval interval{kFirstDay, kLastDay};
  DateMode mode = DateMode::overlaps;
  Precision coarsest = Precision::century;
  bool none = false;  ///< documents without any; the rest does not count then
};
struct AskedOrigin {
  EventOrigin origin = EventOrigin::chronology;
};

/// A filter and what it asks for. Filters of one kind always hold the same alternative.
struct FilterCondition {
  FilterKind kind = FilterKind::country;
  std::variant<AskedCountries, AskedPair, AskedRegion, AskedName, AskedDays, AskedOrigin,
               AskedPerson>
      value;
};

/// Whether days ask for nothing: any day will do.
[[nodiscard]] inline bool is_any_day(const AskedDays& asked) noexcept {
  return !asked.none && asked.interval.first == kFirstDay && asked.interval.last == kLastDay;
}

/// How a value asks for documents without any: `date:none`.
inline constexpr std::string_view kNoneValue = "none";

/// The countries that a filter names, those of a region included; none for other filters.
[[nodiscard]] std::vector<CountryCode> countries_named(const FilterCondition& filter);

}  // namespace dateline
