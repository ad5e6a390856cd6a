#include "corpus/structure/page_breaks.h"

#include "corpus/structure/line_shape.h"
#include "language/ascii.h"

namespace dateline {
namespace {

// What may stand in the middle of a sentence: a word, a number, a quotation.
bool begins_with_word(std::string_view text) noexcept {
  const char c = text.front();
  const bool letter = is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80;
  return letter || is_ascii_digit(c) || c == '"' || c == '\'' || c == '(' || c == '$';
}

// "(b) …", "iv. …", "3) …", "- …": an item of a list.
bool begins_item(std::string_view text) noexcept {
  constexpr std::size_t kMaxMark = 5;
  auto word = next_word(text);
  if (word.empty() || word.size() > kMaxMark) return false;
  if (word == "-" || word == "*" || word == "+" || word == "•" || word == "–" || word == "—") {
    return true;
  }
  const bool open = word.front() == '(';
  if (open) word.remove_prefix(1);
  return word.ends_with(')') || (!open && word.ends_with('.') && word.size() <= 4);
}

// "Dear Ann," is no sentence that goes on, "Dear Ann and" is.
bool ends_in_mark(std::string_view text) noexcept {
  return text.ends_with(',') || text.ends_with('-') || text.ends_with("–") || text.ends_with("—");
}

}  // namespace

bool continues(std::string_view text, const Block& block, std::string_view next,
               bool after_page_break) noexcept {
  const auto before = block.pieces.empty() ? block.span.of(text) : block.pieces.back().of(text);
  if (next.empty() || begins_item(next)) return false;
  // A line of a list or of verse: what follows it begins in lower case, too, and means nothing.
  if (block.pieces.empty() && begins_lower(before)) return false;
  const bool lower = begins_lower(next);
  const bool long_enough = block.span.size() >= kMinCutBytes;
  const bool word = begins_with_word(next);
  if (ends_open(before)) return lower || (word && (long_enough || !ends_in_mark(before)));
  if (ends_sentence(before)) return lower && long_enough && ends_in_abbreviation(before);
  return lower || (after_page_break && word && long_enough);
}

void append_piece(Block& block, Span piece) {
  if (block.pieces.empty()) block.pieces.push_back(block.span);
  block.pieces.push_back(piece);
  block.span.end = piece.end;
  block.content.end = piece.end;
}

}  // namespace dateline
