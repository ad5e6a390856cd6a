// Names of countries in other languages than English.
#pragma once

#include <filesystem>
#include <map>
#include <string>

namespace dateline::lexicon {

/// Codes by variant_key() of a name: ICU's display names in all its languages, and those of the
/// reviewed table country_foreign in `tables`. Left out are names that English has too, words that
/// WordNet has for more than the country, short ones in Latin letters, and those that several
/// countries have.
/// @throws std::runtime_error for a damaged table, or one that names an unknown country.
[[nodiscard]] std::map<std::string, std::string> foreign_names(
    const std::filesystem::path& tables, const std::filesystem::path& wordnet);

}  // namespace dateline::lexicon
