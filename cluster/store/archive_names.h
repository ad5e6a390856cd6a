// What the indices of an archive are called.
#pragma once

#include <string>

#include "cluster/http/address.h"
#include "index/document_kind.h"

namespace dateline {

/// "archive-articles": what readers search, and see one generation whole by.
[[nodiscard]] std::string alias_of(const ClusterAddress& address, DocumentKind kind);
/// "archive-state": where lock and note lie.
[[nodiscard]] std::string state_index_of(const ClusterAddress& address);

}  // namespace dateline
