#include "corpus/structure/outline.h"

#include <algorithm>

#include "corpus/structure/line_shape.h"
#include "corpus/structure/page_breaks.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kUnitsUpToEntries = 3;
constexpr std::uint32_t kMaxHeadingLines = 3;
constexpr std::string_view kChronology = "chronology";

class Outliner {
 public:
  Outliner(std::string_view text, const Layout& layout, std::size_t first, Marks marks,
           const EntryHeads& heads)
      : text_(text),
        layout_(layout),
        first_(first),
        heads_(heads),
        whole_units_(marks == Marks::markup) {
    outline_.roles.assign(layout.units.size(), UnitRole::text);
    outline_.heading_lines.assign(layout.units.size(), 0);
    const bool has_marked =
        std::any_of(layout.units.begin() + static_cast<std::ptrdiff_t>(first), layout.units.end(),
                    [](const TextUnit& unit) { return unit.level >= 2; });
    unmarked_count_ = marks == Marks::plain || !has_marked;
  }

  Outline run() {
    find_headings();
    const bool announced = find_chronology_headings();
    outline_.unannounced_chronology = announced ? layout_.units.size() : find_unannounced();
    return std::move(outline_);
  }

 private:
  std::string_view content(std::size_t unit) const { return layout_.units[unit].content.of(text_); }
  bool begins_entry_at(std::size_t unit) const {
    return begins_entry(text_, layout_.units[unit], heads_);
  }

  bool is_marked(const TextUnit& unit) const { return unit.level > 0 || unit.bold_line; }

  bool is_unmarked_heading(const TextUnit& unit) const {
    if (!unmarked_count_ || unit.text_only || unit.line_count > 2) return false;
    const auto text = unit.content.of(text_);
    if (unit.line_count == 2 && !in_title_case(text)) return false;
    return looks_like_heading(text) && !begins_entry(text_, unit, heads_);
  }

  // A line of prose that the next unit goes on with: the break between them is the page's.
  bool is_cut(std::size_t i) const {
    if (whole_units_ || i + 1 >= layout_.units.size()) return false;
    const auto& next = layout_.units[i + 1];
    if (next.level > 0) return false;
    Block line;
    line.span = layout_.units[i].span;
    const bool goes_on = continues(text_, line, next.span.of(text_), next.after_page_break);
    return goes_on && (begins_lower(content(i + 1)) || !in_title_case(content(i)));
  }

  // From the end, so that each line knows how far below it text begins.
  void find_headings() {
    std::size_t stacked = kMaxStackedHeadings;  // no text below the last unit
    for (auto i = layout_.units.size(); i-- > first_;) {
      const auto& unit = layout_.units[i];
      if (is_apart(unit.kind)) continue;
      if (unit.level > 0 || (unit.bold_line && !begins_entry(text_, unit, heads_))) {
        outline_.roles[i] = UnitRole::heading;
      } else if (!is_unmarked_heading(unit) || is_cut(i)) {
        stacked = 0;
      } else if (stacked < kMaxStackedHeadings) {
        outline_.roles[i] = UnitRole::heading;
        ++stacked;
      }
    }
    drop_long_stacks();
  }

  // In a longer row of short lines the last three would stand out for no reason: the row is text as
  // a whole.
  void drop_long_stacks() {
    std::size_t row = 0;
    for (std::size_t i = first_; i < layout_.units.size(); ++i) {
      const auto& unit = layout_.units[i];
      const bool short_line =
          !is_marked(unit) && outline_.roles[i] != UnitRole::heading && is_unmarked_heading(unit);
      const bool heading = !is_marked(unit) && outline_.roles[i] == UnitRole::heading;
      if (short_line) {
        ++row;
      } else if (heading && row > 0) {
        outline_.roles[i] = UnitRole::text;
      } else {
        row = 0;
      }
    }
  }

  // Whether one of the next units begins with a dated entry, only headings and short lines between.
  bool entries_below(std::size_t unit) const {
    const auto end = std::min(layout_.units.size(), unit + 1 + kUnitsUpToEntries);
    for (auto i = unit + 1; i < end; ++i) {
      if (begins_entry_at(i)) return true;
    }
    return false;
  }

  // How many lines at the front of the unit are a chronology's heading; 0 when it has none.
  std::uint32_t chronology_heading_lines(std::size_t i) const {
    const auto& unit = layout_.units[i];
    const auto line = [&](std::uint32_t n) { return layout_.lines[unit.first_line + n].of(text_); };
    if (line(0).size() > kMaxChronologyHeadingBytes || begins_entry_at(i)) return 0;
    for (std::uint32_t n = 1; n < std::min(unit.line_count, kMaxHeadingLines + 1); ++n) {
      if (!heads_.at(line(n))) continue;
      return names_chronology(lines_span(layout_, unit, 0, n).of(text_)) ? n : 0;
    }
    const auto text = content(i);
    if (unit.line_count > kMaxHeadingLines || text.size() > kMaxChronologyHeadingBytes) return 0;
    if (!names_chronology(text)) return 0;
    const bool heading = outline_.roles[i] == UnitRole::heading || is_marked(unit) ||
                         looks_like_title(text, kMaxChronologyHeadingBytes);
    if (!heading) return 0;
    // A "timeline" may be many things; a heading that begins with "Chronology" announces one.
    const bool says_so = fold(text.substr(0, kChronology.size())) == kChronology;
    return says_so || entries_below(i) ? unit.line_count : 0;
  }

  bool find_chronology_headings() {
    bool any = false;
    for (auto i = first_; i < layout_.units.size(); ++i) {
      const auto lines = !is_apart(layout_.units[i].kind) ? chronology_heading_lines(i) : 0;
      if (lines == 0) continue;
      outline_.roles[i] = UnitRole::chronology_heading;
      outline_.heading_lines[i] = lines;
      any = true;
    }
    return any;
  }

  std::size_t entries_in(const TextUnit& unit) const {
    std::size_t count = 0;
    for (std::uint32_t n = 0; n < unit.line_count; ++n) {
      if (heads_.at(layout_.lines[unit.first_line + n].of(text_))) ++count;
    }
    return count;
  }

  std::size_t find_unannounced() const {
    std::size_t entries = 0;
    auto begin = layout_.units.size();
    for (auto i = layout_.units.size(); i-- > first_;) {
      const bool passed_over =
          outline_.roles[i] == UnitRole::heading || is_apart(layout_.units[i].kind);
      if (passed_over) continue;
      if (begins_entry_at(i)) {
        entries += entries_in(layout_.units[i]);
        begin = i;
        continue;
      }
      // A page break may have cut the entry above.
      if (i == first_ || !begins_entry_at(i - 1)) break;
      Block above;
      above.span = layout_.units[i - 1].span;
      const auto& unit = layout_.units[i];
      if (!continues(text_, above, unit.span.of(text_), unit.after_page_break)) break;
    }
    return entries >= kMinUnannouncedEntries ? begin : layout_.units.size();
  }

  std::string_view text_;
  const Layout& layout_;
  std::size_t first_;
  const EntryHeads& heads_;
  bool whole_units_;
  bool unmarked_count_ = true;
  Outline outline_;
};

}  // namespace

bool begins_entry(std::string_view text, const TextUnit& unit, const EntryHeads& heads) {
  return heads.at(unit.span.of(text));
}

Outline outline_units(std::string_view text, const Layout& layout, std::size_t first, Marks marks,
                      const EntryHeads& heads) {
  return Outliner{text, layout, first, marks, heads}.run();
}

}  // namespace dateline
