// Asks the searcher what topics ask.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "evaluation/run_file.h"
#include "evaluation/topics.h"
#include "searcher/searcher.h"

namespace dateline {

/// How topics are searched.
struct TopicSearch {
  DocumentKind kind = DocumentKind::article;
  std::uint32_t limit = 1000;  ///< documents of each topic
  bool expand = false;         ///< as SearchRequest::expand
};

/// The words of a text, side by side, in their order and with repeats: a user's query of these
/// words, except that no limit holds, and that no quote, parenthesis, hyphen, colon, star or
/// capital is read as an operator or a field.
/// @return nullopt when it has none.
[[nodiscard]] std::optional<QueryNode> words_of(std::string_view text);

/// What a search for any word of its text finds for each topic. A topic that finds nothing has an
/// empty ranking. @throws IndexError (missing) when the index is damaged.
[[nodiscard]] Run search_topics(Searcher& searcher, const std::vector<Topic>& topics,
                                const TopicSearch& settings);

}  // namespace dateline
