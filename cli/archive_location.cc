#include "cli/archive_location.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/Option.hpp>
#include <algorithm>
#include <array>

#include "cli/environment.h"
#include "cli/index_location.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 11> kClusterCommands{
    "index", "search", "facets", "timeline", "pairs", "persons",
    "show",  "info",   "remove", "export",   "serve"};

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

}  // namespace dateline
