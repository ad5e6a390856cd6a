#include "presenter/text_style.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"

namespace dateline {
namespace {

// Columns that a line has at least, however narrow the terminal is.
constexpr std::size_t kMinRoom = 12;

std::string paint(PaintedSpan::Paint how, std::string_view text, const TextStyle& style) {
  switch (how) {
    case PaintedSpan::Paint::date:
      return style.date(text);
    case PaintedSpan::Paint::country:
      return style.country(text);
    case PaintedSpan::Paint::organization:
      return style.organization(text);
    case PaintedSpan::Paint::person:
      return style.person(text);
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

std::string for_terminal(std::string_view text, const TextStyle& style) {
  std::string out;
  while (!text.empty()) {
    const auto begin = std::min(style.colour ? text.find("\x1b[") : text.size(), text.size());
    out += escaped_controls(text.substr(0, begin));
    text.remove_prefix(begin);
    if (text.empty()) break;
    const auto end = text.find_first_not_of("0123456789;", 2);
    const bool is_own = end != std::string_view::npos && text[end] == 'm';
    const auto size = is_own ? end + 1 : 1;
    out += is_own ? std::string{text.substr(0, size)} : escaped_controls(text.substr(0, size));
    text.remove_prefix(size);
  }
  return out;
}

PaintedText printable_painted(std::string_view text, const std::vector<PaintedSpan>& spans) {
  PaintedText shown;
  std::size_t at = 0;
  const auto copy_to = [&](std::size_t end) {
    end = std::min(end, text.size());
    if (end > at) shown.text += printable(text.substr(at, end - at));
    at = std::max(at, end);
    return static_cast<std::uint32_t>(shown.text.size());
  };
  for (const auto& [span, paint] : spans) {
    const auto begin = copy_to(span.begin);
    const auto end = copy_to(span.end);
    if (end > begin) shown.spans.push_back({{begin, end}, paint});
  }
  copy_to(text.size());
  return shown;
}

PaintedSpan::Paint paint_of(MentionKind kind) noexcept {
  switch (kind) {
    case MentionKind::date:
      return PaintedSpan::Paint::date;
    case MentionKind::country:
      return PaintedSpan::Paint::country;
    case MentionKind::person:
      return PaintedSpan::Paint::person;
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

}  // namespace dateline
