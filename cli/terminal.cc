#include "cli/terminal.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include "cli/environment.h"
#include "cli/pager.h"
#include "index/error.h"
#include "language/display.h"

namespace dateline {
namespace {

constexpr std::size_t kDefaultWidth = 80;
constexpr std::size_t kMinWidth = 20;
constexpr std::size_t kMaxWidth = 120;  // longer lines are hard to read
constexpr std::size_t kMaxChosenWidth = 1000;

// What the user has set counts as it is.
std::size_t chosen_width() {
  std::size_t width = 0;
  const auto columns = environment("COLUMNS");
  std::from_chars(columns.data(), columns.data() + columns.size(), width);
  return width == 0 ? 0 : std::clamp(width, kMinWidth, kMaxChosenWidth);
}

winsize size_of(std::FILE* stream) {
  winsize size{};
  if (::ioctl(::fileno(stream), TIOCGWINSZ, &size) != 0) return {};
  return size;
}

std::size_t terminal_width(std::FILE* stream) {
  const std::size_t width = size_of(stream).ws_col;
  return width == 0 ? kDefaultWidth : std::clamp(width, kMinWidth, kMaxWidth);
}

bool has_color(bool terminal) {
  if (!environment("NO_COLOR").empty()) return false;
  if (!environment("CLICOLOR_FORCE").empty()) return true;
  return terminal && environment("TERM") != "dumb";
}

// Whether text is higher than the terminal that it goes to.
bool overflows(std::string_view text) {
  if (!is_terminal(stdout) || !is_terminal(stdin)) return false;
  const auto rows = size_of(stdout).ws_row;
  return rows > 0 && std::count(text.begin(), text.end(), '\n') >= rows;
}

}  // namespace

bool is_terminal(std::FILE* stream) { return ::isatty(::fileno(stream)) != 0; }

TextStyle style_for(std::FILE* stream) {
  const bool terminal = is_terminal(stream);
  const auto chosen = chosen_width();
  const auto width = chosen > 0 ? chosen : terminal ? terminal_width(stream) : kDefaultWidth;
  return {has_color(terminal), width, terminal};
}

void print(std::string_view text) {
  if (overflows(text) && page(text)) return;
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
