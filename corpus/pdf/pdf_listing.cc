#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"
#include "language/word_list.h"

// Contents and lists of sources name many years and places, and tell nothing. A line of contents
// has leaders, or ends in the number of a page below a heading that says what it is; a list of
// sources goes from its heading to the next one, if what stands below looks like sources.

namespace dateline {
namespace {

constexpr std::size_t kMinLeaders = 4;
constexpr std::size_t kMinBareLeaders = 10;
constexpr std::size_t kMaxListHeadingBytes = 60;
constexpr std::size_t kLookAt = 8;      // lines below a heading that says "References"
constexpr std::size_t kMinSources = 2;  // of them
constexpr std::size_t kMaxOthers = 12;  // lines of a list of sources that name none, in a row
constexpr std::size_t kMaxMisses = 2;   // lines of contents without a number, in a row
constexpr double kLarger = 1.08;        // size of a heading, in that of the body

using LineRefs = std::vector<PdfLine*>;

std::string heading_words(std::string_view text) {
  std::string words;
  for (const char c : fold(collapse_spaces(text))) {
    const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
    if (letter || (c == ' ' && !words.empty() && words.back() != ' ')) words += c;
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

bool announces_sources(const PdfLine& line) {
  constexpr std::array<std::string_view, 16> kHeadings{"references",
                                                       "bibliography",
                                                       "selected bibliography",
                                                       "works cited",
                                                       "literature cited",
                                                       "literature",
                                                       "sources",
                                                       "references cited",
                                                       "list of references",
                                                       "further reading",
                                                       "endnotes",
                                                       "notes",
                                                       "notes and references",
                                                       "sources consulted",
                                                       "cited works",
                                                       "reference list"};
  if (line.text.size() > kMaxListHeadingBytes) return false;
  auto words = heading_words(line.text);
  // "VII. References": the number is no part of it.
  const auto space = words.find(' ');
  const bool numbered =
      space != std::string::npos && space <= 4 && words.find_first_not_of("ivxlc") == space;
  return is_one_of(words, kHeadings) || (numbered && is_one_of(words.substr(space + 1), kHeadings));
}

// The bytes that leaders take at the end of `text`: dots, or rows of "- - -", blanks between.
std::size_t leaders_at_end(std::string_view text) {
  std::size_t leaders = 0;
  while (!text.empty()) {
    const bool plain = text.back() == '.' || text.back() == '-';
    if (plain || text.back() == ' ') {
      if (plain) ++leaders;
      text.remove_suffix(1);
      continue;
    }
    const bool sign = text.ends_with("…") || text.ends_with("·");
    if (!sign) break;
    leaders += text.ends_with("…") ? std::size_t{3} : std::size_t{1};
    text.remove_suffix(text.ends_with("…") ? std::string_view{"…"}.size()
                                           : std::string_view{"·"}.size());
  }
  return leaders;
}

// The text without the number of a page at its end; whole when there is none.
std::string_view without_page(std::string_view text) {
  constexpr std::size_t kMaxNumber = 9;  // "xxviii", "A-12", "12-14"
  text = trim(text);
  const auto begin = text.find_last_of(" .…") + 1;  // npos + 1 is 0; "…" by its last byte
  auto number = text.substr(begin);
  if (number.empty() || number.size() > kMaxNumber) return text;
  const bool digits = is_ascii_digit(number.back()) &&
                      number.find_first_not_of("0123456789-ABCDEFGHS") == std::string_view::npos;
  const bool roman = number.find_first_not_of("ivxlc") == std::string_view::npos;
  return digits || roman ? text.substr(0, begin) : text;
}

bool has_page(std::string_view text) { return without_page(text).size() < trim(text).size(); }

// Without a number behind them, more are needed: "Well ...." is no line of contents.
bool has_leaders(std::string_view text) {
  const auto front = without_page(text);
  const bool numbered = front.size() < trim(text).size();
  return leaders_at_end(front) >= (numbered ? kMinLeaders : kMinBareLeaders) &&
         (numbered || text.ends_with('.'));
}

// A year, an address, a number or mark at the front.
bool looks_like_source(std::string_view text) {
  if (text.starts_with('[') || text.find("http") != std::string_view::npos) return true;
  if (text.find("pp.") != std::string_view::npos) return true;
  std::size_t digits = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && is_ascii_digit(text[i])) {
      ++digits;
      continue;
    }
    const bool year = digits == 4 && (text[i - 4] == '1' || text[i - 4] == '2');
    if (year) return true;
    digits = 0;
  }
  std::string_view rest{text};
  auto mark = next_word(rest);
  if (mark.ends_with('.')) mark.remove_suffix(1);
  return !mark.empty() && mark.size() <= 3 && std::all_of(mark.begin(), mark.end(), is_ascii_digit);
}

LineRefs all_lines(PdfPages& pages) {
  LineRefs lines;
  for (auto& page : pages.pages) {
    for (auto& line : page.lines) lines.push_back(&line);
  }
  return lines;
}

// An entry over two lines has its leaders in the second.
void mark_leaders(const LineRefs& lines) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!has_leaders(lines[i]->text)) continue;
    lines[i]->role = PdfRole::listing;
    if (i < 2) continue;
    auto& before = *lines[i - 1];
    const bool first_half = lines[i - 2]->role == PdfRole::listing && !before.begins_block &&
                            same_size(before, *lines[i]) && !ends_sentence(before.text) &&
                            before.role == PdfRole::text;
    if (first_half) before.role = PdfRole::listing;
  }
}

// From a heading "Contents" down, as long as lines end in numbers.
void mark_contents(const LineRefs& lines, std::size_t heading) {
  std::vector<PdfLine*> entries;
  std::size_t numbered = 0;
  std::size_t misses = 0;
  for (auto i = heading + 1; i < lines.size() && misses <= kMaxMisses; ++i) {
    const bool has = has_page(lines[i]->text) || lines[i]->role == PdfRole::listing;
    misses = has ? 0 : misses + 1;
    numbered += has ? 1 : 0;
    entries.push_back(lines[i]);
  }
  entries.resize(entries.size() - std::min(misses, entries.size()));
  if (numbered < 2 || numbered * 2 < entries.size()) return;
  lines[heading]->role = PdfRole::listing;
  for (auto* const line : entries) line->role = PdfRole::listing;
}

bool is_capitals(std::string_view text) {
  const bool lower = std::any_of(text.begin(), text.end(),
                                 [](char c) { return is_ascii_letter(c) && ascii_lower(c) == c; });
  return !lower && heading_words(text).size() >= 3;
}

// Whether the list that `heading` announced ends here: a heading of the same kind.
bool ends_list(const PdfLine& heading, const PdfLine& line, const PdfMeasure& usual) {
  if (line.text.size() > kMaxListHeadingBytes * 2) return false;
  if (names_chronology(line.text)) return true;
  const bool large = heading.height() >= kLarger * usual.height;
  if (large) return line.height() >= heading.height() * 0.97;
  if (line.height() >= kLarger * usual.height) return true;
  const auto words = heading_words(line.text);
  const bool appendix = words.starts_with("appendix") || words.starts_with("annex");
  return line.begins_block && (appendix || (is_capitals(heading.text) && is_capitals(line.text)));
}

void mark_sources(const LineRefs& lines, std::size_t heading, const PdfMeasure& usual) {
  std::size_t sources = 0;
  for (auto i = heading + 1; i < std::min(lines.size(), heading + 1 + kLookAt); ++i) {
    if (looks_like_source(lines[i]->text)) ++sources;
  }
  if (sources < kMinSources) return;
  auto end = heading + 1;  // behind the last that names one
  for (auto i = heading + 1; i < lines.size() && i - end <= kMaxOthers; ++i) {
    if (ends_list(*lines[heading], *lines[i], usual)) {
      end = i;
      break;
    }
    if (looks_like_source(lines[i]->text)) end = i + 1;
    if (i + 1 == lines.size() && i + 1 - end <= kMaxOthers) end = i + 1;
  }
  for (auto i = heading + 1; i < end; ++i) lines[i]->role = PdfRole::listing;
}

}  // namespace

bool announces_contents(std::string_view text) {
  constexpr std::array<std::string_view, 9> kHeadings{"contents",
                                                      "table of contents",
                                                      "list of figures",
                                                      "list of tables",
                                                      "index",
                                                      "list of tables and figures",
                                                      "list of figures and tables",
                                                      "list of maps",
                                                      "list of charts"};
  return text.size() <= kMaxListHeadingBytes && is_one_of(heading_words(text), kHeadings);
}

bool ends_listing_entry(std::string_view text) { return has_page(text); }

void mark_listings(PdfPages& pages) {
  const auto usual = measure_pages(pages);
  const auto lines = all_lines(pages);
  mark_leaders(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (announces_contents(lines[i]->text)) mark_contents(lines, i);
    const bool sources = lines[i]->role == PdfRole::text && announces_sources(*lines[i]);
    if (sources) mark_sources(lines, i, usual);
  }
}

}  // namespace dateline
