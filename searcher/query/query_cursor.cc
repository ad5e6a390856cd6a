#include "searcher/query/query_cursor.h"

#include "language/utf8.h"
#include "searcher/query/query_characters.h"

namespace dateline {

char32_t QueryCursor::peek() const noexcept {
  if (at_end()) return U'\0';
  std::size_t i = at_;
  return next_code_point(query_, i);
}

void QueryCursor::skip() noexcept { static_cast<void>(next_code_point(query_, at_)); }

bool QueryCursor::take(char c) noexcept {
  if (!at(c)) return false;
  ++at_;
  return true;
}

bool QueryCursor::at_quote() const noexcept { return is_query_quote(peek()); }

bool QueryCursor::at_boundary() const noexcept {
  if (at_end()) return true;
  const char32_t c = peek();
  return c == U'(' || c == U')' || is_query_blank(c) || is_query_quote(c);
}

// A space of no width is nothing within a word, and parts nothing from one before it.
void QueryCursor::skip_blanks() noexcept {
  constexpr char32_t kZeroWidthSpace = 0x200B;
  while (!at_end() && (is_query_blank(peek()) || peek() == kZeroWidthSpace)) skip();
}

std::string_view QueryCursor::read_bare(std::string_view stops) noexcept {
  const std::size_t begin = at_;
  while (!at_boundary() && stops.find(query_[at_]) == std::string_view::npos) skip();
  return query_.substr(begin, at_ - begin);
}

QuotedPiece QueryCursor::read_quoted() noexcept {
  QuotedPiece quoted;
  quoted.span.begin = offset();
  skip();
  quoted.text_span.begin = offset();
  while (!at_end() && !at_quote()) skip();
  quoted.text_span.end = offset();
  quoted.text = quoted.text_span.of(query_);
  quoted.is_closed = !at_end();
  if (quoted.is_closed) skip();
  quoted.span.end = offset();
  return quoted;
}

}  // namespace dateline
