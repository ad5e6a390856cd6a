// The encoding that markup names for itself.
#pragma once

#include <string_view>

namespace dateline {

/// The encoding that a document declares near its begin: `<meta charset>`, `<meta http-equiv
/// content="…; charset=">` or an XML declaration; empty when none.
/// Source: WHATWG HTML, "prescan a byte stream", over 4096 bytes instead of 1024.
[[nodiscard]] std::string_view declared_charset(std::string_view bytes);

}  // namespace dateline
