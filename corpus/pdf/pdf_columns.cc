// Columns: the order in which the lines of a page are read.
//
// pdftotext gives lines with their places, in an order that jumps between columns where the gaps
// between lines are wide. So the page is cut anew: at the left edge of every line stands a
// candidate for a gutter; the one that most lines respect parts the page in two, and either half
// may be cut again. A line that runs across a gutter (a headline, a table's caption) ends what
// stands above it on both sides. Rows whose first cell is a date are put together afterwards: they
// look like two columns, and are the entries of a chronology.
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/chronology.h"

namespace dateline {
namespace {

constexpr std::size_t kMinColumnLines = 4;
constexpr std::size_t kMaxLines = 2000;  // of a page that is cut: the cost is square
constexpr int kMaxDepth = 3;             // columns inside columns
constexpr double kGutter = 0.4;          // half of its width at least, in heights

using Lines = std::vector<PdfLine>;

/// Lines left and right of a gutter, and those that run across it.
struct Split {
  double x = 0;
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t across = 0;
};

bool is_left_of(const PdfLine& line, double x) { return line.right <= x; }
bool is_right_of(const PdfLine& line, double x) { return line.left >= x; }

// Both columns stand beside each other, over half of the shorter one's height.
bool beside(const Lines& lines, double x) {
  double left_top = 1e9;
  double left_bottom = 0;
  double right_top = 1e9;
  double right_bottom = 0;
  for (const auto& line : lines) {
    if (is_left_of(line, x)) {
      left_top = std::min(left_top, line.top);
      left_bottom = std::max(left_bottom, line.bottom);
    } else if (is_right_of(line, x)) {
      right_top = std::min(right_top, line.top);
      right_bottom = std::max(right_bottom, line.bottom);
    }
  }
  const auto common = std::min(left_bottom, right_bottom) - std::max(left_top, right_top);
  return common * 2 >= std::min(left_bottom - left_top, right_bottom - right_top);
}

std::optional<Split> best_split(const Lines& lines) {
  std::optional<Split> best;
  for (const auto& edge : lines) {
    Split split{edge.left - kGutter * edge.height(), 0, 0, 0};
    for (const auto& line : lines) {
      if (line.right <= split.x - kGutter * edge.height()) {
        ++split.left;
      } else if (is_right_of(line, split.x)) {
        ++split.right;
      } else {
        ++split.across;
      }
    }
    const bool fits = split.left >= kMinColumnLines && split.right >= kMinColumnLines &&
                      split.across * 2 <= lines.size() && beside(lines, split.x);
    const bool better = !best || split.across < best->across ||
                        (split.across == best->across &&
                         std::min(split.left, split.right) > std::min(best->left, best->right));
    if (fits && better) best = split;
  }
  return best;
}

void move_to_end(Lines& from, Lines& to) {
  std::move(from.begin(), from.end(), std::back_inserter(to));
  from.clear();
}

// Puts the left column before the right one, down to each line that runs across both.
Lines in_reading_order(Lines lines, int depth) {
  if (lines.size() > kMaxLines || depth > kMaxDepth) return lines;
  const auto split = best_split(lines);
  if (!split) return lines;
  std::stable_sort(lines.begin(), lines.end(),
                   [](const PdfLine& a, const PdfLine& b) { return a.top < b.top; });
  Lines result;
  Lines left;
  Lines right;
  const auto flush = [&] {
    auto ordered_left = in_reading_order(std::move(left), depth + 1);
    auto ordered_right = in_reading_order(std::move(right), depth + 1);
    left.clear();
    right.clear();
    move_to_end(ordered_left, result);
    move_to_end(ordered_right, result);
  };
  for (auto& line : lines) {
    if (is_left_of(line, split->x)) {
      left.push_back(std::move(line));
    } else if (is_right_of(line, split->x)) {
      right.push_back(std::move(line));
    } else {
      flush();
      result.push_back(std::move(line));
    }
  }
  flush();
  return result;
}

bool is_date(const std::string& text) {
  return text.find(':') == std::string::npos && EntryHeads{std::nullopt}.at(text + ": ");
}

// The nearest line to the right at the same height.
PdfLine* beside_of(Lines& lines, const PdfLine& cell) {
  PdfLine* nearest = nullptr;
  for (auto& line : lines) {
    const bool same_row = std::abs(line.top - cell.top) < cell.height() / 2;
    if (!same_row || line.left < cell.right || line.text.empty()) continue;
    if (nearest == nullptr || line.left < nearest->left) nearest = &line;
  }
  return nearest;
}

// The line below in the same cell, for a date over two lines.
PdfLine* below_of(Lines& lines, const PdfLine& cell) {
  for (auto& line : lines) {
    const auto step = line.top - cell.top;
    const bool below = step > cell.height() / 2 && step < cell.height() * 2;
    if (below && std::abs(line.left - cell.left) < cell.height() / 2) return &line;
  }
  return nullptr;
}

}  // namespace

void join_dated_rows(PdfPages& pages) {
  for (auto& page : pages.pages) {
    if (page.lines.size() > kMaxLines) continue;
    for (auto& cell : page.lines) {
      if (cell.text.empty() || cell.text.size() > kMaxEntryHeadBytes) continue;
      auto* const text = beside_of(page.lines, cell);
      if (text == nullptr) continue;
      auto* const below = below_of(page.lines, cell);
      const auto both = below == nullptr ? std::string{} : cell.text + ' ' + below->text;
      const bool over_two_lines = below != nullptr && is_date(both);
      if (!over_two_lines && !is_date(cell.text)) continue;
      text->text = (over_two_lines ? both : cell.text) + ": " + text->text;
      text->bulleted = true;
      if (over_two_lines) below->text.clear();
      cell.text.clear();
    }
    std::erase_if(page.lines, [](const PdfLine& line) { return line.text.empty(); });
  }
}

void order_columns(PdfPages& pages) {
  for (auto& page : pages.pages) page.lines = in_reading_order(std::move(page.lines), 0);
}

}  // namespace dateline
