#include "corpus/input/line_reader.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace dateline {
namespace {

constexpr std::size_t kFirstBuffer = std::size_t{256} << 10;

}  // namespace

// Reads more behind what is there; makes room at the front, then by doubling.
bool LineReader::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ + kPaddingBytes >= buffer_.size()) {
    buffer_.resize(std::max(kFirstBuffer, buffer_.size() * 2));
  }
  const auto room = buffer_.size() - kPaddingBytes - end_;
  const auto count = stream_.read(std::span{buffer_}.subspan(end_, room));
  end_ += count;
  return count > 0;
}

std::string_view LineReader::take(std::size_t size) {
  std::string_view text{buffer_.data() + begin_, size};
  begin_ = std::min(begin_ + size + 1, end_);
  if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
  return text;
}

bool LineReader::skip_rest() {
  while (true) {
    const auto* from = buffer_.data() + begin_;
    const auto* found = static_cast<const char*>(std::memchr(from, '\n', end_ - begin_));
    if (found != nullptr) {
      begin_ += static_cast<std::size_t>(found - from) + 1;
      return true;
    }
    begin_ = end_;
    if (!fill()) return false;
  }
}

bool LineReader::next(Line& line) {
  line = Line{{}, number_ + 1, false};
  std::size_t searched = 0;
  while (true) {
    const auto size = end_ - begin_;
    if (size > searched) {
      const auto* from = buffer_.data() + begin_;
      const auto* found =
          static_cast<const char*>(std::memchr(from + searched, '\n', size - searched));
      if (found != nullptr) {
        line.text = take(static_cast<std::size_t>(found - from));
        break;
      }
      searched = size;
    }
    if (size > max_line_bytes_) {
      line.too_long = true;
      skip_rest();
      break;
    }
    if (!fill()) {
      if (size == 0) return false;
      line.text = take(size);
      break;
    }
  }
  if (line.text.size() > max_line_bytes_) {
    line.text = {};
    line.too_long = true;
  }
  ++number_;
  return true;
}

}  // namespace dateline
