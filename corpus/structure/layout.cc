#include "corpus/structure/layout.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/structure/line_shape.h"
#include "language/utf8.h"

namespace dateline {
namespace {

Span make_span(std::size_t begin, std::size_t end) noexcept {
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

Span trimmed(std::string_view text, Span span) noexcept {
  const auto inner = trim(span.of(text));
  if (inner.empty()) return {span.begin, span.begin};
  const auto begin = static_cast<std::size_t>(inner.data() - text.data());
  return make_span(begin, begin + inner.size());
}

// Whether marks in the text count, and page numbers and rules are dropped.
bool heeds_marks(Marks marks) noexcept { return marks == Marks::plain; }

/// What begins an item of a list in plain text.
struct ItemMark {
  std::size_t size = 0;     // white space behind it included; 0: there is none
  std::string_view bullet;  // empty where it is a number
  unsigned number = 0;
};

// "• ", "- ", "12. ", "3) ", with text behind.
ItemMark item_mark(std::string_view line) noexcept {
  constexpr std::array<std::string_view, 10> kBullets{"•", "‣", "◦", "▪", "●",
                                                      "■", "·", "-", "*", "–"};
  ItemMark mark;
  std::size_t size = 0;
  for (const auto bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    mark.bullet = bullet;
    size = bullet.size();
  }
  if (size == 0) {
    constexpr std::size_t kMaxDigits = 3;
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits == 0 || digits > kMaxDigits || digits == line.size()) return {};
    if (line[digits] != '.' && line[digits] != ')') return {};
    for (const char c : line.substr(0, digits))
      mark.number = mark.number * 10 + static_cast<unsigned>(c - '0');
    size = digits + 1;
  }
  const auto text = std::min(line.find_first_not_of(" \t", size), line.size());
  if (text == size || text == line.size()) return {};
  mark.size = text;
  return mark;
}

bool follows(const ItemMark& before, const ItemMark& mark) noexcept {
  if (!mark.bullet.empty()) return mark.bullet == before.bullet;
  return before.bullet.empty() && mark.number == before.number + 1;
}

/// Finds whether the lines of a text are its paragraphs: they are long, end where their sentences
/// do, and although the next line's first word would have had room.
class LineShape {
 public:
  void add(std::string_view line) {
    if (line.empty()) {
      last_ = {};
      return;
    }
    widest_ = std::max(widest_, line.size());
    if (!last_.empty()) {
      ++breaks_;
      if (ends_sentence(last_)) ++sentences_;
      const auto word = std::min(line.find_first_of(" \t"), line.size());
      if (lengths_.size() < kMaxLengths) lengths_.push_back(last_.size() + 1 + word);
    }
    last_ = line;
  }

  [[nodiscard]] bool lines_are_paragraphs() const {
    if (breaks_ < 2 || widest_ <= kMaxWrappedBytes || sentences_ * 10 < breaks_ * 7) return false;
    // Nobody breaks lines there; and where lines are broken, some sentence goes on.
    if (widest_ > kMaxWrappedWide || sentences_ == breaks_) return true;
    const auto early = std::count_if(lengths_.begin(), lengths_.end(),
                                     [&](std::size_t length) { return length <= widest_; });
    return static_cast<std::size_t>(early) * 2 > lengths_.size();
  }

 private:
  static constexpr std::size_t kMaxWrappedBytes = 120;
  static constexpr std::size_t kMaxWrappedWide = 160;
  static constexpr std::size_t kMaxLengths = 10'000;  // shape shows in the first lines

  std::string_view last_;
  std::vector<std::size_t> lengths_;
  std::size_t widest_ = 0;
  std::size_t breaks_ = 0;
  std::size_t sentences_ = 0;
};

bool are_lines_paragraphs(std::string_view text, std::size_t begin) {
  LineShape shape;
  while (begin < text.size()) {
    const auto end = std::min(text.find('\n', begin), text.size());
    shape.add(trim(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return shape.lines_are_paragraphs();
}

/// Builds the layout while the lines go by.
class Builder {
 public:
  Builder(std::string_view text, Marks marks, bool lines_are_units)
      : text_(text), marks_(marks), lines_are_units_(lines_are_units) {}

  void add_line(Span raw) {
    const Span line = trimmed(text_, raw);
    if (line.empty()) {
      close_unit();
    } else {
      layout_.lines.push_back(line);
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
    if (lines_are_units_ && count > 1) {
      for (std::uint32_t i = 0; i < count; ++i) emit_lines(first + i, 1);
      return;
    }
    const bool underlined = count >= 2 && count <= 3 &&
                            is_underline(line_text(first + count - 1)) &&
                            looks_like_title(line_text(first), kMaxHeadingBytes);
    const bool plain = marks_ == Marks::plain && !underlined;
    if (plain && (emit_parted(first, count) || emit_items(first, count))) return;
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
    if (level > 0) content.end = layout_.lines[first + count - 2].end;  // the rest is its underline
    unit.content = without_marks(text_, trimmed(text_, content), marks_);
    layout_.units.push_back(unit);
    full_ = layout_.units.size() >= kMaxUnits;
  }

  // Rules part the lines above from those below. @return false where there are none.
  bool emit_parted(std::uint32_t first, std::uint32_t count) {
    bool parted = false;
    std::uint32_t begin = 0;
    for (std::uint32_t i = 0; i <= count; ++i) {
      const bool rule = i < count && is_rule(line_text(first + i));
      if (i < count && !rule) continue;
      if (i == count && !parted) return false;
      if (i > begin) emit_lines(first + begin, i - begin);
      parted = true;
      begin = i + 1;
    }
    return true;
  }

  // Lines that begin with the same bullet, or are numbered on, are items, and stand by themselves
  // with the lines that go on. @return false where there are no two.
  bool emit_items(std::uint32_t first, std::uint32_t count) {
    std::vector<std::uint32_t> begins;
    ItemMark last;
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto mark = item_mark(line_text(first + i));
      if (mark.size == 0 || (!begins.empty() && !follows(last, mark))) continue;
      begins.push_back(i);
      last = mark;
    }
    // A dash or a number may begin any line; a bullet begins an item.
    const bool is_bullet = !begins.empty() && last.bullet.size() > 2;
    if (begins.empty() || (begins.size() == 1 && !(is_bullet && begins.front() == 0))) return false;
    if (begins.front() > 0) emit(first, begins.front(), 0);
    begins.push_back(count);
    for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
      auto& line = layout_.lines[first + begins[i]];
      line.begin += static_cast<std::uint32_t>(item_mark(line.of(text_)).size);
      emit(first + begins[i], begins[i + 1] - begins[i], 0);
      layout_.units.back().kind = PieceKind::item;
      layout_.units.back().text_only = true;
    }
    return true;
  }

  std::string_view text_;
  Marks marks_;
  bool lines_are_units_;
  Layout layout_;
  std::uint32_t first_line_ = 0;
  bool page_break_ = false;
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

}  // namespace

Span without_marks(std::string_view text, Span span, Marks marks) {
  if (!heeds_marks(marks)) return span;
  if (const auto size = static_cast<std::uint32_t>(embracing_mark(span.of(text)))) {
    span.begin += size;
    span.end -= size;
  }
  return trimmed(text, span);
}

Layout lay_out(std::string_view text, std::size_t begin, Marks marks) {
  Builder builder{text, marks, marks == Marks::plain && are_lines_paragraphs(text, begin)};
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
    unit->kind = piece.kind;
    unit->depth = piece.depth;
    unit->bold_line = piece.bold_line;
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
