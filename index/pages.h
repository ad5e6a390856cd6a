// On which pages of an article something stands.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "language/span.h"

namespace dateline {

/// The pages that something stands on, counted from 1, both included; 0 where the text has none.
struct PageRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;

  [[nodiscard]] constexpr bool known() const noexcept { return first > 0; }
  friend constexpr bool operator==(const PageRange&, const PageRange&) noexcept = default;
};

/// The pages of the first and the last byte of a span of a text. An empty span stands nowhere.
/// @param page_starts Article::page_starts. Logarithmic.
[[nodiscard]] PageRange pages_of(std::span<const std::uint32_t> page_starts, Span span) noexcept;

/// "p. 3", "pp. 3-4"; empty where there are none.
[[nodiscard]] std::string page_label(PageRange pages);

}  // namespace dateline
