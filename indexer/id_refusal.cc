#include "indexer/id_refusal.h"

#include <fmt/format.h>

#include "indexer/sources/source_reader.h"

namespace dateline {
namespace {

// "/in/a.jsonl", "the source 'wires' (standard input)"
std::string name_of_source(const std::string& path, const std::string& feed) {
  const auto where = path == kStreamPath ? std::string("standard input") : path;
  return feed.empty() ? where : fmt::format("the source '{}' ({})", feed, where);
}

}  // namespace

std::string id_refusal(Standing standing, const std::string& id, const Identities& identities) {
  if (standing != Standing::came_before && standing != Standing::foreign) return {};
  const auto [path, feed] = identities.holder(id);
  const auto holder = name_of_source(path, feed);
  if (standing == Standing::came_before) {
    return fmt::format("the id '{}' came before in this batch, in {}; the first article keeps it",
                       id, holder);
  }
  return fmt::format(
      "the id '{}' belongs to an article of {}, which stays; give this one another id, or "
      "--take-over, or --source NAME to both if they are one source",
      id, holder);
}

}  // namespace dateline
