#include "cli/usage_error.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"
#include "language/utf8.h"

namespace dateline {

UsageError with_caret(const QueryError& error, std::string_view query) {
  constexpr std::size_t kContext = 40;
  const auto offset = std::min(error.offset(), query.size());
  const auto begin = offset > kContext ? floor_code_point(query, offset - kContext) : 0;
  const auto piece_end =
      std::min(query.size(), offset + std::max<std::size_t>(error.piece().size(), 1));
  const auto end = floor_code_point(
      query, std::min(query.size(), std::min(piece_end, offset + kContext) + kContext));
  const auto before = printable(query.substr(begin, offset - begin));
  const auto piece = printable(query.substr(offset, std::min(piece_end, end) - offset));
  return UsageError(fmt::format("{}\n  {}{}\n  {}{}", error.what(), before,
                                printable(query.substr(offset, end - offset)),
                                std::string(display_width(before), ' '),
                                std::string(std::max<std::size_t>(display_width(piece), 1), '^')));
}

}  // namespace dateline
