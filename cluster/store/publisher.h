// Makes an archive in a cluster equal to an index on this machine.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "cluster/http/http_client.h"
#include "index/snapshot.h"
#include "index/writer_lock.h"

namespace dateline {

/// How far a publication is.
struct PublishProgress {
  std::uint64_t sent = 0;  ///< articles, with their events
  std::uint64_t to_send = 0;
};

/// What a publication is to do.
struct PublishOptions {
  std::string copy_place;            ///< where the index lies, for people: "host:/folder"
  bool anew = false;                 ///< build new indices, whatever is there
  bool replaces_other = false;       ///< the archive may be another working copy's
  std::optional<unsigned> shards;    ///< nullopt: as it has, or 3
  std::optional<unsigned> replicas;  ///< nullopt: as it has, or one where there are several nodes
  LockWait wait;                     ///< for another writer
  std::function<void(const PublishProgress&)> progress = {};  ///< may be empty
};

/// An article that the cluster does not take.
struct RefusedArticle {
  std::string id;
  std::string reason;
};

/// What it did.
struct PublishReport {
  std::uint64_t generation = 0;   ///< that readers see now
  std::uint64_t sent = 0;         ///< articles, new or changed …
  std::uint64_t sent_events = 0;  ///< … and their events
  std::uint64_t reused = 0;       ///< articles that a writer had sent that did not come to its end
  std::uint64_t taken_out = 0;    ///< articles: changed, or gone
  std::vector<RefusedArticle> refused;  ///< left out; what stood there under their ids stays
  bool interrupted = false;             ///< stopped on request: the last generation stands
};

/// Sends what is new or changed, marks what is gone, and puts all of it in force by one request, so
/// that a reader sees the generation before or this one, whole. Nothing to do: does nothing. The
/// first time it makes the indices; where more than half of a large archive changes, and where
/// schema, analyzer, language or the number of shards does, it fills new indices beside the old
/// ones. A writer that was stopped or killed at any moment leaves the last generation in force, and
/// the next one goes on with what it had sent.
/// @throws ClusterError: of the kind `locked` when another writes; (wrong) when the archive was
/// written from another index, or by a newer program; when counts are not what they must be: then
/// the last generation stands. IndexError (missing) when the index is damaged.
[[nodiscard]] PublishReport publish(HttpClient& client, const Snapshot& snapshot,
                                    const PublishOptions& options, const std::stop_token& stop);

/// Whether an index may be published there, as far as one can know before: waits until nobody else
/// writes the archive, as PublishOptions::wait says. What is not there may be written.
/// @param copy_id Manifest::id of the index; empty: it is yet to be made.
/// @throws ClusterError as publish(); SearchStopped.
void require_writable(HttpClient& client, const std::string& copy_id, const PublishOptions& options,
                      const std::stop_token& stop);

}  // namespace dateline
