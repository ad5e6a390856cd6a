#include "presenter/explanation_presenter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "index/schema.h"
#include "language/display.h"
#include "presenter/search_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

using Kind = ConditionCheck::Kind;

constexpr std::size_t kMinFacts = 30;  // columns; a query that leaves fewer stands above its facts

std::string padded(std::string text, std::size_t width) {
  const auto used = display_width(text);
  if (used < width) text.append(width - used, ' ');
  return text;
}

std::string label_of(const ConditionCheck& check) {
  switch (check.kind) {
    case Kind::all:
      return "all of";
    case Kind::any:
      return "any of";
    case Kind::exclude:
      return "not";
    default:
      break;
  }
  auto query = printable(check.query);
  if (check.date_mode && *check.date_mode != DateMode::overlaps)
    query += fmt::format(" {}", date_mode_name(*check.date_mode));
  if (check.stands_for.empty()) return query;
  return fmt::format("{} for {}", query, printable(check.stands_for));
}

std::string facts_of(const ConditionCheck& check) {
  std::string text;
  for (const auto& fact : check.found) text += (text.empty() ? "" : " · ") + printable(fact);
  if (!text.empty() || check.query.empty()) return text;
  return check.kind == Kind::text ? "not there" : "has none";
}

// A line of the conditions: whether it holds, what is asked for, what the document has.
struct ConditionLine {
  bool passed;
  bool is_given_up;
  std::string label;  // with its indent
  std::string facts;
};

void add_lines(const ConditionCheck& check, std::size_t depth, std::vector<ConditionLine>& lines) {
  lines.push_back({check.passed, check.is_given_up, std::string(2 * depth, ' ') + label_of(check),
                   facts_of(check)});
  for (const auto& child : check.children) add_lines(child, depth + 1, lines);
}

std::string line_text(const ConditionLine& line, std::size_t label_width, const TextStyle& style) {
  const std::string mark = line.passed        ? style.date("passed  ")
                           : line.is_given_up ? style.dim("without ")
                                              : style.bold("failed  ");
  if (line.facts.empty()) return mark + line.label + "\n";
  constexpr std::size_t kMark = 8;
  const std::string indent(kMark + label_width + 2, ' ');
  auto facts = wrapped(line.facts, {}, indent, style);
  if (display_width(line.label) > label_width) return mark + line.label + "\n" + facts;
  return mark + padded(line.label, label_width + 2) + facts.substr(indent.size());
}

std::string conditions_text(const Explanation& explanation, const TextStyle& style) {
  std::vector<ConditionLine> lines;
  if (explanation.query) add_lines(*explanation.query, 0, lines);
  for (const auto& selection : explanation.selections) add_lines(selection.condition, 0, lines);
  if (lines.empty()) return {};
  std::size_t width = 0;
  const auto most = style.width > kMinFacts + 10 ? style.width - kMinFacts - 10 : 0;
  for (const auto& line : lines) {
    const auto own = display_width(line.label);
    if (!line.facts.empty() && own <= most) width = std::max(width, own);
  }
  std::string out = "\n" + style.bold("Conditions") + "\n";
  for (const auto& line : lines) out += line_text(line, width, style);
  return out;
}

std::string left_out_text(const Explanation& explanation, const TextStyle& style) {
  std::string out;
  for (const auto& word : explanation.left_out) {
    const bool is_stop_word = word.reason == LeftOutWord::Reason::stop_word;
    out += wrapped(fmt::format("left out “{}”: {}", printable(word.text),
                               is_stop_word ? "a stop word" : "no letter or digit is in it"),
                   {}, "", style);
  }
  return out;
}

std::string label_of(const ScorePart& part) {
  auto label = printable(part.label);
  switch (part.kind) {
    case ScorePart::Kind::variant:
      return fmt::format("{} for {}", label, printable(part.stands_for));
    case ScorePart::Kind::feedback:
      return fmt::format("{} (first hits)", label);
    case ScorePart::Kind::near:
      return fmt::format("“{}” side by side", label);
    case ScorePart::Kind::lead:
      return fmt::format("{} at the beginning", label);
    default:
      return label;
  }
}

// A row of the table; what is not known of a part is blank.
struct ScoreRow {
  std::string_view label;
  std::string_view count;
  std::string_view idf;
  std::string_view burstiness;
  std::string_view factor;
  std::string_view score;
};

std::string score_row(const ScoreRow& row, std::size_t width) {
  return fmt::format("{}{:>7}{:>8}{:>8}{:>8}{:>10}\n", padded(std::string{row.label}, width),
                     row.count, row.idf, row.burstiness, row.factor, row.score);
}

constexpr std::size_t kNumbers = 41;  // columns of a row's numbers

std::string part_text(const ScorePart& part, std::size_t width, const TextStyle& style) {
  const auto number = [](double value) { return fmt::format("{:.2f}", value); };
  const auto label = label_of(part);
  std::string above;
  const bool fits = display_width(label) <= width;
  if (!fits) above = wrapped(label, {}, "", style);
  const auto name = fits ? std::string_view{label} : std::string_view{};
  const auto count = with_commas(part.frequency);
  const auto score = fmt::format("{:.3f}", part.score);
  if (part.kind == ScorePart::Kind::near || part.kind == ScorePart::Kind::lead)
    return above + score_row({name, count, "", "", "", score}, width);
  const auto idf = number(part.idf);
  const auto burstiness = number(part.burstiness);
  const auto factor = number(part.factor);
  return above + score_row({name, count, idf, burstiness, factor, score}, width);
}

std::string score_text(const Explanation& explanation, const TextStyle& style) {
  const auto& score = *explanation.score;
  const auto room = style.width > kNumbers + 10 ? style.width - kNumbers : 10;
  std::size_t width = 10;
  for (const auto& part : score.parts) {
    const auto own = display_width(label_of(part));
    if (own <= room) width = std::max(width, own);
  }
  std::string out = "\n" + style.bold("Score") + "\n";
  out += style.dim(score_row({"", "count", "idf", "burst", "factor", "score"}, width));
  for (const auto& part : score.parts) out += part_text(part, width, style);
  const auto sum = [&](std::string_view label, double value) {
    const auto number = fmt::format("{:.3f}", value);
    return score_row({label, "", "", "", "", number}, width);
  };
  if (explanation.hit.kind == DocumentKind::event && !explanation.asked_days.empty()) {
    out += sum("sum", score.sum);
    out += sum("× its days", score.date_boost);
  }
  out += style.bold(sum("score", score.score));
  auto note = fmt::format(
      "A word adds idf × burst × factor × what its count is worth in a text of this length: {} "
      "words, "
      "where the average is {}.",
      with_commas(score.length),
      with_commas(static_cast<std::uint64_t>(std::llround(score.average_length))));
  if (explanation.hit.kind == DocumentKind::article) {
    note += fmt::format(" Words of the title count {} times, of headings {}.", kTitleWeight,
                        kHeadingWeight);
  }
  return out + each_line(wrapped(note, {}, "", style),
                         [&](std::string_view line) { return style.dim(line); });
}

std::string head_text(const Explanation& explanation, const TextStyle& style) {
  const auto& hit = explanation.hit;
  auto title = hit.title.empty() ? std::string{"(no title)"} : printable(hit.title);
  if (hit.date) title = fmt::format("{} · {}", format_interval(hit.date->days), title);
  std::string out = each_line(wrapped(title, {}, "", style),
                              [&](std::string_view line) { return style.bold(line); });
  out += each_line(wrapped(printable(hit.id), {}, "", style),
                   [&](std::string_view line) { return style.dim(line); });
  const auto documents =
      fmt::format("{} {}", with_commas(explanation.total), unit_name(hit.kind, explanation.total));
  const auto others = explanation.total == 0
                          ? fmt::format("no {} does", unit_name(hit.kind, 1))
                          : fmt::format("{} {}", documents, explanation.total == 1 ? "does" : "do");
  if (!explanation.matches) return out + fmt::format("does not match; {}\n", others);
  out += fmt::format("rank {} of {}", with_commas(explanation.rank), documents);
  return out + (explanation.score ? fmt::format(", score {:.3f}\n", explanation.score->score)
                                  : "; no word ranks them: the newest come first\n");
}

}  // namespace

std::string to_text(const Explanation& explanation, const TextStyle& style) {
  std::string out;
  out += head_text(explanation, style);
  out += conditions_text(explanation, style);
  out += left_out_text(explanation, style);
  if (explanation.score) out += score_text(explanation, style);
  return out;
}

}  // namespace dateline
