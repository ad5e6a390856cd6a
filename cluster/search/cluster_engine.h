// Answers searches from a cluster.
#pragma once

#include <memory>

#include "cluster/copy/copied_articles.h"
#include "cluster/reader/cluster_view.h"
#include "searcher/engine.h"

namespace dateline {

/// The engine of an archive; what it matches is ClusterMatches (cluster_matches.h). Both must outlive
/// it. @throws ClusterError (wrong) when another analyzer made the archive's words.
[[nodiscard]] std::unique_ptr<SearchEngine> make_cluster_engine(ClusterView& view,
                                                                CopiedArticles& copies);

}  // namespace dateline
