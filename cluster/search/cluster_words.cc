#include "cluster/search/cluster_words.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string_view>

#include "cluster/documents/mapping.h"
#include "cluster/search/support.h"
#include "searcher/match/persons_named.h"

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;

constexpr int kMostExpansions = 60'000;  // below the cluster's limits of buckets and of terms

// Lucene's regular expressions know more signs than others.
std::string literal(std::string_view text) {
  constexpr std::string_view kSigns = R"re(.?+*|{}[]()"\#@&<>~^$-)re";
  std::string quoted;
  for (const char c : text) {
    if (kSigns.find(c) != std::string_view::npos) quoted += '\\';
    quoted += c;
  }
  return quoted;
}

}  // namespace

bool ClusterWords::has_term(const std::string& term) {
  const auto [known, is_new] = terms_.try_emplace(term, false);
  if (!is_new) return known->second;
  const json query{{"term", {{field::kRankToken, term}}}};
  const json body{{"size", 0}, {"track_total_hits", 1}, {"query", view_.in_force(query)}};
  try {
    const auto answer = view_.search(DocumentKind::article, body);
    return known->second = answer.read<std::int64_t>("hits.total.value") > 0;
  } catch (...) {
    terms_.erase(term);
    throw;
  }
}

const std::vector<std::string>& ClusterWords::expand(const std::string& prefix) {
  if (const auto known = expansions_.find(prefix); known != expansions_.end()) return known->second;
  json body{{"size", 0}, {"track_total_hits", false}};
  body["query"] = view_.in_force({{"prefix", {{field::kWords, prefix}}}});
  body["aggs"]["words"]["terms"] = {{"field", field::kWords},
                                    {"include", literal(prefix) + ".*"},
                                    {"size", kMostExpansions},
                                    {"shard_size", kMostExpansions}};
  const auto answer = view_.search(DocumentKind::article, body);
  if (answer.read<std::int64_t>("aggregations.words.sum_other_doc_count") > 0)
    refuse(ClusterWish::many_expansions);
  std::set<std::string> terms;
  for (const auto bucket : answer.read<array>("aggregations.words.buckets")) {
    for (const Token& token : analyzer_.analyze(answer.read<std::string_view>(bucket, "key")))
      terms.emplace(token.term);
  }
  return expansions_.emplace(prefix, std::vector<std::string>(terms.begin(), terms.end()))
      .first->second;
}

// All of them: whom a name can mean, no index of theirs tells.
void ClusterWords::read_persons() {
  constexpr int kPage = 10'000;
  std::vector<std::string> persons;
  json after;
  do {
    json body{{"size", 0}, {"track_total_hits", false}};
    body["query"] = view_.in_force({{"exists", {{"field", field::kPersons}}}});
    auto& composite = body["aggs"]["persons"]["composite"];
    composite = {{"size", kPage},
                 {"sources", json::array({{{"name", {{"terms", {{"field", field::kPersons}}}}}}})}};
    if (!after.is_null()) composite["after"]["name"] = after;
    after = nullptr;
    const auto answer = view_.search(DocumentKind::article, body);
    for (const auto bucket : answer.read<array>("aggregations.persons.buckets"))
      persons.emplace_back(answer.read<std::string_view>(bucket, "key.name"));
    if (const auto last = AnswerJson::find(answer.root(), "aggregations.persons.after_key"))
      after = answer.read<std::string_view>(*last, "name");
  } while (!after.is_null());
  persons_ = std::move(persons);
}

std::vector<std::string> ClusterWords::persons_named(const std::vector<std::string>& names) {
  if (!persons_) read_persons();
  const PersonsAsked asked(names);
  std::vector<std::string> named;
  for (const auto& person : *persons_) {
    if (asked.mean(person)) named.push_back(person);
  }
  return named;
}

}  // namespace dateline
