#include "indexer/sources/plain_id.h"

#include <fmt/format.h>

#include "language/utf8.h"

namespace dateline {
namespace {

bool is_escaped(char32_t c) noexcept {
  return is_control_character(c) || c == U'#' || c == U'\uFFFD';
}

}  // namespace

std::string plain_id(std::string_view path) {
  std::string id;
  for (std::size_t i = 0; i < path.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(path, i);
    const auto bytes = path.substr(at, i - at);
    if (!is_escaped(c) && c != U'%') {
      id += bytes;
      continue;
    }
    for (const char byte : bytes) id += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return id;
}

bool is_plain_id(std::string_view id) {
  if (id.empty() || id.size() > kMaxIdBytes) return false;
  for (std::size_t i = 0; i < id.size();) {
    if (is_escaped(next_code_point(id, i))) return false;
  }
  return true;
}

}  // namespace dateline
