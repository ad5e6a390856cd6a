#include "index/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <string_view>

namespace dateline {
namespace {

// The page of a byte; 1 for what stands before the first.
std::uint32_t page_at(std::span<const std::uint32_t> page_starts, std::uint32_t offset) noexcept {
  const auto next = std::upper_bound(page_starts.begin(), page_starts.end(), offset);
  return std::max(1U, static_cast<std::uint32_t>(next - page_starts.begin()));
}

}  // namespace

PageRange pages_of(std::span<const std::uint32_t> page_starts, Span span) noexcept {
  if (page_starts.empty() || span.empty()) return {};
  return {page_at(page_starts, span.begin), page_at(page_starts, span.end - 1)};
}

std::string page_label(PageRange pages) {
  if (!pages.known()) return {};
  return pages.first == pages.last ? fmt::format("p. {}", pages.first)
                                   : fmt::format("pp. {}-{}", pages.first, pages.last);
}

}  // namespace dateline
