#include "corpus/structure/front_part.h"

#include <algorithm>

#include "corpus/structure/byline.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxUnitsBeforeByline = 4;
constexpr std::uint32_t kMaxBareTitleLines = 3;
constexpr std::size_t kMaxBareTitleBytes = 240;
constexpr std::size_t kMaxShortLineBytes = 80;

std::string comparable(std::string_view text) { return fold(collapse_spaces(text)); }

/// Where a byline stands: lines [line, line + count) of a unit.
struct Place {
  std::size_t unit = 0;
  std::uint32_t line = 0;
  std::uint32_t count = 0;
};

class Finder {
 public:
  Finder(std::string_view text, Layout& layout, Marks marks, const Article& known,
         const EntryHeads& heads)
      : text_(text), layout_(layout), marks_(marks), known_(known), heads_(heads) {}

  FrontPart find() {
    FrontPart part;
    const auto place = find_byline();
    if (place) {
      const auto unit = cut_out(*place);
      set_title(unit, part);
      set_byline(unit, part);
    } else {
      set_title(bare_title_units(), part);
    }
    return part;
  }

 private:
  std::string_view line_text(const TextUnit& unit, std::uint32_t line) const {
    return layout_.lines[unit.first_line + line].of(text_);
  }
  std::string_view content(std::size_t unit) const { return layout_.units[unit].content.of(text_); }

  std::optional<Place> find_byline() const {
    std::size_t title_lines = 0;
    const auto units = std::min(layout_.units.size(), kMaxUnitsBeforeByline + 1);
    for (std::size_t u = 0; u < units; ++u) {
      const auto& unit = layout_.units[u];
      for (std::uint32_t line = 0; line < unit.line_count; ++line) {
        const bool begins = is_byline_start(unit, line, title_lines > 0);
        if (begins) {
          if (const auto count = byline_size(unit, line)) return Place{u, line, count};
        }
        const bool marked = unit.level > 0 && (line > 0 || unit.level == 1);
        if (!marked && !looks_like_title(line_text(unit, line), kMaxTitleLineBytes)) {
          return std::nullopt;
        }
        if (++title_lines > kMaxTitleLines) return std::nullopt;
      }
      if (unit.line_count > 0 && heads_.at(unit.span.of(text_))) return std::nullopt;
    }
    return std::nullopt;
  }

  bool is_byline_start(const TextUnit& unit, std::uint32_t line, bool below_title) const {
    if (unit.level > 0) return false;
    const auto text = line_text(unit, line);
    if (begins_byline(text)) return true;
    if (!below_title || text.size() > kMaxShortLineBytes * 2) return false;
    if (is_name_with_office(text)) return true;
    auto name = trim(text);
    if (name.ends_with(',')) name.remove_suffix(1);
    const auto plain = comparable(name);
    const bool known = std::any_of(known_.authors.begin(), known_.authors.end(),
                                   [&](const Author& a) { return comparable(a.name) == plain; });
    return known || (is_person_name(name, 2) && line + 1 < unit.line_count &&
                     is_role_line(line_text(unit, line + 1)));
  }

  // How many lines of the unit the byline takes; 0 when it is a sentence after all.
  std::uint32_t byline_size(const TextUnit& unit, std::uint32_t line) const {
    std::uint32_t count = 1;
    while (line + count < unit.line_count && count < kMaxBylineLines) {
      const auto above = line_text(unit, line + count - 1);
      const auto text = line_text(unit, line + count);
      const bool open = above.ends_with(',') || above.ends_with(" and");
      const bool short_line = text.size() <= kMaxShortLineBytes && !ends_sentence(text) &&
                              line + count + 1 == unit.line_count;
      const bool goes_on =
          text.size() <= kMaxBylineLineBytes && (open || short_line || is_role_line(text) ||
                                                 begins_byline(text) || text.starts_with("and "));
      if (!goes_on) break;
      ++count;
    }
    const auto last = line_text(unit, line + count - 1);
    const auto word = last.substr(last.find_last_of(" ,") + 1);
    const bool stopped = ends_sentence(last) && !ends_in_abbreviation(last) &&
                         !word_is(WordClass::suffix, word) &&
                         !word_is(WordClass::affiliation, word);
    return stopped ? 0 : count;
  }

  // Makes the byline a unit of its own and returns which one.
  std::size_t cut_out(const Place& place) {
    auto unit = place.unit;
    if (place.line > 0) split_unit(text_, layout_, unit++, place.line, marks_);
    if (place.count < layout_.units[unit].line_count) {
      split_unit(text_, layout_, unit, place.count, marks_);
    }
    return unit;
  }

  // How many units at the front are the title when no byline shows where it ends.
  std::size_t bare_title_units() const {
    if (layout_.units.empty()) return 0;
    const auto& first = layout_.units.front();
    const bool marked = first.level > 0;
    const auto title = content(0);
    if (announces_chronology() || title.empty() || is_apart(first.kind)) return 0;
    // A heading of a lower level is none of a title that is known by other words.
    if (marked && (known_.title.empty() || first.level == 1)) return 1;
    if (!known_.title.empty()) return comparable(title) == comparable(known_.title) ? 1 : 0;
    if (layout_.units.size() < 2 || !looks_like_bare_title(first)) return 0;
    const bool goes_on = title.ends_with(':') && layout_.units.size() > 2 &&
                         layout_.units[1].line_count == 1 && looks_like_heading(content(1));
    return goes_on ? 2 : 1;
  }

  bool looks_like_bare_title(const TextUnit& unit) const {
    if (unit.text_only || unit.line_count > kMaxBareTitleLines ||
        unit.span.size() > kMaxBareTitleBytes)
      return false;
    if (heads_.at(unit.span.of(text_)) || begins_lower(content(1))) return false;
    if (ends_open(content(0)) && !in_title_case(content(0))) return false;
    for (std::uint32_t line = 0; line < unit.line_count; ++line) {
      const auto text = line_text(unit, line);
      if (!looks_like_title(text, unit.line_count == 1 ? kMaxBareTitleBytes : kMaxHeadingBytes)) {
        return line > 0 && begins_lower(text) && in_title_case(unit.span.of(text_));
      }
    }
    return (unit.line_count == 1 && unit.span.size() <= kMaxHeadingBytes) ||
           in_title_case(unit.span.of(text_));
  }

  // A chronology alone: its heading is no title.
  bool announces_chronology() const {
    const auto& units = layout_.units;
    const auto& first = units.front();
    if (first.span.size() > kMaxChronologyHeadingBytes && first.line_count == 1) return false;
    if (!names_chronology(line_text(first, 0))) return false;
    for (std::uint32_t line = 1; line < std::min(first.line_count, kMaxBareTitleLines); ++line) {
      if (heads_.at(line_text(first, line))) return true;
    }
    return units.size() > 1 && heads_.at(units[1].span.of(text_));
  }

  void set_title(std::size_t units, FrontPart& part) const {
    if (units == 0) return;
    const auto& first = layout_.units.front();
    const auto& last = layout_.units[units - 1];
    Block title;
    title.kind = BlockKind::title;
    title.span = {first.span.begin, last.span.end};
    title.content = {first.content.begin, last.content.end};
    for (std::size_t u = 0; u < units; ++u) {
      if (u > 0) part.title_text += ' ';
      part.title_text += collapse_spaces(content(u));
    }
    part.title = title;
    part.next_unit = units;
  }

  void set_byline(std::size_t unit, FrontPart& part) const {
    Block byline;
    byline.kind = BlockKind::byline;
    byline.span = layout_.units[unit].span;
    byline.content = layout_.units[unit].content;
    part.next_unit = unit + 1;
    if (const auto next = office_below(unit + 1)) {
      byline.span.end = byline.content.end = layout_.units[*next].span.end;
      part.next_unit = *next + 1;
    }
    part.authors = parse_byline(text_, byline.span);
    part.byline = byline;
  }

  // "Professor, Hill College" on a line of its own below the name, after a blank line.
  std::optional<std::size_t> office_below(std::size_t unit) const {
    if (unit + 1 >= layout_.units.size() || layout_.units[unit].line_count != 1)
      return std::nullopt;
    const auto line = layout_.units[unit].span.of(text_);
    const bool office = line.find(',') != std::string_view::npos && is_role_line(line) &&
                        !begins_byline(line) && has_word(WordClass::role, line) &&
                        has_word(WordClass::affiliation, line) &&
                        line.size() <= kMaxBylineLineBytes;
    return office ? std::optional{unit} : std::nullopt;
  }

  std::string_view text_;
  Layout& layout_;
  Marks marks_;
  const Article& known_;
  const EntryHeads& heads_;
};

}  // namespace

FrontPart find_front_part(std::string_view text, Layout& layout, Marks marks, const Article& known,
                          const EntryHeads& heads) {
  return Finder{text, layout, marks, known, heads}.find();
}

}  // namespace dateline
