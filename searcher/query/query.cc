#include "searcher/query/query.h"

#include <array>

namespace dateline {

std::string_view date_mode_name(DateMode mode) noexcept {
  constexpr std::array<std::string_view, 3> kNames{"overlaps", "within", "contains"};
  return kNames[static_cast<std::size_t>(mode)];
}

}  // namespace dateline
