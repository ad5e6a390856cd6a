// Families of names that are variants of each other, and the rows that they give.
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "language/spellings/variant_rows.h"

namespace dateline::lexicon {

/// A VariantRow that owns its strings.
struct NamedVariants {
  std::string key;
  std::vector<std::string> variants;
  VariantReason reason;
  bool capitals_only = false;
};

/// The rows of all names: countries from the lexicon as `variant_countries.tsv` limits it,
/// organizations, abbreviations, places and names from their tables in `tables`; sorted by key, then reason.
/// @throws std::runtime_error for a table that is damaged, names a country that the lexicon has
/// not, or has a spelling twice.
[[nodiscard]] std::vector<NamedVariants> name_variants(const std::filesystem::path& tables);

/// By variant_key() of each country's name: the longer names that hold it and mean another country
/// or place, joined by '|'; those of the same country, which hold one of these, with '=' before.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> longer_names(
    const std::filesystem::path& tables);

}  // namespace dateline::lexicon
