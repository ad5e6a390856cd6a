// The parts of a zip archive, in memory.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/reading.h"

struct zip;

namespace dateline {

struct ZipLibrary;

/// An archive that is read part by part. Nothing is written to disk, and a part's name is a key,
/// never a path. Every part is bounded, whatever size it claims: limits.max_markup_bytes, and
/// limits.max_expansion times its size in the archive (or 1 MiB).
class ZipArchive {
 public:
  /// @param bytes must outlive the archive.
  /// @throws CorpusError when it is no zip archive, is damaged or has too many entries, or when
  ///         there is no libzip.
  ZipArchive(std::string_view bytes, const ReadJob& job);

  /// The names of all parts, in the order of the archive, as UTF-8.
  [[nodiscard]] std::vector<std::string> names() const;

  /// @return nullopt when there is no such part.
  /// @throws CorpusError when the part is encrypted, damaged or too large.
  [[nodiscard]] std::optional<std::string> part(const std::string& name) const;

 private:
  struct Close {
    const ZipLibrary* library;
    void operator()(zip* archive) const noexcept;
  };

  const ReadJob& job_;
  const ZipLibrary& library_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace dateline
