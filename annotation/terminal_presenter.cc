#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <numeric>

#include "annotation/annotation_presenter.h"
#include "language/display.h"
#include "language/utf8.h"
#include "presenter/amount.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

constexpr std::size_t kGutter = 5;       // columns of a line number
constexpr std::size_t kWidestName = 18;  // of countries, in columns
constexpr std::size_t kWidestProof = 40;
constexpr std::size_t kNarrowestText = 10;
constexpr std::size_t kGaps = 8;    // columns between a table's five
constexpr std::size_t kIndent = 4;  // of tables below the text

std::string painted(MentionKind kind, std::string_view text, const TextStyle& style) {
  switch (kind) {
    case MentionKind::date:
      return style.date(text);
    case MentionKind::country:
      return style.country(text);
    case MentionKind::person:
      return style.person(text);
    case MentionKind::organization:
      break;
  }
  return style.organization(text);
}

// A line of the text as a terminal may have it, and where the mentions are in it.
PaintedText clean_line(std::string_view text, Span line, const std::vector<Place>& places) {
  std::vector<PaintedSpan> spans;
  for (const Place& place : places) {
    if (!place.span.overlaps(line)) continue;
    const auto begin = std::max(place.span.begin, line.begin) - line.begin;
    const auto end = std::min(place.span.end, line.end) - line.begin;
    spans.push_back({{begin, end}, paint_of(place.kind)});
  }
  return printable_painted(line.of(text), spans);
}

// The beginning of `text` that fits into `columns`.
std::string cut(const std::string& text, std::size_t columns) {
  if (display_width(text) <= columns) return text;
  std::string kept;
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t from = i;
    static_cast<void>(next_code_point(text, i));
    const auto character = std::string_view{text}.substr(from, i - from);
    width += display_width(character);
    if (width >= columns) break;
    kept += character;
  }
  return kept + "…";
}

/// What a place means, in cells: as written, value, precision or name, rule, bytes.
using Row = std::array<std::string, 5>;

Row row_of(const AnnotatedArticle& article, const Place& place) {
  Row row{article.words(place.span),
          place_value(place),
          {},
          std::string{place.rule},
          fmt::format("{}-{}", place.span.begin, place.span.end)};
  if (place.kind == MentionKind::date) {
    row[2] = precision_name(place.date.precision);
    if (place.date.approximate) row[2] += " ≈";
    if (place.date.year_inferred) row[2] += " *";
    if (!place.year_from.empty()) row[4] += "  year from: " + place.year_from;
  } else {
    row[2] = cut(describe_value(place), kWidestName);
  }
  if (const auto proof = proof_of(article, place); !proof.empty()) {
    row[3] += " by " + cut(proof, kWidestProof);
  }
  return row;
}

std::array<std::size_t, 5> column_widths(const std::vector<Row>& rows, std::size_t room) {
  std::array<std::size_t, 5> widths{};
  for (const Row& row : rows) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      widths[c] = std::max(widths[c], display_width(row[c]));
    }
  }
  // The words stand in the text above: they give way where the room is short.
  const auto others = std::accumulate(widths.begin() + 1, widths.end(), kIndent + kGaps);
  widths[0] = std::min(widths[0], std::max(kNarrowestText, room - std::min(room, others)));
  return widths;
}

std::string table(const std::vector<Place>& places, const AnnotatedArticle& article,
                  const TextStyle& style) {
  std::vector<Row> rows;
  rows.reserve(places.size());
  for (const Place& place : places) rows.push_back(row_of(article, place));
  const auto widths = column_widths(rows, style.width);
  const auto padded = [&](const Row& row, std::size_t c) {
    return row[c] + std::string(widths[c] - display_width(row[c]) + 2, ' ');
  };
  std::string out;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row& row = rows[r];
    row[0] = cut(row[0], widths[0]);
    const std::string gap(widths[0] - display_width(row[0]) + 2, ' ');
    out += std::string(kIndent, ' ') + painted(places[r].kind, row[0], style) + gap;
    out += padded(row, 1) + style.dim(padded(row, 2) + padded(row, 3) + row[4]) + "\n";
  }
  return out;
}

class TerminalPresenter : public AnnotationPresenter {
 public:
  explicit TerminalPresenter(const TextStyle& style) : style_{style} {}

  std::string begin() override {
    return style_.dim("Below the text: words, value, precision or name, rule, bytes.") + "\n" +
           style_.dim("≈ approximate   * year inferred") + "\n";
  }

  std::string article(const AnnotatedArticle& article) override {
    std::string out = "\n" + heading(article);
    for (const BlockRow& block : article.article().blocks) out += block_text(article, block);
    return out + events(article);
  }

 private:
  [[nodiscard]] std::string heading(const AnnotatedArticle& article) const {
    const auto& meta = article.article().meta;
    const auto period =
        meta.published
            ? fmt::format("{} ({})", format_interval(*meta.published), meta.published_source)
            : std::string{"publication period unknown: --published sets it"};
    return style_.bold(article.label()) + "\n" + style_.dim(period) + "\n";
  }

  [[nodiscard]] std::string block_text(const AnnotatedArticle& article,
                                       const BlockRow& block) const {
    const auto places = article.places_in(block.span);
    std::string out = "\n";
    for (const Span line : article.lines_in(block.span)) {
      out += source_line(article, line, places, is_heading(block));
    }
    return out + table(places, article, style_);
  }

  [[nodiscard]] std::string source_line(const AnnotatedArticle& article, Span line,
                                        const std::vector<Place>& places, bool bold) const {
    const auto clean = clean_line(article.article().text, line, places);
    TextStyle narrower = style_;
    narrower.width = style_.width - std::min(style_.width, kGutter + 3);
    auto lines = wrapped(clean.text, clean.spans, "", narrower);
    std::string out;
    auto gutter = fmt::format("{:>{}} │ ", article.line_of(line.begin), kGutter);
    for (std::size_t at = 0; at < lines.size();) {
      const auto end = lines.find('\n', at);
      auto text = lines.substr(at, end - at);
      if (bold && clean.spans.empty()) text = style_.bold(text);
      out += style_.dim(gutter) + text + "\n";
      gutter = fmt::format("{:>{}} │ ", "", kGutter);
      at = end + 1;
    }
    return out;
  }

  [[nodiscard]] std::string events(const AnnotatedArticle& article) const {
    const auto& found = article.article().events;
    std::string out = "\n" + style_.bold(plural(found.size(), "event")) + "\n";
    for (const Event& event : found) {
      out += fmt::format("{:>{}} │ ", article.line_of(event.span.begin), kGutter);
      out += style_.date(format_interval(event.date.days));
      if (!event.countries.empty()) out += " " + style_.country(code_list(event.countries));
      out += style_.dim(fmt::format(" {}, {}", event_origin_name(event.origin),
                                    describe_precision(event.date, ", ", "year inferred")));
      out += "\n" + std::string(kIndent, ' ') + cut_sentence(article.words(event.span)) + "\n";
    }
    return out;
  }

  // As much of an event's text as a line holds.
  [[nodiscard]] std::string cut_sentence(const std::string& words) const {
    const auto room = std::max<std::size_t>(style_.width, kIndent + 20) - kIndent;
    const auto lines = wrapped(words, {}, "", {false, room - 2});
    const auto end = lines.find('\n');
    return lines.substr(0, end) + (end + 1 < lines.size() ? " …" : "");
  }

  TextStyle style_;
};

}  // namespace

std::unique_ptr<AnnotationPresenter> present_on_terminal(const TextStyle& style) {
  return std::make_unique<TerminalPresenter>(style);
}

}  // namespace dateline
