#include "corpus/pdf/pdf_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/pdf/pdf_words.h"
#include "corpus/structure/line_shape.h"
#include "language/ascii.h"
#include "language/utf8.h"

// Sizes and shifts are ratios of the line's own letters, so that they hold for print of any size.
// pdftotext gives a word the height of its font's box, of which about a fifth lies below the line
// that the letters stand on.

namespace dateline {
namespace {

constexpr double kMinWordGap = 0.05;    // words nearer than this share of a line's height are one
constexpr double kSameHeight = 0.06;    // heights that differ by less are the same
constexpr double kRaisedHeight = 0.87;  // of a raised letter, at most
constexpr double kDescent = 0.22;       // of a box, below the letters' line
constexpr double kRise = 0.12;          // of a raised letter, at least
constexpr double kOrdinalGap = 1.0;     // between a number and its ending, at most
constexpr double kMarkGap = 0.6;        // between a word and a mark that is a line of its own
constexpr double kInitial = 1.6;        // height of a large initial letter, at least
constexpr double kInitialGap = 0.5;     // behind it, at most, in its own heights
constexpr double kMaxBlanks = 4;        // width of a gap inside a line, at most
constexpr double kSmallNumber = 0.93;   // size of a note's number, in that of the body
constexpr std::size_t kMaxMarkBytes = 8;

/// What most letters of a line have.
struct Measure {
  double height = 0;
  double top = 0;
  double bottom = 0;
};

bool same(double a, double b) { return std::abs(a - b) <= kSameHeight * std::max(a, b); }

Measure usual_of(const std::vector<PdfWord>& words) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const auto& word : words) {
    heights.emplace_back(word.height(), word.text.size());
    all += word.text.size();
  }
  std::sort(heights.begin(), heights.end());
  Measure result;
  std::size_t below = 0;
  for (const auto& [height, bytes] : heights) {
    below += bytes;
    result.height = height;
    if (below * 2 > all) break;
  }
  result.top = std::numeric_limits<double>::max();
  result.bottom = std::numeric_limits<double>::lowest();
  for (const auto& word : words) {
    if (!same(word.height(), result.height)) continue;
    result.top = std::min(result.top, word.top);
    result.bottom = std::max(result.bottom, word.bottom);
  }
  return result;
}

double base(double bottom, double height) { return bottom - kDescent * height; }

bool is_raised(double height, double bottom, const Measure& usual) {
  return height <= kRaisedHeight * usual.height &&
         base(bottom, height) < base(usual.bottom, usual.height) - kRise * usual.height;
}

// The last one is Symbol's, in a private area.
bool is_bullet(std::string_view word) {
  constexpr std::array<std::string_view, 8> kBullets{"•", "◦", "▪", "■",
                                                     "●", "‣", "○", "\xEF\x82\xB7"};
  return std::find(kBullets.begin(), kBullets.end(), word) != kBullets.end();
}

// One capital letter, perhaps behind an opening quote.
bool is_capital(std::string_view text) {
  for (const std::string_view quote : {"\"", "'", "“", "‘"}) {
    if (text.size() > quote.size() && text.starts_with(quote)) text.remove_prefix(quote.size());
  }
  if (text.size() == 1)
    return is_ascii_letter(text.front()) && ascii_lower(text.front()) != text.front();
  const bool one_letter = text.size() == 2 && static_cast<unsigned char>(text.front()) >= 0xC3;
  return one_letter && fold(text) != text;
}

// Digits and minus signs as they are written above the line; other letters stay.
std::string superscript(std::string_view digits) {
  constexpr std::array<std::string_view, 10> kDigits{"⁰", "¹", "²", "³", "⁴",
                                                     "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string result;
  for (const char c : digits) {
    if (is_ascii_digit(c)) {
      result += kDigits[static_cast<std::size_t>(c - '0')];
    } else if (c == '-') {
      result += "⁻";
    } else {
      result += c;
    }
  }
  return result;
}

// Without what marks of notes are made of.
std::string without_marks_of_notes(std::string_view raised) {
  constexpr std::string_view kMarks = "0123456789,.*#()[]- ";
  constexpr std::array<std::string_view, 6> kSigns{"†", "‡", "§", "¶", "–", "−"};
  std::string rest;
  while (!raised.empty()) {
    const auto* const sign = std::find_if(
        kSigns.begin(), kSigns.end(), [&](std::string_view s) { return raised.starts_with(s); });
    if (sign != kSigns.end()) {
      raised.remove_prefix(sign->size());
      continue;
    }
    if (kMarks.find(raised.front()) == std::string_view::npos) rest += raised.front();
    raised.remove_prefix(1);
  }
  return rest;
}

/// Puts the words of one line together.
class LineText {
 public:
  LineText(const Measure& usual, PdfLine& line) : usual_(usual), line_(line) {}

  void add(const PdfWord& word) {
    line_.left = std::min(line_.left, word.left);
    line_.right = std::max(line_.right, word.right);
    if (line_.text.empty() && is_bullet(word.text)) {
      line_.bulleted = true;
      return;
    }
    if (is_raised(word.height(), word.bottom, usual_) && add_raised(word)) return;
    // Around soft hyphens pdftotext parts what is one word, and the hyphen may lie within a letter.
    add_at(word, gap_to(word) > kMinWordGap * usual_.height);
  }

 private:
  // In lines from right to left the next word is further left.
  double gap_to(const PdfWord& word) const {
    return std::max(word.left - word_end_, word_begin_ - word.right);
  }

  void add_at(const PdfWord& word, bool apart) {
    const bool begins = line_.text.empty() || apart;
    if (begins && !line_.text.empty() && !word.text.empty()) line_.text += ' ';
    word_begin_ = begins ? word.left : std::min(word_begin_, word.left);
    word_end_ = begins ? word.right : std::max(word_end_, word.right);
    line_.text += word.text;
  }

  bool add_raised(const PdfWord& word) {
    if (line_.text.empty()) {
      line_.noted = without_marks_of_notes(word.text).size() <= 1;
      if (!line_.noted) return false;
      add_at(word, true);
      word_begin_ = std::numeric_limits<double>::max();  // a blank follows
      return true;
    }
    const auto text = raised_text(line_.text, word.text);
    const bool near = gap_to(word) <= kOrdinalGap * usual_.height;
    if (!text || (!near && !text->empty())) return false;
    line_.text += *text;
    word_begin_ = std::min(word_begin_, word.left);
    word_end_ = std::max(word_end_, word.right);
    return true;
  }

  const Measure& usual_;
  PdfLine& line_;
  double word_begin_ = 0;  // the last word, with what stands close to it
  double word_end_ = 0;
};

PdfLine line_of(const std::vector<PdfWord>& words) {
  const auto usual = usual_of(words);
  PdfLine line;
  line.left = std::numeric_limits<double>::max();
  line.right = std::numeric_limits<double>::lowest();
  line.top = usual.top;
  line.bottom = usual.bottom;
  LineText text{usual, line};
  for (const auto& word : words) text.add(word);
  return line;
}

bool same_row(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.top - b.top) < a.height() / 3 && same(a.height(), b.height());
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
      if (without_marks_of_notes(mark.text).size() > 1) continue;
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
  constexpr std::size_t kMaxBytes = 5;
  if (text.size() < 2 || text.size() > kMaxBytes) return false;
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

std::optional<std::string> raised_text(std::string_view before, std::string_view raised) {
  constexpr std::array<std::string_view, 8> kEndings{"st", "nd", "rd", "th", "er", "e", "º", "ª"};
  if (before.empty()) return std::nullopt;
  const auto lower = fold(raised);
  const bool ending = std::find(kEndings.begin(), kEndings.end(), lower) != kEndings.end();
  if (ending && is_ascii_digit(before.back())) return std::string{raised};
  const auto rest = without_marks_of_notes(raised);
  const bool letter = rest.size() == 1 && is_ascii_letter(rest.front());
  if (rest.empty() || letter) {
    const auto begin = std::min(raised.find_first_of("-0123456789"), raised.size());
    const auto end = raised.find_last_of("0123456789") + 1;  // npos + 1 is 0
    return begin < end ? superscript(raised.substr(begin, end - begin)) : std::string{};
  }
  if (rest == "®" || rest == "™" || rest == "℠") return rest;
  return std::nullopt;
}

void add_lines(const std::vector<PdfWord>& words, std::vector<PdfLine>& lines) {
  const auto& front = words.front();
  const bool initial =
      words.size() > 1 && is_capital(front.text) && front.height() >= kInitial * words[1].height();
  if (initial) {
    lines.push_back(line_of({front}));
    lines.back().initial = true;
  }
  auto line = initial ? line_of({words.begin() + 1, words.end()}) : line_of(words);
  if (!line.text.empty()) lines.push_back(std::move(line));
}

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
      const bool large = line.height() >= kInitial * usual.height && is_capital(line.text);
      if (!large && !line.initial) continue;
      line.initial = true;
      if (!words) words.emplace(pages);
      join_initial(page.lines, line, *words);
    }
    drop_empty(page);
  }
}

}  // namespace dateline
