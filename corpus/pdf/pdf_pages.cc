#include "corpus/pdf/pdf_pages.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "corpus/pdf/pdf_lines.h"
#include "language/utf8.h"

namespace dateline {
namespace {

constexpr double kFarthest = 1e6;  // points from the page's corner: no page is so large

using Replacement = std::pair<std::string_view, std::string_view>;

// Replaces each of `table` wherever it stands.
template <std::size_t N>
std::string replaced(std::string_view text, const std::array<Replacement, N>& table) {
  std::string result;
  while (!text.empty()) {
    const auto* const found =
        std::find_if(table.begin(), table.end(),
                     [&](const Replacement& entry) { return text.starts_with(entry.first); });
    if (found == table.end()) {
      result += text.front();
      text.remove_prefix(1);
    } else {
      result += found->second;
      text.remove_prefix(found->first.size());
    }
  }
  return result;
}

// Whether nothing in it is to be replaced.
bool is_plain(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte >= 0x80 || c == '&';
  });
}

// Undoes what pdftotext escapes, spells ligatures out, and makes plain spaces and hyphens of
// others.
std::string plain(std::string_view text) {
  if (is_plain(text)) return std::string{text};
  constexpr std::array<Replacement, 15> kTable{{
      {"&amp;", "&"},
      {"&lt;", "<"},
      {"&gt;", ">"},
      {"&quot;", "\""},
      {"&apos;", "'"},
      {"\xEF\xAC\x80", "ff"},
      {"\xEF\xAC\x81", "fi"},
      {"\xEF\xAC\x82", "fl"},
      {"\xEF\xAC\x83", "ffi"},
      {"\xEF\xAC\x84", "ffl"},
      {"\xEF\xAC\x85", "st"},
      {"\xEF\xAC\x86", "st"},
      {"\xC2\xA0", " "},
      {"\xE2\x80\x90", "-"},
      {"\xE2\x80\x8B", ""},
  }};
  auto result = replaced(text, kTable);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; },
      ' ');
  return result;
}

// A soft hyphen shows only at the end of a line.
std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  const bool shows = text.ends_with(kSoftHyphen);
  for (auto at = text.find(kSoftHyphen); at != std::string::npos; at = text.find(kSoftHyphen, at)) {
    text.erase(at, kSoftHyphen.size());
  }
  if (shows && !text.ends_with('-')) text += '-';
  return text;
}

// The text between `open` and `close`; empty when they are not there.
std::string_view between(std::string_view row, std::string_view open, std::string_view close) {
  const auto begin = row.find(open);
  if (begin == std::string_view::npos) return {};
  row.remove_prefix(begin + open.size());
  const auto end = row.find(close);
  return end == std::string_view::npos ? std::string_view{} : row.substr(0, end);
}

double number(std::string_view row, std::string_view name) {
  const auto value = between(row, name, "\"");
  double result = 0;
  std::from_chars(value.data(), value.data() + value.size(), result);
  return result >= -kFarthest && result <= kFarthest ? result : 0;  // nor what is no number
}

}  // namespace

void PdfPagesParser::add(std::string_view piece) {
  while (true) {
    const auto end = piece.find('\n');
    if (end == std::string_view::npos) break;
    if (rest_.empty()) {
      add_row(trim(piece.substr(0, end)));
    } else {
      rest_.append(piece.substr(0, end));
      add_row(trim(rest_));
      rest_.clear();
    }
    piece.remove_prefix(end + 1);
  }
  rest_.append(piece);
}

void PdfPagesParser::add_row(std::string_view row) {
  if (row.starts_with("<word ")) {
    add_word(row);
  } else if (row.starts_with("<line ")) {
    begin_line();
  } else if (row.starts_with("<block ")) {
    in_block_begin_ = true;
  } else if (row.starts_with("<page ")) {
    end_line();
    result_.pages.emplace_back().height = number(row, "height=\"");
  } else if (row.starts_with("<title>")) {
    result_.title = plain(between(row, "<title>", "</title>"));
  } else if (row.starts_with("<meta name=\"Author\"")) {
    result_.author = plain(between(row, "content=\"", "\"/>"));
  }
}

void PdfPagesParser::begin_line() {
  end_line();
  in_line_ = !result_.pages.empty();
  line_begins_block_ = std::exchange(in_block_begin_, false);
}

void PdfPagesParser::add_word(std::string_view row) {
  if (!in_line_) return;
  auto& word = words_.emplace_back();
  word.left = number(row, "xMin=\"");
  word.top = number(row, "yMin=\"");
  word.right = number(row, "xMax=\"");
  word.bottom = number(row, "yMax=\"");
  word.text = plain(between(row, ">", "</word>"));
  result_.text_bytes += word.text.size() + 1;
}

void PdfPagesParser::end_line() {
  in_line_ = false;
  if (words_.empty()) return;
  auto& lines = result_.pages.back().lines;
  const auto first = lines.size();
  add_lines(words_, lines);
  if (lines.size() > first) lines[first].begins_block = line_begins_block_;
  words_.clear();
}

PdfPages PdfPagesParser::take() {
  add("\n");
  end_line();
  for (auto& page : result_.pages) {
    for (auto& line : page.lines) line.text = without_soft_hyphens(std::move(line.text));
    std::erase_if(page.lines, [](const PdfLine& line) { return trim(line.text).empty(); });
  }
  return std::move(result_);
}

}  // namespace dateline
