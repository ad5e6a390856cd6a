#include "cluster/export/export.h"

#include <fmt/format.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>

#include "cluster/documents/json_object.h"
#include "cluster/documents/mapping.h"
#include "cluster/export/export_folder.h"
#include "cluster/export/json_lines.h"
#include "cluster/export/opensearch_files.h"
#include "cluster/export/xapian_databases.h"
#include "index/error.h"
#include "index/file_writer.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

// How a folder is filled, by ExportFormat.
using FillFolder = ExportReport (*)(ExportSource& source, const ExportFolder& folder);
constexpr std::array<FillFolder, kExportFormatNames.size()> kFill{write_opensearch_files,
                                                                  write_xapian_databases, nullptr};

std::string_view name_of(ExportFormat format) noexcept {
  return kExportFormatNames[static_cast<std::size_t>(format)];
}

std::string note_of(ExportFormat format, const ExportSource& source, const ExportReport& report) {
  std::string note;
  JsonObject object(note);
  object.add_number("dateline_export", kDocumentSchema);
  object.add("format", name_of(format));
  object.add("language", source.language());
  object.add("analyzer", source.analyzer());
  object.add_number("articles", static_cast<std::int64_t>(report.articles));
  object.add_number("events", static_cast<std::int64_t>(report.events));
  object.end();
  return note + "\n";
}

bool is_replaceable_file(const fs::path& path) {
  std::error_code error;
  const auto status = fs::symlink_status(path, error);
  if (status.type() == fs::file_type::not_found) return true;
  if (!fs::is_regular_file(status)) return false;
  constexpr std::size_t kEnough = 64;
  std::string begin(kEnough, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  begin.resize(static_cast<std::size_t>(file.gcount()));
  return begin.empty() ? fs::file_size(path, error) == 0 && !error : begins_json_lines(begin);
}

ExportReport export_file(ExportSource& source, const fs::path& path) {
  const auto beside = place_in_progress(path);
  FileWriter file(beside);
  const auto discard = [&] {
    std::error_code ignored;
    fs::remove(beside, ignored);
  };
  try {
    const auto report =
        write_json_lines(source, [&file](std::string_view lines) { file.write(lines); });
    if (report.is_stopped) {
      discard();
      return report;
    }
    file.finish();
    std::error_code error;
    fs::rename(beside, path, error);
    if (error) {
      throw IndexError(IndexFault::io, path,
                       fmt::format("{}: cannot be written ({})", path.string(), error.message()));
    }
    sync_parent(path);
    return report;
  } catch (...) {
    discard();
    throw;
  }
}

}  // namespace

bool can_replace(ExportFormat format, const fs::path& path) {
  return is_one_file(format) ? is_replaceable_file(path) : can_be_replaced(path);
}

ExportReport export_to(ExportFormat format, ExportSource& source, const fs::path& path) {
  if (is_one_file(format)) return export_file(source, path);
  ExportFolder folder(path);
  const auto report = kFill[static_cast<std::size_t>(format)](source, folder);
  if (!report.is_stopped) folder.finish(note_of(format, source, report));
  return report;
}

}  // namespace dateline
