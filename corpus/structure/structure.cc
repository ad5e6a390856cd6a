#include "corpus/structure/structure.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>
#include <utility>

#include "corpus/structure/byline.h"
#include "corpus/structure/front_part.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/log_line.h"
#include "corpus/structure/outline.h"
#include "corpus/structure/page_breaks.h"
#include "corpus/structure/period.h"
#include "corpus/structure/publication.h"
#include "language/utf8.h"
#include "language/word_list.h"
#include "language/words/text_language.h"

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
        heads_(article.published) {
    begins_.insert(outline.chronology_begins.begin(), outline.chronology_begins.end());
  }

  void write(std::size_t first) {
    for (auto i = first; i < layout_.units.size(); ++i) {
      const auto& unit = layout_.units[i];
      if (begins_.contains(i)) in_chronology_ = true;
      if (is_apart(unit.kind)) {
        push(unit.kind == PieceKind::note ? BlockKind::note : BlockKind::listing, unit.span,
             unit.content);
        continue;
      }
      switch (outline_.roles[i]) {
        case UnitRole::heading:
          in_chronology_ = in_chronology_ && entries_follow(i);
          under_date_ = false;
          push(BlockKind::heading, unit.span, unit.content);
          break;
        case UnitRole::chronology_heading:
          write_chronology_heading(unit, outline_.heading_lines[i]);
          break;
        case UnitRole::chronology_date:
          write_chronology_date(unit, i + 1);
          break;
        case UnitRole::date_line:
          push(BlockKind::byline, unit.span, unit.content);
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
    if (next >= layout_.units.size()) return false;
    if (outline_.roles[next] == UnitRole::chronology_date) return true;
    return outline_.roles[next] == UnitRole::text && loose_.at(layout_.units[next].span.of(text()));
  }

  // A day dates what stands below it; a year or a month only says which one is meant there, unless
  // short texts without dates of their own begin there.
  void write_chronology_date(const TextUnit& unit, std::size_t below) {
    in_chronology_ = true;
    const auto date = heads_.lone(unit.content.of(text()));
    under_date_ = date && (date->value.precision <= Precision::week ||
                           (date->value.precision <= Precision::year && is_undated(below)));
    heads_.restart();
    loose_ = EntryHeads{date ? std::optional{date->value.days} : std::nullopt, HeadStyle::loose};
    push(BlockKind::chronology_date, unit.span, unit.content);
  }

  bool is_undated(std::size_t i) const {
    constexpr std::size_t kMaxBytes = 400;
    if (i >= layout_.units.size() || outline_.roles[i] != UnitRole::text) return false;
    const auto& unit = layout_.units[i];
    const auto words = unit.span.of(text());
    return unit.kind == PieceKind::text && words.size() <= kMaxBytes && !has_year(words) &&
           ends_sentence(words) && !loose_.at(words);
  }

  void write_chronology_heading(const TextUnit& unit, std::uint32_t lines) {
    in_chronology_ = true;
    under_date_ = false;
    heads_.restart();
    loose_ = EntryHeads{std::nullopt, HeadStyle::loose};
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
      has_entry_above_ = true;
      return push(BlockKind::chronology_entry, unit.span, unit.content);
    }
    if (in_chronology_ && unit.kind == PieceKind::row_head) {
      return push(BlockKind::listing, unit.span, unit.content);
    }
    bool page_break = unit.after_page_break;
    const bool by_lines = in_chronology_ && are_all_headed(unit, first);
    while (first < unit.line_count) {
      const bool headed = in_chronology_ && takes_head(unit, first);
      if (headed) under_date_ = false;
      auto end = in_chronology_ ? first + 1 : unit.line_count;
      while (end < unit.line_count && !by_lines && !begins_entry_within(unit, end)) ++end;
      const bool entry = headed || is_dated_from_above(unit, first);
      const bool may_go_on =
          marks_ != Marks::markup && unit.kind == PieceKind::text && (!entry || under_date_);
      write_piece(entry, lines_span(layout_, unit, first, end - first), page_break, may_go_on);
      page_break = false;
      first = end;
    }
    has_entry_above_ = (in_chronology_ || unit.kind == PieceKind::carried) &&
                       !article_.blocks.empty() &&
                       article_.blocks.back().kind == BlockKind::chronology_entry;
  }

  // The paragraphs below a day, and what stands in the row of a dated entry.
  bool is_dated_from_above(const TextUnit& unit, std::uint32_t first) const {
    if (first > 0) return false;
    return (in_chronology_ && under_date_) || (unit.kind == PieceKind::carried && has_entry_above_);
  }

  // "1814 – Norland is free", "1905 – the union ends": lines without end marks, each with its date.
  bool are_all_headed(const TextUnit& unit, std::uint32_t first) const {
    if (first + 1 >= unit.line_count) return false;
    for (auto line = first; line < unit.line_count; ++line) {
      if (!loose_.at(rest_from(unit, line))) return false;
    }
    return true;
  }

  // Of a unit's later lines, which may be those of one paragraph.
  bool begins_entry_within(const TextUnit& unit, std::uint32_t line) const {
    return heads_.at(rest_from(unit, line)) ||
           (loose_.at(rest_from(unit, line)) && ends_sentence(rest_from(unit, line - 1)));
  }

  std::string_view rest_from(const TextUnit& unit, std::uint32_t line) const {
    return lines_span(layout_, unit, line, 1).of(text());
  }
  bool takes_head(const TextUnit& unit, std::uint32_t line) {
    return loose_.take(lines_span(layout_, unit, line, unit.line_count - line).of(text()));
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
  EntryHeads loose_{std::nullopt, HeadStyle::loose};
  std::unordered_set<std::size_t> begins_;
  bool in_chronology_ = false;
  bool under_date_ = false;       // a day that stands alone dates what comes
  bool has_entry_above_ = false;  // the last unit ended with an entry
};

// Whether line `n` of the unit is a year or a month and nothing else, and entries of it follow.
bool is_date_above(std::string_view text, const Layout& layout, const TextUnit& unit,
                   std::uint32_t n) {
  constexpr std::uint32_t kMaxBytes = 20;
  const auto line = lines_span(layout, unit, n, 1);
  if (line.size() > kMaxBytes) return false;
  const auto date = EntryHeads{std::nullopt}.lone(line.of(text));
  if (!date || date->value.precision <= Precision::week) return false;
  const auto below = lines_span(layout, unit, n + 1, unit.line_count - n - 1);
  return read_head_within(below.of(text), date->value).has_value();
}

// A year or month on a line of its own, with entries of it on the next lines, becomes a unit of its
// own, as if a blank line stood below it.
void part_dates_above(std::string_view text, Layout& layout, std::size_t first, Marks marks) {
  std::vector<TextUnit> units(layout.units.begin(),
                              layout.units.begin() + static_cast<std::ptrdiff_t>(first));
  for (auto i = first; i < layout.units.size(); ++i) {
    const auto& unit = layout.units[i];
    const auto add = [&](std::uint32_t from, std::uint32_t to) {
      if (from == to) return;
      if (from == 0 && to == unit.line_count) return units.push_back(unit);
      auto& part = units.emplace_back(unit);
      part.first_line += from;
      part.line_count = to - from;
      part.span = lines_span(layout, unit, from, to - from);
      part.content = without_marks(text, part.span, marks);
      part.after_page_break = from == 0 && unit.after_page_break;
    };
    std::uint32_t begin = 0;
    const bool may = unit.level == 0 && unit.kind == PieceKind::text;
    for (std::uint32_t n = 0; may && n + 1 < unit.line_count; ++n) {
      if (!is_date_above(text, layout, unit, n)) continue;
      add(begin, n);
      add(n, n + 1);
      begin = n + 1;
    }
    add(begin, unit.line_count);
  }
  layout.units = std::move(units);
}

// The period in the first chronology heading, or in the heading right below it.
std::optional<DateInterval> chronology_period(std::string_view text, const Layout& layout,
                                              const Outline& outline, std::size_t first,
                                              const DateFinder& dates) {
  for (auto i = first; i < layout.units.size(); ++i) {
    if (outline.roles[i] != UnitRole::chronology_heading) continue;
    const auto& unit = layout.units[i];
    const auto span = lines_span(layout, unit, 0, outline.heading_lines[i]);
    if (const auto period = period_from_words(span.of(text), dates)) return period;
    if (i + 1 >= layout.units.size()) return std::nullopt;
    if (outline.roles[i + 1] != UnitRole::heading) return std::nullopt;
    const auto period = period_from_words(layout.units[i + 1].content.of(text), dates);
    // A day below it is that of the first entry.
    return period && period->first != period->last ? period : std::nullopt;
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
  if (article.title.empty() && !front.title_text.empty()) {
    article.title = std::move(front.title_text);
    article.title_source = Source::text;
  }
  if (article.authors.empty() && !front.authors.empty()) article.authors_source = Source::byline;
  merge_authors(article.authors, std::move(front.authors));
  for (auto& block : front.letterhead) article.blocks.push_back(std::move(block));
  if (front.title) article.blocks.push_back(*std::move(front.title));
  if (front.byline) article.blocks.push_back(*std::move(front.byline));
}

std::optional<Publication> printed_date(std::string_view words, const DateFinder& dates) {
  const auto days = date_of_line(words, dates);
  return days ? std::optional{Publication{*days, Source::cover, collapse_spaces(words)}}
              : std::nullopt;
}

// The language of a text that says none, by its words.
void settle_language(Article& article) {
  if (article.language_source != Source::unknown) return;
  auto language = detect_language(article.text);
  if (language.empty()) return;
  article.language = std::move(language);
  article.language_source = Source::detected;
}

// What was known before the text was looked at came from metadata, unless its reader says
// otherwise.
void note_sources(Article& article) {
  const auto note = [](bool known, Source& source) {
    if (known && source == Source::unknown) source = Source::metadata;
  };
  note(!article.title.empty(), article.title_source);
  note(!article.authors.empty(), article.authors_source);
}

bool has_weak_period(const Article& article) noexcept {
  return !article.published || article.published_source == Source::option;
}

void set_publication(Article& article, std::optional<Publication> found) {
  if (!found || !has_weak_period(article)) return;
  article.published = found->days;
  article.published_source = found->source;
  article.published_from = std::move(found->words);
}

// A chronology alone is called what its heading says, where that says of what it is one: "Timeline
// of the strike", not "Chronology: January-March 2001".
void take_title_of_chronology(Article& article, const DateFinder& dates) {
  constexpr std::array<std::string_view, 14> kOfAny{
      "a",   "calendar", "chronologies", "chronology", "dates",    "events", "important",
      "key", "main",     "major",        "of",         "sequence", "the",    "timeline"};
  if (!article.title.empty() || article.blocks.empty()) return;
  const auto& first = article.blocks.front();
  if (first.kind != BlockKind::chronology_heading) return;
  auto heading = collapse_spaces(first.content.of(article.text));
  std::string_view rest{heading};
  bool of_something = false;
  for (auto word = next_word(rest); !word.empty(); word = next_word(rest)) {
    of_something = of_something || !is_one_of(fold(word), kOfAny);
  }
  if (!of_something || period_from_words(heading, dates)) return;
  article.title = std::move(heading);
  article.title_source = Source::text;
}

// "SUBJECT: Herbert Itkin", "FROM: Ann Poe": what memoranda and forms say line by line, where the
// text has no title or byline of its own.
void read_labels(Article& article, const Layout& layout) {
  const auto label = [&](std::string_view name) {
    return labelled_line(article.text, layout, name);
  };
  if (article.title.empty()) {
    auto title = label("title");
    if (title.empty()) title = label("subject");
    article.title = collapse_spaces(title);
    if (!article.title.empty()) article.title_source = Source::text;
  }
  if (!article.authors.empty()) return;
  const auto names = split_names(label("authors"));
  const bool all = std::all_of(names.begin(), names.end(),
                               [](const auto& name) { return is_person_name(name, 2); });
  for (const auto& name : names) {
    if (!all) break;
    article.authors.push_back({name, {}, {}, {}});
    article.authors_source = Source::text;
  }
  if (!article.authors.empty()) return;
  auto name = label("from");
  if (name.empty()) name = label("author");
  if (!is_person_name(name, 2)) return;
  Author author;
  author.name = collapse_spaces(name);
  article.authors.push_back(std::move(author));
  article.authors_source = Source::text;
}

}  // namespace

void set_period(Article& article, std::string_view file_name,
                std::optional<DateInterval> from_chronology) {
  if (!has_weak_period(article)) return;
  if (from_chronology) {
    article.published = from_chronology;
    article.published_source = Source::chronology_heading;
  } else if (const auto named = period_from_file_name(file_name)) {
    article.published = named;
    article.published_source = Source::file_name;
    article.published_from = file_name;
  }
}

void find_structure(Article& article, const BodyMarks& body, std::string_view file_name,
                    const DateFinder& dates) {
  const auto marks = body.marks;
  note_sources(article);
  Layout layout = body.layout != nullptr ? *body.layout : lay_out(article.text, body.begin, marks);
  mark_units(layout, body.pieces);
  auto front = find_front_part(article.text, layout, marks, article, dates);
  const auto first = front.next_unit;
  if (marks != Marks::markup) part_dates_above(article.text, layout, first, marks);
  const std::string title = front.title_text.empty() ? article.title : front.title_text;
  auto outline = outline_units(article.text, layout, first, marks, title);
  // Lines of dates are none of its text, whatever else tells when it appeared.
  const auto in_head = publication_in_head(article.text, layout, outline, first, dates);
  const auto names = in_head ? in_head->authors : std::vector<Author>{};
  if (has_weak_period(article)) {
    set_publication(
        article, publication_in_front(article.text, layout, front.letterhead.size(), first, dates));
    set_publication(article, in_head);
    set_publication(article, publication_in_title(title, dates));
    set_publication(article, publication_in_title(article.title, dates));
    for (const auto& words : body.printed) set_publication(article, printed_date(words, dates));
  }
  set_period(article, file_name, chronology_period(article.text, layout, outline, first, dates));
  article.blocks.clear();
  add_front_part(article, std::move(front));
  if (article.authors.empty() && !names.empty()) {
    article.authors = names;
    article.authors_source = Source::byline;
  }
  read_labels(article, layout);
  BodyWriter{article, layout, outline, marks}.write(first);
  take_title_of_chronology(article, dates);
  settle_language(article);
}

void find_log_structure(Article& article) {
  note_sources(article);
  settle_language(article);
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
