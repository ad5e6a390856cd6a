#include "cluster/search/term_statistics.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <nlohmann/json.hpp>
#include <set>

#include "cluster/documents/mapping.h"
#include "searcher/rank/weighting.h"

// OpenSearch tells the figures of a shard alone, to whoever asks for the term vectors of a document
// that would lie there. So a routing is sought for each shard, by trying numbers, once.

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr std::string_view kAsking = "asking for figures of words";

std::string_view words_field(DocumentKind kind) noexcept {
  return kind == DocumentKind::article ? field::kRankToken : field::kToken;
}

}  // namespace

const std::vector<std::string>& TermStatistics::routings() {
  if (!routings_.empty()) return routings_;
  const auto& index = view_.index(kind_);
  constexpr unsigned kTriesAShard = 64;
  std::set<std::int64_t> shards;
  std::vector<std::string> found;
  for (unsigned i = 0; i < kTriesAShard * index.shards && found.size() < index.shards; ++i) {
    const auto answer =
        view_.ask(HttpMethod::get, fmt::format("/{}/_search_shards?routing={}", index.name, i),
                  nullptr, kAsking);
    const auto copies = answer.read<array>("shards").at(0).value_unsafe();
    element copy;
    if (copies.get_array().at(0).get(copy) != simdjson::SUCCESS) continue;
    if (shards.insert(answer.read<std::int64_t>(copy, "shard")).second)
      found.push_back(std::to_string(i));
  }
  routings_ = std::move(found);
  return routings_;
}

// Nothing is kept of an answer that is not whole.
void TermStatistics::ask(const std::vector<std::string>& terms) {
  const std::string name{words_field(kind_)};
  const std::string text{fmt::format("{}", fmt::join(terms, " "))};
  json documents = json::array();
  for (const auto& routing : routings()) {
    documents.push_back({{"routing", routing},
                         {"doc", {{name, text}}},
                         {"term_statistics", true},
                         {"positions", false},
                         {"offsets", false},
                         {"payloads", false}});
  }
  const auto answer =
      view_.ask(HttpMethod::post, fmt::format("/{}/_mtermvectors", view_.index(kind_).name),
                {{"docs", documents}}, kAsking);
  std::map<std::string, TermFigures, std::less<>> figures;
  for (const auto& term : terms) figures[term];
  TermFigures all;
  for (const auto shard : answer.read<array>("docs")) {
    const auto vectors = AnswerJson::find(shard, "term_vectors." + name);
    if (vectors) add_shard(answer, *vectors, all, figures);
  }
  all_ = all;
  has_asked_ = true;
  figures_.merge(figures);
}

void TermStatistics::add_shard(const AnswerJson& answer, element vectors, TermFigures& all,
                               std::map<std::string, TermFigures, std::less<>>& figures) {
  const auto with = answer.read<std::int64_t>(vectors, "field_statistics.doc_count");
  if (with <= 0) return;  // an empty shard
  all.documents += static_cast<double>(with);
  all.occurrences +=
      static_cast<double>(answer.read<std::int64_t>(vectors, "field_statistics.sum_ttf"));
  for (const auto [term, found] : answer.read<object>(vectors, "terms")) {
    std::int64_t documents = 0;
    if (found["doc_freq"].get(documents) != simdjson::SUCCESS) continue;
    auto& sum = figures[std::string{term}];
    sum.documents += static_cast<double>(documents);
    sum.occurrences += static_cast<double>(answer.read<std::int64_t>(found, "ttf"));
  }
}

void TermStatistics::read(std::span<const std::string> terms) {
  std::vector<std::string> unknown;
  for (const auto& term : terms) {
    if (!figures_.contains(term)) unknown.push_back(term);
  }
  if (!unknown.empty()) ask(unknown);
}

TermFigures TermStatistics::of(const std::string& term) {
  read(std::span{&term, 1});
  return figures_[term];
}

double TermStatistics::documents() {
  if (!has_asked_) ask({"a"});
  return all_.documents;
}

double TermStatistics::average_length() {
  const auto all = documents();
  return all > 0 && all_.occurrences > 0 ? all_.occurrences / all : 1;
}

double TermStatistics::inverse_document_frequency(const std::string& term) {
  return dateline::inverse_document_frequency(of(term).documents, documents());
}

}  // namespace dateline
