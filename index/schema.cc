#include "index/schema.h"

#include <fmt/format.h>

#include <algorithm>

#include "index/hex_hash.h"

namespace dateline {

std::string id_term(std::string_view id) {
  constexpr std::size_t kWhole = 200;
  constexpr std::size_t kKept = 180;
  if (id.size() <= kWhole) return fmt::format("{}{}", kIdPrefix, id);
  return fmt::format("{}{}{}", kIdPrefix, id.substr(0, kKept), hex_hash(id));
}

std::vector<CountryCode> unpack_countries(std::span<const std::uint16_t> packed) {
  std::vector<CountryCode> codes(packed.size());
  std::transform(packed.begin(), packed.end(), codes.begin(), unpack_country);
  return codes;
}

}  // namespace dateline
