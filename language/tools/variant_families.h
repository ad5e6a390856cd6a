// Families of names that are variants of each other, and the rows that they give.
#pragma once

#include <filesystem>
#include <string>
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

/// The rows of all names: countries from the lexicon as `variant_countries.tsv` limits it, places
/// and names from their tables in `tables`; sorted by key, then reason.
/// @throws std::runtime_error for a table that is damaged, names a country that the lexicon has
/// not, or has a spelling twice.
[[nodiscard]] std::vector<NamedVariants> name_variants(const std::filesystem::path& tables);

}  // namespace dateline::lexicon
