#include "cluster/store/archive_names.h"

#include <fmt/format.h>

#include "cluster/documents/mapping.h"

namespace dateline {

std::string alias_of(const ClusterAddress& address, DocumentKind kind) {
  return fmt::format("{}-{}", address.name, index_suffix(kind));
}

std::string state_index_of(const ClusterAddress& address) { return address.name + "-state"; }

}  // namespace dateline
