#include "searcher/explain/explainer.h"

#include <array>
#include <string_view>
#include <variant>
#include <vector>

#include "searcher/match/written_words.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_writer.h"

namespace dateline {
namespace {

using Kind = ConditionCheck::Kind;

std::string leaf_query(const Condition& leaf) {
  if (const auto* text = get_if<TextCondition>(leaf))
    return to_query({QueryText{text->form, text->typed, text->field, text->slop}, {}});
  return to_query({std::get<FilterCondition>(leaf.form), {}});
}

// The first child of a group of variants, as it was typed.
std::string typed_query(const Condition& condition) {
  if (!is_group(condition)) return leaf_query(condition);
  if (is<AnyOf<Condition>>(condition)) return typed_query(children_of(condition).front());
  std::string text;
  for (const auto& child : children_of(condition))
    text += (text.empty() ? "" : " ") + typed_query(child);
  return text;
}

std::string_view text_name(TextForm form) noexcept {
  constexpr std::array<std::string_view, 3> kNames{"word", "phrase", "prefix"};
  return kNames[static_cast<std::size_t>(form)];
}

// Describes a condition. Whether the document meets it is filled in later.
ConditionCheck describe(const Condition& condition) {
  ConditionCheck check;
  std::visit(Overloaded{[&](const AllOf<Condition>&) { check.name = "all"; },
                        [&](const AnyOf<Condition>&) {
                          check.kind = Kind::any;
                          check.name = "any";
                        },
                        [&](const Exclude<Condition>&) {
                          check.kind = Kind::exclude;
                          check.name = "not";
                        },
                        [&](const TextCondition& text) {
                          check.kind = Kind::text;
                          check.name = text_name(text.form);
                        },
                        [&](const FilterCondition& filter) {
                          check.kind = Kind::filter;
                          check.name = filter_name(filter.kind);
                          if (filter.kind == FilterKind::date)
                            check.date_mode = std::get<AskedDays>(filter.value).mode;
                        }},
             condition.form);
  if (!is_group(condition)) check.query = leaf_query(condition);
  return check;
}

// A word that was given up is still looked for, to say whether it is there.
bool is_given_up(const Condition& condition) {
  const auto texts = positive_texts(condition);
  return !texts.empty() && std::all_of(texts.begin(), texts.end(),
                                       [](const TextCondition* text) { return text->is_optional; });
}

void ask_again(Condition& condition) {
  if (auto* text = get_if<TextCondition>(condition)) text->is_optional = false;
  for (auto& child : children_of(condition)) ask_again(child);
}

Condition as_typed(Condition condition) {
  if (is_given_up(condition)) ask_again(condition);
  return condition;
}

bool is_variant(const Condition& condition) noexcept {
  const auto* text = get_if<TextCondition>(condition);
  return text != nullptr && !text->stands_for.empty();
}

}  // namespace

ConditionCheck Explainer::check(const Condition& condition) {
  auto result = describe(condition);
  result.passed = matcher_.holds(as_typed(condition), document_);
  result.is_given_up = is_given_up(condition);
  if (!is_group(condition)) {
    result.found = facts_.of(condition, result.passed);
    return result;
  }
  const auto children = children_of(condition);
  for (const auto& child : children) {
    result.children.push_back(check(child));
    if (is_variant(child)) result.children.back().stands_for = typed_query(children.front());
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
  explanation.asked_days = matched_.asked_days(FilterKind::date);
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
    if (part.kind == ScorePart::Kind::word || part.kind == ScorePart::Kind::feedback ||
        part.kind == ScorePart::Kind::lead)
      part.label = words.of(part.label);
    if (part.kind == ScorePart::Kind::near) part.label = words.of_all(part.label);
  }
}

}  // namespace dateline
