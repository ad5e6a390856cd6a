#include "index/bounded_json.h"

#include <cstddef>

namespace dateline {
namespace {

constexpr std::size_t kMaxDepth = 16;

// Of anything else than JSON it may say either.
bool is_too_deep(std::string_view text) noexcept {
  std::size_t depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') {
      in_string = !in_string;
    } else if (in_string) {
      if (c == '\\') ++i;  // whatever is escaped ends no string
    } else if (c == '[' || c == '{') {
      if (++depth > kMaxDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

}  // namespace

nlohmann::json parse_bounded_json(std::string_view text) {
  if (is_too_deep(text)) throw JsonMisfit();
  auto value = nlohmann::json::parse(text, nullptr, false);
  if (value.is_discarded()) throw JsonMisfit();
  return value;
}

}  // namespace dateline
