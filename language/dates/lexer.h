// Cuts a text into the tokens that the date grammar reads.
#pragma once

#include <string_view>

#include "language/dates/token.h"

namespace dateline::dates {

/// Cuts `text` (UTF-8; ill-formed bytes count as letters) into tokens, in one pass. Emphasis marks
/// (* _) and backslashes are passed over.
[[nodiscard]] TokenList lex(std::string_view text);

}  // namespace dateline::dates
