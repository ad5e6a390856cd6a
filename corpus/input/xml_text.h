// libxml2's strings as ours.
#pragma once

#include <libxml/xmlstring.h>

#include <cstddef>
#include <cstring>
#include <string_view>

namespace dateline {

/// Views of the parser's own bytes, UTF-8; empty for a null pointer.
inline std::string_view as_text(const xmlChar* text, int size) noexcept {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): libxml2 has unsigned characters
  const auto* const bytes = reinterpret_cast<const char*>(text);
  return bytes == nullptr ? std::string_view{}
                          : std::string_view{bytes, static_cast<std::size_t>(size)};
}
inline std::string_view as_text(const xmlChar* text) noexcept {
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): as above
  const auto* const bytes = reinterpret_cast<const char*>(text);
  return bytes == nullptr ? std::string_view{} : std::string_view{bytes, std::strlen(bytes)};
}

}  // namespace dateline
