#include "language/tools/lexicon_sources.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/ures.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "language/icu_strings.h"

namespace dateline::lexicon {
namespace {

nlohmann::json read_json(const std::filesystem::path& path) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error{"cannot read " + path.string()};
  return nlohmann::json::parse(in);
}

struct CloseBundle {
  void operator()(UResourceBundle* bundle) const { ures_close(bundle); }
};
using Bundle = std::unique_ptr<UResourceBundle, CloseBundle>;

// Alternative names stand in tables of their own beside "Countries" in ICU's region data.
void add_alternatives(const char* table, const std::vector<std::string>& codes,
                      std::vector<SourcedName>& names) {
  UErrorCode status = U_ZERO_ERROR;
  const Bundle english{ures_open(U_ICUDATA_NAME "-region", "en", &status)};
  const Bundle rows{ures_getByKey(english.get(), table, nullptr, &status)};
  if (U_FAILURE(status)) throw std::runtime_error{std::string{"ICU's region data lacks "} + table};
  for (const auto& code : codes) {
    UErrorCode missing = U_ZERO_ERROR;
    std::int32_t length = 0;
    const UChar* name = ures_getStringByKey(rows.get(), code.c_str(), &length, &missing);
    if (U_SUCCESS(missing)) names.push_back({code, utf8(icu::UnicodeString(name, length))});
  }
}

}  // namespace

std::vector<SourcedName> iso_3166_1_names(const std::filesystem::path& json) {
  std::vector<SourcedName> names;
  const auto list = read_json(json);
  for (const auto& country : list.at("3166-1")) {
    const auto code = country.at("alpha_2").get<std::string>();
    for (const char* key : {"name", "common_name", "official_name"}) {
      if (country.contains(key)) names.push_back({code, country.at(key).get<std::string>()});
    }
  }
  return names;
}

std::vector<SourcedName> iso_3166_3_names(
    const std::filesystem::path& json, const std::map<std::string, std::string>& codes_of_alpha_4) {
  std::vector<SourcedName> names;
  const auto list = read_json(json);
  for (const auto& country : list.at("3166-3")) {
    const auto alpha_4 = country.at("alpha_4").get<std::string>();
    const auto codes = codes_of_alpha_4.find(alpha_4);
    if (codes == codes_of_alpha_4.end()) {
      throw std::runtime_error{"country_withdrawn.tsv: no ruling on " + alpha_4};
    }
    if (codes->second != "-") {
      names.push_back({codes->second, country.at("name").get<std::string>()});
    }
  }
  return names;
}

std::vector<SourcedName> cldr_names(const std::vector<std::string>& codes) {
  std::vector<SourcedName> names;
  names.reserve(2 * codes.size());
  for (const auto& code : codes) names.push_back({code, cldr_display_name(code)});
  add_alternatives("Countries%short", codes, names);
  add_alternatives("Countries%variant", codes, names);
  return names;
}

std::string cldr_display_name(const std::string& code) {
  icu::UnicodeString name;
  icu::Locale("", code.c_str()).getDisplayCountry(icu::Locale::getEnglish(), name);
  return utf8(name);
}

}  // namespace dateline::lexicon
