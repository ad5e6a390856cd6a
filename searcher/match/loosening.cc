#include "searcher/match/loosening.h"

#include <algorithm>
#include <tuple>

namespace dateline {
namespace {

bool has_name(const Condition& part) {
  const auto texts = positive_texts(part);
  return std::any_of(texts.begin(), texts.end(), [](const TextCondition* text) {
    return text->stands_for.empty() && text->is_name;
  });
}

void make_optional(Condition& condition) {
  if (auto* text = get_if<TextCondition>(condition)) text->is_optional = true;
  for (auto& child : children_of(condition)) make_optional(child);
}

// The words of a part that were typed.
std::string typed_words(const Condition& part) {
  std::string words;
  for (const TextCondition* text : positive_texts(part)) {
    if (text->stands_for.empty()) words += (words.empty() ? "" : " ") + text->typed;
  }
  return words;
}

}  // namespace

std::vector<WordPart> word_parts(const Condition& condition) {
  std::vector<WordPart> parts;
  if (!is<AllOf<Condition>>(condition)) return parts;
  const auto children = children_of(condition);
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!positive_texts(children[i]).empty()) parts.push_back({i, has_name(children[i]), 0});
  }
  return parts;
}

void sort_by_worth(std::vector<WordPart>& parts) {
  std::stable_sort(parts.begin(), parts.end(), [](const WordPart& a, const WordPart& b) {
    const auto key = [](const WordPart& part) {
      return std::tuple{part.documents > 0, part.is_name, ~part.documents};
    };
    return key(a) < key(b);
  });
}

Condition with_optional(const Condition& condition, const std::vector<WordPart>& parts) {
  Condition loose = condition;
  const auto children = children_of(loose);
  for (const auto& part : parts) make_optional(children[part.child]);
  return loose;
}

std::string quoted_parts(const Condition& condition, const std::vector<WordPart>& parts) {
  std::vector<std::size_t> order;
  for (const auto& part : parts) order.push_back(part.child);
  std::sort(order.begin(), order.end());
  std::string text;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) text += i + 1 < order.size() ? ", " : " and ";
    text += "'" + typed_words(children_of(condition)[order[i]]) + "'";
  }
  return text;
}

}  // namespace dateline
