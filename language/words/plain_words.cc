#include "language/words/plain_words.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline {
namespace {

// What UAX #29 (table 3) makes of a character, as far as the fast path goes.
enum class WordClass : std::uint8_t {
  other,       // always a boundary
  letter,      // ALetter
  digit,       // Numeric
  connector,   // ExtendNumLet
  mid_number,  // MidNum: joins digits
  mid_letter,  // ` for an apostrophe: joins letters
  mid_both,    // MidNumLet, Single_Quote: joins letters, and joins digits
  space,       // ends a chunk
  unicode,     // not for the fast path
};

constexpr WordClass ascii_class(unsigned char c) noexcept {
  if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return WordClass::letter;
  if (c >= '0' && c <= '9') return WordClass::digit;
  switch (c) {
    case '_':
      return WordClass::connector;
    case '`':
      return WordClass::mid_letter;
    case '\'':
    case '.':
      return WordClass::mid_both;
    case ',':
    case ';':
      return WordClass::mid_number;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
    case '\f':
      return WordClass::space;
    default:
      return c < 0x80 ? WordClass::other : WordClass::unicode;
  }
}

constexpr std::array<WordClass, 256> kWordClasses = [] {
  std::array<WordClass, 256> classes{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    classes[i] = ascii_class(static_cast<unsigned char>(i));
  }
  return classes;
}();

struct Character {
  WordClass word_class;
  std::uint32_t size;
};

// The character at `i`: ASCII, or the quotes and dashes of typeset English (U+2013, 2014, 2018,
// 2019, 201C, 201D, 2026), which would else send most paragraphs of an essay to ICU.
Character character_at(std::string_view text, std::size_t i) noexcept {
  const auto c = static_cast<unsigned char>(text[i]);
  if (c < 0x80) return {kWordClasses[c], 1};
  if (c == 0xE2 && i + 2 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80) {
    switch (static_cast<unsigned char>(text[i + 2])) {
      case 0x98:
      case 0x99:
        return {WordClass::mid_both, 3};
      case 0x93:
      case 0x94:
      case 0x9C:
      case 0x9D:
      case 0xA6:
        return {WordClass::other, 3};
      default:
        break;
    }
  }
  return {WordClass::unicode, 1};
}

bool is_word(WordClass c) noexcept {
  return c == WordClass::letter || c == WordClass::digit || c == WordClass::connector;
}

bool joins(WordClass before, WordClass middle, WordClass after) noexcept {
  if (middle == WordClass::mid_both) {
    return before == after && (before == WordClass::letter || before == WordClass::digit);
  }
  if (middle == WordClass::mid_letter) {
    return before == WordClass::letter && after == WordClass::letter;
  }
  return middle == WordClass::mid_number && before == WordClass::digit && after == WordClass::digit;
}

// The end of the word that begins at `i` in a plain chunk (UAX #29 rules WB5 to WB13b).
std::size_t word_end(std::string_view text, std::size_t i, std::size_t end) noexcept {
  WordClass last = WordClass::other;
  while (i < end) {
    const auto here = character_at(text, i);
    if (is_word(here.word_class)) {
      last = here.word_class;
      i += here.size;
      continue;
    }
    const std::size_t next = i + here.size;
    if (next >= end || !joins(last, here.word_class, character_at(text, next).word_class)) break;
    i = next;
  }
  return i;
}

}  // namespace

TextChunk chunk_at(std::string_view text, std::size_t begin) noexcept {
  TextChunk chunk{begin, true};
  while (chunk.end < text.size()) {
    const auto [word_class, size] = character_at(text, chunk.end);
    if (word_class == WordClass::space) break;
    if (word_class == WordClass::unicode) chunk.is_plain = false;
    chunk.end += size;
  }
  return chunk;
}

Span next_plain_word(std::string_view text, std::size_t begin, std::size_t end) noexcept {
  while (begin < end) {
    const auto here = character_at(text, begin);
    if (is_word(here.word_class)) {
      return {static_cast<std::uint32_t>(begin),
              static_cast<std::uint32_t>(word_end(text, begin, end))};
    }
    begin += here.size;
  }
  return {};
}

bool has_letter_or_digit(std::string_view word) noexcept {
  return std::any_of(word.begin(), word.end(), [](char c) {
    const auto word_class = kWordClasses[static_cast<unsigned char>(c)];
    return word_class == WordClass::letter || word_class == WordClass::digit ||
           word_class == WordClass::unicode;
  });
}

bool is_dotted_acronym(std::string_view word) noexcept {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto c = kWordClasses[static_cast<unsigned char>(word[i])];
    if (i % 2 == 0 ? c != WordClass::letter : word[i] != '.') return false;
  }
  return true;
}

}  // namespace dateline
