// How much work was done so far.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace dateline::test {

/// Basic blocks of the counted libraries (work.cmake) that have run since the program began.
[[nodiscard]] std::uint64_t work_done() noexcept;

/// `unit` again and again, until there are `size` bytes or more.
[[nodiscard]] inline std::string repeated_text(const std::string& unit, std::size_t size) {
  std::string text;
  text.reserve(size + unit.size());
  while (text.size() < size) text += unit;
  return text;
}

}  // namespace dateline::test
