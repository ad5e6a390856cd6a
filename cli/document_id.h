// Ids on the command line.
#pragma once

#include <optional>
#include <string_view>

#include "searcher/searcher.h"

namespace dateline {

/// The kind of the article or event that has the id; else complains, in one line that says how much
/// of the id is known, and returns nullopt.
[[nodiscard]] std::optional<DocumentKind> kind_of_id(const Searcher& searcher, std::string_view id);

}  // namespace dateline
