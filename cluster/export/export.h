// Exports by name.
#pragma once

#include <array>
#include <filesystem>
#include <string_view>

#include "cluster/export/export_source.h"

namespace dateline {

/// In which form an index is exported.
enum class ExportFormat : std::uint8_t { opensearch, xapian, jsonl };
/// Their names, in order.
inline constexpr std::array<std::string_view, 3> kExportFormatNames{"opensearch", "xapian",
                                                                    "jsonl"};

/// Whether a format is one file, which may as well be a stream; else it is a folder.
[[nodiscard]] constexpr bool is_one_file(ExportFormat format) noexcept {
  return format == ExportFormat::jsonl;
}

/// Whether nothing is lost when such an export takes the place of what `path` names.
/// @throws IndexError (io).
[[nodiscard]] bool can_replace(ExportFormat format, const std::filesystem::path& path);

/// Writes an export beside `path`, and puts it there when it is whole. When it is stopped, what was
/// there stays. Requires can_replace(format, path). @throws IndexError: missing (the index is
/// damaged), io.
[[nodiscard]] ExportReport export_to(ExportFormat format, ExportSource& source,
                                     const std::filesystem::path& path);

}  // namespace dateline
