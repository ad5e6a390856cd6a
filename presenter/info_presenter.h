// Presents what an index holds.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "index/index_info.h"
#include "index/manifest.h"
#include "presenter/formats.h"

namespace dateline {

/// An index and its figures. What is referred to must outlive it.
struct InfoAnswer {
  std::filesystem::path index;
  const Manifest& manifest;
  IndexInfo info;
  std::optional<std::uint64_t> duplicates;  ///< files of a content that another file has
  std::optional<std::string> writer;        ///< who writes it now: lock_holder()
  std::optional<std::string> pdf_sandbox =
      {};  ///< what confines the PDFs' reader; unset: not asked
  std::optional<std::uint64_t> outdated =
      {};  ///< files that another version of their reader has read; unset: not known
};

/// What there is to tell of an open index, which must outlive it. @param extractor as in
/// index_info(). @param outdated as in InfoAnswer. @throws IndexError (missing).
[[nodiscard]] InfoAnswer info_answer(const Snapshot& snapshot, std::string_view extractor,
                                     std::optional<std::uint64_t> outdated);

/// A line a figure. Times are those of the local time zone.
[[nodiscard]] std::string to_text(const InfoAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const InfoAnswer& answer);

template <>
std::span<const Writer<InfoAnswer>> writers_of() noexcept;

}  // namespace dateline
