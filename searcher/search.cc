#include "searcher/search.h"

#include <array>

namespace dateline {

std::string_view facet_name(Facet facet) noexcept {
  constexpr std::array<std::string_view, 8> kNames{"country", "organization", "about",  "pair",
                                                   "date",    "published",    "author", "origin"};
  return kNames[static_cast<std::size_t>(facet)];
}

std::string_view unit_name(DocumentKind kind, std::uint64_t count) noexcept {
  if (kind == DocumentKind::article) return count == 1 ? "article" : "articles";
  return count == 1 ? "event" : "events";
}

}  // namespace dateline
