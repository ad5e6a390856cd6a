// What a line of an article looks like: pure functions over its bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "language/word_list.h"

namespace dateline {

/// Every run of white space as one space, none at the ends.
[[nodiscard]] std::string collapse_spaces(std::string_view text);

/// Whether the first letter, past opening quotes, brackets and emphasis marks, is a lower-case one.
[[nodiscard]] bool begins_lower(std::string_view text) noexcept;

/// Whether the text ends as a sentence does: . ! ? … or : (also the full-width and Arabic ones),
/// then perhaps closing quotes, brackets, emphasis marks and the number of a footnote.
[[nodiscard]] bool ends_sentence(std::string_view text) noexcept;

/// Whether the last word shows that the sentence goes on: an article, preposition, conjunction, a
/// possessive ("Yeltsin's"), a title before a name ("Gen."), or a comma, dash or opening bracket.
[[nodiscard]] bool ends_open(std::string_view text) noexcept;

/// Whether the text ends in an abbreviation with inner dots or in a title: its dot may be no full
/// stop.
[[nodiscard]] bool ends_in_abbreviation(std::string_view text) noexcept;

/// As lines are compared: folded, with single spaces.
[[nodiscard]] std::string comparable_line(std::string_view text);

/// Whether a word of the text, folded, is in the list. Linear in both.
[[nodiscard]] bool has_one_of(std::string_view text, Words words);

/// Whether an ASCII digit stands in it.
[[nodiscard]] bool has_digit(std::string_view text) noexcept;

/// Whether four digits stand in a row, as those of a year do.
[[nodiscard]] bool has_year(std::string_view text) noexcept;

/// A page number alone: "12", "- 12 -", "[12]", "Page 12 of 30", "xii". Four digits from 1000 to
/// 2200 are a year.
[[nodiscard]] bool is_page_number(std::string_view line) noexcept;

/// A rule across the page: three or more of - * _ = ~ # alone, white space between them allowed.
[[nodiscard]] bool is_rule(std::string_view line) noexcept;

/// A setext underline: two or more '=' or two or more '-', nothing else.
[[nodiscard]] bool is_underline(std::string_view line) noexcept;

inline constexpr std::size_t kMaxHeadingBytes = 120;      ///< of a heading in title case
inline constexpr std::size_t kMaxPlainHeadingBytes = 80;  ///< of a heading in sentence case
inline constexpr std::size_t kMaxHeadingWords = 16;

/// Whether a text of one line or two may be a heading by its looks: short, begins with no
/// lower-case letter, has a letter, does not end in . , ; : or in a word that wants another. What
/// stands around it is for the caller to see.
[[nodiscard]] bool looks_like_heading(std::string_view text) noexcept;

/// Whether a text of at most `max_bytes` may be one line of a title: as a heading, but it may also
/// end in a colon and be longer.
[[nodiscard]] bool looks_like_title(std::string_view text, std::size_t max_bytes) noexcept;

/// Whether most of the words that can be capitalised are.
[[nodiscard]] bool in_title_case(std::string_view text) noexcept;

/// Where, at or behind `from`, the first character stands that is none of `marks` (each of them a
/// character of UTF-8, of one byte or more); the size of the text when there is none.
[[nodiscard]] std::size_t skip_marks(std::string_view text, std::size_t from,
                                     std::string_view marks) noexcept;

/// Words without the characters at their ends that are neither letters (with their accents) nor
/// digits nor quotation marks: bullets, dashes, brackets, arrows. Empty when there are no others.
[[nodiscard]] std::string_view without_marks(std::string_view words) noexcept;

/// Takes the next word (no white space inside) from the front of `rest`; empty at the end.
[[nodiscard]] std::string_view next_word(std::string_view& rest) noexcept;

}  // namespace dateline
