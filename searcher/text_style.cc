#include "searcher/text_style.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "language/utf8.h"

namespace dateline {
namespace {

// Columns that a line has at least, however narrow the terminal is.
constexpr std::size_t kMinRoom = 12;

// What turns the direction of text round, so that a line reads as it is not. Source: Unicode UAX #9, table 4.
bool is_direction_mark(char32_t c) noexcept {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::size_t character_width(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  const auto type = u_charType(code);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  const auto width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_FULLWIDTH || width == U_EA_WIDE ? 2 : 1;
}

std::string paint(PaintedSpan::Paint how, std::string_view text, const TextStyle& style) {
  switch (how) {
    case PaintedSpan::Paint::date:
      return style.date(text);
    case PaintedSpan::Paint::country:
      return style.country(text);
    case PaintedSpan::Paint::organization:
      return style.organization(text);
    default:
      return style.highlight(text);
  }
}

// A word with its spans painted; `begin` is the word's place in the whole text, and `next` the
// first span that may touch it.
std::string painted(std::string_view word, std::size_t begin, const std::vector<PaintedSpan>& spans,
                    std::size_t& next, const TextStyle& style) {
  while (next < spans.size() && spans[next].span.end <= begin) ++next;
  std::string result;
  std::size_t done = 0;
  for (std::size_t i = next; i < spans.size() && spans[i].span.begin < begin + word.size(); ++i) {
    const std::size_t from = spans[i].span.begin > begin ? spans[i].span.begin - begin : 0;
    const std::size_t to = std::min<std::size_t>(spans[i].span.end - begin, word.size());
    result += word.substr(done, from - done);
    result += paint(spans[i].paint, word.substr(from, to - from), style);
    done = to;
  }
  result += word.substr(done);
  return result;
}

}  // namespace

std::string TextStyle::sgr(std::string_view code, std::string_view text) const {
  if (!colour || text.empty()) return std::string{text};
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

std::string printable(std::string_view text, bool keep_lines) {
  constexpr char32_t kReplacement = U'\uFFFD';
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c == kReplacement) {
      result += "\uFFFD";  // also for bytes that are no UTF-8
    } else if (c == U'\n' || c == U'\t') {
      result += c == U'\n' && keep_lines ? '\n' : ' ';
    } else if (!is_control_character(c) && !is_direction_mark(c)) {
      result += text.substr(at, i - at);
    }
  }
  return result;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) width += character_width(next_code_point(text, i));
  return width;
}

PaintedSpan::Paint paint_of(MentionKind kind) noexcept {
  switch (kind) {
    case MentionKind::date:
      return PaintedSpan::Paint::date;
    case MentionKind::country:
      return PaintedSpan::Paint::country;
    case MentionKind::organization:
      break;
  }
  return PaintedSpan::Paint::organization;
}

std::string wrapped(std::string_view text, const std::vector<PaintedSpan>& spans,
                    std::string_view indent, const TextStyle& style) {
  std::string result;
  bool at_begin = true;
  std::size_t column = 0;
  std::size_t next = 0;
  const std::size_t room =
      std::max<std::size_t>(style.width, indent.size() + kMinRoom) - indent.size();
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find(' ', i), text.size());
    const auto word = text.substr(i, end - i);
    if (!word.empty()) {
      const auto width = display_width(word);
      if (!at_begin && column + 1 + width <= room) {
        result += ' ';
        ++column;
      } else {
        if (!at_begin) result += '\n';
        result += indent;
        column = 0;
      }
      result += painted(word, i, spans, next, style);
      column += width;
      at_begin = false;
    }
    i = end + 1;
  }
  if (!at_begin) result += '\n';
  return result;
}

std::string each_line(std::string_view text,
                      const std::function<std::string(std::string_view)>& paint) {
  std::string result;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    result += paint(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return result;
}

std::string with_commas(std::uint64_t number) {
  auto digits = std::to_string(number);
  for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
    digits.insert(static_cast<std::size_t>(place), 1, ',');
  }
  return digits;
}

}  // namespace dateline
