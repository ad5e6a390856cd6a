#include "corpus/structure/title_block.h"

#include <algorithm>
#include <array>

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

std::string_view cut_line(std::string_view text, std::size_t& at) {
  const auto end = std::min(text.find('\n', at), text.size());
  const auto line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  return line;
}

std::vector<std::string> block_names(std::string_view names) {
  std::vector<std::string> parts;
  while (!names.empty()) {
    const auto end = std::min(names.find_first_of(";\n"), names.size());
    auto name = collapse_spaces(names.substr(0, end));
    if (!name.empty()) parts.push_back(std::move(name));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return parts;
}

}  // namespace

std::optional<TitleBlock> find_title_block(std::string_view text) {
  constexpr std::size_t kMaxBytes = 4096;
  text = text.substr(0, kMaxBytes);
  std::array<std::string, 3> fields;
  std::size_t count = 0;
  std::size_t at = 0;
  std::size_t end = 0;
  while (at < text.size()) {
    const auto line = cut_line(text, at);
    if (trim(line).empty()) break;
    if (line.starts_with("% ") || trim(line) == "%") {
      if (count == fields.size()) return std::nullopt;
      fields.at(count++) = line.substr(1);
    } else if (count > 0 && line.starts_with(' ')) {
      fields.at(count - 1).append("\n").append(line);
    } else {
      return std::nullopt;
    }
    end = at;
  }
  if (count < 2 || trim(fields[0]).empty()) return std::nullopt;
  return TitleBlock{collapse_spaces(fields[0]), block_names(fields[1]), collapse_spaces(fields[2]),
                    end};
}

}  // namespace dateline
