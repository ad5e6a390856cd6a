#include "language/tools/region_sources.h"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/strenum.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>

namespace dateline::regions {
namespace {

const icu::Region& icu_region(const char* code) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* region = icu::Region::getInstance(code, status);
  if (U_FAILURE(status) || region == nullptr) {
    throw std::runtime_error{std::string{"ICU has no region "} + code};
  }
  return *region;
}

void add_territories(const icu::Region& region, std::set<std::string>& codes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> parts{region.getContainedRegions(status)};
  while (parts != nullptr && U_SUCCESS(status)) {
    const char* code = parts->next(nullptr, status);
    if (code == nullptr) break;
    const auto& part = icu_region(code);
    if (part.getType() == URGN_TERRITORY) {
      codes.insert(code);
    } else {
      add_territories(part, codes);
    }
  }
}

}  // namespace

std::set<std::string> icu_territories(const std::string& m49) {
  std::set<std::string> codes;
  add_territories(icu_region(m49.c_str()), codes);
  if (codes.empty()) throw std::runtime_error{"ICU knows no country in region " + m49};
  return codes;
}

std::string icu_region_name(const std::string& m49) {
  icu::UnicodeString name;
  icu::Locale{"und", m49.c_str()}.getDisplayCountry(icu::Locale::getEnglish(), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

bool is_icu_country(const std::string& code) {
  if (code.size() != 2) return false;
  UErrorCode status = U_ZERO_ERROR;
  const auto* region = icu::Region::getInstance(code.c_str(), status);
  if (U_FAILURE(status) || region == nullptr) return false;
  return region->getType() == URGN_TERRITORY || region->getType() == URGN_DEPRECATED;
}

}  // namespace dateline::regions
