// Text in HTML.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` for an element's content or a quoted attribute: markup escaped, control characters left
/// out unless they are white space, ill-formed UTF-8 as U+FFFD.
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace dateline
