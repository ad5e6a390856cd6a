#include "searcher/condition.h"

#include <algorithm>

#include "language/region.h"
#include "language/utf8.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

std::optional<Condition> analyze_text(Condition&& condition, const QueryNode& node,
                                      Analyzer& analyzer) {
  if (node.kind == Kind::prefix) {
    condition.terms = {fold(node.text)};
    return std::move(condition);
  }
  for (const Token& token : analyzer.analyze(node.text)) condition.terms.emplace_back(token.term);
  if (condition.terms.empty()) return std::nullopt;
  condition.kind = condition.terms.size() == 1 ? Kind::word : Kind::phrase;
  return std::move(condition);
}

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

std::optional<Condition> analyze_query(const QueryNode& node, Analyzer& analyzer) {
  Condition condition;
  condition.kind = node.kind;
  condition.field = node.field;
  if (condition.is_text()) condition.value = node.text;
  condition.slop = node.slop;
  condition.countries = node.countries;
  condition.match_all = node.match_all;
  condition.interval = node.interval;
  condition.mode = node.mode;
  condition.coarsest = node.coarsest;
  condition.origin = node.origin;
  switch (node.kind) {
    case Kind::word:
    case Kind::phrase:
    case Kind::prefix:
      return analyze_text(std::move(condition), node, analyzer);
    case Kind::all:
    case Kind::any:
    case Kind::exclude:
      for (const auto& child : node.children) {
        if (auto analyzed = analyze_query(child, analyzer))
          condition.children.push_back(std::move(*analyzed));
      }
      if (condition.children.empty()) return std::nullopt;
      if (condition.children.size() == 1 && node.kind != Kind::exclude) {
        return std::move(condition.children.front());
      }
      return condition;
    case Kind::region:
      if (const auto region = region_for(node.text)) condition.countries = countries_of(*region);
      condition.value = node.text;
      return condition;
    case Kind::organization:
    case Kind::id:
      condition.value = node.text;
      return condition;
    default:
      return condition;
  }
}

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
