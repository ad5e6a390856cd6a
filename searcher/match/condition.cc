#include "searcher/match/condition.h"

#include <algorithm>

namespace dateline {
namespace {

void collect_texts(const Condition& condition, std::vector<const TextCondition*>& texts) {
  if (is<Exclude<Condition>>(condition)) return;
  if (const auto* text = get_if<TextCondition>(condition)) texts.push_back(text);
  for (const auto& child : children_of(condition)) collect_texts(child, texts);
}

bool has_text(const Condition& condition) {
  if (is<Exclude<Condition>>(condition)) return false;
  const auto children = children_of(condition);
  return is<TextCondition>(condition) || std::any_of(children.begin(), children.end(), has_text);
}

}  // namespace

std::optional<Condition> loosen(const Condition& condition) {
  const bool is_all = is<AllOf<Condition>>(condition);
  if (!is_all && !is<AnyOf<Condition>>(condition)) return std::nullopt;
  bool changed = false;
  AnyOf<Condition> words;
  AllOf<Condition> rest;
  for (const auto& child : children_of(condition)) {
    auto loose = loosen(child);
    changed = changed || loose.has_value();
    auto& group = !is_all || has_text(child) ? words.children : rest.children;
    if (loose) {
      group.push_back(std::move(*loose));
    } else {
      group.push_back(child);
    }
  }
  changed = changed || (is_all && words.children.size() >= 2);
  if (!changed) return std::nullopt;
  if (rest.children.empty()) return Condition{std::move(words)};
  rest.children.push_back({std::move(words)});
  return Condition{std::move(rest)};
}

std::vector<const TextCondition*> positive_texts(const Condition& condition) {
  std::vector<const TextCondition*> texts;
  collect_texts(condition, texts);
  return texts;
}

}  // namespace dateline
