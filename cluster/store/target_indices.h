// The indices that a writer fills.
#pragma once

#include <string>
#include <vector>

#include "cluster/documents/mapping.h"
#include "cluster/store/store_client.h"

namespace dateline {

/// An index of documents that the cluster has, in force or not.
struct ArchiveIndex {
  DocumentKind kind = DocumentKind::article;
  std::string name;     ///< "archive-events-2"
  unsigned number = 0;  ///< the 2 of it
  std::string meta;     ///< its `_meta`, as JSON
};

/// All indices of documents of the archive: those in force, and those that a writer did not finish
/// or did not delete. @throws ClusterError.
[[nodiscard]] std::vector<ArchiveIndex> archive_indices(StoreClient& client);

/// The two indices that a generation is written into.
struct TargetIndices {
  unsigned number = 0;
  std::string articles;
  std::string events;
  bool is_new = false;  ///< not in force yet

  [[nodiscard]] const std::string& of(DocumentKind kind) const noexcept {
    return kind == DocumentKind::article ? articles : events;
  }
};

/// The names of the two of this number.
[[nodiscard]] TargetIndices indices_of_number(const ClusterAddress& address, unsigned number);

/// Has the two new indices of this number ready: makes them, or takes those that an earlier writer
/// made for the same choices and did not finish. While they are filled they are not refreshed by
/// themselves. @throws ClusterError.
[[nodiscard]] TargetIndices prepare_new(StoreClient& client, unsigned number,
                                        const MappingChoices& choices);
/// Has them refreshed as any index, from now on. @throws ClusterError.
void end_filling(StoreClient& client, const TargetIndices& target);

/// How many replicas an archive gets by itself: one where there are several nodes to hold data.
/// @throws ClusterError.
[[nodiscard]] unsigned usual_replicas(StoreClient& client);

}  // namespace dateline
