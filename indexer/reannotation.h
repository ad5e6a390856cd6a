// Articles whose facets are stale, and how they are read again from the index itself.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "index/snapshot.h"

namespace dateline {

/// The articles in force whose mentions something else than `extractor` found
/// (Extractor::version()), in the order of the index. Linear in the articles.
[[nodiscard]] std::vector<Location> stale_articles(const Snapshot& snapshot,
                                                   std::string_view extractor);

/// An article as its reader gave it, from what the segment keeps: text, blocks, and what describes
/// it. (Roles and affiliations of its authors are not kept; nothing that is found depends on them.)
/// @throws IndexError (missing) when it is damaged.
[[nodiscard]] Article stored_article(const Segment& segment, std::uint32_t article);

}  // namespace dateline
