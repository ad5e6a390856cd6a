// Words, phrases and prefixes as queries of OpenSearch.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "index/document_kind.h"
#include "searcher/match/condition.h"

namespace dateline {

/// The query that finds what has a text, as Matcher finds it in an index. Verifies phrases that
/// repeat a word at a distance in the documents themselves. @throws as ClusterWords;
/// UnsupportedError for what cannot be asked.
[[nodiscard]] nlohmann::json text_query(const TextCondition& text, DocumentKind kind,
                                        ClusterView& view, ClusterWords& words);

/// `{"match_none": {}}`.
[[nodiscard]] nlohmann::json nothing_query();
/// `{"match_all": {}}`.
[[nodiscard]] nlohmann::json everything_query();
/// A query that any of several holds; of none: nothing.
[[nodiscard]] nlohmann::json any_query(std::vector<nlohmann::json> queries);

}  // namespace dateline
