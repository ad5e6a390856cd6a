#include "server/api/entity_tag.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/answers/cursor.h"

namespace dateline {

std::string entity_tag(std::string_view version, std::string_view state,
                       const RequestTarget& target) {
  auto parameters = target.parameters;
  std::stable_sort(parameters.begin(), parameters.end(),
                   [](const Parameter& a, const Parameter& b) { return a.name < b.name; });
  std::string text;
  for (const auto& segment : target.segments) text += '/' + percent_encoded(segment);
  text += '?' + to_query_string(parameters);
  return fmt::format("W/\"{}-{}-{:016x}\"", version, state, short_hash(text));
}

bool names_tag(std::string_view if_none_match, std::string_view tag) noexcept {
  if (if_none_match == "*") return true;
  const auto opaque = tag.starts_with("W/") ? tag.substr(2) : tag;
  return if_none_match.find(opaque) != std::string_view::npos;
}

}  // namespace dateline
