// The sources of country names: ICU's CLDR data and the lists of ISO 3166 that iso-codes packages.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace dateline::lexicon {

/// A name as a source gives it, for one code or several ("RS,ME").
struct SourcedName {
  std::string codes;
  std::string name;
};

/// Names, common names and official names of ISO 3166-1 (iso-codes' JSON). Throws
/// std::runtime_error.
[[nodiscard]] std::vector<SourcedName> iso_3166_1_names(const std::filesystem::path& json);

/// Names of the withdrawn codes of ISO 3166-3, each with the codes that `codes_of_alpha_4` gives it
/// ("-": none). Throws std::runtime_error for a withdrawn code that has no ruling.
[[nodiscard]] std::vector<SourcedName> iso_3166_3_names(
    const std::filesystem::path& json, const std::map<std::string, std::string>& codes_of_alpha_4);

/// English names from CLDR, as ICU carries them, for `codes`: the usual one, short and variant
/// ones. Withdrawn codes must not be among them: ICU gives them their successors' names.
[[nodiscard]] std::vector<SourcedName> cldr_names(const std::vector<std::string>& codes);

/// CLDR's usual English name of `code`.
[[nodiscard]] std::string cldr_display_name(const std::string& code);

}  // namespace dateline::lexicon
