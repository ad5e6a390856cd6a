// A place in a query, and the reading of the simplest pieces from there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "language/span.h"

namespace dateline {

/// A piece between quotes. Views the query.
struct QuotedPiece {
  std::string_view text;  ///< without the quotes
  Span text_span;
  Span span;  ///< with them
  bool is_closed = false;
};

/// Walks over a query code point by code point; ill-formed bytes count as one each and are kept.
class QueryCursor {
 public:
  /// `query` must outlive the cursor.
  explicit QueryCursor(std::string_view query) noexcept : query_(query) {}

  [[nodiscard]] std::uint32_t offset() const noexcept { return static_cast<std::uint32_t>(at_); }
  void move_to(std::size_t offset) noexcept { at_ = offset; }
  [[nodiscard]] bool at_end() const noexcept { return at_ >= query_.size(); }
  /// Whether the next byte is `c`; false at the end.
  [[nodiscard]] bool at(char c) const noexcept { return !at_end() && query_[at_] == c; }
  /// The code point at the present place, U+0000 at the end.
  [[nodiscard]] char32_t peek() const noexcept;
  /// Moves past one code point. Requires !at_end().
  void skip() noexcept;
  /// Moves past `c` if it comes next.
  bool take(char c) noexcept;

  [[nodiscard]] bool at_quote() const noexcept;
  /// Whether a bare word cannot go on here: a blank, a quote, a parenthesis or the end.
  [[nodiscard]] bool at_boundary() const noexcept;

  void skip_blanks() noexcept;
  /// Everything up to the next boundary, or up to one of the bytes in `stops`.
  std::string_view read_bare(std::string_view stops = {}) noexcept;
  /// What stands between this quote and the next, or the end. Requires at_quote().
  QuotedPiece read_quoted() noexcept;

 private:
  std::string_view query_;
  std::size_t at_ = 0;
};

}  // namespace dateline
