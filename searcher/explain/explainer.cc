#include "searcher/explain/explainer.h"

#include <vector>

#include "searcher/match/written_words.h"
#include "searcher/query/query_writer.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

bool is_group(const Condition& condition) noexcept {
  return condition.kind == Kind::all || condition.kind == Kind::any ||
         condition.kind == Kind::exclude;
}

// What was typed, where variants stand for it.
std::string typed_query(const Condition& condition) {
  if (!is_group(condition)) return condition_query(condition);
  std::string text;
  for (const auto& child : condition.children)
    text += (text.empty() ? "" : " ") + typed_query(child);
  return text;
}

}  // namespace

std::string condition_query(const Condition& condition) {
  QueryNode node;
  node.kind = condition.kind;
  node.text = condition.value;
  node.field = condition.field;
  node.slop = condition.slop;
  node.countries = condition.countries;
  node.match_all = condition.match_all;
  node.interval = condition.interval;
  node.mode = condition.mode;
  node.coarsest = condition.coarsest;
  node.origin = condition.origin;
  return to_query(node);
}

ConditionCheck Explainer::check(const Condition& condition) {
  ConditionCheck result;
  result.kind = condition.kind;
  result.passed = matcher_.holds(condition, document_);
  if (!is_group(condition)) {
    result.query = condition_query(condition);
    result.date_mode = condition.mode;
    result.found = facts_.of(condition, result.passed);
    return result;
  }
  for (const auto& child : condition.children) {
    result.children.push_back(check(child));
    if (!child.stands_for.empty())
      result.children.back().stands_for = typed_query(condition.children.front());
  }
  return result;
}

void Explainer::add_conditions(Explanation& explanation) {
  if (const auto& condition = matched_.condition) explanation.query = check(*condition);
  for (const auto& [facet, condition] : matched_.selections) {
    if (condition) explanation.selections.push_back({facet, check(*condition)});
  }
  explanation.left_out = matched_.left_out;
  explanation.notices = matched_.notices;
  explanation.asked_days = matched_.asked_days(Kind::date);
}

void Explainer::put_into_words(RankExplanation& score) {
  constexpr double kNothing = 1e-9;  // feedback that holds back adds words all the same
  std::erase_if(score.parts, [](const ScorePart& part) {
    return part.kind == ScorePart::Kind::feedback && part.factor < kNothing;
  });
  WrittenWords words;
  if (const auto& condition = matched_.condition) words.add_typed(*condition, index_.analyzer);
  std::vector<std::string> added;
  for (const auto& part : score.parts) {
    if (part.kind == ScorePart::Kind::feedback) added.push_back(part.label);
  }
  words.look_up(added, index_.snapshot);
  for (auto& part : score.parts) {
    part.stands_for = words.of_all(part.stands_for);
    if (part.kind == ScorePart::Kind::word || part.kind == ScorePart::Kind::feedback)
      part.label = words.of(part.label);
    if (part.kind == ScorePart::Kind::near) part.label = words.of_all(part.label);
  }
}

}  // namespace dateline
