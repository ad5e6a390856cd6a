#include "searcher/match/prefix.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"

namespace dateline {

std::vector<std::uint32_t> expand_prefix(const Segment& segment, std::string_view prefix) {
  const auto words = segment.words.with_prefix(prefix);
  std::vector<std::uint32_t> terms;
  for (const auto word : words) {
    terms.push_back(segment.term_of_word(word));
  }
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

std::string unranked_prefix_notice(const TextCondition& text, std::size_t words) {
  return fmt::format("{}* stands for {} words: they match, and do not rank", text.typed,
                     with_commas(words));
}

}  // namespace dateline
