// Where output goes, and what it may look like there.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "presenter/text_style.h"

namespace dateline {

/// Style for text on `stream`: colour and the terminal's width on a terminal, plain and 80 columns
/// elsewhere. $NO_COLOR (no-color.org) and TERM=dumb turn colour off, $CLICOLOR_FORCE turns it on
/// (--color sets these); $COLUMNS sets the width.
[[nodiscard]] TextStyle style_for(std::FILE* stream);

[[nodiscard]] bool is_terminal(std::FILE* stream);

/// Writes to stdout; through a pager (pager.h) what is higher than the terminal. A reader that went away (`| head`) is no error. @throws IndexError (io) when
/// the disk is full.
void print(std::string_view text);

/// Writes "dateline: MESSAGE" and a line end to stderr. It stays one line, whatever a file's name
/// holds, unless `keep_lines`.
void complain(std::string_view message, bool keep_lines = false);

}  // namespace dateline
