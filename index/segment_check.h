// Whether one segment is still as it was written.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "index/check_report.h"
#include "index/checksums.h"
#include "index/manifest.h"

namespace dateline {

/// Checks the bytes of one segment into a report.
class SegmentCheck {
 public:
  /// `entry` and `report` must outlive it.
  SegmentCheck(const std::filesystem::path& directory, const SegmentEntry& entry,
               CheckReport& report);

  /// Compares every byte of every file with its hash, and the manifest's figures with what is
  /// there. In a segment without hashes, it relies on what Xapian's files say of themselves and
  /// on the hashes of the columns. @throws IndexError (io).
  void run();
  /// Whether run() found nothing.
  [[nodiscard]] bool is_sound() const noexcept;

  /// Which articles, by ordinal, some damage concerns.
  using Concerned = std::function<bool(std::uint32_t article)>;
  /// Reports damage that concerns all articles in force, or some of them. @throws IndexError (io).
  void add(std::string file, std::string what, const Concerned& is_concerned = {});

 private:
  void check_file(const FileChecksum& recorded);
  [[nodiscard]] bool has_only_plain_files();
  [[nodiscard]] bool is_removed(std::uint32_t article) const;
  void check_columns();
  void check_shape();
  void check_terms();
  /// Damage of a file that holds a piece for each article: concerns those whose piece has changed.
  void add_pieces(const std::string& file, const std::string& what);

  const SegmentEntry& entry_;
  std::filesystem::path path_;
  CheckReport& report_;
  std::size_t damages_before_;
};

}  // namespace dateline
