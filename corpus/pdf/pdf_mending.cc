#include <algorithm>
#include <cmath>
#include <optional>

#include "corpus/pdf/pdf_line_text.h"
#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_text.h"
#include "corpus/pdf/pdf_words.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

// What pdftotext takes apart: marks, numbers, gaps inside lines, large initial letters.

namespace dateline {
namespace {

constexpr double kSameRowHeight = 0.06;  // heights that differ by less are the same
constexpr double kMarkGap = 0.6;         // between a word and a mark that is a line of its own
constexpr double kInitialGap = 0.5;      // behind it, at most, in its own heights
constexpr double kMaxBlanks = 4;         // width of a gap inside a line, at most
constexpr double kSmallNumber = 0.93;    // size of a note's number, in that of the body
constexpr std::size_t kMaxMarkBytes = 8;

bool same_row(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.top - b.top) < a.height() / 3 &&
         std::abs(a.height() - b.height()) <= kSameRowHeight * std::max(a.height(), b.height());
}

/// The line to which a mark that is a line of its own belongs.
struct Host {
  PdfLine* line = nullptr;
  bool at_front = false;
};

Host host_of(std::vector<PdfLine>& lines, const PdfLine& mark) {
  for (auto& line : lines) {
    if (&line == &mark || line.text.empty()) continue;
    if (!is_raised(mark.height(), mark.bottom, {line.height(), line.top, line.bottom})) continue;
    if (mark.bottom <= line.top) continue;
    const auto room = kMarkGap * line.height();
    if (std::abs(line.left - mark.right) <= room) return {&line, true};
    if (std::abs(mark.left - line.right) <= room) return {&line, false};
  }
  return {};
}

void join_marks(std::vector<PdfLine>& lines) {
  for (auto& mark : lines) {
    if (mark.text.size() > kMaxMarkBytes || mark.text.find(' ') != std::string::npos) continue;
    const auto host = host_of(lines, mark);
    if (host.line == nullptr) continue;
    if (host.at_front) {
      if (without_note_marks(mark.text).size() > 1) continue;
      host.line->text = mark.text + ' ' + host.line->text;
      host.line->left = mark.left;
      host.line->noted = true;
    } else {
      const auto text = raised_text(host.line->text, mark.text);
      if (!text) continue;
      host.line->text += *text;
      host.line->right = mark.right;
    }
    mark.text.clear();
  }
}

// "1.", "(a)", "3)": the number of an item or a note.
bool is_item_number(std::string_view text) {
  constexpr std::size_t kMaxItemBytes = 5;
  if (text.size() < 2 || text.size() > kMaxItemBytes) return false;
  const bool closed = text.ends_with('.') || text.ends_with(')') || text.ends_with(']');
  const bool open = text.starts_with('(') || text.starts_with('[');
  auto inner = text.substr(open ? 1 : 0);
  inner.remove_suffix(1);
  return closed && !inner.empty() &&
         (std::all_of(inner.begin(), inner.end(), is_ascii_digit) ||
          (inner.size() == 1 && is_ascii_letter(inner.front())));
}

bool is_number(std::string_view text) {
  constexpr std::size_t kMaxDigits = 3;
  return text.size() <= kMaxDigits && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// Numbers of items that stand apart from their text; of notes, which have smaller letters, also
// without a full stop. (Bare numbers beside lines of the usual size count lines.)
void join_item_numbers(std::vector<PdfLine>& lines, double usual_height) {
  for (auto& number : lines) {
    const bool small = number.height() <= kSmallNumber * usual_height;
    if (!is_item_number(number.text) && !(small && is_number(number.text))) continue;
    PdfLine* nearest = nullptr;
    for (auto& other : lines) {
      if (&other == &number || other.text.empty() || !same_row(number, other)) continue;
      const auto gap = other.left - number.right;
      if (gap < 0 || gap > kMaxBlanks * number.height()) continue;
      if (nearest == nullptr || other.left < nearest->left) nearest = &other;
    }
    if (nearest == nullptr) continue;
    number.text += ' ' + nearest->text;
    number.right = nearest->right;
    nearest->text.clear();
  }
}

// Which of the lines next above and next below run across the gap between both.
int runs_across(const std::vector<PdfLine>& lines, const PdfLine& left, const PdfLine& right,
                double pitch) {
  bool above = false;
  bool below = false;
  for (const auto& line : lines) {
    const auto step = line.top - left.top;
    const bool next = std::abs(step) > left.height() / 2 && std::abs(step) < 1.5 * pitch;
    if (!next || line.left >= left.right || line.right <= right.left) continue;
    (step < 0 ? above : below) = true;
  }
  return static_cast<int>(above) + static_cast<int>(below);
}

void join_gaps(std::vector<PdfLine>& lines, double pitch) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto& line = lines[i];
    if (line.text.empty()) continue;
    PdfLine* nearest = nullptr;
    for (auto& other : lines) {
      if (other.text.empty() || other.left < line.right || !same_row(line, other)) continue;
      if (nearest == nullptr || other.left < nearest->left) nearest = &other;
    }
    if (nearest == nullptr || nearest->bulleted) continue;
    if (nearest->left - line.right > kMaxBlanks * line.height()) continue;
    const int needed = ends_sentence(line.text) ? 1 : 2;
    if (runs_across(lines, line, *nearest, pitch) < needed) continue;
    line.text += ' ' + nearest->text;
    line.right = nearest->right;
    nearest->text.clear();
    --i;  // there may be another gap
  }
}

// Whether the letter is a word of its own.
bool stands_alone(std::string_view letter, std::string_view next, const Vocabulary& words) {
  if (letter != "A" && letter != "I" && letter != "O") return false;
  const auto first = bare_word(next);
  if (words.has(fold(std::string{letter}.append(first)))) return false;
  return !begins_lower(next) || words.has(fold(first));
}

void join_initial(std::vector<PdfLine>& lines, PdfLine& letter, const Vocabulary& words) {
  PdfLine* first = nullptr;
  for (auto& line : lines) {
    const auto middle = (line.top + line.bottom) / 2;
    const bool beside = &line != &letter && !line.initial && middle > letter.top &&
                        middle < letter.bottom && line.left >= letter.right - line.height() / 2 &&
                        line.left - letter.right <= kInitialGap * letter.height();
    if (!beside) continue;
    if (first == nullptr || line.top < first->top) first = &line;
    line.left = letter.left;
  }
  if (first == nullptr) return;
  auto rest = std::string_view{first->text};
  const auto word = next_word(rest);
  const bool alone = stands_alone(letter.text, word, words);
  first->text = letter.text + (alone ? " " : "") + first->text;
  first->begins_block = true;
  letter.text.clear();
}

void drop_empty(PdfPage& page) {
  std::erase_if(page.lines, [](const PdfLine& line) { return line.text.empty(); });
}

}  // namespace

void join_cut_lines(PdfPages& pages) {
  const auto usual = measure_pages(pages);
  const auto most = max_page_lines(pages);
  for (auto& page : pages.pages) {
    if (page.lines.size() > most) continue;
    join_marks(page.lines);
    join_item_numbers(page.lines, usual.height);
    join_gaps(page.lines, std::max(usual.pitch, usual.height));
    drop_empty(page);
  }
}

void join_initials(PdfPages& pages) {
  const auto usual = measure_pages(pages);
  const auto most = max_page_lines(pages);
  std::optional<Vocabulary> words;
  for (auto& page : pages.pages) {
    if (page.lines.size() > most) continue;
    for (auto& line : page.lines) {
      const bool large = line.height() >= kInitialHeight * usual.height && is_capital(line.text);
      if (!large && !line.initial) continue;
      line.initial = true;
      if (!words) words.emplace(pages);
      join_initial(page.lines, line, *words);
    }
    drop_empty(page);
  }
}

}  // namespace dateline
