// The part of a text that shows why it matched.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "language/words/analyzer.h"
#include "searcher/answer.h"
#include "searcher/match/text_pattern.h"

namespace dateline {

/// What a snippet should show, for one segment.
struct SnippetTarget {
  PatternFinder texts;
  std::vector<std::uint16_t> countries;      ///< packed, sorted: shown when no text matches
  std::vector<std::uint16_t> organizations;  ///< numbers in their dictionary, likewise
  std::vector<DayRange> dates;               ///< likewise
};

/// Snippets are at most this many bytes, unless the first word or phrase alone is longer.
inline constexpr std::size_t kSnippetBytes = 280;

/// The best passage of an article: the run of neighbouring tokens within one block of running text
/// in which different texts weigh most, those that stand near each other more (snippet_passage.h).
/// Where only headings or the title have any, the best of these, whole; a title that does not stand
/// in the text has an empty `source`. Where no text matches, the first mention of a wanted country,
/// organization or date; failing that, the begin of the first paragraph, without highlights.
///
/// A phrase's words are highlighted where the phrase stands, not singly. Begins at a sentence where
/// that is near, and ends between words, never within a grapheme. Linear in the article's tokens.
[[nodiscard]] Snippet article_snippet(const Segment& segment, std::uint32_t article,
                                      const SnippetTarget& target, Analyzer& analyzer);

/// An event's own text, whole unless it is longer than twice kSnippetBytes; then as of an article.
[[nodiscard]] Snippet event_snippet(const Segment& segment, std::uint32_t event,
                                    const SnippetTarget& target);

}  // namespace dateline
