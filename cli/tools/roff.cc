#include "cli/tools/roff.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>

#include "language/utf8.h"

namespace dateline::manual {
namespace {

std::string escaped_character(char32_t character, bool is_code) {
  switch (character) {
    case U'\\':
      return "\\e";
    case U'-':
      return is_code ? "\\-" : "-";
    case U'\'':
      return "\\(aq";
    case U'`':
      return "\\(ga";
    case U'^':
      return "\\(ha";
    case U'~':
      return "\\(ti";
    case U'–':
      return "\\(en";
    case U'…':
      return "...";
    default:
      if (character < 0x80) return std::string(1, static_cast<char>(character));
      return fmt::format("\\[u{:04X}]", static_cast<std::uint32_t>(character));
  }
}

std::string upper(std::string_view text) {
  std::string result{text};
  for (char& c : result) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return result;
}

// A line of text, which must not look like a request.
std::string line_of(std::string_view text) {
  const bool is_request = text.starts_with('.') || text.starts_with('\'');
  return fmt::format("{}{}\n", is_request ? "\\&" : "", text);
}

}  // namespace

std::string escaped(std::string_view text, bool is_code) {
  std::string result;
  for (std::size_t at = 0; at < text.size();)
    result += escaped_character(next_code_point(text, at), is_code);
  return result;
}

std::string bold(std::string_view code) { return "\\fB" + escaped(code, true) + "\\fR"; }
std::string italic(std::string_view code) { return "\\fI" + escaped(code, true) + "\\fR"; }

Page::Page(std::string_view name, int section, std::string_view date, std::string_view summary) {
  text_ = fmt::format(
      ".\\\" Made with the program, from its help and its documents.\n"
      ".TH \"{}\" {} \"{}\" \"Dateline\" \"Dateline\"\n",
      upper(name), section, date);
  this->section("Name");
  text_ += fmt::format("{} \\- {}\n", escaped(name, true), escaped(summary));
}

void Page::section(std::string_view title) {
  text_ += ".SH " + upper(escaped(title)) + "\n";
  is_new_ = true;
}

void Page::subsection(std::string_view title) {
  text_ += ".SS " + std::string{title} + "\n";
  is_new_ = true;
}

// Behind a heading a paragraph begins by itself.
void Page::part() {
  if (!is_new_) text_ += ".PP\n";
  is_new_ = false;
}

void Page::paragraph(std::string_view text) {
  if (trim(text).empty()) return;
  part();
  text_ += line_of(trim(text));
}

void Page::item(std::string_view term, std::string_view text) {
  is_new_ = false;
  text_ += ".TP\n" + line_of(trim(term)) + line_of(trim(text).empty() ? "\\&" : trim(text));
}

void Page::bullet(std::string_view mark, std::string_view text) {
  is_new_ = false;
  text_ += fmt::format(".IP {} 4\n{}", mark, line_of(trim(text)));
}

void Page::verbatim(std::string_view lines) {
  part();
  text_ += ".RS 4\n.nf\n";
  while (!lines.empty()) {
    const auto end = lines.find('\n');
    const auto line = lines.substr(0, end);
    text_ += line.empty() ? std::string{"\\&\n"} : line_of(escaped(line, true));
    if (end == std::string_view::npos) break;
    lines.remove_prefix(end + 1);
  }
  text_ += ".fi\n.RE\n";
}

}  // namespace dateline::manual
