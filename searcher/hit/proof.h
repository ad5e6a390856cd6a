// Why a value of a facet counts a hit: the very places in the text.
#pragma once

#include <string>
#include <vector>

#include "index/pages.h"
#include "language/span.h"

namespace dateline {

/// A place that puts a value there.
struct ProofSpan {
  Span span;         ///< in the article's text
  std::string text;  ///< as written, white space folded
  PageRange pages;   ///< unknown where the text has none
  std::string rule;  ///< what found it; for what a field says, the field: "author", "published"
};

/// A hit, and its places in order of the text. A hit has a value that no place proves when the
/// value comes from the article's description (its author, its publication): then the one span is
/// empty.
struct Proof {
  std::string id;
  std::string title;
  std::vector<ProofSpan> spans;
};

}  // namespace dateline
