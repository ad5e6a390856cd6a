// What a cluster says about an archive in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "cluster/documents/mapping.h"
#include "cluster/http/http_client.h"
#include "cluster/store/archive_names.h"
#include "cluster/store/state_note.h"

namespace dateline {

/// The index of documents that is in force, and how it is laid out.
struct StoredIndex {
  std::string name;     ///< "archive-events-2"; readers ask its alias, not it
  unsigned number = 0;  ///< the 2 of it: grows with each one that is built anew
  unsigned shards = 0;
  unsigned replicas = 0;
};

/// An archive as it stands in a cluster.
struct ClusterState {
  std::uint64_t generation = 0;  ///< that readers see
  int schema = 0;                ///< kDocumentSchema of who wrote it
  std::string language;
  std::string analyzer;
  StoredIndex articles;
  StoredIndex events;
  StoredNote note;
};

/// Reads an archive's state. What is in force stands in the aliases, and is read in one piece.
/// @throws ClusterError: absent when there is no such archive; as HttpClient::send().
[[nodiscard]] ClusterState read_state(HttpClient& client);
/// The generation in force, and nothing else: one small request. @throws likewise.
[[nodiscard]] std::uint64_t read_generation(HttpClient& client);

/// Refuses an archive that this program does not read: its documents are laid out otherwise, or
/// its words were made by another analyzer, so that a query's would silently not match.
/// @param analyzer Analyzer::fingerprint() of its language here.
/// @throws ClusterError (wrong) with what to do.
void check_state(const ClusterState& state, const ClusterAddress& address,
                 std::string_view analyzer);

}  // namespace dateline
