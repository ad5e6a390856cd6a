#include "corpus/structure/publication.h"

#include <algorithm>
#include <array>

#include "corpus/structure/byline.h"
#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

namespace dateline {
namespace {

constexpr std::size_t kMaxDateLineBytes = 120;
constexpr std::size_t kMaxDatelineBytes = 120;
constexpr std::size_t kRunningTextBytes = 160;

// A day, a week or a month that is written with its year, and is one.
bool is_publication_date(const DateMention& mention) noexcept {
  const auto& value = mention.value;
  if (value.year_inferred || value.precision > Precision::month || value.approximate) return false;
  return value.precision == Precision::month || value.days.first == value.days.last;
}

// The only date in the words that may tell when something appeared; nullopt when there are others.
std::optional<DateMention> only_date(std::string_view words, const DateFinder& dates) {
  const auto mentions = dates.find(words, {});
  if (mentions.size() != 1 || !is_publication_date(mentions.front())) return std::nullopt;
  return mentions.front();
}

// "Born 3 May 1911", "Signed at Geneva, 3 May 1911": the day of what the text is about.
bool tells_of_an_event(std::string_view words) {
  constexpr std::array<std::string_view, 20> kEvents{
      "adopted", "born",         "built",        "completed",   "destroyed",
      "died",    "disbanded",    "ended",        "established", "formed",
      "founded", "incorporated", "independence", "killed",      "launched",
      "opened",  "ratified",     "signed",       "started",     "concluded"};
  for (auto word = next_word(words); !word.empty(); word = next_word(words)) {
    while (!word.empty() && !is_ascii_letter(word.back())) word.remove_suffix(1);
    if (is_one_of(fold(word), kEvents)) return true;
  }
  return false;
}

// What may stand beside the date of a date line: its labels, hours, places.
bool are_words_of_date_line(std::string_view words) noexcept {
  constexpr std::size_t kMaxWords = 6;
  std::size_t count = 0;
  for (auto word = next_word(words); !word.empty(); word = next_word(words)) {
    word = without_marks(word);
    // An hour, the number of a volume, pages ("cc801-45").
    if (word.empty() || has_digit(word) || word_is(WordClass::dating, word)) continue;
    const bool place = is_ascii_capital(word.front());
    if (!place || ++count > kMaxWords) return false;
  }
  return true;
}

std::string_view before_of(std::string_view words, const DateMention& date) {
  return words.substr(0, date.span.begin);
}
std::string_view behind_of(std::string_view words, const DateMention& date) {
  return words.substr(date.span.end);
}

// What stands behind "by" in the words beside a date, up to the "on" of the date: "Ann Poe" of
// "Posted by Ann Poe on Tue,"; empty when there is none. With `by` where "by" begins.
std::string_view behind_by(std::string_view words, std::size_t& by) noexcept {
  auto rest = words;
  by = words.size();
  for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
    if (fold(without_marks(word)) != "by") continue;
    by = static_cast<std::size_t>(word.data() - words.data());
    auto names = rest;
    auto next = rest;
    for (auto end = next_word(next); !end.empty(); end = next_word(next)) {
      if (end != "on") continue;
      names = rest.substr(0, static_cast<std::size_t>(end.data() - rest.data()));
      break;
    }
    return without_marks(names);
  }
  return {};
}

bool are_person_names(std::string_view names) {
  const auto parts = split_names(names);
  return !parts.empty() && std::all_of(parts.begin(), parts.end(),
                                       [](const auto& name) { return is_person_name(name, 2); });
}

// The words beside a date, without "by" and the names behind it; a single one may be any user's:
// "Submitted by ann_p on".
bool are_words_with_names(std::string_view words) {
  std::size_t by = 0;
  const auto name = behind_by(words, by);
  const bool one = !name.empty() && name.find(' ') == std::string_view::npos;
  if (!one && !are_person_names(name)) return are_words_of_date_line(words);
  const auto end = static_cast<std::size_t>(name.data() - words.data()) + name.size();
  return are_words_of_date_line(words.substr(0, by)) && are_words_of_date_line(words.substr(end));
}

// The names in the words beside a date: behind "by", or parted from it by more than a comma.
std::string_view names_beside(std::string_view words) {
  std::size_t by = 0;
  if (const auto names = behind_by(words, by); !names.empty()) {
    return are_person_names(names) ? names : std::string_view{};
  }
  constexpr std::array<std::string_view, 6> kPartings{"|", "·", "•", "–", "—", " - "};
  const bool parted = std::any_of(kPartings.begin(), kPartings.end(), [&](std::string_view mark) {
    return words.find(mark) != std::string_view::npos;
  });
  const auto names = without_marks(words);
  return parted && are_names(names) ? names : std::string_view{};
}

// Where a dash ends that opens a report's text; npos when there is none near the front.
struct Dash {
  std::size_t begin = std::string_view::npos;
  std::size_t end = std::string_view::npos;
};
Dash opening_dash(std::string_view text) {
  constexpr std::array<std::string_view, 6> kDashes{" – ", " — ", " -- ", " - ", "—", "–"};
  Dash first;
  for (const auto dash : kDashes) {
    const auto at = text.substr(0, kMaxDatelineBytes).find(dash);
    if (at < first.begin) first = {at, at + dash.size()};
  }
  return first;
}

// "GENEVA, 3 May 2021 (Agency)", "Oslo, May 3, 2021"
std::optional<DateMention> date_of_dateline(std::string_view words, const DateFinder& dates) {
  const auto date = only_date(words, dates);
  if (!date || date->value.precision > Precision::day) return std::nullopt;
  const auto place = trim(before_of(words, *date));
  if (place.empty() || !is_ascii_capital(place.front())) return std::nullopt;
  std::size_t count = 0;
  auto rest = place;
  for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
    ++count;
    if (begins_lower(word) || count > 5) return std::nullopt;
  }
  const auto behind = trim(behind_of(words, *date));
  const bool agency = behind.starts_with('(') && behind.ends_with(')');
  const bool capitals = std::none_of(place.begin(), place.end(), is_ascii_small);
  const bool ends_place = place.ends_with(',') || place.ends_with('(');
  return (behind.empty() || agency || behind == ")") && (ends_place || capitals) ? date
                                                                                 : std::nullopt;
}

/// Goes down the units behind the front part.
class HeadReader {
 public:
  HeadReader(std::string_view text, Layout& layout, Outline& outline, const DateFinder& dates)
      : text_(text), layout_(layout), outline_(outline), dates_(dates) {}

  std::optional<Publication> read(std::size_t first) {
    const auto end = std::min(layout_.units.size(), first + kMaxUnitsOfHead);
    for (auto i = first; i < end; ++i) {
      if (!may_tell(i)) return std::nullopt;
      if (auto found = date_line(i)) return found;
      if (is_running_text(i)) return dateline(i);
    }
    return std::nullopt;
  }

 private:
  std::string_view line(std::size_t unit, std::uint32_t n) const {
    return layout_.lines[layout_.units[unit].first_line + n].of(text_);
  }

  bool may_tell(std::size_t i) const {
    const auto role = outline_.roles[i];
    const auto& begins = outline_.chronology_begins;
    if (role == UnitRole::chronology_heading || role == UnitRole::chronology_date) return false;
    return std::find(begins.begin(), begins.end(), i) == begins.end() ||
           !EntryHeads{std::nullopt, HeadStyle::loose}.at(layout_.units[i].span.of(text_));
  }

  bool is_running_text(std::size_t i) const {
    const auto& unit = layout_.units[i];
    return unit.level == 0 && (unit.span.size() >= kRunningTextBytes ||
                               (unit.span.size() >= 60 && ends_sentence(unit.span.of(text_))));
  }

  // Several dates in one unit are a list's.
  std::size_t dated_lines(std::size_t i) const {
    const auto& unit = layout_.units[i];
    std::size_t count = 0;
    for (std::uint32_t n = 0; n < std::min(unit.line_count, 12U) && count < 2; ++n) {
      if (date_of_line(line(i, n), dates_)) ++count;
    }
    return count;
  }

  std::optional<Publication> date_line(std::size_t i) {
    const auto& unit = layout_.units[i];
    constexpr std::uint32_t kMaxLines = 8;
    if (unit.kind != PieceKind::text || dated_lines(i) > 1) return std::nullopt;
    for (std::uint32_t n = 0; n < std::min(unit.line_count, kMaxLines); ++n) {
      const auto words = line(i, n);
      const auto days = date_of_line(words, dates_);
      if (!days || is_of_a_box(i, n)) continue;
      if (unit.line_count == 1) outline_.roles[i] = UnitRole::date_line;
      return Publication{*days, Source::date_line, collapse_spaces(words), authors_of(words)};
    }
    return std::nullopt;
  }

  std::vector<Author> authors_of(std::string_view words) const {
    const auto date = only_date(words, dates_);
    if (!date) return {};
    for (const auto beside : {before_of(words, *date), behind_of(words, *date)}) {
      const auto names = names_beside(beside);
      if (names.empty()) continue;
      const auto begin = static_cast<std::uint32_t>(names.data() - text_.data());
      return parse_byline(text_, {begin, begin + static_cast<std::uint32_t>(names.size())});
    }
    return {};
  }

  // "Date\t9 May 1911", "Location\tNorth Sea": lines of facts about what the text is about.
  bool is_of_a_box(std::size_t i, std::uint32_t n) const {
    const auto has_tab = [&](std::uint32_t m) {
      return m < layout_.units[i].line_count && line(i, m).find('\t') != std::string_view::npos;
    };
    return has_tab(n) && (has_tab(n + 1) || (n > 0 && has_tab(n - 1)));
  }

  std::optional<Publication> dateline(std::size_t i) {
    const auto whole = layout_.units[i].span.of(text_);
    const auto dash = opening_dash(whole);
    if (dash.end == std::string_view::npos || dash.end >= whole.size()) return std::nullopt;
    const auto words = whole.substr(0, dash.begin);
    const auto date = date_of_dateline(words, dates_);
    if (!date || words.find('\n') != std::string_view::npos) return std::nullopt;
    cut_off(i, dash);
    return Publication{date->value.days, Source::dateline, collapse_spaces(words)};
  }

  // Makes the unit's first bytes a unit of their own.
  void cut_off(std::size_t i, const Dash& dash) {
    TextUnit line = layout_.units[i];
    const auto begin = line.span.begin;
    auto text = text_.find_first_not_of(" \t", begin + dash.end);
    text = std::min<std::size_t>(text, line.span.end);
    auto& rest = layout_.units[i];
    rest.span.begin = rest.content.begin = static_cast<std::uint32_t>(text);
    layout_.lines[rest.first_line].begin = rest.span.begin;
    line.span = line.content = {begin, begin + static_cast<std::uint32_t>(dash.begin)};
    line.line_count = 1;
    const auto at = static_cast<std::ptrdiff_t>(i);
    layout_.units.insert(layout_.units.begin() + at, line);
    outline_.roles.insert(outline_.roles.begin() + at, UnitRole::date_line);
    outline_.heading_lines.insert(outline_.heading_lines.begin() + at, 0);
    for (auto& unit : outline_.chronology_begins) {
      if (unit >= i) ++unit;
    }
  }

  std::string_view text_;
  Layout& layout_;
  Outline& outline_;
  const DateFinder& dates_;
};

std::optional<Publication> labelled(std::string_view text, const Layout& layout,
                                    const DateFinder& dates) {
  const auto value = labelled_line(text, layout, "date");
  if (value.empty()) return std::nullopt;
  const auto days = date_of_line(value, dates);
  return days ? std::optional{Publication{*days, Source::date_line, collapse_spaces(value)}}
              : std::nullopt;
}

}  // namespace

std::optional<DateInterval> date_of_line(std::string_view line, const DateFinder& dates) {
  if (line.size() < 6 || line.size() > kMaxDateLineBytes) return std::nullopt;
  if (!has_digit(line)) return std::nullopt;
  // A row of a table; but "May 3, 2001 | 6 min read" is none.
  if (std::count(line.begin(), line.end(), '|') > 1 || line.starts_with('|')) return std::nullopt;
  const auto date = only_date(line, dates);
  // "May 3, 2001: Talks" is an entry.
  if (!date || behind_of(line, *date).starts_with(':')) return std::nullopt;
  const auto before = trim(before_of(line, *date));
  auto behind = behind_of(line, *date);
  // "The vote of May 2001" is about it.
  if (before.ends_with(" of") && !has_word(WordClass::record, before)) return std::nullopt;
  if (tells_of_an_event(before)) return std::nullopt;
  // "Held on May 3, 2001, at 10 a.m. in Room 5"
  if (fold(before).starts_with("held ")) behind = behind.substr(0, behind.find(" in "));
  if (!are_words_with_names(before) || !are_words_with_names(behind)) return std::nullopt;
  return date->value.days;
}

std::string_view labelled_line(std::string_view text, const Layout& layout,
                               std::string_view label) {
  const auto count = std::min(layout.lines.size(), kMaxLabelledLines);
  for (std::size_t i = 0; i < count; ++i) {
    auto line = layout.lines[i].of(text);
    line.remove_prefix(skip_marks(line, 0, " \t'‘_.-*#|"));
    if (line.size() <= label.size() || fold(line.substr(0, label.size())) != label) continue;
    auto value = trim(line.substr(label.size()));
    if (!value.starts_with(':')) continue;
    while (!value.empty() && std::string_view{":*_-"}.find(value.front()) != std::string_view::npos)
      value = trim(value.substr(1));
    if (value.starts_with("—") || value.starts_with("–")) value = trim(value.substr(3));
    if (!value.empty() && value.size() <= kMaxDateLineBytes) return value;
  }
  return {};
}

std::optional<Publication> publication_in_head(std::string_view text, Layout& layout,
                                               Outline& outline, std::size_t first,
                                               const DateFinder& dates) {
  if (auto found = labelled(text, layout, dates)) return found;
  return HeadReader{text, layout, outline, dates}.read(first);
}

std::optional<Publication> publication_in_front(std::string_view text, const Layout& layout,
                                                std::size_t title, std::size_t end,
                                                const DateFinder& dates) {
  for (std::size_t i = 0; i < end; ++i) {
    const auto& unit = layout.units[i];
    for (std::uint32_t n = i == title ? 1 : 0; n < unit.line_count; ++n) {
      const auto line = layout.lines[unit.first_line + n].of(text);
      if (const auto days = date_of_line(line, dates))
        return Publication{*days, Source::date_line, collapse_spaces(line)};
    }
  }
  return std::nullopt;
}

std::optional<Publication> publication_in_title(std::string_view title, const DateFinder& dates) {
  constexpr std::size_t kMaxTitleBytes = 300;
  if (title.empty() || title.size() > kMaxTitleBytes) return std::nullopt;
  if (!has_digit(title)) return std::nullopt;
  const auto date = only_date(title, dates);
  if (!date) return std::nullopt;
  const auto before = trim(before_of(title, *date));
  const auto behind = trim(behind_of(title, *date));
  const auto is_mark = [](std::string_view mark) {
    return mark.empty() ||
           std::string_view{",.:;|-()[]/"}.find(mark.back()) != std::string_view::npos ||
           mark.ends_with("–") || mark.ends_with("—");
  };
  const bool at_end = behind.empty() || behind == ")" || behind == "]" || behind == ".";
  const bool at_front = before.empty();
  const bool is_day = date->value.precision == Precision::day;
  const bool apart = (at_end && is_mark(before) && !before.empty()) ||
                     (at_front && !behind.empty() && is_mark(behind.substr(0, 1)));
  const bool is_record = has_word(WordClass::record, before) || has_word(WordClass::record, behind);
  const bool tells = is_day ? apart || (is_record && (at_end || at_front)) : is_record && at_end;
  return tells ? std::optional{Publication{date->value.days, Source::title,
                                           std::string{date->span.of(title)}}}
               : std::nullopt;
}

}  // namespace dateline
