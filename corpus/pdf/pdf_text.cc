#include "corpus/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>

#include "corpus/pdf/pdf_measure.h"
#include "corpus/structure/chronology.h"
#include "corpus/structure/line_shape.h"

// A PDF has no paragraphs, only lines with places. What most of its lines have in common is
// measured first: the size of the letters, the distance from line to line, the edges of a block. A
// line begins a paragraph where it departs from that. The thresholds are ratios of these measures,
// so that they hold for print of any size.

namespace dateline {
namespace {

constexpr double kIndent = 0.6;    // of a line's height
constexpr double kGap = 1.3;       // between tops of lines, in usual distances
constexpr double kBlockGap = 1.1;  // the same, where pdftotext sees a block begin
constexpr double kEarlyEnd = 0.6;  // of the block's width: no line of prose is so short
constexpr double kHeading = 1.1;   // size of a heading, in that of the body
constexpr std::size_t kMaxHeadingLines = 3;

constexpr double kMinPitch = 0.9;  // in heights

using LineRun = std::span<const PdfLine>;

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

Block measure_block(LineRun lines) {
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
                      const Block& block, const PdfMeasure& usual) {
  if (!same_size(before, line) || before.role != line.role) return true;
  if (line.role == PdfRole::title || line.role == PdfRole::byline) return false;
  if (line.role == PdfRole::listing && ends_listing_entry(before.text)) return true;
  // Larger letters stand further apart.
  const double scale = usual.height > 0 ? line.height() / usual.height : 1;
  const double pitch = std::max(usual.pitch * scale, kMinPitch * line.height());
  if (is_below_gap(before, line, pitch)) return true;
  if (line.height() > kHeading * usual.height) return false;  // centered lines of a title
  if (has_mark(line) || is_set_off(first, before, line, block)) return true;
  const auto end = (before.right - block.left) / std::max(1.0, block.right - block.left);
  return had_room(before, line, block) && (end < kEarlyEnd || ends_sentence(before.text));
}

/// Lines that are one paragraph.
struct Paragraph {
  LineRun lines;
  bool new_column = false;
};

// Whether the paragraph may go on on the next page.
bool is_open(const Paragraph& paragraph) {
  return paragraph.lines.back().role == PdfRole::text &&
         !ends_sentence(paragraph.lines.back().text);
}

// "3 May 1999" in a line of its own stands above what it dates.
bool is_day_alone(std::string_view text) {
  constexpr std::size_t kMaxDayBytes = 40;
  return text.size() <= kMaxDayBytes && has_digit(text) && is_lone_date(text);
}

class Writer {
 public:
  explicit Writer(const PdfPages& pages) : usual_(measure_pages(pages)) {
    document_.marks = Marks::plain;
    for (const auto& page : pages.pages) {
      begin_page();
      write_page(page);
    }
    write_notes();
  }

  Document take() { return std::move(document_); }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(document_.text.size()); }

  void begin_page() {
    if (!document_.page_starts.empty()) document_.text += "\n\f";
    document_.page_starts.push_back(size());
  }

  // A paragraph that goes on on the next page stands last, behind the page's notes. If it is the
  // page's only one and has come from the page before, they wait for its end.
  void write_page(const PdfPage& page) {
    const auto paragraphs = paragraphs_of(page.lines);
    for (std::size_t begin = 0; begin < page.notes.size();) {
      auto end = begin + 1;
      while (end < page.notes.size() && !begins_note(page.notes[end]) &&
             is_below(page.notes[end - 1], page.notes[end])) {
        ++end;
      }
      notes_.push_back(LineRun{page.notes}.subspan(begin, end - begin));
      begin = end;
    }
    const bool open = !paragraphs.empty() && is_open(paragraphs.back());
    const auto last = open ? paragraphs.size() - 1 : paragraphs.size();
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
      if (i == last && !(i == 0 && goes_on_)) write_notes();
      if (paragraphs[i].new_column && i != last) document_.text += "\f";
      write_paragraph(paragraphs[i].lines, PieceKind::text);
    }
    if (!open) write_notes();
    if (!paragraphs.empty()) goes_on_ = open;
  }

  std::vector<Paragraph> paragraphs_of(LineRun lines) const {
    std::vector<Paragraph> result;
    for (std::size_t begin = 0; begin < lines.size();) {
      auto end = begin + 1;
      while (end < lines.size() && is_below(lines[end - 1], lines[end]) &&
             same_size(lines[end - 1], lines[end])) {
        ++end;
      }
      const auto block = lines.subspan(begin, end - begin);
      const auto first = result.size();
      add_paragraphs(block, result);
      const bool moved = begin > 0 && lines[begin - 1].role != PdfRole::text;
      result[first].new_column = begin > 0 && !moved && lines[begin].bottom < lines[begin - 1].top;
      begin = end;
    }
    return result;
  }

  void add_paragraphs(LineRun lines, std::vector<Paragraph>& paragraphs) const {
    const auto block = measure_block(lines);
    for (std::size_t begin = 0; begin < lines.size();) {
      auto end = begin + 1;
      while (end < lines.size() &&
             !begins_paragraph(lines[begin], lines[end - 1], lines[end], block, usual_)) {
        ++end;
      }
      paragraphs.push_back({lines.subspan(begin, end - begin), false});
      begin = end;
    }
  }

  void write_notes() {
    for (const auto& lines : notes_) write_paragraph(lines, PieceKind::note);
    notes_.clear();
  }

  void write_paragraph(LineRun lines, PieceKind kind) {
    if (size() > document_.page_starts.back()) document_.text += "\n\n";
    const auto begin = size();
    const auto role = lines.front().role;
    for (const auto& line : lines) {
      const bool office = role == PdfRole::byline && !ends_open(document_.text);
      const bool joined = &line == lines.data() || ends_in_joint(document_.text);
      if (!joined) document_.text += office ? '\n' : ' ';
      document_.text += line.text;
    }
    if (role == PdfRole::listing) kind = PieceKind::listing;
    document_.pieces.push_back({begin, level_of(lines, begin, kind), false, kind});
  }

  std::uint8_t level_of(LineRun lines, std::uint32_t begin, PieceKind kind) const {
    if (lines.front().role == PdfRole::title) return 1;
    const bool large = std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
      return line.height() > kHeading * usual_.height;
    });
    const auto text = std::string_view{document_.text}.substr(begin);
    const bool day = lines.size() == 1 && kind == PieceKind::text && is_day_alone(text);
    if (day) return 2;
    const bool heading = large && kind == PieceKind::text && lines.front().role == PdfRole::text &&
                         lines.size() <= kMaxHeadingLines &&
                         looks_like_title(text, kMaxHeadingLines * kMaxHeadingBytes);
    return heading ? 2 : 0;
  }

  PdfMeasure usual_;
  Document document_;
  std::vector<LineRun> notes_;  ///< that are to be written
  bool goes_on_ = false;        ///< the last page's last paragraph
};

}  // namespace

bool is_lone_date(std::string_view text) {
  return text.size() <= kMaxEntryHeadBytes && EntryHeads{std::nullopt}.is_date(text);
}

void mend_pages(PdfPages& pages) {
  join_cut_lines(pages);
  remove_page_furniture(pages);
  join_initials(pages);
  set_notes_apart(pages);
  join_dated_rows(pages);
  order_columns(pages);
  join_hyphenated(pages);
  mark_listings(pages);
}

Document pdf_document(const PdfPages& pages) { return Writer{pages}.take(); }

}  // namespace dateline
