// What must hold of every finder's result, whatever the text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "language/span.h"

namespace dateline::fuzz {

/// Ends the program, which the fuzzer takes for a finding, when `holds` is false.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "invariant broken: %s\n", what);
  std::abort();
}

/// The fuzzer's bytes as text.
inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  // No bytes, no address: a view of nullptr would be undefined behaviour in memchr and its like.
  if (size == 0) return "";
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): bytes as char are allowed
  return {reinterpret_cast<const char*>(data), size};
}

/// Spans come in order, none empty, none overlapping, none beyond the text: feed them one by one.
class SpanOrder {
 public:
  explicit SpanOrder(std::string_view text) : size_(text.size()) {}

  void next(Span span) {
    require(span.begin < span.end, "a span is empty or reversed");
    require(span.begin >= end_, "spans overlap or are out of order");
    require(span.end <= size_, "a span ends behind the text");
    end_ = span.end;
  }

 private:
  std::size_t size_;
  std::uint32_t end_ = 0;
};

}  // namespace dateline::fuzz
