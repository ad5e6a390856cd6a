// Checks in the token streams what terms alone cannot tell: phrases, and words of one field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "index/segment.h"
#include "language/words/analyzer.h"
#include "searcher/match/condition.h"
#include "searcher/match/phrase.h"
#include "searcher/match/whole_name.h"

namespace dateline {

/// How far above a block its heading is sought, in blocks: so that each of an article's entries
/// costs no more than a bounded look, however many they are.
inline constexpr std::size_t kMaxBlocksBelowHeading = 8192;

/// The heading under which a block stands: the nearest heading above it in its article.
/// @return nullptr when there is none among the kMaxBlocksBelowHeading blocks before it.
[[nodiscard]] const BlockRow* heading_above(const Segment& segment, std::uint32_t article,
                                            std::uint32_t block);

/// Verifies one word or phrase in documents of one segment. A phrase never runs over the end of a
/// block; a name with longer ones must stand by itself. For one thread.
class TextVerifier {
 public:
  /// All three must outlive it.
  TextVerifier(const Segment& segment, Analyzer& analyzer, const TextCondition& text);

  /// Whether the article has the text in its field.
  [[nodiscard]] bool article_matches(std::uint32_t article);
  /// Whether the event's own text has it.
  [[nodiscard]] bool event_matches(std::uint32_t event);
  /// Whether the heading of the event's section has it.
  [[nodiscard]] bool section_matches(std::uint32_t event);

 private:
  [[nodiscard]] bool in_run() const;
  [[nodiscard]] bool in_string(std::string_view text);
  [[nodiscard]] bool in_blocks(std::uint32_t article);

  const Segment& segment_;
  Analyzer& analyzer_;
  const TextCondition& text_;
  std::vector<std::uint32_t> words_;     // by the segment's numbers; a prefix's sorted
  std::optional<PhraseMatcher> phrase_;  // absent for a single word or prefix
  std::optional<WholeName> whole_;       // of a name that others hold
  std::vector<std::uint32_t> run_;       // terms of the run of tokens being looked at
};

}  // namespace dateline
