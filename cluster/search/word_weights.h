// What the words of a query weigh in a cluster.
#pragma once

#include <vector>

#include "cluster/search/term_statistics.h"
#include "searcher/rank/ranking_query.h"
#include "searcher/rank/weighting.h"

namespace dateline {

/// All terms that a query's words and pairs are weighed by.
[[nodiscard]] std::vector<std::string> terms_of(const RankingQuery& query);

/// As Weighting::weigh(), by the cluster's figures. @throws as TermStatistics.
[[nodiscard]] std::vector<WeighedWord> weigh(const std::vector<RankingWord>& words,
                                             TermStatistics& statistics);

}  // namespace dateline
