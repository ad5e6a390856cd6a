#include "searcher/match/condition.h"

#include <algorithm>

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

void collect_texts(const Condition& condition, std::vector<const Condition*>& texts) {
  if (condition.kind == Kind::exclude) return;
  if (condition.is_text()) texts.push_back(&condition);
  for (const auto& child : condition.children) collect_texts(child, texts);
}

bool has_text(const Condition& condition) {
  return condition.is_text() ||
         (condition.kind != Kind::exclude &&
          std::any_of(condition.children.begin(), condition.children.end(), has_text));
}

}  // namespace

std::optional<Condition> loosen(const Condition& condition) {
  if (condition.kind != Kind::all && condition.kind != Kind::any) return std::nullopt;
  bool changed = false;
  Condition words;
  words.kind = Kind::any;
  Condition rest;
  rest.kind = Kind::all;
  for (const auto& child : condition.children) {
    auto loose = loosen(child);
    changed = changed || loose.has_value();
    const bool is_word = condition.kind == Kind::any || has_text(child);
    auto& group = (is_word ? words : rest).children;
    if (loose) {
      group.push_back(std::move(*loose));
    } else {
      group.push_back(child);
    }
  }
  changed = changed || (condition.kind == Kind::all && words.children.size() >= 2);
  if (!changed) return std::nullopt;
  if (rest.children.empty()) return words;
  rest.children.push_back(std::move(words));
  return rest;
}

std::vector<const Condition*> positive_texts(const Condition& condition) {
  std::vector<const Condition*> texts;
  collect_texts(condition, texts);
  return texts;
}

}  // namespace dateline
