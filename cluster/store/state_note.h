// The writer's note in a cluster.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "cluster/http/http_client.h"
#include "cluster/store/store_client.h"

namespace dateline {

/// What the writer notes about what it has written; for `info`, and to know its own again.
struct StoredNote {
  std::string copy_id;     ///< Manifest::id of the working copy that it is made of
  std::string copy_place;  ///< "host:/folder" of that
  std::string extractor;   ///< as in Manifest
  std::string names;
  std::vector<std::string> roots;
  std::chrono::system_clock::time_point written_at;

  friend bool operator==(const StoredNote&, const StoredNote&) = default;
};

/// What the last writer noted; empty when nothing was. @throws ClusterError.
[[nodiscard]] StoredNote read_note(HttpClient& client);
/// Who is writing just now: "process 4711 on host since 2001-02-19T10:00:00+0100"; nullopt: nobody,
/// or it cannot be told. @throws ClusterError.
[[nodiscard]] std::optional<std::string> read_writer(HttpClient& client);

/// Replaces the note. Requires the index of the state, and the lock. @throws ClusterError.
void write_note(StoreClient& client, const StoredNote& note);

/// Makes the index of the state when there is none. @param replicas of it. @throws ClusterError.
void require_state_index(StoreClient& client, unsigned replicas);

}  // namespace dateline
