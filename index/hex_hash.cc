#include "index/hex_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

namespace dateline {

std::string hex_hash(std::string_view bytes) {
  return fmt::format("{:016x}", XXH3_64bits(bytes.data(), bytes.size()));
}

}  // namespace dateline
