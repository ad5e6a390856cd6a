// The sources that an entry of a log names at its end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/span.h"

namespace dateline {

/// An entry has at most so many sources, each of at most so many bytes; what is beyond is passed
/// over.
inline constexpr std::size_t kMaxCredits = 32;
inline constexpr std::size_t kMaxCreditBytes = 80;

/// Whether a sentence ends with the text, and not only a colon or an abbreviation: the dot of one
/// ("Apple Inc.", "the U.S.") ends a sentence only where a finite verb stands before it. Linear.
[[nodiscard]] bool ends_stopped(std::string_view text) noexcept;

/// A source's name for comparing: folded, hyphens as spaces, without "The" before it, so that
/// "al-jazeera" is "Al Jazeera" and "Guardian" is "The Guardian".
[[nodiscard]] std::string comparable_source(std::string_view name);

/// Where the credits begin with which `entry` ends: brackets ("(Reuters) (BBC News),"), the address
/// of a page, or bare names of agencies behind the end of a sentence. The size of `entry` when it
/// has none. A bracket is a credit
/// - behind the end of a sentence, unless it is a sentence itself ("(Nobody was hurt.)");
/// - else if it names an agency or a paper for certain: a word such as "News", or a name of
///   WordClass::source;
/// - or if it names the language of one: "(in Spanish)". What says which one is meant
///   ("(2009–present)", "(state)", "(golf)") is none.
/// Linear.
[[nodiscard]] std::size_t credits_begin(std::string_view entry) noexcept;

/// How many bytes of such credits go to the end of their last bracket: what stands behind it, bare
/// names and addresses, is no part of an entry as it is shown. 0 when they have no bracket. Linear.
[[nodiscard]] std::size_t brackets_end(std::string_view credits) noexcept;

/// The sources that such credits name, in order, each once: "(AP via Yahoo News) (BBC)" ==> AP |
/// Yahoo News | BBC. Of an address its host counts. White space is collapsed.
[[nodiscard]] std::vector<std::string> parse_credits(std::string_view credits);

}  // namespace dateline
