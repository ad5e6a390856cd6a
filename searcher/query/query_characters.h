// What the query language takes for blanks, quotes and words, and how messages quote a query.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace dateline {

/// White space in Unicode's sense, control characters and the byte order mark: all of them part
/// words and mean nothing else, so that no control character is ever in a bare word.
[[nodiscard]] bool is_query_blank(char32_t c) noexcept;

/// Straight and typographic double quotes. Any of them opens, and any of them closes.
[[nodiscard]] bool is_query_quote(char32_t c) noexcept;

/// A letter or a digit of any script.
[[nodiscard]] bool is_word_character(char32_t c) noexcept;

/// Whether a word's first character is a capital letter of any script.
[[nodiscard]] bool begins_with_capital(std::string_view word) noexcept;

/// Whether `text` holds a letter or a digit. What has none is punctuation, and is not searched for.
[[nodiscard]] bool has_word(std::string_view text) noexcept;

/// How many words an analyzer will make of `text`, for the limits: runs of letters and digits
/// ("U.S." and "Russia's" are one each). In scripts that put no blanks between words every two
/// characters count as one.
[[nodiscard]] std::size_t count_words(std::string_view text) noexcept;

/// How many letters and digits `text` has, in code points.
[[nodiscard]] std::size_t count_word_characters(std::string_view text) noexcept;

/// `piece` between single quotes for a message: control characters become U+FFFD, and more than 60
/// bytes are cut.
[[nodiscard]] std::string quote_piece(std::string_view piece);

/// The one of `names` nearest to `typed` by edit distance (two neighbours swapped count as one
/// edit), if it is near enough to be a slip of the pen: one edit for every three letters of
/// the longer one, at least one; a single letter is near to no other. `typed` is folded.
/// @return empty when none is near.
[[nodiscard]] std::string_view nearest_name(std::string_view typed,
                                            std::span<const std::string_view> names);

}  // namespace dateline
