// Splits a text into the words that the finders of names look at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace dateline {

/// What stands between two words; line breaks count as spaces, every Unicode dash as a hyphen.
enum class Gap : std::uint8_t {
  kNone,         ///< before the first word
  kSpace,        ///< white space alone
  kHyphen,       ///< one dash, no space: "Sino-Russian"
  kHyphenSpace,  ///< a dash, then space: "Sino- and", or a word cut by a line's end
  kDot,          ///< a full stop and space: "St. Kitts"
  kComma,        ///< a comma and space
  kSlash,        ///< a slash
  kOther,
};

/// A word: letters, marks and digits, with apostrophes and full stops between letters ("d'Ivoire",
/// "U.S."). `begin` and `end` are bytes of the text; a possessive 's is outside. `gap` is what
/// stands before the word.
struct Word {
  std::uint32_t begin;
  std::uint32_t end;
  Gap gap;
  bool capital : 1;     ///< its first or second letter is a capital ("eSwatini")
  bool all_caps : 1;    ///< two letters or more, none of them small
  bool possessive : 1;  ///< 's or ’s follows
  bool plain : 1;       ///< ASCII alone
  bool after_stop : 1;  ///< a full stop, question or exclamation mark stands between it and the
                        ///< last word
  [[nodiscard]] std::uint32_t size() const noexcept { return end - begin; }
};

/// The words of `text` in order; ill-formed UTF-8 parts words. Linear.
/// Source: Unicode UAX #29 word boundaries, simplified to what names need.
[[nodiscard]] std::vector<Word> scan_words(std::string_view text);

/// A text and its words, for several finders that look at it.
struct ScannedText {
  std::string_view text;
  std::span<const Word> words;  ///< scan_words(text)
};

}  // namespace dateline
