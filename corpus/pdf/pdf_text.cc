#include "corpus/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"

// A PDF has no paragraphs, only lines with places. What most of its lines have in common is
// measured first: the size of the letters, the distance from line to line, the edges of a block. A
// line begins a paragraph where it departs from that. The thresholds are ratios of these measures,
// so that they hold for print of any size.

namespace dateline {
namespace {

constexpr double kSameSize = 0.12;  // sizes that differ by less are the same
constexpr double kIndent = 0.6;     // of a line's height
constexpr double kGap = 1.3;        // between tops of lines, in usual distances
constexpr double kBlockGap = 1.1;   // the same, where pdftotext sees a block begin
constexpr double kEarlyEnd = 0.6;   // of the block's width: no line of prose is so short
constexpr double kHeading = 1.1;    // size of a heading, in that of the body
constexpr std::size_t kMaxHeadingLines = 3;

constexpr double kMinPitch = 0.9;  // in heights

using LineRun = std::span<const PdfLine>;

/// What most of a document's lines have.
struct Usual {
  double height = 0;
  double pitch = 0;  ///< from top to top
};

// "Baku–" at the end of a line is the first half of "Baku–Ceyhan"; a dash between spaces is not.
bool ends_in_joint(std::string_view text) {
  for (const std::string_view mark : {"-", "–", "—"}) {
    if (!text.ends_with(mark)) continue;
    text.remove_suffix(mark.size());
    return !text.empty() && text.back() != ' ' && !text.ends_with(mark);
  }
  return false;
}

/// What the lines of a block – lines of one size, one below the other – have in common.
struct Block {
  double left = 0;
  double right = 0;
  bool hanging = false;  ///< most of its lines are indented
};

bool is_indented(const PdfLine& line, double left) {
  return line.left > left + kIndent * line.height();
}

Block measure(LineRun lines) {
  Block block{lines.front().left, lines.front().right, false};
  for (const auto& line : lines) {
    block.left = std::min(block.left, line.left);
    block.right = std::max(block.right, line.right);
  }
  const auto indented = std::count_if(lines.begin(), lines.end(), [&](const PdfLine& line) {
    return is_indented(line, block.left);
  });
  block.hanging = static_cast<std::size_t>(indented) * 2 > lines.size();
  return block;
}

bool same_size(const PdfLine& a, const PdfLine& b) {
  return std::abs(a.height() - b.height()) <= kSameSize * std::max(a.height(), b.height());
}

// pdftotext sees blocks where lines stand far apart, even inside a paragraph.
bool is_below_gap(const PdfLine& before, const PdfLine& line, double pitch) {
  return line.top - before.top > (line.begins_block ? kBlockGap : kGap) * pitch;
}

// Whether the first word of the line would have fit behind the one before.
bool had_room(const PdfLine& before, const PdfLine& line, const Block& block) {
  const auto word = std::min(line.text.find(' '), line.text.size()) + 1;
  const auto width =
      (line.right - line.left) * static_cast<double>(word) / static_cast<double>(line.text.size());
  return before.right + width < block.right;
}

// Whether an item or an entry of a chronology begins here.
bool has_mark(const PdfLine& line) {
  return line.bulleted || EntryHeads{std::nullopt}.at(line.text);
}

// By the lines' left edges: an indented line begins a paragraph; in a hanging paragraph, of which
// `first` is the first line, one that stands out does.
bool is_set_off(const PdfLine& first, const PdfLine& before, const PdfLine& line,
                const Block& block) {
  const bool second = &first == &before;
  if (is_indented(line, before.left)) return !(second && (block.hanging || has_mark(first)));
  return is_indented(before, line.left) && !second;
}

bool begins_paragraph(const PdfLine& first, const PdfLine& before, const PdfLine& line,
                      const Block& block, const Usual& usual) {
  if (!same_size(before, line)) return true;
  // Larger letters stand further apart.
  const double scale = usual.height > 0 ? line.height() / usual.height : 1;
  const double pitch = std::max(usual.pitch * scale, kMinPitch * line.height());
  if (is_below_gap(before, line, pitch)) return true;
  if (line.height() > kHeading * usual.height) return false;  // centered lines of a title
  if (has_mark(line) || is_set_off(first, before, line, block)) return true;
  const auto end = (before.right - block.left) / std::max(1.0, block.right - block.left);
  return had_room(before, line, block) && (end < kEarlyEnd || ends_sentence(before.text));
}

// Whether the line goes on in the column of the one before it.
bool is_below(const PdfLine& before, const PdfLine& line) {
  return line.top >= before.top && line.left < before.right && before.left < line.right;
}

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

// The size of most lines, by their bytes.
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

class Writer {
 public:
  explicit Writer(const PdfPages& pages) : usual_{body_height(pages), usual_pitch(pages)} {
    document_.marks = Marks::plain;
    for (const auto& page : pages.pages) {
      begin_page();
      write_page(page.lines);
    }
  }

  Document take() { return std::move(document_); }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  void begin_page() {
    if (!document_.page_starts.empty()) document_.text += "\n\f";
    document_.page_starts.push_back(size());
  }

  void write_page(LineRun lines) {
    for (std::size_t begin = 0; begin < lines.size();) {
      auto end = begin + 1;
      while (end < lines.size() && is_below(lines[end - 1], lines[end]) &&
             same_size(lines[end - 1], lines[end])) {
        ++end;
      }
      const bool new_column = begin > 0 && lines[begin].bottom < lines[begin - 1].top;
      if (new_column) document_.text += "\f";
      write_block(lines.subspan(begin, end - begin));
      begin = end;
    }
  }

  void write_block(LineRun lines) {
    const auto block = measure(lines);
    for (std::size_t begin = 0; begin < lines.size();) {
      auto end = begin + 1;
      while (end < lines.size() &&
             !begins_paragraph(lines[begin], lines[end - 1], lines[end], block, usual_)) {
        ++end;
      }
      write_paragraph(lines.subspan(begin, end - begin));
      begin = end;
    }
  }

  void write_paragraph(LineRun lines) {
    if (size() > document_.page_starts.back()) document_.text += "\n\n";
    const auto begin = size();
    for (const auto& line : lines) {
      if (&line != lines.data() && !ends_in_joint(document_.text)) document_.text += ' ';
      document_.text += line.text;
    }
    const bool large = std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
      return line.height() > kHeading * usual_.height;
    });
    const auto text = std::string_view{document_.text}.substr(begin);
    const bool heading = large && lines.size() <= kMaxHeadingLines &&
                         looks_like_title(text, kMaxHeadingLines * kMaxHeadingBytes);
    document_.pieces.push_back({begin, static_cast<std::uint8_t>(heading ? 2 : 0), false});
  }

  Usual usual_;
  Document document_;
};

}  // namespace

Document pdf_document(const PdfPages& pages) { return Writer{pages}.take(); }

}  // namespace dateline
