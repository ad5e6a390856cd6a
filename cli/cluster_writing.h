// What commands that write an archive in a cluster have in common.
#pragma once

#include <CLI/App.hpp>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>

#include "cli/archive_location.h"
#include "cluster/store/publisher.h"
#include "index/writer_lock.h"

namespace dateline {

/// Options of writing that only a cluster has.
struct ClusterWriting {
  std::optional<unsigned> shards;
  std::optional<unsigned> replicas;
  bool replaces_other = false;

  /// Declares them on a subcommand. This object must live as long as it.
  void declare(CLI::App& command);
  /// @throws UsageError when one of them is given and no cluster is meant.
  void require_cluster(bool has_cluster) const;
};

/// Where the working copy of an archive in a cluster lies: the folder that --index names, else one
/// of its own below the XDG data folder. What the program writes from then on, nobody else can
/// read.
[[nodiscard]] std::filesystem::path working_copy_of(const ClusterSite& site,
                                                    const std::string& index_option);

/// An archive in a cluster that is written from a working copy.
class ClusterWriter {
 public:
  /// Sends nothing yet. @throws ClusterUsageError; ClusterError (wrong).
  ClusterWriter(const ClusterSite& site, std::filesystem::path copy, const ClusterWriting& options);

  /// Looks whether the copy may write there, and waits while another does, before anything is read.
  /// @throws ClusterError.
  void prepare(const LockWait& wait, const std::stop_token& stop);
  /// Makes the archive equal to the copy, and tells what was done: refusals on stderr; what was
  /// sent, unless `quiet`, on stdout. @return the exit code: kDone, kSkippedInputs, kInterrupted.
  /// @throws ClusterError; IndexError (missing).
  [[nodiscard]] int publish_copy(const LockWait& wait, const std::stop_token& stop, bool quiet,
                                 bool anew = false);
  /// For messages: the archive's address.
  [[nodiscard]] std::filesystem::path place() const { return client_.address().url(); }

 private:
  [[nodiscard]] PublishOptions options_for(const LockWait& wait) const;

  HttpClient client_;
  std::filesystem::path copy_;
  ClusterWriting options_;
};

}  // namespace dateline
