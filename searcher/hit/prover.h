// Finds the places that put a value into a facet.
#pragma once

#include "index/snapshot.h"
#include "searcher/hit/proof.h"
#include "searcher/query/facet.h"
#include "searcher/query/query.h"

namespace dateline {

/// What puts a value into a facet of a document. `value` is a QueryNode of the facet's own kind.
/// Mentions of an event are those in its text; what it inherits is proved in its article.
/// @throws IndexError (missing) when the index is damaged.
[[nodiscard]] Proof prove_value(const Snapshot& snapshot, const DocumentRef& document, Facet facet,
                                const QueryNode& value);

}  // namespace dateline
