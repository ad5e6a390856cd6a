// Why a value of a facet counts a hit: the very places in the text.
#pragma once

#include <string>
#include <vector>

#include "index/pages.h"
#include "index/snapshot.h"
#include "searcher/query/request.h"

namespace dateline {

/// A place that puts a value there.
struct ProofSpan {
  Span span;         ///< in the article's text
  std::string text;  ///< as written, white space folded
  PageRange pages;   ///< unknown where the text has none
  std::string rule;  ///< what found it; for what a field says, the field: "author", "published"
};

/// A hit, and its places in order of the text. A hit has a value that no place proves when the value
/// comes from the article's description (its author, its publication): then the one span is empty.
struct Proof {
  std::string id;
  std::string title;
  std::vector<ProofSpan> spans;
};

/// What puts a value into a facet of a hit. `condition` is the value as a condition
/// (QueryNode of the facet's own kind). Mentions of an event are those in its text; what it inherits
/// is proved in its article.
/// @throws IndexError (missing) when the index is damaged.
[[nodiscard]] Proof prove(const Snapshot& snapshot, const Hit& hit, Facet facet,
                          const QueryNode& condition);

}  // namespace dateline
