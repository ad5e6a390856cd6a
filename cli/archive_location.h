// Which archive a command asks or writes: an index on this machine, or one in a cluster.
#pragma once

#include <CLI/App.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "cluster/http/address.h"
#include "cluster/http/credentials.h"
#include "searcher/archive.h"

namespace dateline {

/// An archive in a cluster, and how it is talked to.
struct ClusterSite {
  ClusterAddress address;
  ClusterAccess access;
};

/// Whether a command works on clusters, too; `name` as typed: "search", "watch add".
[[nodiscard]] bool takes_cluster(std::string_view name) noexcept;

/// What to say of --cluster to a command that works on an index alone.
[[nodiscard]] std::string only_local(std::string_view name);

/// `--index`, and for commands that take it `--cluster`. Where neither is given, $DATELINE_CLUSTER
/// counts, and then what index_location() says.
class ArchiveOptions {
 public:
  /// Declares them on a subcommand. This object must live as long as it.
  void declare(CLI::App& command);

  /// The value of --index, as typed.
  [[nodiscard]] const std::string& index() const noexcept { return index_; }

  /// The cluster that is meant; nullopt: an index on this machine is. Where both options are given
  /// it is the cluster. @throws ClusterUsageError when its address, or what the environment says of
  /// it, cannot be meant.
  [[nodiscard]] std::optional<ClusterSite> cluster() const;

  /// The archive, open. @throws UsageError when both options are given; IndexError (missing) when
  /// it is not there; as cluster().
  [[nodiscard]] std::unique_ptr<Archive> open() const;

  /// The same for a server. Opens nothing. @throws UsageError; as cluster().
  [[nodiscard]] std::unique_ptr<ArchiveSource> source() const;

 private:
  void require_one() const;

  std::string index_;
  std::string cluster_;
};

}  // namespace dateline
