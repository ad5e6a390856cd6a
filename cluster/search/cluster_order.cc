#include "cluster/search/cluster_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

#include "cluster/documents/mapping.h"
#include "cluster/search/condition_query.h"
#include "cluster/search/document_scorer.h"
#include "cluster/search/support.h"
#include "cluster/search/word_weights.h"
#include "language/display.h"
#include "searcher/match/prefix.h"
#include "searcher/rank/nearness.h"
#include "searcher/rank/ranker.h"

// Lucene's BM25 is ours but for the constant k1 + 1, and for lengths that it keeps to a sixteenth. So
// a word's weight is its boost times the idf that Lucene finds over all shards itself. Of a name in
// several words the rarest counts here, and there their mean; a prefix is the sum of its terms there.

namespace dateline {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

namespace {

constexpr std::uint32_t kRankedHits = 10'000;  // OpenSearch's max_result_window
constexpr std::uint32_t kDatePage = 5'000;

std::string_view id_field(DocumentKind kind) noexcept {
  return kind == DocumentKind::article ? field::kArticleId : field::kEventId;
}

std::optional<element> first_value(element hit, std::string_view name) {
  element value;
  if (hit["fields"][name].at(0).get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::int64_t number_in(element hit, std::string_view name, std::int64_t otherwise) {
  const auto value = first_value(hit, name);
  std::int64_t number = otherwise;
  if (value && value->get_int64().get(number) != simdjson::SUCCESS) return otherwise;
  return number;
}

std::string id_of(element hit, DocumentKind kind) {
  const auto value = first_value(hit, id_field(kind));
  std::string_view id;
  if (value && value->get_string().get(id) != simdjson::SUCCESS) return {};
  return std::string{id};
}

DayRange days_of(element hit) {
  const auto first = number_in(hit, field::kFirst, 0);
  const auto last = number_in(hit, field::kLast, -1);
  if (first > last) return {};
  return {day_of_number(static_cast<std::int32_t>(first)),
          day_of_number(static_cast<std::int32_t>(last))};
}

// As if each of a prefix's terms were a word of its weight; of many, the commonest `most`.
json prefix_query(std::string_view name, const WeighedWord& word, std::size_t most,
                  TermStatistics& statistics) {
  auto terms = word.word.terms;
  const auto shown = std::min(most, terms.size());
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(shown), terms.end(),
                    [&](const std::string& a, const std::string& b) {
                      return statistics.of(a).documents > statistics.of(b).documents;
                    });
  json any = json::array();
  for (std::size_t i = 0; i < shown; ++i) {
    const auto idf = statistics.inverse_document_frequency(terms[i]);
    if (idf > 0)
      any.push_back({{"term", {{name, {{"value", terms[i]}, {"boost", word.weight / idf}}}}}});
  }
  return {{"bool", {{"should", std::move(any)}}}};
}

json word_query(std::string_view name, const WeighedWord& word, std::size_t most,
                TermStatistics& statistics) {
  const auto& terms = word.word.terms;
  if (word.word.origin == RankingWord::Origin::typed) {
    return {{"term",
             {{name, {{"value", terms.front()}, {"boost", word.word.factor * word.burstiness}}}}}};
  }
  if (word.word.origin == RankingWord::Origin::prefix)
    return prefix_query(name, word, most, statistics);
  double sum = 0;
  for (const auto& term : terms) sum += statistics.inverse_document_frequency(term);
  json all = json::array();
  for (const auto& term : terms)
    all.push_back({{"term", {{name, {{"value", term}, {"boost", word.weight / sum}}}}}});
  return {{"bool", {{"must", std::move(all)}}}};
}

}  // namespace

struct ClusterOrder::Plan {
  RankingQuery query;
  std::vector<WeighedWord> words;
  std::vector<DayRange> asked;  ///< of events, days that boost
};

ClusterOrder::ClusterOrder(ClusterView& view, ClusterWords& words, TermStatistics& statistics,
                           const SearchRequest& request, const ReadRequest& read, json query)
    : view_(view),
      words_(words),
      statistics_(statistics),
      request_(request),
      read_(read),
      query_(std::move(query)) {}

std::optional<ClusterOrder::Plan> ClusterOrder::plan() {
  if (request_.sort != SortOrder::relevance || !read_.condition) return std::nullopt;
  Plan plan;
  plan.query = ranking_query(
      *read_.condition, [&](const std::string& prefix) { return words_.expand(prefix); },
      read_.kind);
  if (plan.query.words.empty()) return std::nullopt;
  statistics_.read(terms_of(plan.query));
  plan.words = weigh(plan.query.words, statistics_);
  if (read_.kind == DocumentKind::event) plan.asked = read_.asked_days(FilterKind::date);
  return plan;
}

json ClusterOrder::page(json query, std::size_t from, std::size_t size) const {
  return {{"from", from},
          {"size", size},
          {"track_total_hits", false},
          {"_source", false},
          {"docvalue_fields", {id_field(read_.kind)}},
          {"query", view_.in_force(std::move(query))}};
}

json ClusterOrder::scoring(const Plan& plan) {
  const auto name = read_.kind == DocumentKind::article ? field::kRankToken : field::kToken;
  constexpr std::size_t kClausesOfPrefixes = 400;
  const auto prefixes = std::count_if(plan.words.begin(), plan.words.end(), [](const auto& word) {
    return word.word.origin == RankingWord::Origin::prefix;
  });
  const auto most =
      kClausesOfPrefixes / static_cast<std::size_t>(std::max<std::ptrdiff_t>(prefixes, 1));
  std::vector<const WeighedWord*> words;
  for (const auto& word : plan.words) {
    if (word.weight > 0) words.push_back(&word);
  }
  std::stable_sort(words.begin(), words.end(), [](const WeighedWord* a, const WeighedWord* b) {
    return a->weight > b->weight;
  });
  auto left = kMostClauses - std::min(kMostClauses, clauses_of(query_));
  json should = json::array();
  for (const auto* word : words) {
    auto query = word_query(name, *word, most, statistics_);
    const auto clauses = clauses_of(query);
    if (clauses > left) continue;
    left -= clauses;
    should.push_back(std::move(query));
  }
  json scored{{"bool", {{"filter", json::array({query_})}, {"should", std::move(should)}}}};
  if (plan.asked.empty()) return scored;
  json functions = json::array();
  for (const auto& range : plan.asked) {
    functions.push_back({{"filter",
                          {{"range",
                            {{field::kDays,
                              {{"gte", day_number(range.first)},
                               {"lte", day_number(range.last)},
                               {"relation", "within"}}}}}}},
                         {"weight", 1 + kDateBoost}});
  }
  return {{"function_score",
           {{"query", std::move(scored)},
            {"functions", std::move(functions)},
            {"score_mode", "max"},
            {"boost_mode", "multiply"}}}};
}

json ClusterOrder::score_order() const {
  json order = json::array({"_score", {{field::kPlace, "asc"}}});
  if (read_.kind == DocumentKind::event) order.push_back({{field::kOrdinal, "asc"}});
  return order;
}

std::vector<ClusterRanked> ClusterOrder::first_hits(const Plan& plan) {
  auto body = page(scoring(plan), 0, kNearDepth);
  body["_source"] = DocumentScorer::fields(read_.kind);
  body["sort"] = score_order();
  for (const auto name : {field::kLength, field::kPlace}) body["docvalue_fields"].push_back(name);
  if (read_.kind == DocumentKind::event) {
    for (const auto name : {field::kFirst, field::kLast, field::kOrdinal})
      body["docvalue_fields"].push_back(name);
  }
  const auto answer = view_.search_over_shards(read_.kind, body);
  DocumentScorer scorer(plan.query, plan.words, statistics_, read_.kind);
  struct Placed {
    ClusterRanked ranked;
    std::pair<std::int64_t, std::int64_t> place;  // of its article, and within it
  };
  std::vector<Placed> hits;
  for (const auto hit : answer.read<array>("hits.hits")) {
    ClusterRanked ranked{id_of(hit, read_.kind), 0, 1};
    if (!plan.asked.empty()) ranked.date_boost = date_boost(days_of(hit), plan.asked);
    ranked.score =
        scorer.score(answer.read<element>(hit, "_source"),
                     static_cast<double>(number_in(hit, field::kLength, 0)), ranked.date_boost);
    hits.push_back({std::move(ranked),
                    {number_in(hit, field::kPlace, 0), number_in(hit, field::kOrdinal, 0)}});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Placed& a, const Placed& b) {
    if (a.ranked.score != b.ranked.score) return a.ranked.score > b.ranked.score;
    return a.place < b.place;
  });
  std::vector<ClusterRanked> ranked;
  for (auto& hit : hits) ranked.push_back(std::move(hit.ranked));
  return ranked;
}

std::vector<ClusterRanked> ClusterOrder::by_relevance(const Plan& plan, std::uint32_t offset,
                                                      std::uint32_t limit) {
  const auto end = std::min<std::uint64_t>(std::uint64_t{offset} + limit, read_.total);
  if (end > kRankedHits) refuse(ClusterWish::far_hits);
  std::vector<ClusterRanked> hits;
  if (offset < kNearDepth) hits = first_hits(plan);
  if (end > kNearDepth) {
    const auto from = std::max<std::size_t>(offset, kNearDepth);
    auto body = page(scoring(plan), from, end - from);
    body["sort"] = score_order();
    const auto answer = view_.search_over_shards(read_.kind, body);
    for (const auto hit : answer.read<array>("hits.hits")) {
      hits.push_back(
          {id_of(hit, read_.kind), answer.read<double>(hit, "_score") * (kBm25K1 + 1), 1});
    }
  }
  const auto skipped = offset < kNearDepth ? std::min<std::size_t>(offset, hits.size()) : 0;
  hits.erase(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(skipped));
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

// Newest first, the undated last; ties in the order of adding.
std::vector<ClusterRanked> ClusterOrder::by_date(std::uint32_t offset, std::uint32_t limit) {
  const bool own_date = read_.kind == DocumentKind::event && request_.sort != SortOrder::published;
  const auto first = own_date ? field::kFirst : field::kPublishedFirst;
  const auto last = own_date ? field::kLast : field::kPublishedLast;
  json sort = json::array();
  for (const auto name : {first, last})
    sort.push_back({{name, {{"order", "desc"}, {"missing", "_last"}}}});
  sort.push_back({{field::kPlace, "asc"}});
  if (read_.kind == DocumentKind::event) sort.push_back({{field::kOrdinal, "asc"}});
  std::vector<ClusterRanked> hits;
  std::uint64_t passed = 0;
  for (json after; hits.size() < limit;) {
    const auto wanted = std::uint64_t{offset} + limit - passed;
    const auto size = std::min<std::uint64_t>(wanted, kDatePage);
    auto body = page(query_, 0, size);
    body["sort"] = sort;
    if (!after.is_null()) body["search_after"] = after;
    const auto answer = view_.search(read_.kind, body);
    const auto found = answer.read<array>("hits.hits");
    for (const auto hit : found) {
      if (passed++ >= offset) hits.push_back({id_of(hit, read_.kind), 0, 1});
      if (passed % kDatePage == 0 || passed == wanted)
        after = json::parse(simdjson::minify(answer.read<element>(hit, "sort")));
    }
    if (found.size() < size) break;
  }
  return hits;
}

std::vector<ClusterRanked> ClusterOrder::hits(std::uint32_t offset, std::uint32_t limit) {
  if (limit == 0 || offset >= read_.total) return {};
  if (const auto plan = this->plan()) return by_relevance(*plan, offset, limit);
  return by_date(offset, limit);
}

std::vector<std::string> ClusterOrder::notices() {
  std::vector<std::string> notices;
  if (request_.sort != SortOrder::relevance || !read_.condition) return notices;
  for (const TextCondition* text : positive_texts(*read_.condition)) {
    if (text->form != TextForm::prefix || text->field == TextField::author) continue;
    if (const auto words = words_.expand(text->terms.front()).size(); words > kMaxWeighedExpansions)
      notices.push_back(unranked_prefix_notice(*text, words));
  }
  return notices;
}

}  // namespace dateline
