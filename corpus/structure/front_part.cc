#include "corpus/structure/front_part.h"

#include <algorithm>
#include <array>

#include "corpus/structure/byline.h"
#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/publication.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxUnitsBeforeByline = 4;
constexpr std::uint32_t kMaxBareTitleLines = 3;
constexpr std::size_t kMaxBareTitleBytes = 240;
constexpr std::size_t kMaxShortLineBytes = 80;

/// Where a byline stands: lines [line, line + count) of a unit.
struct Place {
  std::size_t unit = 0;
  std::uint32_t line = 0;
  std::uint32_t count = 0;
};

class Finder {
 public:
  Finder(std::string_view text, Layout& layout, Marks marks, const Article& known,
         const DateFinder& dates)
      : text_(text),
        layout_(layout),
        marks_(marks),
        known_(known),
        dates_(dates),
        heads_(known.published) {}

  FrontPart find() {
    FrontPart part;
    pass_letterhead(part);
    cut_off_date();
    const auto place = find_byline();
    if (place) {
      const auto unit = cut_out(*place);
      set_title(unit - begin_, part);
      set_byline(unit, part);
    } else {
      set_title(bare_title_units(), part);
    }
    if (part.next_unit <= begin_) part.letterhead.clear();
    return part;
  }

 private:
  std::string_view line_text(const TextUnit& unit, std::uint32_t line) const {
    return layout_.lines[unit.first_line + line].of(text_);
  }
  std::string_view content(std::size_t unit) const { return layout_.units[unit].content.of(text_); }

  bool is_date_line(std::string_view line) const { return date_of_line(line, dates_).has_value(); }

  // What stands above the title and is none: who releases it, its number, its day.
  void pass_letterhead(FrontPart& part) {
    auto title = below_release();
    if (title == 0) title = below_numbers();
    if (title == 0) title = below_bodies();
    begin_ = title;
    for (std::size_t i = 0; i < title; ++i) part.letterhead.push_back(byline_block(i));
  }

  // "The White House", "Office of the Press Secretary", "For Immediate Release  May 28, 2014": the
  // title comes below, if something looks like one; else 0.
  std::size_t below_release() const {
    constexpr std::size_t kMaxUnits = 4;
    const auto units = std::min(layout_.units.size(), kMaxUnits);
    for (std::size_t u = 0; u < units && layout_.units[u].level == 0; ++u) {
      const auto& unit = layout_.units[u];
      if (unit.line_count > kMaxTitleLines) return 0;
      bool release = false;
      for (std::uint32_t line = 0; line < unit.line_count; ++line) {
        if (line_text(unit, line).size() > kMaxHeadingBytes) return 0;
        release = release || announces_release(line_text(unit, line));
      }
      if (!release) continue;
      auto title = u + 1;
      if (title < layout_.units.size() && layout_.units[title].line_count == 1 &&
          is_date_line(content(title))) {
        ++title;
      }
      return may_be_title(title) ? title : 0;
    }
    return 0;
  }

  // "104-10333-10002", "DRAFT - 3 March 1978": numbers and a day, with no other day below the
  // title, which would make it an entry.
  std::size_t below_numbers() const {
    constexpr std::size_t kMaxUnits = 3;
    for (const std::string_view label : {"title", "subject"}) {
      if (!labelled_line(text_, layout_, label).empty()) return 0;
    }
    std::size_t title = 0;
    bool dated = false;
    for (; title < std::min(layout_.units.size(), kMaxUnits); ++title) {
      const auto& unit = layout_.units[title];
      const bool dates = has_date_line(unit);
      if (unit.level > 0 || (dates && dated) || !(dates || is_number(unit))) break;
      dated = dated || dates;
    }
    if (title == 0 || !may_be_title(title)) return 0;
    const auto end = std::min(layout_.units.size(), title + kMaxUnits + 1);
    for (auto u = title; u < end; ++u) {
      if (dated && has_date_line(layout_.units[u])) return 0;
    }
    return looks_like_heading(content(title)) ? title : 0;
  }

  // "Department of Herring", "Working Paper Series", "No. 12", and a title below them, with a day
  // or names below that.
  std::size_t below_bodies() const {
    if (layout_.units.size() < 3 || !may_be_title(1) || !known_.title.empty()) return 0;
    const auto& unit = layout_.units.front();
    if (unit.level > 0 || unit.line_count > 3 || layout_.units[1].line_count > 2) return 0;
    for (std::uint32_t line = 0; line < unit.line_count; ++line) {
      if (!is_body(line_text(unit, line))) return 0;
    }
    const auto below = line_text(layout_.units[2], 0);
    const bool told = (layout_.units[2].line_count == 1 && is_date_line(below)) ||
                      are_names(below) || begins_byline(below);
    return told && looks_like_heading(content(1)) && !is_body(content(1)) ? 1 : 0;
  }

  static bool is_body(std::string_view line) {
    constexpr std::size_t kMaxBytes = 60;
    constexpr std::array<std::string_view, 6> kBodies{"assembly",   "congress", "court",
                                                      "parliament", "senate",   "service"};
    if (line.size() > kMaxBytes || line.find(':') != std::string_view::npos) return false;
    const auto plain = comparable_line(line);
    for (const std::string_view series : {"no. ", "vol. ", "volume ", "issue ", "working paper",
                                          "discussion paper", "policy brief", "policy paper"}) {
      if (plain.starts_with(series)) return true;
    }
    return has_word(WordClass::affiliation, line) || has_one_of(line, kBodies);
  }

  bool may_be_title(std::size_t u) const {
    return u + 1 < layout_.units.size() && !is_apart(layout_.units[u].kind) &&
           looks_like_title(line_text(layout_.units[u], 0), kMaxTitleLineBytes);
  }

  // A short line that is a date, with one word or two below it at most.
  bool has_date_line(const TextUnit& unit) const {
    constexpr std::size_t kMaxBytesBelow = 24;
    return unit.line_count <= 2 && is_date_line(line_text(unit, 0)) &&
           (unit.line_count == 1 || line_text(unit, 1).size() <= kMaxBytesBelow);
  }

  // "104-10333-10002", "OGC 69-0181": digits on both sides of a hyphen, and short capitals.
  bool is_number(const TextUnit& unit) const {
    auto rest = unit.span.of(text_);
    if (heads_.lone(rest)) return false;
    bool numbered = false;
    for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
      bool joined = false;
      for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        joined = joined ||
                 (word[i] == '-' && is_ascii_digit(word[i - 1]) && is_ascii_digit(word[i + 1]));
      }
      const bool capitals = word.size() <= 4 && is_ascii_capital(word.front());
      if (!joined && !capitals) return false;
      numbered = numbered || joined;
    }
    return numbered;
  }

  // How a paper is given out, and to whom it may be shown: no title, whatever stands below.
  static bool announces_release(std::string_view line) {
    constexpr std::array<std::string_view, 10> kReleases{
        "advance copy",          "as delivered",  "as prepared for delivery",
        "check against deliver", "embargoed",     "for immediate release",
        "for release",           "media release", "news release",
        "press release"};
    constexpr std::array<std::string_view, 6> kClasses{
        "confidential", "declassified", "restricted", "secret", "top secret", "unclassified"};
    const auto plain = comparable_line(line);
    if (is_one_of(plain.substr(0, plain.find('/')), kClasses)) return true;
    return std::any_of(kReleases.begin(), kReleases.end(),
                       [&](std::string_view words) { return plain.starts_with(words); });
  }

  Block byline_block(std::size_t unit) const {
    Block block;
    block.kind = BlockKind::byline;
    block.span = layout_.units[unit].span;
    block.content = layout_.units[unit].content;
    return block;
  }

  // "A title", "Ann Poe", "May 3, 2021", without blank lines between: a date is none of a title.
  void cut_off_date() {
    if (begin_ >= layout_.units.size()) return;
    const auto& unit = layout_.units[begin_];
    if (is_apart(unit.kind) || unit.line_count < 2 || names_chronology(line_text(unit, 0))) return;
    const auto lines = std::min<std::uint32_t>(unit.line_count, kMaxTitleLines);
    for (std::uint32_t line = 0; line < lines; ++line) {
      if (line > 0 && is_label(line_text(unit, line)) && labels_in(unit) > 1) {
        split_unit(text_, layout_, begin_, line, marks_);
        return;
      }
      if (line > 0 && is_date_line(line_text(unit, line))) {
        if (line + 1 < unit.line_count && is_date_line(line_text(unit, line + 1))) return;
        const bool more = line + 1 < unit.line_count;
        split_unit(text_, layout_, begin_, line, marks_);
        if (more) split_unit(text_, layout_, begin_ + 1, 1, marks_);
        return;
      }
      if (!looks_like_title(line_text(unit, line), kMaxTitleLineBytes)) return;
    }
  }

  std::size_t labels_in(const TextUnit& unit) const {
    constexpr std::uint32_t kMaxLines = 20;
    std::size_t count = 0;
    for (std::uint32_t line = 0; line < std::min(unit.line_count, kMaxLines); ++line) {
      if (is_label(line_text(unit, line))) ++count;
    }
    return count;
  }

  // "Born: 3 May 1911", "Occupation: diplomat".
  static bool is_label(std::string_view line) {
    constexpr std::size_t kMaxBytes = 24;
    const auto colon = line.find(": ");
    return colon != std::string_view::npos && colon <= kMaxBytes && !begins_lower(line);
  }

  std::optional<Place> find_byline() const {
    std::size_t title_lines = 0;
    const auto units = std::min(layout_.units.size(), begin_ + kMaxUnitsBeforeByline + 1);
    for (std::size_t u = begin_; u < units; ++u) {
      const auto& unit = layout_.units[u];
      for (std::uint32_t line = 0; line < unit.line_count; ++line) {
        const bool begins = is_byline_start(u, line, title_lines > 0);
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

  bool is_byline_start(std::size_t u, std::uint32_t line, bool below_title) const {
    const auto& unit = layout_.units[u];
    if (unit.level > 0) return false;
    const auto text = line_text(unit, line);
    if (begins_byline(text)) return true;
    if (!below_title || text.size() > kMaxShortLineBytes * 2) return false;
    if (begins_credit(text) || is_name_with_office(text)) return true;
    auto name = trim(text);
    if (name.ends_with(',')) name.remove_suffix(1);
    const auto plain = comparable_line(name);
    const bool known =
        std::any_of(known_.authors.begin(), known_.authors.end(),
                    [&](const Author& a) { return comparable_line(a.name) == plain; });
    return known ||
           (is_person_name(name, 2) && line + 1 < unit.line_count &&
            is_role_line(line_text(unit, line + 1))) ||
           (are_names(text) && tells_of_authors(next_line(u, line))) || is_name_with_date(text);
  }

  // "Ann Poe | May 3, 2021"
  bool is_name_with_date(std::string_view text) const {
    for (const std::string_view mark : {"|", "·", "•"}) {
      const auto at = text.find(mark);
      if (at == std::string_view::npos) continue;
      return are_names(text.substr(0, at)) && is_date_line(text.substr(at + mark.size()));
    }
    return false;
  }

  std::string_view next_line(std::size_t u, std::uint32_t line) const {
    const auto& unit = layout_.units[u];
    if (line + 1 < unit.line_count) return line_text(unit, line + 1);
    return u + 1 < layout_.units.size() ? line_text(layout_.units[u + 1], 0) : std::string_view{};
  }

  // "¹ School of Economics, Hill College", "* University of Oslo."
  static bool has_note_mark(std::string_view line) {
    constexpr std::array<std::string_view, 7> kNoteMarks{"1 ", "¹", "*", "†", "^1^", "(1)", "[1]"};
    return std::any_of(kNoteMarks.begin(), kNoteMarks.end(),
                       [&](std::string_view mark) { return line.starts_with(mark); });
  }

  // What stands below names of authors: a date, what they are, or the abstract.
  bool tells_of_authors(std::string_view line) const {
    if (line.empty() || line.size() > kMaxBylineLineBytes || begins_byline(line)) return false;
    const auto plain =
        comparable_line(line.substr(std::min(line.find_first_not_of("#*_ "), line.size())));
    return is_date_line(line) || (is_role_line(line) && !ends_sentence(line)) ||
           (has_note_mark(line) && has_word(WordClass::affiliation, line)) ||
           plain.starts_with("abstract") || plain.starts_with("introduction") ||
           plain.starts_with("summary");
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
      const bool goes_on = text.size() <= kMaxBylineLineBytes && !is_date_line(text) &&
                           (open || short_line || is_role_line(text) || begins_byline(text) ||
                            text.starts_with("and "));
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
    if (begin_ >= layout_.units.size()) return 0;
    const auto& first = layout_.units[begin_];
    const bool marked = first.level > 0;
    const auto title = content(begin_);
    if (announces_chronology() || title.empty() || is_apart(first.kind)) return 0;
    if (first.level != 1 && is_date(first)) return 0;
    // A heading of a lower level is none of a title that is known by other words.
    if (marked && (known_.title.empty() || first.level == 1)) return 1;
    if (!known_.title.empty())
      return comparable_line(title) == comparable_line(known_.title) ? 1 : 0;
    if (layout_.units.size() < begin_ + 2 || !looks_like_bare_title(first)) return 0;
    const bool goes_on = title.ends_with(':') && layout_.units.size() > begin_ + 2 &&
                         layout_.units[begin_ + 1].line_count == 1 &&
                         looks_like_heading(content(begin_ + 1));
    return goes_on ? 2 : 1;
  }

  bool is_date(const TextUnit& unit) const {
    const auto text = unit.content.of(text_);
    return unit.line_count == 1 && text.size() <= kMaxEntryHeadBytes && heads_.is_date(text);
  }

  bool looks_like_bare_title(const TextUnit& unit) const {
    if (unit.text_only || unit.line_count > kMaxBareTitleLines ||
        unit.span.size() > kMaxBareTitleBytes || announces_release(line_text(unit, 0)))
      return false;
    if (heads_.at(unit.span.of(text_)) || begins_lower(content(begin_ + 1))) return false;
    if (ends_open(content(begin_)) && !in_title_case(content(begin_))) return false;
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
    const auto& first = units[begin_];
    if (first.span.size() > kMaxChronologyHeadingBytes && first.line_count == 1) return false;
    if (!names_chronology(line_text(first, 0))) return false;
    for (std::uint32_t line = 1; line < std::min(first.line_count, kMaxBareTitleLines); ++line) {
      if (heads_.at(line_text(first, line))) return true;
    }
    return units.size() > begin_ + 1 && heads_.at(units[begin_ + 1].span.of(text_));
  }

  // "AGENDA", on a line of its own above a title: what kind of paper it is.
  std::string_view without_kind(const TextUnit& unit) const {
    const auto whole = unit.content.of(text_);
    const auto kind = line_text(unit, 0);
    const bool alone = unit.line_count > 1 && kind.find(' ') == std::string_view::npos &&
                       word_is(WordClass::record, kind);
    const auto end = whole.find('\n');
    return alone && end != std::string_view::npos ? whole.substr(end + 1) : whole;
  }

  void set_title(std::size_t units, FrontPart& part) const {
    if (units == 0) return;
    const auto& first = layout_.units[begin_];
    const auto& last = layout_.units[begin_ + units - 1];
    Block title;
    title.kind = BlockKind::title;
    title.span = {first.span.begin, last.span.end};
    title.content = {first.content.begin, last.content.end};
    for (std::size_t u = 0; u < units; ++u) {
      if (u > 0) part.title_text += ' ';
      part.title_text += collapse_spaces(u == 0 ? without_kind(first) : content(begin_ + u));
    }
    part.title = title;
    part.next_unit = begin_ + units;
  }

  void set_byline(std::size_t unit, FrontPart& part) const {
    auto byline = byline_block(unit);
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
  const DateFinder& dates_;
  EntryHeads heads_;
  std::size_t begin_ = 0;  // the first unit behind a letterhead
};

}  // namespace

FrontPart find_front_part(std::string_view text, Layout& layout, Marks marks, const Article& known,
                          const DateFinder& dates) {
  return Finder{text, layout, marks, known, dates}.find();
}

}  // namespace dateline
