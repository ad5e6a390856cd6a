#include "corpus/pdf/pdf_line_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

bool same(double a, double b) { return std::abs(a - b) <= kSameHeight * std::max(a, b); }

LineMeasure usual_of(const std::vector<PdfWord>& words) {
  std::vector<std::pair<double, std::size_t>> heights;
  std::size_t all = 0;
  for (const auto& word : words) {
    heights.emplace_back(word.height(), word.text.size());
    all += word.text.size();
  }
  std::sort(heights.begin(), heights.end());
  LineMeasure result;
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

// The last one is Symbol's, in a private area.
bool is_bullet(std::string_view word) {
  constexpr std::array<std::string_view, 8> kBullets{"•", "◦", "▪", "■",
                                                     "●", "‣", "○", "\xEF\x82\xB7"};
  return std::find(kBullets.begin(), kBullets.end(), word) != kBullets.end();
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

/// Puts the words of one line together.
class LineText {
 public:
  LineText(const LineMeasure& usual, PdfLine& line) : usual_(usual), line_(line) {}

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
      line_.noted = without_note_marks(word.text).size() <= 1;
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

  const LineMeasure& usual_;
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

}  // namespace

bool is_capital(std::string_view text) {
  for (const std::string_view quote : {"\"", "'", "“", "‘"}) {
    if (text.size() > quote.size() && text.starts_with(quote)) text.remove_prefix(quote.size());
  }
  if (text.size() == 1)
    return is_ascii_letter(text.front()) && ascii_lower(text.front()) != text.front();
  const bool one_letter = text.size() == 2 && static_cast<unsigned char>(text.front()) >= 0xC3;
  return one_letter && fold(text) != text;
}

bool is_raised(double height, double bottom, const LineMeasure& usual) noexcept {
  return height <= kRaisedHeight * usual.height &&
         base(bottom, height) < base(usual.bottom, usual.height) - kRise * usual.height;
}

// Without what marks of notes are made of.
std::string without_note_marks(std::string_view raised) {
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

std::optional<std::string> raised_text(std::string_view before, std::string_view raised) {
  constexpr std::array<std::string_view, 8> kEndings{"st", "nd", "rd", "th", "er", "e", "º", "ª"};
  if (before.empty()) return std::nullopt;
  const auto lower = fold(raised);
  const bool ending = std::find(kEndings.begin(), kEndings.end(), lower) != kEndings.end();
  if (ending && is_ascii_digit(before.back())) return std::string{raised};
  auto rest = without_note_marks(raised);
  const bool letter = rest.size() == 1 && is_ascii_letter(rest.front());
  if (rest.empty() || letter) {
    const auto begin = std::min(raised.find_first_of("-0123456789"), raised.size());
    const auto end = raised.find_last_of("0123456789") + 1;  // npos + 1 is 0
    return begin < end ? superscript(raised.substr(begin, end - begin)) : std::string{};
  }
  if (rest == "®" || rest == "™" || rest == "℠") return rest;
  return std::nullopt;
}

std::string without_raised(std::string_view text) {
  constexpr std::array<std::string_view, 11> kRaised{"⁰", "¹", "²", "³", "⁴", "⁵",
                                                     "⁶", "⁷", "⁸", "⁹", "⁻"};
  std::string result;
  while (!text.empty()) {
    const auto* const mark = std::find_if(kRaised.begin(), kRaised.end(),
                                          [&](std::string_view m) { return text.starts_with(m); });
    if (mark == kRaised.end()) result += text.front();
    text.remove_prefix(mark == kRaised.end() ? 1 : mark->size());
  }
  return std::string{trim(result)};
}

void add_lines(const std::vector<PdfWord>& words, std::vector<PdfLine>& lines) {
  const auto& front = words.front();
  const bool initial = words.size() > 1 && is_capital(front.text) &&
                       front.height() >= kInitialHeight * words[1].height();
  if (initial) {
    lines.push_back(line_of({front}));
    lines.back().initial = true;
  }
  auto line = initial ? line_of({words.begin() + 1, words.end()}) : line_of(words);
  if (!line.text.empty()) lines.push_back(std::move(line));
}

}  // namespace dateline
