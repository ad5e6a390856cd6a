#include "cluster/store/stored_articles.h"

#include <fmt/format.h>

#include <utility>

#include "cluster/documents/mapping.h"
#include "cluster/http/answer_json.h"

namespace dateline {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::string_view kComparing = "comparing with what is there";
constexpr int kPage = 5'000;  // of OpenSearch's 10,000

std::optional<element> first_value(element hit, std::string_view name) {
  element values;
  if (hit["fields"][name].get(values) != simdjson::SUCCESS) return std::nullopt;
  element value;
  if (values.at(0).get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

std::uint64_t generation_in(element hit, std::string_view name) {
  const auto value = first_value(hit, name);
  std::int64_t number = 0;
  return value && value->get_int64().get(number) == simdjson::SUCCESS
             ? static_cast<std::uint64_t>(number)
             : 0;
}

std::string text_in(element hit, std::string_view name) {
  const auto value = first_value(hit, name);
  std::string_view text;
  return value && value->get_string().get(text) == simdjson::SUCCESS ? std::string{text}
                                                                     : std::string{};
}

StoredArticle stored_article(element hit) {
  StoredArticle article;
  article.id = text_in(hit, field::kArticleId);
  article.fingerprint = text_in(hit, field::kFingerprint);
  article.added = generation_in(hit, field::kAdded);
  if (first_value(hit, field::kRemoved)) article.removed = generation_in(hit, field::kRemoved);
  return article;
}

}  // namespace

StoredArticles::StoredArticles(StoreClient& client, std::string index, std::uint64_t in_force)
    : client_(client), path_(fmt::format("/{}/_search", index)), in_force_(in_force) {}

const StoredArticle* StoredArticles::next() {
  if (at_ == page_.size() && !is_last_) read_page();
  return at_ < page_.size() ? &page_[at_++] : nullptr;
}

void StoredArticles::read_page() {
  const auto request = fmt::format(
      R"({{"size":{},"track_total_hits":false,"_source":false,"docvalue_fields":["{}","{}","{}","{}"],)"
      R"("query":{{"bool":{{"must_not":[{{"range":{{"{}":{{"lte":{}}}}}}}]}}}},)"
      R"("sort":[{{"{}":"asc"}},{{"{}":"asc"}}]{}}})",
      kPage, field::kArticleId, field::kFingerprint, field::kAdded, field::kRemoved,
      field::kRemoved, in_force_, field::kArticleId, field::kAdded,
      after_.empty() ? "" : fmt::format(R"(,"search_after":{})", after_));
  const auto answer = client_.ask(HttpMethod::post, path_, request, kComparing);
  answer.require_whole();
  page_.clear();
  at_ = 0;
  for (const auto hit : answer.read<array>("hits.hits")) {
    page_.push_back(stored_article(hit));
    after_ = simdjson::minify(answer.read<element>(hit, "sort"));
  }
  is_last_ = page_.size() < static_cast<std::size_t>(kPage);
}

std::map<StoredVersion, std::uint64_t> left_events(StoreClient& client, const std::string& index,
                                                   std::uint64_t generation) {
  std::map<StoredVersion, std::uint64_t> left;
  for (std::string after;;) {
    const auto request = fmt::format(
        R"({{"size":0,"track_total_hits":false,"query":{{"range":{{"{}":{{"gt":{}}}}}}},)"
        R"("aggs":{{"versions":{{"composite":{{"size":{},"sources":[)"
        R"({{"id":{{"terms":{{"field":"{}"}}}}}},{{"added":{{"terms":{{"field":"{}"}}}}}}]{}}}}}}}}})",
        field::kAdded, generation, kPage, field::kArticleId, field::kAdded,
        after.empty() ? "" : fmt::format(R"(,"after":{})", after));
    const auto answer =
        client.ask(HttpMethod::post, fmt::format("/{}/_search", index), request, kComparing);
    answer.require_whole();
    const auto versions = answer.read<element>("aggregations.versions");
    for (const auto bucket : answer.read<array>(versions, "buckets")) {
      left.emplace(
          StoredVersion{answer.read<std::string_view>(bucket, "key.id"),
                        static_cast<std::uint64_t>(answer.read<std::int64_t>(bucket, "key.added"))},
          static_cast<std::uint64_t>(answer.read<std::int64_t>(bucket, "doc_count")));
    }
    const auto next = AnswerJson::find(versions, "after_key");
    if (!next) return left;
    after = simdjson::minify(*next);
  }
}

std::uint64_t count_documents(StoreClient& client, const std::string& index,
                              const std::string& query) {
  const auto answer = client.ask(HttpMethod::post, fmt::format("/{}/_count", index),
                                 fmt::format(R"({{"query":{}}})", query), "counting documents");
  answer.require_whole();
  return static_cast<std::uint64_t>(answer.read<std::int64_t>("count"));
}

}  // namespace dateline
