// MD4C, loaded when the first Markdown file is read.
#pragma once

#include <md4c.h>

namespace dateline {

/// Its only function that is called here. Debian has MD4C as a shared library alone, which a search
/// should not wait for.
using MarkdownParse = decltype(&::md_parse);

/// The library's parser; it is loaded once and for good, and any thread may ask for it.
/// @return nullptr when it is not installed, or is not the one that the program was built for.
[[nodiscard]] MarkdownParse markdown_parse() noexcept;

}  // namespace dateline
