// Turns a name as a source writes it into the surfaces that the matcher looks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline::lexicon {

/// The surfaces of a name of a list of countries: brackets dropped, an inverted name ("Korea,
/// Republic of") also put the right way round, the bare head before the comma when what follows
/// ends in "of".
[[nodiscard]] std::vector<std::string> listed_name_surfaces(std::string_view name);

/// `surface` and its mechanical variants: typographic apostrophes made plain, "&" as "and",
/// Saint as St. and St, and the same without marks on its letters. The first is the surface itself.
[[nodiscard]] std::vector<std::string> surface_variants(std::string_view surface);

}  // namespace dateline::lexicon
