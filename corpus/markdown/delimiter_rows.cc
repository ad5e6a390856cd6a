#include "corpus/markdown/delimiter_rows.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kDashes = 3;

bool is_delimiter_row(std::string_view line) noexcept {
  return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
         line.find_first_not_of("|-: \t\r>") == std::string_view::npos;
}

// Appends the row, each run of dashes as long as it must be. @return whether any was shorter.
bool append_row(std::string_view line, std::string& out) {
  bool added = false;
  while (!line.empty()) {
    const auto dashes = std::min(line.find_first_not_of('-'), line.size());
    if (dashes == 0) {
      out += line.front();
      line.remove_prefix(1);
      continue;
    }
    added = added || dashes < kDashes;
    out.append(std::max(dashes, kDashes), '-');
    line.remove_prefix(dashes);
  }
  return added;
}

}  // namespace

std::optional<std::string> with_long_delimiters(std::string_view text) {
  std::string out;
  bool added = false;
  bool below_bar = false;
  while (!text.empty()) {
    const auto line = text.substr(0, std::min(text.find('\n'), text.size() - 1) + 1);
    text.remove_prefix(line.size());
    const auto bare = line.ends_with('\n') ? line.substr(0, line.size() - 1) : line;
    if (below_bar && is_delimiter_row(bare)) {
      if (append_row(bare, out)) added = true;
      if (bare.size() < line.size()) out += '\n';
    } else {
      out += line;
    }
    below_bar = bare.find('|') != std::string_view::npos;
  }
  return added ? std::optional{std::move(out)} : std::nullopt;
}

}  // namespace dateline
