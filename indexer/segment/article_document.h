// Turns articles and events into Xapian documents: the terms of the schema.
#pragma once

#include <xapian.h>

#include "indexer/annotate/indexed_article.h"

namespace dateline {

/// The document of an article. `counts` becomes the weight (wdf) of each word of its vocabulary.
[[nodiscard]] Xapian::Document article_document(const IndexedArticle& article,
                                                std::vector<std::uint32_t>& counts);

/// The document of one event of `article`.
/// The dates an article speaks of, from its mentions and events, each once, sorted.
[[nodiscard]] std::vector<DateRow> dates_of(const IndexedArticle& article);

}  // namespace dateline
