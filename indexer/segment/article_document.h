// Turns articles into Xapian documents: the terms of the schema.
#pragma once

#include <cstdint>
#include <vector>

#include "indexer/annotate/indexed_article.h"

namespace Xapian {
class Document;  // who uses one includes <xapian.h>
}

namespace dateline {

/// The document of an article. `counts` becomes the weight (wdf) of each word of its vocabulary.
[[nodiscard]] Xapian::Document article_document(const IndexedArticle& article,
                                                std::vector<std::uint32_t>& counts);

/// The dates an article speaks of, from its mentions and events, each once, sorted.
[[nodiscard]] std::vector<DateRow> dates_of(const IndexedArticle& article);

}  // namespace dateline
