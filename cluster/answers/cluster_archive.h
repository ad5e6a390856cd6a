// An archive that lies in a cluster.
#pragma once

#include <memory>

#include "cluster/http/address.h"
#include "cluster/http/credentials.h"
#include "searcher/archive.h"

namespace dateline {

/// The archive as it is now. @throws ClusterUsageError as HttpClient; ClusterError when there is
/// none, or no answer.
[[nodiscard]] std::unique_ptr<Archive> open_cluster_archive(const ClusterAddress& address,
                                                            const ClusterAccess& access);

/// For servers: connects when it is asked, so that one starts where the cluster is down.
[[nodiscard]] std::unique_ptr<ArchiveSource> cluster_archive_source(ClusterAddress address,
                                                                    ClusterAccess access);

}  // namespace dateline
