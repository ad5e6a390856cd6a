#include "corpus/structure/outline.h"

#include <algorithm>
#include <optional>

#include "corpus/structure/line_shape.h"
#include "corpus/structure/page_breaks.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kUnitsUpToEntries = 3;
constexpr std::uint32_t kMaxHeadingLines = 3;
constexpr std::size_t kMaxUnitsBetweenDates = 100;
constexpr std::string_view kChronology = "chronology";

class Outliner {
 public:
  Outliner(std::string_view text, const Layout& layout, std::size_t first, Marks marks,
           std::string_view title)
      : text_(text),
        layout_(layout),
        first_(first),
        title_names_(names_chronology(title)),
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
    find_dates_above();
    if (title_names_ && has_entries()) begin_at(first_);
    if (!announced) begin_at(find_unannounced());
    find_rows();
    auto& begins = outline_.chronology_begins;
    std::sort(begins.begin(), begins.end());
    begins.erase(std::unique(begins.begin(), begins.end()), begins.end());
    return std::move(outline_);
  }

 private:
  std::string_view content(std::size_t unit) const { return layout_.units[unit].content.of(text_); }
  bool begins_entry_at(std::size_t unit) const {
    return begins_entry(text_, layout_.units[unit], heads_) || begins_with_day(layout_.units[unit]);
  }
  void begin_at(std::size_t unit) {
    if (unit < layout_.units.size()) outline_.chronology_begins.push_back(unit);
  }

  // A unit of several lines, the first of which is a day with its year and nothing else.
  bool begins_with_day(const TextUnit& unit) const {
    if (unit.line_count < 2 || unit.level > 0) return false;
    const auto date = heads_.lone(layout_.lines[unit.first_line].of(text_));
    return date && date->value.precision <= Precision::week && !date->value.year_inferred;
  }

  bool is_marked(const TextUnit& unit) const { return unit.level > 0 || unit.bold_line; }

  bool is_unmarked_heading(const TextUnit& unit) const {
    if (!unmarked_count_ || unit.text_only || unit.line_count > 2) return false;
    const auto text = unit.content.of(text_);
    if (unit.line_count == 2 && !in_title_case(text)) return false;
    return looks_like_heading(text) && !begins_entry(text_, unit, heads_) && !begins_with_day(unit);
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

  // The date that the unit is and nothing else, where it may stand above entries.
  std::optional<DateMention> date_above(std::size_t i) const {
    const auto& unit = layout_.units[i];
    const bool may = outline_.roles[i] != UnitRole::chronology_heading && unit.line_count == 1 &&
                     (unit.kind == PieceKind::text || unit.kind == PieceKind::item ||
                      unit.kind == PieceKind::row);
    return may ? heads_.lone(unit.content.of(text_)) : std::nullopt;
  }

  // Where the text below a date begins: the first unit that is neither a heading nor a date.
  std::size_t text_below(std::size_t i, const std::vector<bool>& is_date) const {
    auto next = i + 1;
    while (next < layout_.units.size() &&
           (is_date[next] || outline_.roles[next] == UnitRole::heading)) {
      ++next;
    }
    return next;
  }

  struct LoneDate {
    std::size_t unit;
    DateValue value;
  };

  std::vector<LoneDate> lone_dates() const {
    std::vector<LoneDate> dates;
    for (auto i = first_; i < layout_.units.size(); ++i) {
      if (const auto date = date_above(i)) dates.push_back({i, date->value});
    }
    return dates;
  }

  // Whether the entry that begins with unit `i` may lie in a year, a month, … above it: its date
  // has no year, or one that the period holds.
  bool has_entry_within(std::size_t i, const DateValue& period) const {
    if (i >= layout_.units.size() || outline_.roles[i] == UnitRole::heading) return false;
    const auto& unit = layout_.units[i];
    if (unit.kind == PieceKind::note || unit.kind == PieceKind::listing) return false;
    const auto head = read_head_within(unit.span.of(text_), period);
    return head && has_words(unit.span.of(text_).substr(head->text_begin));
  }

  // Whether the entry that begins with unit `i` is dated by the number of a day alone, which only
  // the month above makes a date.
  bool has_bare_day_within(std::size_t i, const DateValue& month) const {
    return has_entry_within(i, month) && !loose_.at(layout_.units[i].span.of(text_));
  }

  // Some words in a row, and not only names and numbers.
  static bool has_words(std::string_view text) {
    std::size_t words = 0;
    std::size_t small = 0;
    for (auto word = next_word(text); !word.empty() && words < 40; word = next_word(text)) {
      ++words;
      if (begins_lower(word)) ++small;
    }
    return words >= 3 && small > 0;
  }

  // Days in order of time, upwards or downwards.
  static bool in_order(const std::vector<LoneDate>& days) {
    const auto before = [](const LoneDate& a, const LoneDate& b) {
      return a.value.days.first < b.value.days.first;
    };
    return std::is_sorted(days.begin(), days.end(), before) ||
           std::is_sorted(days.rbegin(), days.rend(), before);
  }

  // Whether days that stand alone are a chronology by themselves.
  bool are_entries(const std::vector<LoneDate>& days, const std::vector<bool>& is_date) const {
    std::vector<LoneDate> with_text;
    std::size_t headings = 0;
    for (const auto& day : days) {
      if (day.value.year_inferred || text_below(day.unit, is_date) != day.unit + 1) continue;
      if (day.unit + 1 >= layout_.units.size()) continue;
      if (!has_words(layout_.units[day.unit + 1].span.of(text_))) continue;
      with_text.push_back(day);
      if (is_marked(layout_.units[day.unit]) || has_items_below(day.unit)) ++headings;
    }
    const bool enough = headings >= kMinDayHeadings || with_text.size() >= kMinLoneDays;
    return enough && with_text.size() * 4 >= days.size() * 3 && in_order(with_text) &&
           with_text.front().value.days != with_text.back().value.days;
  }

  // An item that is a date, with a list of its own below it.
  bool has_items_below(std::size_t i) const {
    const auto& unit = layout_.units[i];
    return unit.kind == PieceKind::item && i + 1 < layout_.units.size() &&
           layout_.units[i + 1].depth > unit.depth;
  }

  bool announced_above(std::size_t i) const {
    if (title_names_) return true;
    const auto from = std::max(first_, i - std::min(i, kMaxUnitsBetweenDates));
    for (auto above = i; above-- > from;) {
      if (outline_.roles[above] == UnitRole::chronology_heading) return true;
      const bool other = outline_.roles[above] == UnitRole::heading && !date_above(above) &&
                         layout_.units[above].level <= layout_.units[i].level;
      if (other) return false;
    }
    return false;
  }

  static bool is_day_at(std::size_t unit, const std::vector<LoneDate>& days) {
    const auto found =
        std::lower_bound(days.begin(), days.end(), unit,
                         [](const LoneDate& day, std::size_t wanted) { return day.unit < wanted; });
    return found != days.end() && found->unit == unit;
  }

  void find_dates_above() {
    const auto dates = lone_dates();
    if (dates.empty() || dates.size() > layout_.units.size() / 2 + 1) return;
    std::vector<bool> is_date(layout_.units.size());
    std::vector<LoneDate> days;
    for (const auto& date : dates) {
      is_date[date.unit] = true;
      if (date.value.precision <= Precision::week) days.push_back(date);
    }
    const bool by_days = !days.empty() && are_entries(days, is_date);
    bool announced = false;  // by the dates above, down to the next heading
    std::size_t last = first_;
    for (const auto& date : dates) {
      const auto below = text_below(date.unit, is_date);
      if (below >= layout_.units.size()) continue;
      announced =
          (announced && last + kMaxUnitsBetweenDates >= date.unit) || announced_above(date.unit);
      const bool is_day = date.value.precision <= Precision::week;
      // A day above another day says when the whole appeared.
      if (is_day && is_day_at(date.unit + 1, days)) continue;
      // The only one, below the heading, says when the whole took place.
      const bool is_period = dates.size() == 1 && !is_day && date.unit > first_ &&
                             outline_.roles[date.unit] == UnitRole::heading &&
                             outline_.roles[date.unit - 1] == UnitRole::chronology_heading &&
                             !has_bare_day_within(below, date.value);
      if (is_period) continue;
      const bool counts = announced || (is_day ? by_days : has_entry_within(below, date.value));
      if (!counts) continue;
      outline_.roles[date.unit] = UnitRole::chronology_date;
      last = date.unit;
      announced = true;
    }
  }

  // Whether two units begin with a date in loose style, or one date stands above entries: then a
  // title that names a chronology announces one.
  bool has_entries() const {
    const EntryHeads loose{std::nullopt, HeadStyle::loose};
    std::size_t count = 0;
    for (auto i = first_; i < layout_.units.size() && count < 2; ++i) {
      if (outline_.roles[i] == UnitRole::chronology_date) return true;
      if (outline_.roles[i] != UnitRole::text) continue;
      const auto& unit = layout_.units[i];
      if (!loose.at(unit.span.of(text_))) continue;
      const auto next = unit.first_line + 1;
      const bool two = unit.line_count > 1 && loose.at(layout_.lines[next].of(text_));
      count += two ? 2 : 1;
    }
    return count >= 2;
  }

  // A date and a colon, with the year: rows without it may be a plan of any week.
  bool begins_with_year(std::size_t i) const {
    const auto head = heads_.head(layout_.units[i].span.of(text_));
    return head && !head->value.year_inferred;
  }

  // Rows of a table, and items, that all begin with a date and a colon.
  void find_rows() {
    std::size_t row = 0;
    for (auto i = first_; i < layout_.units.size(); ++i) {
      const auto kind = layout_.units[i].kind;
      const bool fits = kind == PieceKind::row || kind == PieceKind::item;
      if (fits && outline_.roles[i] == UnitRole::text && begins_with_year(i)) {
        if (++row == kMinUnannouncedEntries) begin_at(i + 1 - row);
      } else if (kind != PieceKind::carried) {
        row = 0;
      }
    }
  }

  // Whether one of the next units begins with a dated entry, only headings and short lines between.
  bool entries_below(std::size_t unit) const {
    const auto end = std::min(layout_.units.size(), unit + 1 + kUnitsUpToEntries);
    for (auto i = unit + 1; i < end; ++i) {
      if (begins_entry_at(i) || loose_.at(layout_.units[i].span.of(text_)) || date_above(i)) {
        return true;
      }
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
    if (count == 0 && unit.line_count > 1) count = 1;  // its first line is a day
    return count;
  }

  std::size_t find_unannounced() const {
    std::size_t entries = 0;
    auto begin = layout_.units.size();
    for (auto i = layout_.units.size(); i-- > first_;) {
      const bool passed_over =
          outline_.roles[i] == UnitRole::heading || is_apart(layout_.units[i].kind);
      if (passed_over) continue;
      const bool row = layout_.units[i].kind == PieceKind::row;
      if (begins_entry_at(i) && (!row || begins_with_year(i))) {
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
  bool title_names_;
  EntryHeads heads_{std::nullopt};
  EntryHeads loose_{std::nullopt, HeadStyle::loose};
  bool whole_units_;
  bool unmarked_count_ = true;
  Outline outline_;
};

}  // namespace

bool begins_entry(std::string_view text, const TextUnit& unit, const EntryHeads& heads) {
  return heads.at(unit.span.of(text));
}

Outline outline_units(std::string_view text, const Layout& layout, std::size_t first, Marks marks,
                      std::string_view title) {
  return Outliner{text, layout, first, marks, title}.run();
}

}  // namespace dateline
