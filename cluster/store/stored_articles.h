// What a cluster holds of an archive, article by article, without their texts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cluster/store/store_client.h"

namespace dateline {

/// A version of an article in an index of articles.
struct StoredArticle {
  std::string id;
  std::string fingerprint;
  std::uint64_t added = 0;               ///< the generation that added it
  std::optional<std::uint64_t> removed;  ///< the one that takes it out
};

/// Goes through an index of articles in the order of their ids' bytes; of one id, by generation.
/// Leaves out what the generation in force does not have any more. One page is in memory.
class StoredArticles {
 public:
  /// `client` must outlive it. @param in_force the generation that readers see.
  StoredArticles(StoreClient& client, std::string index, std::uint64_t in_force);

  /// @return nullptr at the end; else valid until the next call. @throws ClusterError.
  [[nodiscard]] const StoredArticle* next();

 private:
  void read_page();

  StoreClient& client_;
  std::string path_;
  std::uint64_t in_force_;
  std::vector<StoredArticle> page_;
  std::size_t at_ = 0;
  std::string after_;  // where the next page begins, as JSON; empty: it is the first
  bool is_last_ = false;
};

/// A version of an article: its id, and the generation that added it.
using StoredVersion = std::pair<std::string, std::uint64_t>;

/// How many events each version of an article has that was added after `generation`: what writers
/// left behind that did not come to their end. @throws ClusterError.
[[nodiscard]] std::map<StoredVersion, std::uint64_t> left_events(StoreClient& client,
                                                                 const std::string& index,
                                                                 std::uint64_t generation);

/// How many documents of an index match a query (JSON). @throws ClusterError.
[[nodiscard]] std::uint64_t count_documents(StoreClient& client, const std::string& index,
                                            const std::string& query);

}  // namespace dateline
