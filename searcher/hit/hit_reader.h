// Fills in what is shown of a hit.
#pragma once

#include <string>
#include <vector>

#include "index/snapshot.h"
#include "language/words/analyzer.h"
#include "searcher/answer.h"
#include "searcher/hit/snippet.h"

namespace dateline {

/// Countries of an article, most mentioned first, ties by code; at most `limit`.
[[nodiscard]] std::vector<CountryCode> leading_countries(const Segment& segment,
                                                         std::uint32_t article, std::size_t limit);

/// An event's date, with its words.
[[nodiscard]] HitDate event_date(const Segment& segment, std::uint32_t event);

/// The sources that an entry of a log names, in their order.
[[nodiscard]] std::vector<std::string> sources_of(const Segment& segment, std::uint32_t event);
/// The heading of the section that an event stands in, without its marks; empty when there is none.
[[nodiscard]] std::string event_section(const Segment& segment, std::uint32_t event);

/// Everything of a hit but its score. @throws IndexError (missing) when the index is damaged.
[[nodiscard]] Hit read_hit(const Snapshot& snapshot, const DocumentRef& document,
                           const SnippetTarget& target, Analyzer& analyzer);

}  // namespace dateline
