// What an archive in a cluster holds, in figures.
#pragma once

#include <string_view>

#include "cluster/reader/cluster_view.h"
#include "searcher/archive.h"

namespace dateline {

/// The manifest of an archive, as far as a cluster has one: without segments.
[[nodiscard]] Manifest cluster_manifest(const ClusterState& state);

/// Its figures. @param extractor as in index_info() @throws ClusterError, SearchStopped.
[[nodiscard]] ArchiveInfo cluster_info(ClusterView& view, std::string_view extractor);

}  // namespace dateline
