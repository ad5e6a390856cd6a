// Where something stands in a text.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

/// A half-open range of bytes [begin, end) of some UTF-8 text; which text, its holder says.
/// 32 bits: no text that Dateline stores is longer than 4 GiB (readers refuse such files).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  [[nodiscard]] constexpr std::uint32_t size() const noexcept { return end - begin; }
  [[nodiscard]] constexpr bool empty() const noexcept { return end <= begin; }
  /// The bytes of `text` that this span covers; the view lives as long as `text`'s bytes.
  /// Of a span that does not lie in the text (as a damaged index may have) only the part inside.
  [[nodiscard]] constexpr std::string_view of(std::string_view text) const noexcept {
    const std::size_t from = begin < text.size() ? begin : text.size();
    const std::size_t to = end < text.size() ? end : text.size();
    return {text.data() + from, from < to ? to - from : 0};
  }
  /// Whether `other` lies wholly inside.
  [[nodiscard]] constexpr bool contains(Span other) const noexcept {
    return begin <= other.begin && other.end <= end;
  }
  /// Whether at least one byte is in both.
  [[nodiscard]] constexpr bool overlaps(Span other) const noexcept {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) noexcept = default;
};

}  // namespace dateline
