// A hash that differs between versions of an article.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "corpus/article.h"
#include "index/article_meta.h"
#include "index/rows.h"

namespace dateline {

/// XXH3 of everything that was read of an article – text, title, authors' names, publication,
/// language – as 16 hex digits.
[[nodiscard]] std::string content_hash(const Article& article);

/// The same of an article as the index keeps it. Equal to `meta.hash` as long as nothing of it is
/// damaged.
[[nodiscard]] std::string content_hash(const ArticleMeta& meta, std::string_view text);

/// XXH3 of an article's blocks: their spans and kinds. What another version of a reader makes of
/// the same text differs in it.
[[nodiscard]] std::uint64_t structure_hash(const Article& article);
[[nodiscard]] std::uint64_t structure_hash(std::span<const BlockRow> blocks);

}  // namespace dateline
