// Presents what a batch did.
#pragma once

#include <cstdint>
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

/// How much complain_of() tells.
enum class Telling : std::uint8_t { quiet, usual, verbose };

/// Writes to stderr what was skipped and, unless quiet, how many files of which other kinds were
/// passed over, what has vanished and what is stale; verbose: which files these were.
void complain_of(const IndexReport& report, Telling telling);

}  // namespace dateline
