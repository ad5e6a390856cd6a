#include "corpus/structure/layout.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::uint8_t kMaxLevel = 6;

Span make_span(std::size_t begin, std::size_t end) noexcept {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span trimmed(std::string_view text, Span span) noexcept {
  const auto inner = trim(span.of(text));
  if (inner.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  return make_span(begin, begin + inner.size());
}

// "#" to "######" with a space or the end behind it; 0 for anything else.
std::uint8_t heading_level(std::string_view line) noexcept {
  const auto level = std::min(line.find_first_not_of('#'), line.size());
  if (level == 0 || level > kMaxLevel) return 0;
  const bool closed = level == line.size() || line[level] == ' ' || line[level] == '\t';
  return closed ? static_cast<std::uint8_t>(level) : std::uint8_t{0};
}

// Whether marks in the text count, and page numbers and rules are dropped.
bool heeds_marks(Marks marks) noexcept { return marks == Marks::plain || marks == Marks::markdown; }

bool is_fence(std::string_view line) noexcept {
  return line.starts_with("```") || line.starts_with("~~~");
}

/// Builds the layout while the lines go by.
class Builder {
 public:
  Builder(std::string_view text, Marks marks) : text_(text), marks_(marks) {}

  void add_line(Span raw) {
    const Span line = trimmed(text_, raw);
    if (line.empty()) {
      close_unit();
    } else {
      layout_.lines.push_back(line);
      if (marks_ == Marks::markdown) see_markdown_line(line.of(text_));
    }
  }

  void page_break() {
    if (full_) return;
    close_unit();
    drop_number_below();
    page_break_ = true;
  }

  Layout finish() {
    full_ = false;
    close_unit();
    const auto lines = static_cast<std::uint32_t>(layout_.lines.size());
    if (layout_.units.empty() && lines > 0) emit(0, lines, 0);
    return std::move(layout_);
  }

 private:
  // The line is already the last of the open unit.
  void see_markdown_line(std::string_view line) {
    if (is_fence(line)) fenced_ = !fenced_;
    if (fenced_ || full_) return;
    const auto level = heading_level(line);
    if (level == 0) return;
    const Span heading = layout_.lines.back();
    layout_.lines.pop_back();
    close_unit();
    layout_.lines.push_back(heading);
    emit(first_line_, 1, level);
    first_line_ = static_cast<std::uint32_t>(layout_.lines.size());
  }

  void close_unit() {
    if (full_) return;
    auto count = static_cast<std::uint32_t>(layout_.lines.size()) - first_line_;
    if (count > 0) emit_lines(first_line_, count);
    first_line_ = static_cast<std::uint32_t>(layout_.lines.size());
  }

  // A page's number may stand right under its last line, without a blank line between.
  void drop_number_below() {
    if (!heeds_marks(marks_) || layout_.units.empty()) return;
    auto& unit = layout_.units.back();
    const auto last = unit.first_line + unit.line_count - 1;
    if (unit.level > 0 || unit.line_count < 2 || !is_page_number(line_text(last))) return;
    --unit.line_count;
    unit.span.end = layout_.lines[last - 1].end;
    unit.content = without_marks(text_, unit.span, marks_);
  }

  std::string_view line_text(std::uint32_t line) const { return layout_.lines[line].of(text_); }

  void emit_lines(std::uint32_t first, std::uint32_t count) {
    if (!heeds_marks(marks_)) return emit(first, count, 0);
    if (count == 1 && is_rule(line_text(first))) return;
    if (is_page_number(line_text(first)) && (count == 1 || page_break_)) {
      page_break_ = true;
      if (--count == 0) return;
      ++first;
    }
    const bool underlined = count >= 2 && count <= 3 &&
                            is_underline(line_text(first + count - 1)) && !fenced_ &&
                            looks_like_title(line_text(first), kMaxHeadingBytes);
    emit(first, count, underlined ? (line_text(first + count - 1).front() == '=' ? 1 : 2) : 0);
  }

  void emit(std::uint32_t first, std::uint32_t count, std::uint8_t level) {
    TextUnit unit;
    unit.first_line = first;
    unit.line_count = count;
    unit.level = level;
    unit.span = {layout_.lines[first].begin, layout_.lines[first + count - 1].end};
    unit.after_page_break = std::exchange(page_break_, false);
    Span content = unit.span;
    if (level > 0 && count > 1) {
      content.end = layout_.lines[first + count - 2].end;
    } else if (level > 0) {
      const auto line = content.of(text_);
      content.begin += level;
      const auto last = line.find_last_not_of('#');
      // Closing marks count only behind a space ("# C#" keeps its own).
      if (last != std::string_view::npos && (line[last] == ' ' || line[last] == '\t')) {
        content.end =
            std::max(content.begin, content.begin - level + static_cast<std::uint32_t>(last));
      }
    }
    unit.content = without_marks(text_, trimmed(text_, content), marks_);
    unit.bold_line =
        marks_ == Marks::markdown && count == 1 && level == 0 && is_bold(unit.span.of(text_));
    layout_.units.push_back(unit);
    full_ = layout_.units.size() >= kMaxUnits;
  }

  static bool is_bold(std::string_view line) noexcept {
    for (const std::string_view mark : {"**", "__"}) {
      if (line.size() > 4 && line.starts_with(mark) && line.ends_with(mark) &&
          line.find(mark, 2) == line.size() - 2) {
        return true;
      }
    }
    return false;
  }

  std::string_view text_;
  Marks marks_;
  Layout layout_;
  std::uint32_t first_line_ = 0;
  bool page_break_ = false;
  bool fenced_ = false;
  bool full_ = false;  // no unit may begin any more
};

// A line up to '\n', which lone carriage returns and form feeds may break further.
void add_broken_line(std::string_view text, std::size_t begin, Builder& builder) {
  const auto line = text.substr(begin);
  if (line.find('\f') != std::string_view::npos || line.find('\r') != std::string_view::npos) {
    auto inner = text.find_first_of("\r\f", begin);
    for (; inner != std::string_view::npos; inner = text.find_first_of("\r\f", begin)) {
      const bool half_of_crlf = text[inner] == '\r' && inner + 1 == text.size();
      if (half_of_crlf) break;
      builder.add_line(make_span(begin, inner));
      if (text[inner] == '\f') builder.page_break();
      begin = inner + 1;
    }
  }
  builder.add_line(make_span(begin, text.size()));
}

// How many bytes of list and quote marks stand at the front ("- ", "12. ", "> ").
std::size_t list_mark_size(std::string_view line) noexcept {
  if (line.size() < 2) return 0;
  const auto is_space = [](char c) { return c == ' ' || c == '\t'; };
  if (std::string_view{"-+*>"}.find(line[0]) != std::string_view::npos && is_space(line[1])) {
    return 2;
  }
  if (line[0] == '>') return 1;
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  if (digits == 0 || digits > 3 || digits + 1 >= line.size()) return 0;
  const bool numbered = (line[digits] == '.' || line[digits] == ')') && is_space(line[digits + 1]);
  return numbered ? digits + 2 : 0;
}

// Emphasis that opens at the front and closes at the end and nowhere between.
std::size_t embracing_mark(std::string_view line) noexcept {
  for (const std::string_view mark : {"***", "**", "__", "*", "_"}) {
    if (line.size() > 2 * mark.size() && line.starts_with(mark) && line.ends_with(mark) &&
        line.find(mark.front(), mark.size()) == line.size() - mark.size()) {
      return mark.size();
    }
  }
  return 0;
}

bool has_bold_mark(std::string_view mark) noexcept { return mark == "**" || mark == "__"; }

}  // namespace

Span without_marks(std::string_view text, Span span, Marks marks) {
  if (!heeds_marks(marks)) return span;
  if (marks == Marks::markdown) {
    while (const auto size = list_mark_size(span.of(text))) {
      span.begin += static_cast<std::uint32_t>(size);
      span = trimmed(text, span);
    }
  }
  if (const auto size = static_cast<std::uint32_t>(embracing_mark(span.of(text)))) {
    span.begin += size;
    span.end -= size;
  }
  if (marks == Marks::markdown) {
    if (span.size() > 2 && has_bold_mark(span.of(text).substr(0, 2))) span.begin += 2;
    if (span.size() > 2 && has_bold_mark(span.of(text).substr(span.size() - 2))) span.end -= 2;
  }
  return trimmed(text, span);
}

Layout lay_out(std::string_view text, std::size_t begin, Marks marks) {
  Builder builder{text, marks};
  while (begin < text.size()) {
    const auto newline = std::min(text.find('\n', begin), text.size());
    add_broken_line(text.substr(0, newline), begin, builder);
    begin = newline + 1;
  }
  return builder.finish();
}

void mark_units(Layout& layout, std::span<const Piece> pieces) {
  auto unit = layout.units.begin();
  for (const auto& piece : pieces) {
    while (unit != layout.units.end() && unit->span.begin < piece.begin) ++unit;
    if (unit == layout.units.end()) return;
    if (unit->span.begin != piece.begin) continue;
    unit->level = piece.level;
    unit->text_only = piece.text_only;
    unit->apart = piece.apart;
  }
}

Span lines_span(const Layout& layout, const TextUnit& unit, std::uint32_t first,
                std::uint32_t count) {
  return {layout.lines[unit.first_line + first].begin,
          layout.lines[unit.first_line + first + count - 1].end};
}

void split_unit(std::string_view text, Layout& layout, std::size_t unit, std::uint32_t line,
                Marks marks) {
  TextUnit& front = layout.units[unit];
  TextUnit back = front;
  back.first_line += line;
  back.line_count -= line;
  back.span = lines_span(layout, back, 0, back.line_count);
  back.content = without_marks(text, back.span, marks);
  back.after_page_break = false;
  front.line_count = line;
  front.span = lines_span(layout, front, 0, line);
  front.content = without_marks(text, front.span, marks);
  layout.units.insert(layout.units.begin() + static_cast<std::ptrdiff_t>(unit) + 1, back);
}

}  // namespace dateline
