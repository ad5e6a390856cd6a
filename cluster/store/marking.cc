#include "cluster/store/marking.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cluster/documents/json_object.h"
#include "cluster/documents/mapping.h"
#include "cluster/http/answer_json.h"
#include "cluster/http/cluster_error.h"

namespace dateline {
namespace {

// Of OpenSearch's 65,536 terms; and so few documents that no request takes long.
constexpr std::size_t kArticlesAtOnce = 1'000;
constexpr std::uint64_t kDocumentsAtOnce = 10'000;

std::string range(std::string_view name, std::string_view relation, std::uint64_t generation) {
  return fmt::format(R"({{"range":{{"{}":{{"{}":{}}}}}}})", name, relation, generation);
}

std::uint64_t number(const AnswerJson& answer, std::string_view name) {
  return static_cast<std::uint64_t>(answer.read<std::int64_t>(name));
}

// Repeats a request that changes all that matches, a part at a time, until nothing is left. What
// another request changed in the same moment, or the cluster was too busy for, comes with the next.
void repeat(StoreClient& client, const std::string& path, const std::string& body,
            std::string_view what) {
  for (unsigned tried = 1;;) {
    const auto answer = client.ask(HttpMethod::post, path, body, what);
    const auto total = number(answer, "total");
    const auto failures = answer.read<simdjson::dom::array>("failures").size();
    const auto conflicts = number(answer, "version_conflicts");
    const bool is_whole = failures == 0 && conflicts == 0;
    if (is_whole && total < kDocumentsAtOnce) return;
    if (is_whole) {
      tried = 1;
      continue;
    }
    if (tried == StoreClient::kTries) {
      throw ClusterError(ClusterFault::busy, client.address().url(),
                         fmt::format("{}: {} documents could not be changed: try again later", what,
                                     failures + conflicts));
    }
    client.wait_before(tried++);
  }
}

void update(StoreClient& client, const std::string& index, const std::string& query,
            const std::string& script) {
  repeat(client,
         fmt::format("/{}/_update_by_query?conflicts=proceed&refresh=true&max_docs={}", index,
                     kDocumentsAtOnce),
         fmt::format(R"({{"query":{},"script":{}}})", query, script), "marking what is gone");
}

void remove(StoreClient& client, const std::string& index, const std::string& query) {
  repeat(client,
         fmt::format("/{}/_delete_by_query?conflicts=proceed&refresh=true&max_docs={}", index,
                     kDocumentsAtOnce),
         fmt::format(R"({{"query":{}}})", query), "deleting what nobody sees");
}

}  // namespace

std::string articles_query(const std::vector<std::string>& articles, std::size_t begin,
                           std::size_t count) {
  std::string ids;
  const auto end = std::min(articles.size(), begin + count);
  for (auto i = begin; i < end; ++i) {
    if (i > begin) ids += ',';
    append_json_string(articles[i], ids);
  }
  return fmt::format(R"({{"terms":{{"{}":[{}]}}}})", field::kArticleId, ids);
}

void mark_removed(StoreClient& client, const std::string& index,
                  const std::vector<std::string>& articles, std::uint64_t in_force,
                  std::uint64_t removed) {
  for (std::size_t i = 0; i < articles.size(); i += kArticlesAtOnce) {
    update(
        client, index,
        fmt::format(R"({{"bool":{{"filter":[{},{}],"must_not":[{{"exists":{{"field":"{}"}}}}]}}}})",
                    articles_query(articles, i, kArticlesAtOnce),
                    range(field::kAdded, "lte", in_force), field::kRemoved),
        fmt::format(
            R"({{"lang":"painless","source":"ctx._source.{} = params.at","params":{{"at":{}}}}})",
            field::kRemoved, removed));
  }
}

void unmark_removed(StoreClient& client, const std::string& index,
                    const std::vector<std::string>& articles, std::uint64_t in_force) {
  for (std::size_t i = 0; i < articles.size(); i += kArticlesAtOnce) {
    update(client, index,
           fmt::format(R"({{"bool":{{"filter":[{},{}]}}}})",
                       articles_query(articles, i, kArticlesAtOnce),
                       range(field::kRemoved, "gt", in_force)),
           fmt::format(R"_({{"lang":"painless","source":"ctx._source.remove('{}')"}})_",
                       field::kRemoved));
  }
}

void delete_versions(StoreClient& client, const std::string& index,
                     const std::vector<StoredVersion>& versions) {
  std::map<std::uint64_t, std::vector<std::string>> by_generation;
  for (const auto& [id, added] : versions) by_generation[added].push_back(id);
  for (const auto& [added, articles] : by_generation) {
    for (std::size_t i = 0; i < articles.size(); i += kArticlesAtOnce) {
      remove(client, index,
             fmt::format(R"({{"bool":{{"filter":[{},{{"term":{{"{}":{}}}}}]}}}})",
                         articles_query(articles, i, kArticlesAtOnce), field::kAdded, added));
    }
  }
}

void delete_removed(StoreClient& client, const std::string& index, std::uint64_t in_force) {
  remove(client, index, range(field::kRemoved, "lte", in_force));
}

}  // namespace dateline
