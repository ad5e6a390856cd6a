// Lines of a stream, one at a time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "corpus/input/byte_stream.h"

namespace dateline {

/// Cuts a stream at '\n' without copying its lines. Memory: one buffer, which grows to the longest
/// line (times two) but never beyond `max_line_bytes`; a longer line is passed over without being
/// kept.
class LineReader {
 public:
  /// After every line at least this many bytes may be read without harm (simdjson looks ahead so
  /// far).
  static constexpr std::size_t kPaddingBytes = 64;

  struct Line {
    std::string_view text;   ///< without '\n' and one '\r' before it; lives until the next call;
                             ///< empty if too long
    std::size_t number = 0;  ///< 1-based
    bool too_long = false;
  };

  /// @param stream must outlive the reader.
  LineReader(ByteStream& stream, std::size_t max_line_bytes)
      : stream_(stream), max_line_bytes_(max_line_bytes) {}

  /// @return false at the end.
  /// @throws CorpusError as ByteStream::read; a line that was begun is lost then.
  [[nodiscard]] bool next(Line& line);
  /// The number of the line that next() gave last; 0 before the first.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }

 private:
  bool fill();
  bool skip_rest();
  std::string_view take(std::size_t size);

  ByteStream& stream_;
  std::size_t max_line_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;  ///< of the next line in buffer_
  std::size_t end_ = 0;    ///< of the bytes read so far
  std::size_t number_ = 0;
};

}  // namespace dateline
