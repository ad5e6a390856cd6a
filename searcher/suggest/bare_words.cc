#include "searcher/suggest/bare_words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "language/utf8.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 5> kJoiningWords{"between", "and", "with", "vs", "versus"};

bool joins_names(std::string_view word) {
  const auto folded = fold(word);
  return std::find(kJoiningWords.begin(), kJoiningWords.end(), folded) != kJoiningWords.end();
}

}  // namespace

std::span<const QueryNode> top_nodes(const QueryNode& root) {
  const auto* list = get_if<AllOf<QueryNode>>(root);
  return list != nullptr ? std::span{list->children} : std::span<const QueryNode>{&root, 1};
}

const std::string& typed_word(const QueryNode& bare_word) {
  return std::get<QueryText>(bare_word.form).text;
}

SmallWords::SmallWords(std::span<const QueryNode> nodes, const StopWords& stop_words)
    : stop_words_(stop_words) {
  std::vector<std::string_view> typed;
  for (const auto& node : nodes) {
    if (is_bare_word(node)) typed.push_back(typed_word(node));
  }
  is_question_ = stop_words.is_question(typed);
}

bool SmallWords::say_nothing(const QueryNode& node) const {
  if (!is_bare_word(node)) return false;
  const auto& word = typed_word(node);
  return stop_words_.is_stop_word(word) || joins_names(word) ||
         (is_question_ && stop_words_.is_function_word(word));
}

QueryNode all_of(std::vector<QueryNode> nodes, Span source) {
  if (nodes.size() == 1) return std::move(nodes.front());
  return {AllOf<QueryNode>{std::move(nodes)}, source};
}

}  // namespace dateline
