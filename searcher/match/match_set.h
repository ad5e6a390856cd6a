// The documents that match, as sets.
#pragma once

#include <cstdint>
#include <vector>

#include "index/bitmap.h"
#include "index/document_kind.h"

namespace dateline {

/// How many documents are in all sets.
[[nodiscard]] inline std::uint64_t count_all(const std::vector<Bitmap>& sets) noexcept {
  std::uint64_t total = 0;
  for (const auto& set : sets) total += set.count();
  return total;
}

/// The documents of a kind that a request matches.
struct MatchSet {
  DocumentKind kind = DocumentKind::article;
  std::vector<Bitmap> sets;  ///< one a segment of the snapshot
  std::uint64_t total = 0;
};

}  // namespace dateline
