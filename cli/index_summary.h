// What a batch tells at its end.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/index_options.h"

namespace dateline {

/// One line for a person.
[[nodiscard]] std::string summary_text(const IndexReport& report,
                                       const std::filesystem::path& index);
/// One object (docs/output.md).
[[nodiscard]] std::string summary_json(const IndexReport& report,
                                       const std::filesystem::path& index);

/// Tells on stderr what was skipped and, unless `quiet`, what has vanished and what is stale.
void tell_report(const IndexReport& report, bool quiet);

}  // namespace dateline
