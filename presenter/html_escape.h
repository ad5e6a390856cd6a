// Text in HTML.
#pragma once

#include <string>
#include <string_view>

namespace dateline {

/// `text` for an element's content or a quoted attribute: markup escaped, and what would turn the
/// direction of what follows, or command a program, so that it is seen (escaped_controls()).
[[nodiscard]] std::string html_escaped(std::string_view text);

}  // namespace dateline
