// The text of one paragraph, heading, item or cell of Markdown, as its parser gives it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Collects runs of text, and watches whether they stand in the source as they are.
class MarkdownLeaf {
 public:
  explicit MarkdownLeaf(std::string_view source) : source_(source) {}

  void clear();
  /// A run; where it is a part of the source, its place is kept.
  void run(std::string_view text, bool is_strong);
  /// What the source does not show so: an entity's character, a replaced byte.
  void other(std::string_view text);
  void line_end() { text_ += '\n'; }
  /// Something that is no text was passed over.
  void gap() noexcept { in_source_ = false; }

  [[nodiscard]] std::string& text() noexcept { return text_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool is_empty() const noexcept;
  /// All of it is set in bold, and in one line.
  [[nodiscard]] bool is_bold_line() const noexcept;
  /// The source from begin() to end() reads as the text does.
  [[nodiscard]] bool is_in_source() const noexcept { return in_source_ && begin_ < end_; }
  [[nodiscard]] std::size_t begin() const noexcept { return begin_; }
  [[nodiscard]] std::size_t end() const noexcept { return end_; }

  /// The number of a list's item that is a year ("1998. Kenya is attacked.") is text.
  void take_year_before();

 private:
  std::string_view source_;
  std::string text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  bool in_source_ = true;
  bool has_plain_ = false;
  bool has_strong_ = false;
};

/// A footnote's label at the front of a line, "[^1]: ", or 0: its size.
[[nodiscard]] std::size_t note_label_size(std::string_view line) noexcept;

/// Takes the attributes of a heading out ("History {#history .unnumbered}", pandoc). @return
/// whether there were any.
bool drop_attributes(std::string& heading);

/// Takes out the lines of `text` that fence a division (":::", pandoc). @return whether there was
/// any. Linear.
bool drop_fences(std::string& text);

/// Takes the marks of footnotes ("[^1]") out of `text`. @return whether there was any. Linear.
bool drop_note_marks(std::string& text);

}  // namespace dateline
