#include "corpus/pdf/pdf_measure.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace dateline {
namespace {

constexpr double kSameSize = 0.12;  // sizes that differ by less are the same

double median(std::vector<double>& values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

double usual_pitch(const PdfPages& pages) {
  std::vector<double> pitches;
  for (const auto& page : pages.pages) {
    for (std::size_t i = 1; i < page.lines.size(); ++i) {
      const auto& before = page.lines[i - 1];
      const auto& line = page.lines[i];
      if (same_size(before, line) && is_below(before, line)) {
        pitches.push_back(line.top - before.top);
      }
    }
  }
  return median(pitches);
}

double body_height(const PdfPages& pages) {
  std::vector<std::pair<double, std::size_t>> sizes;
  std::size_t all = 0;
  for (const auto& page : pages.pages) {
    for (const auto& line : page.lines) {
      sizes.emplace_back(line.height(), line.text.size());
      all += line.text.size();
    }
  }
  std::sort(sizes.begin(), sizes.end());
  std::size_t below = 0;
  for (const auto& [height, bytes] : sizes) {
    below += bytes;
    if (below * 2 >= all) return height;
  }
  return 0;
}

}  // namespace

PdfMeasure measure_pages(const PdfPages& pages) { return {body_height(pages), usual_pitch(pages)}; }

std::size_t max_page_lines(const PdfPages& pages) noexcept {
  constexpr std::size_t kMaxSquares = 500'000'000;
  constexpr std::size_t kShare = 10;
  std::size_t squares = 0;
  for (const auto& page : pages.pages) {
    const auto lines = std::min(page.lines.size(), kMaxPageLines);
    squares += lines * lines;
  }
  return squares > kMaxSquares ? kMaxPageLines / kShare : kMaxPageLines;
}

bool same_size(const PdfLine& a, const PdfLine& b) noexcept {
  return std::abs(a.height() - b.height()) <= kSameSize * std::max(a.height(), b.height());
}

bool is_below(const PdfLine& before, const PdfLine& line) noexcept {
  return line.top >= before.top && line.left < before.right && before.left < line.right;
}

}  // namespace dateline
