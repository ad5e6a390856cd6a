// The tokens of an article, in the order of the text: what phrases are verified on and snippets are
// made from.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "language/span.h"

namespace dateline {

// A stream is, for each token, three numbers of variable length (varint.h): the id
// of its term in the segment's dictionary, the bytes between the end of the token before it and its
// begin, and its length in bytes. Rejected: positions in Xapian, which doubled the time of indexing
// and half again the size.

/// A token as stored.
struct StoredToken {
  std::uint32_t term = 0;  ///< id in the segment's dictionary of terms
  Span span;               ///< in the article's text
};

/// Appends tokens to a stream.
class TokenEncoder {
 public:
  /// Requires tokens in order of the text.
  void add(StoredToken token);
  /// Where the next token will stand, and what its gap will count from.
  [[nodiscard]] std::uint64_t size() const noexcept { return bytes_.size(); }
  [[nodiscard]] std::uint32_t base() const noexcept { return base_; }
  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }
  void clear() noexcept;

 private:
  std::string bytes_;
  std::uint32_t base_ = 0;
};

/// What the tokens of a stream may be: all are within it.
struct TokenLimits {
  std::uint32_t terms = std::numeric_limits<std::uint32_t>::max();       ///< numbers are below it
  std::uint32_t text_bytes = std::numeric_limits<std::uint32_t>::max();  ///< spans end there
};

/// Reads a stream, or a part of one, from front to back. Never reads past its bytes, nor gives a
/// token beyond its limits.
class TokenCursor {
 public:
  TokenCursor(std::string_view bytes, std::uint32_t base, std::uint32_t count,
              TokenLimits limits = {}) noexcept
      : at_(bytes.data()), end_(at_ + bytes.size()), base_(base), left_(count), limits_(limits) {}

  /// Moves to the next token. @return false at the end. @throws IndexError (missing) when the
  /// stream is damaged there.
  [[nodiscard]] bool next(StoredToken& token);

 private:
  [[nodiscard]] bool next_of_any_size(StoredToken& token);

  const char* at_;
  const char* end_;
  std::uint32_t base_;
  std::uint32_t left_;
  TokenLimits limits_;
};

}  // namespace dateline
