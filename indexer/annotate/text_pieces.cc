#include "indexer/annotate/text_pieces.h"

#include <algorithm>

#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::string_view kSpaces = " \t\n\r";

// A dash or a typographic quote: the Unicode block General Punctuation, three bytes each.
bool is_typographic(std::string_view text, std::size_t at) noexcept {
  return text.substr(at, 2) == "\xE2\x80";
}

bool is_letter(std::string_view text, std::size_t at) noexcept {
  const char c = text[at];
  if (is_ascii_letter(c)) return true;
  return static_cast<unsigned char>(c) >= 0x80 && !is_typographic(text, at);
}

}  // namespace

TextPiece piece_at(std::string_view text, std::size_t begin, std::size_t end) {
  TextPiece piece{{}, begin, begin + 1};
  if (is_typographic(text, begin)) piece.end = std::min(begin + 3, end);
  if (!is_letter(text, begin)) return piece;
  while (piece.end < end && is_letter(text, piece.end)) ++piece.end;
  for (const char c : text.substr(begin, piece.end - begin)) piece.word += ascii_lower(c);
  return piece;
}

bool holds_only(std::string_view text, std::size_t begin, std::size_t end, Words words,
                std::string_view marks) {
  for (std::size_t i = begin; i < end;) {
    const auto piece = piece_at(text, i, end);
    i = piece.end;
    if (!piece.word.empty()) {
      if (!is_one_of(piece.word, words)) return false;
      continue;
    }
    const auto mark = text.substr(piece.begin, piece.end - piece.begin);
    if (kSpaces.find(mark) == kSpaces.npos && marks.find(mark) == marks.npos) return false;
  }
  return true;
}

}  // namespace dateline
