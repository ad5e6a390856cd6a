#include "index/schema.h"

#include <fmt/format.h>

#include "index/hex_hash.h"

namespace dateline {

std::string id_term(std::string_view id) {
  constexpr std::size_t kWhole = 200;
  constexpr std::size_t kKept = 180;
  if (id.size() <= kWhole) return fmt::format("{}{}", kIdPrefix, id);
  return fmt::format("{}{}{}", kIdPrefix, id.substr(0, kKept), hex_hash(id));
}

}  // namespace dateline
