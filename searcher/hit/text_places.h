// Where in a document the words of a query stand.
#pragma once

#include <string>
#include <vector>

#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"

namespace dateline {

/// Where a word, prefix or phrase stands in a document of `segment`, and how often: "title 1×",
/// "text 14×". Only places that the text's field means. Of a prefix also the words it stands for;
/// of a phrase that does not occur, its words. Empty when nothing of it is there. Linear in the
/// tokens. Authors are no places.
[[nodiscard]] std::vector<std::string> text_places(const Segment& segment, Analyzer& analyzer,
                                                   const DocumentRef& document,
                                                   const TextCondition& text);

}  // namespace dateline
