#include "corpus/structure/structure.h"

#include <algorithm>
#include <utility>

#include "corpus/structure/front_part.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/log_line.h"
#include "corpus/structure/outline.h"
#include "corpus/structure/page_breaks.h"
#include "corpus/structure/period.h"
#include "language/utf8.h"

namespace dateline {
namespace {

/// Goes down an article's body and writes its blocks.
class BodyWriter {
 public:
  BodyWriter(Article& article, const Layout& layout, const Outline& outline, Marks marks)
      : article_(article),
        layout_(layout),
        outline_(outline),
        marks_(marks),
        heads_(article.published) {}

  void write(std::size_t first) {
    for (auto i = first; i < layout_.units.size(); ++i) {
      const auto& unit = layout_.units[i];
      if (i == outline_.unannounced_chronology) in_chronology_ = true;
      if (is_apart(unit.kind)) {
        push(unit.kind == PieceKind::note ? BlockKind::note : BlockKind::listing, unit.span,
             unit.content);
        continue;
      }
      switch (outline_.roles[i]) {
        case UnitRole::heading:
          in_chronology_ = in_chronology_ && entries_follow(i);
          push(BlockKind::heading, unit.span, unit.content);
          break;
        case UnitRole::chronology_heading:
          write_chronology_heading(unit, outline_.heading_lines[i]);
          break;
        case UnitRole::text:
          write_text(unit, 0);
          break;
      }
    }
  }

 private:
  std::string_view text() const { return article_.text; }

  void push(BlockKind kind, Span span, Span content) {
    Block block;
    block.kind = kind;
    block.span = span;
    block.content = content;
    article_.blocks.push_back(std::move(block));
  }

  // A heading inside a chronology ("March") has entries below it; another one ends it.
  bool entries_follow(std::size_t unit) const {
    auto next = unit + 1;
    while (next < layout_.units.size() && outline_.roles[next] == UnitRole::heading) ++next;
    return next < layout_.units.size() && outline_.roles[next] == UnitRole::text &&
           begins_entry(text(), layout_.units[next], heads_);
  }

  void write_chronology_heading(const TextUnit& unit, std::uint32_t lines) {
    in_chronology_ = true;
    heads_.restart();
    if (lines == unit.line_count) {
      push(BlockKind::chronology_heading, unit.span, unit.content);
      return;
    }
    const auto span = lines_span(layout_, unit, 0, lines);
    push(BlockKind::chronology_heading, span, without_marks(text(), span, marks_));
    write_text(unit, lines);
  }

  // The lines of the unit from `first` on: a paragraph, or in a chronology the entries that begin
  // among them.
  void write_text(const TextUnit& unit, std::uint32_t first) {
    if (unit.kind == PieceKind::entry) {
      (void)takes_head(unit, first);
      return push(BlockKind::chronology_entry, unit.span, unit.content);
    }
    bool page_break = unit.after_page_break;
    while (first < unit.line_count) {
      const bool entry = in_chronology_ && takes_head(unit, first);
      auto end = in_chronology_ ? first + 1 : unit.line_count;
      while (end < unit.line_count && !heads_.at(rest_from(unit, end))) ++end;
      const bool may_go_on = marks_ != Marks::markup && unit.kind == PieceKind::text && !entry;
      write_piece(entry, lines_span(layout_, unit, first, end - first), page_break, may_go_on);
      page_break = false;
      first = end;
    }
  }

  std::string_view rest_from(const TextUnit& unit, std::uint32_t line) const {
    return lines_span(layout_, unit, line, 1).of(text());
  }
  bool takes_head(const TextUnit& unit, std::uint32_t line) {
    return heads_.take(rest_from(unit, line));
  }

  void write_piece(bool entry, Span span, bool page_break, bool may_go_on) {
    if (may_go_on && !article_.blocks.empty()) {
      auto& last = article_.blocks.back();
      const bool can_go_on =
          last.kind == BlockKind::paragraph || last.kind == BlockKind::chronology_entry;
      if (can_go_on && continues(text(), last, span.of(text()), page_break)) {
        append_piece(last, span);
        return;
      }
    }
    push(entry ? BlockKind::chronology_entry : BlockKind::paragraph, span,
         without_marks(text(), span, marks_));
  }

  Article& article_;
  const Layout& layout_;
  const Outline& outline_;
  Marks marks_;
  EntryHeads heads_;
  bool in_chronology_ = false;
};

// The period in the first chronology heading, or in the heading right below it.
std::optional<DateInterval> chronology_period(std::string_view text, const Layout& layout,
                                              const Outline& outline, std::size_t first,
                                              const DateFinder& dates) {
  for (auto i = first; i < layout.units.size(); ++i) {
    if (outline.roles[i] != UnitRole::chronology_heading) continue;
    const auto& unit = layout.units[i];
    const auto span = lines_span(layout, unit, 0, outline.heading_lines[i]);
    if (const auto period = period_from_words(span.of(text), dates)) return period;
    const bool heading_below =
        i + 1 < layout.units.size() && outline.roles[i + 1] == UnitRole::heading;
    return heading_below ? period_from_words(layout.units[i + 1].content.of(text), dates)
                         : std::nullopt;
  }
  return std::nullopt;
}

// Names of metadata win; what the byline says of the same persons is added to them.
void merge_authors(std::vector<Author>& known, std::vector<Author> from_byline) {
  if (known.empty()) {
    known = std::move(from_byline);
    return;
  }
  for (auto& author : known) {
    const auto same =
        std::find_if(from_byline.begin(), from_byline.end(),
                     [&](const Author& other) { return fold(other.name) == fold(author.name); });
    if (same == from_byline.end()) continue;
    if (author.role.empty()) author.role = std::move(same->role);
    if (author.affiliation.empty()) author.affiliation = std::move(same->affiliation);
  }
}

void add_front_part(Article& article, FrontPart front) {
  if (article.title.empty()) article.title = std::move(front.title_text);
  merge_authors(article.authors, std::move(front.authors));
  if (front.title) article.blocks.push_back(*std::move(front.title));
  if (front.byline) article.blocks.push_back(*std::move(front.byline));
}

}  // namespace

void set_period(Article& article, std::string_view file_name,
                std::optional<DateInterval> from_chronology) {
  const bool weak = !article.published || article.published_source == Source::option;
  if (!weak) return;
  if (from_chronology) {
    article.published = from_chronology;
    article.published_source = Source::chronology_heading;
  } else if (const auto named = period_from_file_name(file_name)) {
    article.published = named;
    article.published_source = Source::file_name;
  }
}

void find_structure(Article& article, const BodyMarks& body, std::string_view file_name,
                    const DateFinder& dates) {
  const auto marks = body.marks;
  Layout layout = body.layout != nullptr ? *body.layout : lay_out(article.text, body.begin, marks);
  mark_units(layout, body.pieces);
  const EntryHeads any_heads{article.published};
  auto front = find_front_part(article.text, layout, marks, article, any_heads);
  const auto first = front.next_unit;
  const auto outline = outline_units(article.text, layout, first, marks, any_heads);
  set_period(article, file_name, chronology_period(article.text, layout, outline, first, dates));
  article.blocks.clear();
  add_front_part(article, std::move(front));
  BodyWriter{article, layout, outline, marks}.write(first);
}

void find_log_structure(Article& article) {
  const auto layout = lay_out(article.text, 0, Marks::blank_lines);
  article.blocks.clear();
  article.blocks.reserve(layout.units.size());
  const auto push = [&](BlockKind kind, Span span, Span content) {
    Block block;
    block.kind = kind;
    block.span = span;
    block.content = content;
    article.blocks.push_back(std::move(block));
  };
  for (const auto& unit : layout.units) {
    const auto line = read_log_line(article.text, unit.span);
    push(line.kind, line.whole, line.content);
    if (line.topic) push(BlockKind::heading, *line.topic, *line.topic);
  }
}

}  // namespace dateline
