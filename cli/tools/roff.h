// Pages of the manual, in man(7)'s language.
#pragma once

#include <string>
#include <string_view>

namespace dateline::manual {

/// Text as it stands in a page: nothing in it commands the formatter. UTF-8 in; ASCII out. In code a
/// hyphen is a minus, which can be copied and searched for.
[[nodiscard]] std::string escaped(std::string_view text, bool is_code = false);
[[nodiscard]] std::string bold(std::string_view code);
[[nodiscard]] std::string italic(std::string_view code);

/// A page while it grows.
class Page {
 public:
  /// Opens with `.TH`, and a section NAME, which says `summary`.
  Page(std::string_view name, int section, std::string_view date, std::string_view summary);

  void section(std::string_view title);
  /// `title` is roff.
  void subsection(std::string_view title);
  /// `text` is roff: escaped().
  void paragraph(std::string_view text);
  /// A term, and what is said of it, both roff.
  void item(std::string_view term, std::string_view text);
  /// A line of a list, behind a bullet or a number; `text` is roff.
  void bullet(std::string_view mark, std::string_view text);
  /// Lines as they are, indented; plain text.
  void verbatim(std::string_view lines);
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  void part();

  std::string text_;
  bool is_new_ = false;  // behind a heading
};

}  // namespace dateline::manual
