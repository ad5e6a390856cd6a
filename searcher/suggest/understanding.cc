#include "searcher/suggest/understanding.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/query_characters.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/relation_suggestion.h"
#include "searcher/spell/speller.h"
#include "searcher/suggest/advice.h"
#include "searcher/suggest/country_suggestion.h"

namespace dateline {
namespace {

bool has_digit(const QueryNode& node) {
  bool found = false;
  for_each_part<QueryText>(node, [&](const QueryText& text) {
    found = found || text.text.find_first_of("0123456789") != std::string::npos;
  });
  return found;
}

bool selects(const SearchRequest& request, Facet facet) {
  return std::any_of(request.selections.begin(), request.selections.end(),
                     [&](const Selection& selection) { return selection.facet == facet; });
}

// Whether the words that were put in place of others are not even asked for.
bool gives_up_any(const SearchResult& found, const std::vector<std::string>& instead) {
  return std::any_of(instead.begin(), instead.end(), [&](const std::string& word) {
    return std::find(found.given_up.begin(), found.given_up.end(), word) != found.given_up.end();
  });
}

Suggestion::Kind kind_of(const Reading& reading) noexcept {
  if (reading.has_pair) return Suggestion::Kind::pair;
  return reading.has_person ? Suggestion::Kind::person : Suggestion::Kind::date;
}

}  // namespace

// Two countries and persons are looked for where they are likely, or where not all words were
// found: their tables take some milliseconds to read. Persons are offered where the archive has
// them.
std::optional<Suggestion> Understanding::reading_of(const SearchRequest& request,
                                                    const SearchResult& result) {
  const bool has_countries = selects(request, Facet::country) || selects(request, Facet::pair);
  const bool is_likely =
      result.total == 0 || result.is_loosened || reader_.may_name_a_pair(*request.query);
  ReadingWishes wishes;
  wishes.dates = !selects(request, Facet::date) && (is_likely || has_digit(*request.query));
  wishes.pairs = is_likely && !has_countries;
  wishes.persons = is_likely && !selects(request, Facet::person);
  auto found = reader_.read(*request.query, wishes);
  if (found && found->has_person && total_of(request, found->root) == 0) {
    wishes.persons = false;
    found = reader_.read(*request.query, wishes);
  }
  if (!found) return std::nullopt;
  return Suggestion{kind_of(*found), std::move(found->label), to_query(found->root)};
}

// A country's name in another language that is a word of the index, too, finds this word alone: what
// mentions the country is offered where it is more.
std::optional<Suggestion> Understanding::country_of(const SearchRequest& request,
                                                    const SearchResult& result) const {
  auto found = suggest_country(*request.query);
  if (!found || total_of(request, found->root) <= result.total) return std::nullopt;
  SearchRequest name;
  name.kind = request.kind;
  if (total_of(name, found->name) == 0) return std::nullopt;  // its English names are found
  return Suggestion{Suggestion::Kind::country, std::move(found->label), to_query(found->root)};
}

std::uint64_t Understanding::total_of(const SearchRequest& request, const QueryNode& root) const {
  auto other = request;
  other.query = root;
  other.with_phrases.reset();
  other.loosens = false;
  return searcher_.match(other).total();
}

// The nearest spelling that is found with the other words, or, where none is, with some of them.
std::optional<UnderstoodMatches> Understanding::respelled(const SearchRequest& request,
                                                          const Respelling& spelling) const {
  const RespelledQuery* best = nullptr;
  std::uint64_t most = 0;
  for (const auto& root : spelling.roots) {
    auto other = request;
    other.query = root.query;
    other.with_phrases.reset();
    other.loosens = false;
    const auto total = searcher_.match(other).total();
    if (total <= most) continue;
    most = total;
    best = &root;
  }
  if (best == nullptr && !spelling.roots.empty()) best = &spelling.roots.front();
  if (best == nullptr) return std::nullopt;
  auto other = request;
  other.query = best->query;
  other.with_phrases.reset();
  auto matches = searcher_.match(other);
  auto found = matches.summary();
  if (found.total == 0 || gives_up_any(found, best->instead)) return std::nullopt;
  found.notices.insert(
      found.notices.begin(),
      fmt::format("no {} has {}; these have {}", unit_name(request.kind, 1),
                  fmt::join(spelling.unknown, ", "), fmt::join(best->instead, ", ")));
  return UnderstoodMatches{std::move(matches), std::move(found)};
}

SearchResult Understanding::search(const SearchRequest& request) {
  auto [matches, result] = match(request);
  result.hits = matches.hits(0, matches.hit_count());
  return std::move(result);
}

UnderstoodMatches Understanding::match(const SearchRequest& request) {
  auto matches = searcher_.match(request);
  auto result = matches.summary();
  const bool is_unmet = result.total == 0 || result.is_loosened;
  if (request.query) {
    if (auto reading = reading_of(request, result))
      result.suggestions.push_back(std::move(*reading));
    if (auto country = country_of(request, result))
      result.suggestions.push_back(std::move(*country));
    if (auto relation = suggest_relation(searcher_, request, result.total))
      result.suggestions.push_back(std::move(*relation));
    const auto spelling = searcher_.respell(*request.query, request.kind);
    if (is_unmet) {
      if (auto found = respelled(request, spelling)) {
        found->summary.suggestions = std::move(result.suggestions);
        return std::move(*found);
      }
    }
    if (spelling.better) {
      result.suggestions.push_back(
          {Suggestion::Kind::spelling, spelling.better_label, to_query(*spelling.better)});
    }
  }
  if (result.total == 0) {
    auto advice = advice_for(searcher_, request);
    result.notices.insert(result.notices.end(), std::make_move_iterator(advice.begin()),
                          std::make_move_iterator(advice.end()));
  }
  return {std::move(matches), std::move(result)};
}

}  // namespace dateline
