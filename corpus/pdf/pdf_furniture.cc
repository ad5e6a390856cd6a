#include <algorithm>
#include <set>
#include <unordered_map>

#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr double kEdge = 0.125;  // of the page's height
constexpr std::size_t kEdgeLines = 2;
constexpr double kShareOfPages = 0.4;
constexpr std::size_t kMaxHeadBytes = 200;

/// Lines at one edge of a page, the outermost first.
using Edge = std::vector<std::size_t>;

Edge edge_lines(const PdfPage& page, bool at_top) {
  Edge edge;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const auto& line = page.lines[i];
    const bool outer =
        at_top ? line.bottom <= page.height * kEdge : line.top >= page.height * (1 - kEdge);
    if (outer && line.text.size() <= kMaxHeadBytes) edge.push_back(i);
  }
  std::sort(edge.begin(), edge.end(), [&](std::size_t a, std::size_t b) {
    const auto& first = page.lines[a];
    const auto& second = page.lines[b];
    return at_top ? first.top < second.top : first.bottom > second.bottom;
  });
  if (edge.size() > kEdgeLines) edge.resize(kEdgeLines);
  return edge;
}

// The key of a line, which is the same on every page: it leaves out numbers (also Roman ones alone)
// and case.
std::string key_of(std::string_view text, bool at_top) {
  std::string key{at_top ? "^" : "$"};
  for (const char c : fold(collapse_spaces(text))) {
    const bool digit = is_ascii_digit(c);
    if (!digit) key += c;
    if (digit && key.back() != '#') key += '#';
  }
  return key;
}

}  // namespace

void remove_page_furniture(PdfPages& pages) {
  std::unordered_map<std::string, std::size_t> seen;  // on how many pages
  for (const auto& page : pages.pages) {
    std::set<std::string> here;
    for (const bool at_top : {true, false}) {
      for (const auto i : edge_lines(page, at_top)) here.insert(key_of(page.lines[i].text, at_top));
    }
    for (const auto& key : here) ++seen[key];
  }
  const auto share = kShareOfPages * static_cast<double>(pages.pages.size());
  for (auto& page : pages.pages) {
    std::set<std::size_t> out;
    for (const bool at_top : {true, false}) {
      for (const auto i : edge_lines(page, at_top)) {
        const auto count = seen[key_of(page.lines[i].text, at_top)];
        const bool runs = count >= 2 && static_cast<double>(count) >= share;
        if (runs || is_page_number(page.lines[i].text)) out.insert(i);
      }
    }
    for (auto i = page.lines.size(); i-- > 0;) {
      if (out.contains(i)) page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }
}

}  // namespace dateline
