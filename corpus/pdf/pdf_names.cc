#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_face.h"
#include "corpus/pdf/pdf_line_text.h"
#include "corpus/pdf/pdf_measure.h"
#include "corpus/structure/byline.h"
#include "corpus/structure/line_shape.h"
#include "corpus/structure/word_class.h"
#include "language/persons/given_name.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::size_t kLinesOfNames = 6;  // below the title, or at the front

bool is_degree(std::string_view text) {
  constexpr std::array<std::string_view, 18> kDegrees{"phd",  "dphil", "md",  "jd",  "llm", "llb",
                                                      "ma",   "mba",   "mph", "msc", "ms",  "bsc",
                                                      "abpp", "esq",   "rn",  "pe",  "edd", "mpp"};
  std::string letters;
  for (const char c : fold(text)) {
    if (c != '.' && c != ' ') letters += c;
  }
  return std::find(kDegrees.begin(), kDegrees.end(), letters) != kDegrees.end();
}

bool has_initial(std::string_view name) {
  for (auto word = next_word(name); !word.empty(); word = next_word(name)) {
    if (word.size() == 2 && word.ends_with('.')) return true;
  }
  return false;
}

bool begins_with_given_name(std::string_view name) { return is_common_given_name(next_word(name)); }

/// The names in a line, and whether the line itself shows that they are names.
struct Names {
  std::vector<std::string> names;
  bool degrees = false;
  bool sure = false;
};

Names names_in(const PdfLine& line) {
  Names result;
  if (line.text.size() > kMaxBylineLineBytes || ends_sentence(line.text)) return result;
  auto text = without_raised(line.text);
  std::erase(text, '*');
  for (auto& name : split_names(text)) {
    const auto comma = name.find(',');  // "Ann Poe, PhD" is one piece
    const bool suffix = comma != std::string::npos && is_degree(name.substr(comma + 1));
    if (suffix) name.resize(comma);
    if (suffix || is_degree(name)) result.degrees = true;
    if (!suffix && is_degree(name)) continue;
    if (!is_person_name(name, 2)) return {};
    result.sure = result.sure || has_initial(name) || begins_with_given_name(name);
    result.names.push_back(std::move(name));
  }
  result.sure = result.sure || result.degrees || result.names.size() > 1;
  return result;
}

// "Ann Poe", "Bo Li", each on a line of its own in letters of one size.
void add_names_below(std::vector<PdfLine>::const_iterator line, const std::vector<PdfLine>& lines,
                     std::vector<std::string>& names) {
  constexpr double kHeightSlack = 0.1;
  for (auto next = std::next(line); next != lines.end() && is_below(*line, *next); line = next++) {
    const bool same = std::abs(next->height() - line->height()) <= kHeightSlack * line->height();
    auto more = same ? names_in(*next) : Names{};
    if (!more.sure) return;
    std::move(more.names.begin(), more.names.end(), std::back_inserter(names));
  }
}

}  // namespace

std::vector<std::string> find_names(const PdfPages& pages) {
  const auto page = std::find_if(pages.pages.begin(), pages.pages.end(),
                                 [](const PdfPage& p) { return !p.lines.empty(); });
  if (page == pages.pages.end()) return {};
  double bottom = 0;
  bool titled = false;
  for (const auto& line : page->lines) {
    if (line.role == PdfRole::byline) return {};
    if (line.role != PdfRole::title) continue;
    bottom = std::max(bottom, line.bottom);
    titled = true;
  }
  std::size_t looked_at = 0;
  for (auto line = page->lines.begin(); line != page->lines.end(); ++line) {
    if (line->role == PdfRole::title || line->top < bottom - line->height() / 2) continue;
    if (++looked_at > kLinesOfNames) break;
    auto found = names_in(*line);
    if (found.names.empty()) continue;
    const auto next = std::next(line);
    const bool body_below = next != page->lines.end() && is_below(*line, *next) &&
                            has_word(WordClass::affiliation, next->text);
    if (titled ? found.sure || body_below : found.degrees) {
      add_names_below(line, page->lines, found.names);
      return std::move(found.names);
    }
  }
  return {};
}

}  // namespace dateline
