// Changes that a cluster makes by itself to all documents that match.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cluster/store/stored_articles.h"

namespace dateline {

/// Writes the generation `removed` into all documents of these articles that came before it and
/// have none. What is marked is what readers lose with that generation.
/// @param in_force documents that came later are left alone. @throws ClusterError.
void mark_removed(StoreClient& client, const std::string& index,
                  const std::vector<std::string>& articles, std::uint64_t in_force,
                  std::uint64_t removed);
/// Takes such marks off again that are later than `in_force`. @throws ClusterError.
void unmark_removed(StoreClient& client, const std::string& index,
                    const std::vector<std::string>& articles, std::uint64_t in_force);
/// Deletes all documents of these versions. @throws ClusterError.
void delete_versions(StoreClient& client, const std::string& index,
                     const std::vector<StoredVersion>& versions);
/// Deletes what no reader sees since the generation `in_force`. @throws ClusterError.
void delete_removed(StoreClient& client, const std::string& index, std::uint64_t in_force);

/// "{"terms":{"aid":[…]}}" of some ids, from `begin` on at most `count`.
[[nodiscard]] std::string articles_query(const std::vector<std::string>& articles,
                                         std::size_t begin, std::size_t count);

}  // namespace dateline
