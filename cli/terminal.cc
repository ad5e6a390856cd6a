#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "index/error.h"
#include "language/display.h"

namespace dateline {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kMinWidth = 20;
constexpr std::size_t kMaxWidth = 120;  // longer lines are hard to read

std::string_view environment(const char* name) {
  const char* value =
      std::getenv(name);  // NOLINT(concurrency-mt-unsafe): nothing sets the environment
  return value == nullptr ? std::string_view{} : std::string_view{value};
}

std::size_t terminal_width(std::FILE* stream) {
  std::size_t width = 0;
  const auto columns = environment("COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  winsize size{};
  if (width == 0 && ::ioctl(::fileno(stream), TIOCGWINSZ, &size) == 0) width = size.ws_col;
  return width == 0 ? kDefaultWidth : std::clamp(width, kMinWidth, kMaxWidth);
}

}  // namespace

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) != 0; }

TextStyle style_for(std::FILE* stream) {
  if (!is_terminal(stream)) return {false, kDefaultWidth};
  return {environment("NO_COLOR").empty() && environment("TERM") != "dumb", terminal_width(stream),
          true};
}

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0)
    return;
  if (errno == EPIPE) return;
  throw IndexError(IndexFault::io, {},
                   fmt::format("cannot write the output ({})", std::strerror(errno)));
}

void complain(std::string_view message, bool keep_lines) {
  const auto line = fmt::format("dateline: {}\n", printable(message, keep_lines));
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace dateline
