// What makes an archive in a cluster equal to an index on this machine.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cluster/store/stored_articles.h"
#include "index/snapshot.h"

namespace dateline {

/// Articles by what is to be done about them.
struct Difference {
  std::vector<Location> to_send;         ///< new or changed, in the index's order
  std::vector<std::string> to_take_out;  ///< changed or gone: ids, a version of which is in force
  std::vector<std::string> to_restore;   ///< were to be taken out by a writer that did not finish
  std::vector<StoredVersion> to_delete;  ///< that such a writer left, and nobody needs
  std::uint64_t reused = 0;              ///< that it left, and are as they would be sent now
  std::uint64_t unchanged = 0;
  std::uint64_t stored = 0;  ///< articles in force in the cluster

  [[nodiscard]] bool is_empty() const noexcept {
    return to_send.empty() && to_take_out.empty() && to_restore.empty() && to_delete.empty() &&
           reused == 0;
  }
};

/// The next article of a cluster in the order of ids, or nullptr (StoredArticles::next).
using NextStored = std::function<const StoredArticle*()>;

/// Compares by ids and fingerprints. Memory: some thirty bytes an article of the index, and what is
/// found.
/// @param in_force the generation that readers of the cluster see.
/// @param left what left_events() gives: an article counts as left behind whole when it has as many
/// events there as here.
/// @throws IndexError (missing) when the index is damaged.
[[nodiscard]] Difference difference(const Snapshot& snapshot, std::uint64_t in_force,
                                    const std::map<StoredVersion, std::uint64_t>& left,
                                    const NextStored& next);

}  // namespace dateline
