// What is asked of a cluster, and what is made of its answers: a stub stands for it.
#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster/documents/mapping.h"
#include "cluster/http/cluster_error.h"
#include "cluster/reader/cluster_view.h"
#include "cluster/search/condition_query.h"
#include "cluster/search/support.h"
#include "language/spellings/word_variants.h"
#include "searcher/match/query_analyzer.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/unsupported_error.h"
#include "tests/cluster/stub_server.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using nlohmann::json;

json index_json(std::string_view kind) {
  const auto alias = fmt::format("archive-{}", kind);
  json index;
  index["aliases"][alias]["filter"] = json::parse(alias_filter_json(5));
  index["mappings"]["_meta"] = {
      {"schema", kDocumentSchema}, {"language", "en"}, {"analyzer", "words"}};
  index["settings"]["index"] = {{"number_of_shards", "3"}, {"number_of_replicas", "1"}};
  return index;
}

StubAnswer state_or(const StubRequest& request, const std::function<StubAnswer()>& otherwise) {
  if (request.target.starts_with("/archive-articles,archive-events?")) {
    const json state{{"archive-articles-2", index_json("articles")},
                     {"archive-events-2", index_json("events")}};
    return stub_answer(200, state.dump());
  }
  if (request.target.starts_with("/archive-state")) return stub_answer(404, R"({"found":false})");
  return otherwise();
}

// A cluster that answers every search alike.
class StubCluster {
 public:
  explicit StubCluster(std::string answer = {}, int status = 200)
      : server_([=](const StubRequest& request) {
          return state_or(request, [&] { return stub_answer(status, answer); });
        }),
        view_(parse_cluster_address(server_.url()), ClusterAccess{}) {}

  [[nodiscard]] ClusterView& view() noexcept { return view_; }
  [[nodiscard]] json last_body() const { return json::parse(server_.requests().back().body); }
  [[nodiscard]] std::string last_target() const { return server_.requests().back().target; }

 private:
  StubServer server_;
  ClusterView view_;
};

constexpr std::string_view kFound =
    R"({"timed_out":false,"_shards":{"total":3,"successful":3,"failed":0},"hits":{"total":{"value":2}}})";
constexpr std::string_view kPart =
    R"({"timed_out":false,"_shards":{"total":3,"successful":2,"failed":1},"hits":{"total":{"value":2}}})";

class Translation {
 public:
  [[nodiscard]] std::string of(const char* query, DocumentKind kind = DocumentKind::article) {
    const QueryAnalyzer make(analyzer_, stop_words_, variants_,
                             [](const std::string&) { return false; });
    auto analyzer = make;
    const auto condition = analyzer.analyze(*parse_query(query).root);
    return queries().query(*condition, kind).dump();
  }
  [[nodiscard]] ConditionQueries queries() { return {cluster_.view(), words_}; }

 private:
  StubCluster cluster_{std::string{kFound}};
  Analyzer analyzer_{"en"};
  StopWords stop_words_{"en"};
  WordVariants variants_;
  ClusterWords words_{cluster_.view(), analyzer_};
};

}  // namespace

TEST_CASE("a reader asks the indices in force for the documents of its generation", "[cluster]") {
  StubCluster cluster{std::string{kFound}};
  CHECK(cluster.view().state().generation == 5);
  CHECK(cluster.view().state().events.shards == 3);
  CHECK(cluster.view().count(DocumentKind::event, {{"match_all", json::object()}}) == 2);
  CHECK(cluster.last_target() == "/archive-events-2/_search?allow_partial_search_results=false");
  const auto filter = cluster.last_body()["query"]["bool"];
  CHECK(filter["filter"].dump() == R"([{"range":{"added":{"lte":5}}}])");
  CHECK(filter["must_not"].dump() == R"([{"range":{"removed":{"lte":5}}}])");
}

TEST_CASE("figures of a part of the shards are no answer", "[cluster]") {
  StubCluster part{std::string{kPart}};
  CHECK_THROWS_AS(part.view().count(DocumentKind::event, {{"match_all", json::object()}}),
                  ClusterError);
  StubCluster torn{R"({"hits":)"};
  CHECK_THROWS_AS(torn.view().count(DocumentKind::event, {{"match_all", json::object()}}),
                  ClusterError);
  StubCluster busy{R"({"error":{"reason":"queue full"}})", 429};
  try {
    (void)busy.view().count(DocumentKind::event, {{"match_all", json::object()}});
    FAIL("it was answered");
  } catch (const ClusterError& error) {
    CHECK(error.cause() == ClusterFault::busy);
  }
  StubCluster one{
      fmt::format(R"({{"responses":[{{"status":200,{}}}]}})", kPart.substr(1, kPart.size() - 2))};
  CHECK_THROWS_AS(one.view().search_all(DocumentKind::event, {json::object()}), ClusterError);
}

TEST_CASE("conditions become queries", "[cluster]") {
  Translation query;
  CHECK(query.of("treaty") == R"({"term":{"tok_rank":"treati"}})");
  CHECK(query.of("treaty", DocumentKind::event) == R"({"term":{"tok":"treati"}})");
  CHECK(query.of("title:treaty") == R"({"term":{"tok_title":"treati"}})");
  CHECK(query.of("text:treaty") == R"({"term":{"tok_body":"treati"}})");
  CHECK(query.of(R"("arms treaty")", DocumentKind::event) ==
        R"({"match_phrase":{"tok":"arm treati"}})");
  CHECK(query.of(R"("arms treaty"~5)", DocumentKind::event) ==
        R"({"intervals":{"tok":{"match":{"max_gaps":5,"ordered":false,"query":"arm treati"}}}})");
  CHECK(
      query.of("treaty -nuclear", DocumentKind::event) ==
      R"({"bool":{"filter":[{"term":{"tok":"treati"}}],"must_not":[{"term":{"tok":"nuclear"}}]}})");
  CHECK(
      query.of("treaty OR nuclear", DocumentKind::event) ==
      R"({"bool":{"minimum_should_match":1,"should":[{"term":{"tok":"treati"}},{"term":{"tok":"nuclear"}}]}})");
}

TEST_CASE("filters become queries", "[cluster]") {
  Translation query;
  CHECK(query.of("country:RU") == R"({"term":{"countries":"RU"}})");
  CHECK(query.of("country:RU&CN") ==
        R"({"bool":{"filter":[{"term":{"countries":"CN"}},{"term":{"countries":"RU"}}]}})");
  CHECK(query.of("country:none") == R"({"bool":{"must_not":[{"exists":{"field":"countries"}}]}})");
  CHECK(query.of("pair:CN-RU") ==
        R"({"bool":{"filter":[{"term":{"about":"CN"}},{"term":{"about":"RU"}}]}})");
  CHECK(query.of("origin:log") == R"({"term":{"origin":"log"}})");
  CHECK(query.of(R"(source:"The Guardian")") == R"({"term":{"source_keys":"guardian"}})");
  CHECK(
      query.of("date:2001-02-14", DocumentKind::event) ==
      R"({"bool":{"filter":[{"range":{"days":{"gte":730530,"lte":730530,"relation":"intersects"}}}]}})");
  CHECK(query.of("date:none") == R"({"bool":{"must_not":[{"term":{"dated":true}}]}})");
  CHECK(query.of("id:a/b") == R"({"term":{"aid":"a/b"}})");
  CHECK(query.of("id:a#00000001", DocumentKind::event) == R"({"term":{"eid":"a#00000001"}})");
}

TEST_CASE("a query of more clauses than a cluster takes is refused before it is sent",
          "[cluster]") {
  CHECK(clauses_of({{"match_phrase", {{"tok", "a b c"}}}}) == 3);
  CHECK(clauses_of(json::parse(
            R"({"bool":{"filter":[{"term":{"tok":"a"}},{"range":{"days":{"gte":1}}}],
                "must_not":[{"intervals":{"tok":{"match":{"query":"a b","filter":
                {"contained_by":{"match":{"query":"a b c"}}}}}}}]}})")) == 7);
  Translation translation;
  ReadRequest request;
  std::vector<Condition> phrases;
  for (int i = 0; i < 200; ++i) {
    TextCondition phrase;
    phrase.form = TextForm::phrase;
    phrase.terms = {"a", "b"};
    phrases.push_back({std::move(phrase)});
  }
  request.condition = Condition{AllOf<Condition>{std::move(phrases)}};
  CHECK_THROWS_AS(translation.queries().query(request), UnsupportedError);  // in four fields each
}

TEST_CASE("what a cluster does not give is refused with a sentence", "[cluster]") {
  SearchRequest request;
  CHECK_NOTHROW(require_supported(request));
  request.expand = true;
  CHECK_THROWS_WITH(require_supported(request), Catch::Contains("does not expand"));
  request.expand = false;
  request.fold = true;
  CHECK_NOTHROW(require_supported(request));  // articles are never folded
  request.kind = DocumentKind::event;
  CHECK_THROWS_WITH(require_supported(request), Catch::Contains("fold"));
  request = {};
  request.similar_to = "a";
  CHECK_THROWS_AS(require_supported(request), UnsupportedError);
  CHECK_THROWS_AS(refuse(ClusterWish::explain), UnsupportedError);
}

}  // namespace dateline::test
