// What filters of the query language ask of a cluster: one table.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include "cluster/reader/cluster_view.h"
#include "cluster/search/cluster_words.h"
#include "index/document_kind.h"
#include "searcher/query/filter_condition.h"

namespace dateline {

/// The query that finds what match_filter() finds in an index. @throws as ClusterWords.
[[nodiscard]] nlohmann::json filter_query(const FilterCondition& filter, DocumentKind kind,
                                          ClusterView& view, ClusterWords& words);

}  // namespace dateline
