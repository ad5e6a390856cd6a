#include "corpus/article.h"

#include <array>

namespace dateline {

std::string_view block_kind_name(BlockKind kind) noexcept {
  constexpr std::array<std::string_view, 10> kNames{
      "title",
      "byline",
      "heading",
      "paragraph",
      "chronology-heading",
      "chronology-entry",
      "log-entry",
      "chronology-date",
      "note",
      "listing",
  };
  static_assert(kNames.size() == static_cast<std::size_t>(kLastBlockKind) + 1);
  return kNames[static_cast<std::size_t>(kind)];
}

std::string_view source_name(Source source) noexcept {
  constexpr std::array<std::string_view, 13> kNames{
      "unknown", "option", "front-matter", "metadata", "byline", "chronology-heading", "file-name",
      "text",    "title",  "date-line",    "dateline", "cover",  "detected",
  };
  static_assert(kNames.size() == static_cast<std::size_t>(kLastSource) + 1);
  return kNames[static_cast<std::size_t>(source)];
}

}  // namespace dateline
