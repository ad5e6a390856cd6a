// Columns: the order in which the lines of a page are read.
//
// pdftotext gives lines with their places, in an order that jumps between columns where the gaps
// between lines are wide. So the page is cut anew: at the left edge of every line stands a
// candidate for a gutter; the one that most lines respect parts the page in two, and either half
// may be cut again. A line that runs across a gutter (a headline, a table's caption) ends what
// stands above it on both sides.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"

namespace dateline {
namespace {

constexpr std::size_t kMinColumnLines = 4;
constexpr int kMaxDepth = 3;     // columns inside columns
constexpr double kGutter = 0.4;  // half of its width at least, in heights

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
  if (lines.size() > kMaxPageLines || depth > kMaxDepth) return lines;
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

}  // namespace

void order_columns(PdfPages& pages) {
  for (auto& page : pages.pages) page.lines = in_reading_order(std::move(page.lines), 0);
}

}  // namespace dateline
