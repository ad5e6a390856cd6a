// What is exported of a cluster's archive.
#pragma once

#include <memory>
#include <stop_token>

#include "cluster/export/export_source.h"
#include "searcher/matches.h"

namespace dateline {

/// The articles and events that match, in the order of their adding: the same documents as those of
/// the index that the archive was written from. Both must be of one open cluster archive, and
/// outlive it. Copies of some hundred articles are on this machine at a time.
[[nodiscard]] std::unique_ptr<ExportSource> cluster_export_source(const Matches& articles,
                                                                  const Matches& events,
                                                                  std::stop_token stop);

}  // namespace dateline
