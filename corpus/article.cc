#include "corpus/article.h"

#include <array>

namespace dateline {

std::string_view block_kind_name(BlockKind kind) noexcept {
  constexpr std::array<std::string_view, 9> kNames{
      "title",     "byline", "heading", "paragraph", "chronology-heading", "chronology-entry",
      "log-entry", "note",   "listing",
  };
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view source_name(Source source) noexcept {
  constexpr std::array<std::string_view, 8> kNames{
      "unknown",   "option", "front-matter", "metadata", "byline", "chronology-heading",
      "file-name", "text",
  };
  return kNames[static_cast<std::size_t>(source)];
}

}  // namespace dateline
