// The part of a text that shows why it matched.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "index/segment.h"
#include "searcher/search.h"

namespace dateline {

/// What a snippet should show, for one segment.
struct SnippetTarget {
  std::vector<std::uint32_t> terms;          ///< numbers in the segment's dictionary, sorted
  std::vector<double> weights;               ///< of each term: rarer words are worth more
  std::vector<std::uint16_t> countries;      ///< packed, sorted: shown when no word matches
  std::vector<std::uint16_t> organizations;  ///< numbers in their dictionary, likewise
  std::vector<DayRange> dates;               ///< likewise
};

/// Snippets are at most this many bytes, but for a first word that is longer.
inline constexpr std::size_t kSnippetBytes = 280;

/// The best passage of an article: the run of neighbouring tokens within one block that has the
/// most weight of different terms; failing that, the block of the first mention of a wanted country
/// or date; failing that, the first paragraph. Begins at a sentence where that is near. Linear in
/// the article's tokens.
[[nodiscard]] Snippet article_snippet(const Segment& segment, std::uint32_t article,
                                      const SnippetTarget& target);

/// An event's own text, whole unless it is longer than twice kSnippetBytes.
[[nodiscard]] Snippet event_snippet(const Segment& segment, std::uint32_t event,
                                    const SnippetTarget& target);

/// Copies `source` of `text` for showing: runs of white space become one space; control characters,
/// the marks of emphasis (`*word*`, `**word**`) and backslashes before punctuation (`\$`) are left
/// out; `marks` (spans in `text`, in order, inside `source`) are carried over to the copy, one
/// highlight each.
[[nodiscard]] Snippet copy_for_display(std::string_view text, Span source,
                                       const std::vector<Span>& marks);

}  // namespace dateline
