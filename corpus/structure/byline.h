// Who wrote it: names in bylines and in metadata.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "language/span.h"

namespace dateline {

/// A byline is at most so many lines of at most so many bytes each.
inline constexpr std::size_t kMaxBylineLines = 8;
inline constexpr std::size_t kMaxBylineLineBytes = 200;

/// Whether `text` may be a person's name: `min_words` to six words, each capitalised or a particle
/// ("van", "bin"), no digits, no word of an office or a body. Suffixes ("Jr.") and initials are
/// fine.
[[nodiscard]] bool is_person_name(std::string_view text, std::size_t min_words) noexcept;

/// Whether the line begins a byline: "by", in any case and perhaps emphasised, then a name of two
/// words or more up to the next comma, "and" or the line's end.
[[nodiscard]] bool begins_byline(std::string_view line) noexcept;

/// Whether the line says whose the text is, as it may below a title: "Story by Ann Poe", "Remarks by
/// Ambassador Ann Poe", "Written by: Ann Poe". What begins_byline() accepts is one, too.
[[nodiscard]] bool begins_credit(std::string_view line) noexcept;

/// Whether a line without "by" names an author by itself: a name, a comma and a capitalised office
/// ("Ann Poe, Senior Fellow"; not "Ann Poe, former president of the club").
[[nodiscard]] bool is_name_with_office(std::string_view line) noexcept;

/// Whether the line is nothing but names of persons, and one of them shows it by an initial, a
/// title, an office or a common given name ("Ann Poe", not "New York"). Marks of notes behind them
/// do not matter.
[[nodiscard]] bool are_names(std::string_view line);

/// Whether the line says what somebody is or where: it has a word of an office or a body.
[[nodiscard]] bool is_role_line(std::string_view line) noexcept;

/// The authors of a byline, `text[span]`, with the spans of their names in `text`. Names are joined
/// by commas and "and"; what follows them belongs to all names since the last office: first the
/// office (a part with a word of one), then the body.
///     by Ann Poe and Bo Li, Lecturers, Hill College
///       ==> Ann Poe | Bo Li, both: Lecturers, Hill College
[[nodiscard]] std::vector<Author> parse_byline(std::string_view text, Span span);

/// The names of a metadata value such as "Ann Poe, Bo Li and Cy Roe, Jr."; parted by comma,
/// semicolon, "and", "&".
[[nodiscard]] std::vector<std::string> split_names(std::string_view value);

}  // namespace dateline
