// Presents what an archive holds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "presenter/formats.h"
#include "searcher/archive.h"

namespace dateline {

/// An archive and its figures.
struct InfoAnswer {
  ArchiveInfo archive;
  std::optional<std::string> pdf_sandbox =
      {};  ///< what confines the PDFs' reader; unset: not asked
  /// Files that another version of their reader has read; unset: not known.
  std::optional<std::uint64_t> outdated = {};
};

/// A line a figure. Times are those of the local time zone.
[[nodiscard]] std::string to_text(const InfoAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const InfoAnswer& answer);

template <>
std::span<const Writer<InfoAnswer>> writers_of() noexcept;

}  // namespace dateline
