#include "searcher/match/loosening.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <tuple>
#include <utility>

#include "language/ascii.h"
#include "language/persons/person_words.h"

namespace dateline {
namespace {

bool has_name(const Condition& part) {
  const auto texts = positive_texts(part);
  return std::any_of(texts.begin(), texts.end(), [](const TextCondition* text) {
    return text->stands_for.empty() && text->is_name;
  });
}

bool is_number(std::string_view word) noexcept {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

// Months and days of the week are written like names, and name nothing; so is "May", which may be a
// person, beside a number.
bool is_of_calendar(std::span<const Condition> parts, std::size_t i) {
  const auto word = typed_words(parts[i]);
  const auto is_number_at = [&](std::size_t k) {
    return k < parts.size() && is_number(typed_words(parts[k]));
  };
  const auto kinds = persons::PersonWords::built_in().kinds(word);
  return (kinds & persons::bit(persons::WordKind::calendar)) != 0 ||
         (word == "May" && (is_number_at(i + 1) || (i > 0 && is_number_at(i - 1))));
}

void make_optional(Condition& condition) {
  if (auto* text = get_if<TextCondition>(condition)) text->is_optional = true;
  for (auto& child : children_of(condition)) make_optional(child);
}

// What an `all` within the `all` asks for, it asks for itself.
void join_inner(Condition& condition) {
  AllOf<Condition> joined;
  for (auto& child : children_of(condition)) {
    if (auto* inner = get_if<AllOf<Condition>>(child)) {
      std::move(inner->children.begin(), inner->children.end(),
                std::back_inserter(joined.children));
    } else {
      joined.children.push_back(std::move(child));
    }
  }
  condition = {std::move(joined)};
}

}  // namespace

std::vector<WordPart> word_parts(const Condition& condition) {
  std::vector<WordPart> parts;
  if (!is<AllOf<Condition>>(condition)) return parts;
  const auto children = children_of(condition);
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (positive_texts(children[i]).empty()) continue;
    parts.push_back({i, has_name(children[i]) && !is_of_calendar(children, i), 0});
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

std::string typed_words(const Condition& part) {
  std::string words;
  for (const TextCondition* text : positive_texts(part)) {
    if (text->stands_for.empty()) words += (words.empty() ? "" : " ") + text->typed;
  }
  return words;
}

std::string quoted_parts(const Condition& condition, const std::vector<WordPart>& parts) {
  std::vector<std::size_t> order;
  order.reserve(parts.size());
  for (const auto& part : parts) order.push_back(part.child);
  std::sort(order.begin(), order.end());
  std::string text;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) text += i + 1 < order.size() ? ", " : " and ";
    text += "'" + typed_words(children_of(condition)[order[i]]) + "'";
  }
  return text;
}

std::vector<std::string> split_unfound(Condition& condition, const CompoundReader& reader) {
  std::vector<std::string> split;
  if (is<Exclude<Condition>>(condition)) return split;
  if (const auto* text = get_if<TextCondition>(condition)) {
    if (!text->is_compound || reader.is_found(*text)) return split;
    split.push_back(text->typed);
    AllOf<Condition> words;
    for (auto& part : reader.parts(*text)) words.children.push_back({std::move(part)});
    condition = {std::move(words)};
    return split;
  }
  for (auto& child : children_of(condition)) {
    const auto below = split_unfound(child, reader);
    split.insert(split.end(), below.begin(), below.end());
  }
  if (!split.empty() && is<AllOf<Condition>>(condition)) join_inner(condition);
  return split;
}

}  // namespace dateline
