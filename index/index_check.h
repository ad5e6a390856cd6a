// Whether an index is still as it was written.
#pragma once

#include <cstdint>
#include <filesystem>

#include "index/check_report.h"

namespace dateline {

/// How thoroughly to look.
enum class CheckDepth : std::uint8_t {
  bytes,     ///< every byte of every file against its hash, and every posting
  articles,  ///< besides, each article as a search would read it: its pieces fit each other
};

/// Checks the state that is in force, and that the saved queries can be read (not what they say:
/// the query language is not known here); writers and readers may go on meanwhile.
/// @throws IndexError: missing when there is no index, its manifest cannot be understood, or it has
///         another schema; io when the system refuses to read something, which says nothing of it.
[[nodiscard]] CheckReport check_index(const std::filesystem::path& directory, CheckDepth depth);

}  // namespace dateline
