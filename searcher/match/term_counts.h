// How often each term stands in a document.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "index/snapshot.h"

namespace dateline {

/// The terms of a document's text by their number in its segment; a title that stands in an
/// article's description alone is not counted, nor are tokens for whose span `is_counted` is false:
/// it is asked in the order of the text. Linear in the tokens.
template <typename IsCounted>
[[nodiscard]] std::map<std::uint32_t, std::uint32_t> term_counts(const Segment& segment,
                                                                 std::uint32_t ordinal,
                                                                 DocumentKind kind,
                                                                 IsCounted is_counted) {
  std::map<std::uint32_t, std::uint32_t> counts;
  auto tokens = kind == DocumentKind::article ? segment.article_tokens(ordinal)
                                              : segment.event_tokens(ordinal);
  for (StoredToken token; tokens.next(token);) {
    if (is_counted(token.span)) ++counts[token.term];
  }
  return counts;
}

/// All of its terms.
[[nodiscard]] inline std::map<std::uint32_t, std::uint32_t> term_counts(const Segment& segment,
                                                                        std::uint32_t ordinal,
                                                                        DocumentKind kind) {
  return term_counts(segment, ordinal, kind, [](Span) { return true; });
}

/// Whether a term names no subject by itself: a number, or a single letter.
[[nodiscard]] inline bool is_number_or_letter(std::string_view term) noexcept {
  return term.size() < 2 || (term.front() >= '0' && term.front() <= '9');
}

}  // namespace dateline
