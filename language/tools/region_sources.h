// What ICU knows of the regions of UN M49.
#pragma once

#include <set>
#include <string>

namespace dateline::regions {

/// The codes of two letters that a region holds, directly or by the regions in it.
/// @param m49 three digits. @throws std::runtime_error when ICU has no such region.
/// Source: CLDR's territory containment, which follows UN M49.
[[nodiscard]] std::set<std::string> icu_territories(const std::string& m49);

/// CLDR's English name of a region: "Eastern Asia" for 030.
[[nodiscard]] std::string icu_region_name(const std::string& m49);

/// Whether ICU knows the code of two letters as one that is, or was, a country's.
[[nodiscard]] bool is_icu_country(const std::string& code);

}  // namespace dateline::regions
