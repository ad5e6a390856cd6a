#include "evaluation/topic_search.h"

#include <string>
#include <utility>

#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

// What ends a word in the query language, too.
bool parts_words(char32_t c) noexcept {
  return is_query_blank(c) || is_query_quote(c) || c == U'(' || c == U')';
}

void add_word(std::string_view piece, std::vector<QueryNode>& words) {
  if (!has_word(piece)) return;
  words.push_back({QueryText{TextForm::word, std::string{piece}}, {}});
}

}  // namespace

std::optional<QueryNode> words_of(std::string_view text) {
  std::vector<QueryNode> words;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = i;
    if (!parts_words(next_code_point(text, i))) continue;
    add_word(text.substr(begin, end - begin), words);
    begin = i;
  }
  add_word(text.substr(begin), words);
  if (words.empty()) return std::nullopt;
  if (words.size() == 1) return std::move(words.front());
  return QueryNode{AllOf<QueryNode>{std::move(words)}, {}};
}

Run search_topics(Searcher& searcher, const std::vector<Topic>& topics,
                  const TopicSearch& settings) {
  Run run;
  for (const auto& topic : topics) {
    auto& ranking = run.topics[topic.id];
    SearchRequest request;
    request.kind = settings.kind;
    request.limit = settings.limit;
    request.any_word = true;
    request.expand = settings.expand;
    request.query = words_of(topic.text);
    if (!request.query) continue;  // no query would find everything
    for (const auto& hit : searcher.search(request).hits) add_ranked(ranking, hit.id, hit.score);
  }
  return run;
}

}  // namespace dateline
