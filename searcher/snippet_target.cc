#include "searcher/snippet_target.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include "index/schema.h"
#include "searcher/match/filter_matchers.h"
#include "searcher/rank/ranking_query.h"

namespace dateline {
namespace {

// What a text is worth in a snippet: its inverse document frequency; of a phrase, the sum of its
// words'; kVariantFactor of it for what was not typed.
double weight_of(const TextCondition& text, const TextPattern& pattern, const Segment& segment,
                 const DocumentFrequencies& frequencies) {
  const auto idf = [&](double documents) {
    return std::log1p(static_cast<double>(frequencies.documents) / (1 + documents));
  };
  double documents = 0;  // of all expansions
  double sum = 0;
  for (const auto term : pattern.terms) {
    const double with = frequencies.of(std::string{segment.terms.text(term)});
    documents += with;
    sum += idf(with);
  }
  const double weight = text.form == TextForm::prefix ? idf(documents) : sum;
  if (text.stands_for.empty()) return weight;
  return weight * (text.is_family ? kFamilyFactor : kVariantFactor);
}

void add_patterns(const Condition& condition, const Segment& segment,
                  const DocumentFrequencies& frequencies, std::vector<TextPattern>& patterns) {
  for (const TextCondition* text : positive_texts(condition)) {
    if (text->field == TextField::author) continue;
    auto pattern = pattern_of(*text, segment);
    if (!pattern) continue;
    pattern->weight = weight_of(*text, *pattern, segment, frequencies);
    patterns.push_back(std::move(*pattern));
  }
}

// Adds the countries, organizations and days that a snippet should show. What is excluded is not
// asked for.
void collect_filters(const Condition& condition, const Segment& segment, SnippetTarget& target) {
  for_each_positive_filter(condition, [&](const FilterCondition& filter) {
    if (!is_mentioned(filter.kind)) return;
    for (const auto code : countries_named(filter)) target.countries.push_back(pack_country(code));
    if (const auto* asked = std::get_if<AskedName>(&filter.value)) {
      if (const auto number = segment.organizations.find(asked->name))
        target.organizations.push_back(static_cast<std::uint16_t>(*number));
    } else if (const auto* days = std::get_if<AskedDays>(&filter.value)) {
      target.dates.push_back(to_day_range(days->interval));
    }
  });
}

}  // namespace

SnippetTarget snippet_target(const ReadRequest& request, const std::optional<Condition>& like,
                             const Segment& segment, const DocumentFrequencies& frequencies) {
  SnippetTarget target;
  std::vector<TextPattern> patterns;
  if (request.condition) {
    add_patterns(*request.condition, segment, frequencies, patterns);
    collect_filters(*request.condition, segment, target);
  }
  if (like) add_patterns(*like, segment, frequencies, patterns);
  target.texts = PatternFinder(std::move(patterns));
  for (const auto& selection : request.selections) {
    if (selection.condition) collect_filters(*selection.condition, segment, target);
  }
  std::sort(target.countries.begin(), target.countries.end());
  return target;
}

}  // namespace dateline
