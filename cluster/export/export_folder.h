// The folder that an export is written into.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace dateline {

/// The file by which an export is known: what it holds, in JSON.
inline constexpr std::string_view kExportNote = "export.json";

/// Where what will be `place` is written until it is whole: beside it.
[[nodiscard]] std::filesystem::path place_in_progress(const std::filesystem::path& place);
/// Syncs the folder that `place` is in. @throws IndexError (io).
void sync_parent(const std::filesystem::path& place);

/// Whether nothing is lost when an export takes the place of `path`: there is nothing, an empty
/// folder, or an export. A link counts as something else. @throws IndexError (io).
[[nodiscard]] bool can_be_replaced(const std::filesystem::path& path);

/// A folder that is filled beside its place and takes that in one step when it is whole: a reader
/// sees the old export or the new one. What is left of one that was interrupted, the next one for
/// the same place sweeps.
class ExportFolder {
 public:
  /// @param place where the folder will be; its parent must be there. @throws IndexError (io).
  explicit ExportFolder(const std::filesystem::path& place);
  /// Without finish() nothing stays of it.
  ~ExportFolder();
  ExportFolder(ExportFolder&&) = delete;

  /// Where it is filled.
  [[nodiscard]] const std::filesystem::path& path() const noexcept { return beside_; }
  /// Writes a whole file into it. @throws IndexError (io).
  void write(std::string_view name, std::string_view bytes) const;
  /// Writes `note` (JSON) as its kExportNote, syncs all of it, and puts it into its place. Requires
  /// can_be_replaced(place). @throws IndexError (io).
  void finish(std::string_view note);

 private:
  std::filesystem::path place_;
  std::filesystem::path beside_;
  bool is_done_ = false;
};

}  // namespace dateline
