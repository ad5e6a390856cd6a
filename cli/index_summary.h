// Presents what a batch did.
#pragma once

#include <filesystem>
#include <string>

#include "indexer/index_options.h"
#include "presenter/formats.h"

namespace dateline {

/// What a batch did to an index. Both must outlive it.
struct IndexSummary {
  const IndexReport& report;
  const std::filesystem::path& index;
};

/// One line.
[[nodiscard]] std::string to_text(const IndexSummary& summary, const TextStyle& style);
/// One JSON object and a line end (docs/output.md).
[[nodiscard]] std::string to_json(const IndexSummary& summary);

template <>
std::span<const Writer<IndexSummary>> writers_of() noexcept;

/// Writes to stderr what was skipped and, unless `quiet`, what has vanished and what is stale.
void complain_of(const IndexReport& report, bool quiet);

}  // namespace dateline
