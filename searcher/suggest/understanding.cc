#include "searcher/suggest/understanding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "searcher/query/query_characters.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/relation_suggestion.h"
#include "searcher/spell/speller.h"
#include "searcher/suggest/date_suggestion.h"

namespace dateline {
namespace {

bool has_digit(const QueryNode& node) {
  bool found = false;
  for_each_part<QueryText>(node, [&](const QueryText& text) {
    found = found || text.text.find_first_of("0123456789") != std::string::npos;
  });
  return found;
}

}  // namespace

std::optional<Suggestion> Understanding::date_of(const SearchRequest& request) {
  const bool has_date = std::any_of(request.selections.begin(), request.selections.end(),
                                    [](const auto& s) { return s.facet == Facet::date; });
  if (has_date || !has_digit(*request.query)) return std::nullopt;
  if (!dates_) dates_.emplace();
  const auto found = suggest_date(*request.query, *dates_);
  if (!found) return std::nullopt;
  return Suggestion{Suggestion::Kind::date, found->label, found->query};
}

SearchResult Understanding::search(const SearchRequest& request) {
  auto [matches, result] = match(request);
  result.hits = matches.hits(0, matches.hit_count());
  return std::move(result);
}

UnderstoodMatches Understanding::match(const SearchRequest& request) {
  auto matches = searcher_.match(request);
  auto result = matches.summary();
  if (!request.query) return {std::move(matches), std::move(result)};
  if (auto date = date_of(request)) result.suggestions.push_back(std::move(*date));
  if (auto relation = suggest_relation(searcher_, request, result.total)) {
    result.suggestions.push_back(std::move(*relation));
  }
  const auto spelling = searcher_.respell(*request.query, request.kind);
  if (result.total == 0 && spelling.root) {
    auto other = request;
    other.query = spelling.root;
    auto other_matches = searcher_.match(other);
    auto found = other_matches.summary();
    if (found.total > 0) {
      found.notices.insert(
          found.notices.begin(),
          fmt::format("no {} has {}; these have {}", unit_name(request.kind, 1),
                      fmt::join(spelling.unknown, ", "), fmt::join(spelling.instead, ", ")));
      found.suggestions = std::move(result.suggestions);
      return {std::move(other_matches), std::move(found)};
    }
  }
  if (spelling.better) {
    result.suggestions.push_back(
        {Suggestion::Kind::spelling, spelling.better_label, to_query(*spelling.better)});
  }
  return {std::move(matches), std::move(result)};
}

}  // namespace dateline
