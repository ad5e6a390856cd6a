#include "searcher/hit/copy_for_display.h"

#include <algorithm>
#include <cstdint>

#include "language/utf8.h"

namespace dateline {
namespace {

bool is_punctuation(char c) noexcept {
  constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  return kPunctuation.find(c) != std::string_view::npos;
}

// A run of asterisks that can either open or close emphasis, by what stands on its sides. One that
// could do both ("4*5") or neither (" * ") is taken for text. Source: CommonMark 0.30,
// "left-flanking delimiter run".
bool is_emphasis(std::string_view text, Span source, std::size_t at) {
  std::size_t begin = at;
  std::size_t end = at;
  while (begin > source.begin && text[begin - 1] == '*') --begin;
  while (end < source.end && text[end] == '*') ++end;
  if (end - begin > 3) return false;
  const char before = begin == source.begin ? ' ' : text[begin - 1];
  const char after = end == source.end ? ' ' : text[end];
  const auto flanks = [](char inside, char outside) {
    return !is_ascii_space(inside) &&
           (!is_punctuation(inside) || is_ascii_space(outside) || is_punctuation(outside));
  };
  return flanks(after, before) != flanks(before, after);
}

// Whether the character at `at` is markup, or would command a terminal, rather than text.
bool is_left_out(char32_t c, std::string_view text, Span source, std::size_t at) {
  if (c == U'*') return is_emphasis(text, source, at);
  if (c == U'\\') return at + 1 < source.end && is_punctuation(text[at + 1]);
  return is_control_character(c);
}

}  // namespace

Snippet copy_for_display(std::string_view text, Span source, const std::vector<Span>& marks) {
  const auto size = static_cast<std::uint32_t>(text.size());
  source = {std::min(source.begin, size), std::min(source.end, size)};
  Snippet snippet;
  snippet.source = source;
  if (source.empty()) return snippet;
  snippet.text.reserve(source.size());
  auto mark = marks.begin();
  bool is_marking = false;
  bool pending_space = false;
  const auto here = [&snippet] { return static_cast<std::uint32_t>(snippet.text.size()); };
  for (std::size_t i = source.begin; i < source.end;) {
    if (mark != marks.end() && i >= mark->end) {
      if (is_marking) snippet.highlights.back().end = here();
      is_marking = false;  // nor ever was, where a damaged index has it begin within a character
      ++mark;
    }
    const std::size_t at = i;
    const char32_t c = next_code_point(text, i);
    if (c == U' ' || (c >= U'\t' && c <= U'\r')) {
      pending_space = !snippet.text.empty();
    } else if (!is_left_out(c, text, source, at)) {
      if (pending_space) snippet.text += ' ';
      pending_space = false;
      snippet.text += text.substr(at, i - at);
    }
    if (mark != marks.end() && at == mark->begin) {
      const auto bytes = static_cast<std::uint32_t>(i - at);
      snippet.highlights.push_back({here() - std::min(bytes, here()), here()});
      is_marking = true;
    }
  }
  if (is_marking) snippet.highlights.back().end = here();
  return snippet;
}

}  // namespace dateline
