#include "cli/archive_location.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <algorithm>
#include <array>

#include "cli/environment.h"
#include "cli/index_location.h"
#include "cli/usage_error.h"
#include "cluster/answers/cluster_archive.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 12> kClusterCommands{
    "index", "search", "facets", "timeline", "pairs", "persons",
    "show",  "info",   "remove", "export",   "serve", "evaluate"};

}  // namespace

bool takes_cluster(std::string_view name) noexcept {
  return std::find(kClusterCommands.begin(), kClusterCommands.end(), name) !=
         kClusterCommands.end();
}

std::string only_local(std::string_view name) {
  return fmt::format("--cluster: '{}' works on an index on this machine alone; on a cluster do {}",
                     name, fmt::join(kClusterCommands, ", "));
}

void ArchiveOptions::declare(CLI::App& command) {
  add_index_option(command, index_);
  const auto* const parent = command.get_parent();
  const bool is_top = parent == nullptr || parent->get_parent() == nullptr;
  if (!is_top || !takes_cluster(command.get_name())) return;
  command
      .add_option("--cluster", cluster_,
                  "The archive in an OpenSearch cluster: http://HOST:9200/NAME (else "
                  "$DATELINE_CLUSTER; docs/cluster.md)")
      ->type_name("URL");
}

std::optional<ClusterSite> ArchiveOptions::cluster() const {
  auto url = cluster_;
  if (url.empty() && index_.empty()) url = environment("DATELINE_CLUSTER");
  if (url.empty()) return std::nullopt;
  return ClusterSite{parse_cluster_address(url), read_access(environment)};
}

void ArchiveOptions::require_one() const {
  if (!index_.empty() && !cluster_.empty())
    throw UsageError("--index and --cluster name two archives: give one of them");
}

std::unique_ptr<Archive> ArchiveOptions::open() const {
  require_one();
  if (const auto site = cluster()) return open_cluster_archive(site->address, site->access);
  return open_local_archive(index_location(index_));
}

std::unique_ptr<ArchiveSource> ArchiveOptions::source() const {
  require_one();
  if (const auto site = cluster()) return cluster_archive_source(site->address, site->access);
  return local_archive_source(index_location(index_));
}

}  // namespace dateline
