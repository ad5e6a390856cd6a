#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

// Running heads and feet come again: the same words (but for numbers) on many pages, or in the same
// place on a few; or other words in the same place on each page, with a gap to the text – chapters,
// days. Lines of text stand in the same place, too, but nothing parts them from the text.

namespace dateline {
namespace {

constexpr double kEdgeOfPage = 0.125;  // of the page's height
constexpr std::size_t kEdgeLines = 2;
constexpr double kShareOfPages = 0.4;
constexpr std::size_t kMinSamePlace = 3;  // pages with the same words in the same place
constexpr std::size_t kMinHeads = 3;      // pages with some line in the same place
constexpr double kShareWithGap = 0.8;     // of the pages whose first line stands in that place
constexpr double kShareOfHeads = 0.25;    // of all pages
constexpr double kHeadGap = 1.5;          // between a head and the text, in usual distances
constexpr double kPlace = 2;              // points: places within are the same
constexpr double kHeadSize = 1.1;         // of a head that does not come again, in that of the body
constexpr double kTitle = 1.25;           // size of a title, likewise
constexpr std::size_t kMaxHeadBytes = 200;
constexpr std::size_t kMinLetters = 3;  // of words that come again

/// Lines at one edge of a page, the outermost first.
using Edge = std::vector<std::size_t>;

Edge edge_lines(const PdfPage& page, bool at_top) {
  Edge edge;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const auto& line = page.lines[i];
    const bool outer = at_top ? line.bottom <= page.height * kEdgeOfPage
                              : line.top >= page.height * (1 - kEdgeOfPage);
    if (outer && line.text.size() <= kMaxHeadBytes) edge.push_back(i);
  }
  std::sort(edge.begin(), edge.end(), [&](std::size_t a, std::size_t b) {
    const auto& first = page.lines[a];
    const auto& second = page.lines[b];
    return at_top ? first.top < second.top : first.bottom > second.bottom;
  });
  return edge;
}

bool in_one_row(const PdfLine& a, const PdfLine& b) {
  return a.top < b.bottom - b.height() / 2 && b.top < a.bottom - a.height() / 2;
}

// The lines of the edge that stand beside its outermost.
Edge outermost_row(const PdfPage& page, const Edge& edge) {
  // Its first line is in it, also where a damaged page gives it no height.
  const auto end = std::find_if_not(std::next(edge.begin()), edge.end(), [&](std::size_t i) {
    return in_one_row(page.lines[edge.front()], page.lines[i]);
  });
  return {edge.begin(), end};
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

bool has_words(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
           return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
         })) >= kMinLetters;
}

bool is_number_alone(std::string_view text) {
  constexpr std::size_t kMaxDigits = 4;
  return text.size() <= kMaxDigits && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

int place_of(double top) { return static_cast<int>(std::lround(top / kPlace)); }

/// Where lines stand at the edges, over all pages.
class Places {
 public:
  void add(bool at_top, const PdfLine& head, bool with_gap) {
    auto& count = counts_[key(at_top, head, 0)];
    ++count.all;
    if (with_gap) ++count.with_gap;
  }

  /// Whether what stands there is parted from the text on most of the pages that have it.
  [[nodiscard]] bool is_head(bool at_top, const PdfLine& head, std::size_t pages) const {
    Count sum;
    for (int step = -1; step <= 1; ++step) {
      const auto found = counts_.find(key(at_top, head, step));
      if (found == counts_.end()) continue;
      sum.all += found->second.all;
      sum.with_gap += found->second.with_gap;
    }
    const auto with_gap = static_cast<double>(sum.with_gap);
    return sum.with_gap >= kMinHeads && with_gap >= kShareWithGap * static_cast<double>(sum.all) &&
           with_gap >= kShareOfHeads * static_cast<double>(pages);
  }

 private:
  struct Count {
    std::size_t all = 0;
    std::size_t with_gap = 0;
  };
  using Key = std::tuple<bool, int, int>;  // of lines of one size in one place
  static Key key(bool at_top, const PdfLine& head, int step) {
    return {at_top, place_of(head.top) + step, static_cast<int>(std::lround(head.height()))};
  }
  std::map<Key, Count> counts_;
};

class Furniture {
 public:
  explicit Furniture(PdfPages& pages) : pages_(pages), usual_(measure_pages(pages)) {
    for (const auto& page : pages.pages) count(page);
  }

  void remove() {
    for (std::size_t p = 0; p < pages_.pages.size(); ++p) {
      auto& page = pages_.pages[p];
      const auto out = furniture_of(page, p == 0);
      if (p < PdfPages::kMarginPages || p + 1 == pages_.pages.size()) {
        for (const auto i : out) pages_.margins.push_back({p, page.lines[i].text});
      }
      for (auto i = out.rbegin(); i != out.rend(); ++i) {
        page.lines.erase(page.lines.begin() + static_cast<std::ptrdiff_t>(*i));
      }
    }
  }

 private:
  static Edge within(Edge edge) {
    if (edge.size() > kEdgeLines) edge.resize(kEdgeLines);
    return edge;
  }

  // From the row's tops to the next line of the page.
  bool has_gap(const PdfPage& page, const Edge& row, bool at_top) const {
    const auto& head = page.lines[row.front()];
    auto nearest = std::numeric_limits<double>::max();
    for (const auto& line : page.lines) {
      if (in_one_row(head, line)) continue;
      const auto step = at_top ? line.top - head.top : head.bottom - line.bottom;
      if (step > 0) nearest = std::min(nearest, step);
    }
    return nearest > kHeadGap * std::max(usual_.pitch, usual_.height);
  }

  static std::string place_key(const PdfLine& line, bool at_top) {
    return key_of(line.text, at_top) + '\n' + std::to_string(place_of(line.top));
  }

  void count(const PdfPage& page) {
    std::set<std::string> here;
    for (const bool at_top : {true, false}) {
      const auto edge = edge_lines(page, at_top);
      for (const auto i : within(edge)) {
        here.insert(key_of(page.lines[i].text, at_top));
        here.insert(place_key(page.lines[i], at_top));
      }
      if (edge.empty()) continue;
      const auto row = outermost_row(page, edge);
      places_.add(at_top, page.lines[row.front()], has_gap(page, row, at_top));
    }
    for (const auto& key : here) ++seen_[key];
  }

  bool comes_again(const PdfLine& line, bool at_top) const {
    const auto count = seen_.at(key_of(line.text, at_top));
    const auto share = kShareOfPages * static_cast<double>(pages_.pages.size());
    if (count >= 2 && static_cast<double>(count) >= share) return true;
    return has_words(line.text) && seen_.at(place_key(line, at_top)) >= kMinSamePlace;
  }

  // The lines of the page that are furniture. A title may come again as running head.
  std::set<std::size_t> furniture_of(const PdfPage& page, bool is_first) const {
    std::set<std::size_t> out;
    for (const bool at_top : {true, false}) {
      const auto edge = edge_lines(page, at_top);
      if (edge.empty()) continue;
      const auto is_title = [&](std::size_t i) {
        return is_first && page.lines[i].height() >= kTitle * usual_.height;
      };
      for (const auto i : within(edge)) {
        const auto& line = page.lines[i];
        const bool again = !is_title(i) && comes_again(line, at_top);
        if (again || is_page_number(line.text)) out.insert(i);
      }
      const auto row = outermost_row(page, edge);
      const auto& head = page.lines[row.front()];
      const bool in_place = head.height() <= kHeadSize * usual_.height &&
                            places_.is_head(at_top, head, pages_.pages.size()) &&
                            has_gap(page, row, at_top);
      // A number that could be a year, but for its place.
      const bool number =
          !is_first && row.size() == 1 && is_number_alone(head.text) && has_gap(page, row, at_top);
      if (in_place || number) out.insert(row.begin(), row.end());
    }
    return out;
  }

  PdfPages& pages_;
  PdfMeasure usual_;
  std::unordered_map<std::string, std::size_t> seen_;  // on how many pages
  Places places_;
};

}  // namespace

void remove_page_furniture(PdfPages& pages) { Furniture{pages}.remove(); }

}  // namespace dateline
