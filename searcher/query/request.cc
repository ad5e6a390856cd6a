#include "searcher/query/request.h"

namespace dateline {

std::string_view unit_name(DocumentKind kind, std::uint64_t count) noexcept {
  if (kind == DocumentKind::article) return count == 1 ? "article" : "articles";
  return count == 1 ? "event" : "events";
}

}  // namespace dateline
