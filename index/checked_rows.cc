#include "index/checked_rows.h"

#include <fmt/format.h>

#include "index/error.h"

namespace dateline {

void fail_for_row(const std::filesystem::path& segment) {
  throw IndexError(IndexFault::missing, segment,
                   fmt::format("{}: a row of its columns is none that was written; the index is "
                               "damaged, see 'dateline check'",
                               segment.string()));
}

}  // namespace dateline
