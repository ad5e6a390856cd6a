// Which countries an article is about.
#pragma once

#include <vector>

#include "indexer/annotate/indexed_article.h"
#include "language/countries/country_finder.h"

namespace dateline {

/// The focus of an article: the countries named in its title, and those that have at least
/// kFocusShare of its mentions of countries and are among the kFocusCount most mentioned (ties go
/// to the one mentioned first). Sorted, each once. `article` needs its meta, blocks and mentions.
/// The title is read with `countries`: it may stand in the metadata alone.
[[nodiscard]] std::vector<CountryCode> focus_of(const IndexedArticle& article,
                                                const CountryFinder& countries);

inline constexpr double kFocusShare = 0.15;
inline constexpr std::size_t kFocusCount = 5;

}  // namespace dateline
