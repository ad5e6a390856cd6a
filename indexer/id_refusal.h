// Why an article stays out under its id.
#pragma once

#include <string>

#include "indexer/identities.h"

namespace dateline {

/// A message that names the source that has the id, and what to do; empty where the article can be
/// indexed under the id, or has been.
[[nodiscard]] std::string id_refusal(Standing standing, const std::string& id,
                                     const Identities& identities);

}  // namespace dateline
