// What the snippets of a request's hits should show.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "index/segment.h"
#include "searcher/hit/snippet.h"
#include "searcher/match/condition.h"
#include "searcher/request_reader.h"

namespace dateline {

/// In how many documents of a kind terms stand, of how many: where a text weighs less, the more
/// documents have it.
struct DocumentFrequencies {
  std::uint64_t documents = 0;                        ///< all of the kind
  std::function<double(const std::string& term)> of;  ///< those that have a term
};

/// The texts of a request that count for a hit, as the segment has them, with their weights; and the
/// countries, organizations and days that it asks for. @param like texts that count, too: of a
/// model.
[[nodiscard]] SnippetTarget snippet_target(const ReadRequest& request,
                                           const std::optional<Condition>& like,
                                           const Segment& segment,
                                           const DocumentFrequencies& frequencies);

}  // namespace dateline
