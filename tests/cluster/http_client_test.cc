#include <zlib.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "cluster/http/answer_json.h"
#include "cluster/http/cluster_error.h"
#include "cluster/http/http_client.h"
#include "searcher/match/search_stop.h"
#include "tests/cluster/stub_server.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kBase64OfMeHush = "bWU6aHVzaA==";

ClusterAccess impatient() {
  ClusterAccess access;
  access.patience = milliseconds{300};
  return access;
}

// What sending throws; `cause` is what it must be.
std::string failure(HttpClient& client, ClusterFault cause) {
  try {
    static_cast<void>(client.send(HttpMethod::get, "/"));
  } catch (const ClusterError& error) {
    CHECK(error.cause() == cause);
    CHECK(error.fault() == IndexFault::missing);
    return error.what();
  }
  return "nothing failed";
}

std::string failure(const StubServer& stub, ClusterFault cause) {
  HttpClient client(parse_cluster_address(stub.url()), impatient());
  return failure(client, cause);
}

// What require_ok says of it.
std::pair<ClusterFault, std::string> told(int status, std::string_view body) {
  try {
    require_ok({status, std::string{body}, "http://h/a"}, "searching");
  } catch (const ClusterError& error) {
    return {error.cause(), error.what()};
  }
  return {ClusterFault::wrong, "nothing failed"};
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  std::string packed(text.size() + 1024, '\0');
  if (deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK) std::abort();
  std::string input = text;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) std::abort();
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace

TEST_CASE("requests go over one connection, as they were asked", "[cluster][http]") {
  const StubServer stub([](const StubRequest& request) {
    return stub_answer(request.method == "HEAD" ? 204 : 200, request.method == "HEAD" ? "" : "{}");
  });
  HttpClient client(parse_cluster_address(stub.url()));
  const std::vector<std::pair<HttpMethod, std::string>> sent{
      {HttpMethod::post, "{\"a\":1}"}, {HttpMethod::get, ""},       {HttpMethod::head, ""},
      {HttpMethod::put, "{}"},         {HttpMethod::remove, ""},    {HttpMethod::get, ""},
      {HttpMethod::post, ""},          {HttpMethod::remove, "{1}"}, {HttpMethod::get, ""}};
  for (const auto& [method, body] : sent) {
    const auto answer = client.send(method, "/archive-articles/_search?size=0", body);
    CHECK(answer.status == (method == HttpMethod::head ? 204 : 200));
    CHECK(answer.body == (method == HttpMethod::head ? "" : "{}"));
    CHECK(answer.place == stub.url());
  }
  CHECK(stub.connection_count() == 1);
  const auto came = stub.requests();
  REQUIRE(came.size() == sent.size());
  const char* const names[] = {"POST", "GET",  "HEAD",   "PUT", "DELETE",
                               "GET",  "POST", "DELETE", "GET"};
  for (std::size_t i = 0; i < sent.size(); ++i) {
    CAPTURE(i);
    CHECK(came[i].method == names[i]);
    CHECK(came[i].target == "/archive-articles/_search?size=0");
    CHECK(came[i].body == sent[i].second);
    CHECK(came[i].header("Content-Type") == (sent[i].second.empty() ? "" : "application/json"));
    CHECK(came[i].header("Expect").empty());
    CHECK(came[i].header("Authorization").empty());
  }
}

TEST_CASE("a path before the archive's name is kept", "[cluster][http]") {
  const StubServer stub([](const StubRequest&) { return stub_answer(200, "{}"); });
  auto address = parse_cluster_address(stub.url());
  address.base += "/search/v1";
  HttpClient client(address);
  static_cast<void>(client.send(HttpMethod::post, "/_bulk", "a\nb\n", "application/x-ndjson"));
  CHECK(stub.requests().at(0).target == "/search/v1/_bulk");
  CHECK(stub.requests().at(0).body == "a\nb\n");
  CHECK(stub.requests().at(0).header("Content-Type") == "application/x-ndjson");
}

TEST_CASE("a user or a token goes with each request", "[cluster][http]") {
  const StubServer stub([](const StubRequest&) { return stub_answer(200, "{}"); });
  ClusterAccess access;
  access.credentials = {"me", "hush", ""};
  HttpClient user(parse_cluster_address(stub.url()), access);
  access.credentials = {"", "", "abc.def"};
  HttpClient token(parse_cluster_address(stub.url()), access);
  for (auto* client : {&user, &token, &user})
    static_cast<void>(client->send(HttpMethod::post, "/_bulk", "{}"));
  const auto came = stub.requests();
  CHECK(came.at(0).header("Authorization") == "Basic " + std::string{kBase64OfMeHush});
  CHECK(came.at(1).header("Authorization") == "Bearer abc.def");
  CHECK(came.at(2).header("Authorization") == "Basic " + std::string{kBase64OfMeHush});
}

TEST_CASE("credentials never go over a network unencrypted", "[cluster][http]") {
  ClusterAccess access;
  access.credentials = {"", "", "hush"};
  CHECK_THROWS_AS(HttpClient(parse_cluster_address("http://host.invalid/a"), access),
                  ClusterUsageError);
  CHECK_THROWS_WITH(HttpClient(parse_cluster_address("http://host.invalid/a"), access),
                    Catch::Contains("https://") && !Catch::Contains("hush"));
  CHECK_NOTHROW(HttpClient(parse_cluster_address("https://host.invalid/a"), access));
  CHECK_NOTHROW(HttpClient(parse_cluster_address("http://[::1]:9/a"), access));
  CHECK_NOTHROW(HttpClient(parse_cluster_address("http://host.invalid/a")));
}

TEST_CASE("proxies of the environment are not asked", "[cluster][http]") {
  const StubServer stub([](const StubRequest&) { return stub_answer(200, "{}"); });
  ::setenv("http_proxy", "http://127.0.0.1:9", 1);
  ::setenv("ALL_PROXY", "http://127.0.0.1:9", 1);
  HttpClient client(parse_cluster_address(stub.url()));
  CHECK(client.send(HttpMethod::get, "/").status == 200);
  ::unsetenv("http_proxy");
  ::unsetenv("ALL_PROXY");
}

TEST_CASE("a redirect is refused", "[cluster][http]") {
  for (const int status : {301, 302, 307, 308}) {
    const StubServer stub([status](const StubRequest& request) {
      return request.target == "/" ? stub_answer(status, "", "Location: /elsewhere\r\n")
                                   : stub_answer(200, "{}");
    });
    CHECK_THAT(failure(stub, ClusterFault::wrong), Catch::Contains("not followed"));
    CHECK(stub.requests().size() == 1);
  }
}

TEST_CASE("an answer that is not whole is none", "[cluster][http]") {
  for (const auto* bytes :
       {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"took\":1,",
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n", "",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n"}) {
    CAPTURE(bytes);
    const StubServer stub([bytes](const StubRequest&) { return StubAnswer{bytes, true}; });
    CHECK_THAT(failure(stub, ClusterFault::no_answer), Catch::Contains("the connection broke"));
  }
}

TEST_CASE("what speaks no HTTP is none", "[cluster][http]") {
  const StubServer stub([](const StubRequest&) { return StubAnswer{"220 mail\r\n\r\n", true}; });
  CHECK_THAT(failure(stub, ClusterFault::wrong), Catch::Contains("no answer"));
}

TEST_CASE("a node that hangs is given up", "[cluster][http]") {
  const StubServer silent([](const StubRequest&) { return StubAnswer{}; });
  CHECK_THAT(failure(silent, ClusterFault::no_answer), Catch::Contains("no answer within 1 s"));
  const StubServer halting([](const StubRequest&) {
    return StubAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"};
  });
  CHECK_THAT(failure(halting, ClusterFault::no_answer), Catch::Contains("no answer within 1 s"));
}

TEST_CASE("where nobody listens is told, and the client goes on afterwards", "[cluster][http]") {
  std::string url;
  {
    const StubServer gone([](const StubRequest&) { return stub_answer(200, "{}"); });
    url = gone.url();
  }
  HttpClient client(parse_cluster_address(url), impatient());
  const auto message = failure(client, ClusterFault::no_answer);
  CHECK_THAT(message, Catch::Contains("cluster " + url + ": nobody listens there"));
  HttpClient nowhere(parse_cluster_address("http://nowhere.invalid/a"));
  CHECK_THAT(failure(nowhere, ClusterFault::no_answer), Catch::Contains("host is not known"));
}

TEST_CASE("a failed request does not spoil the next one", "[cluster][http]") {
  int count = 0;
  const StubServer stub([&count](const StubRequest&) {
    return ++count == 1 ? StubAnswer{"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", true}
                        : stub_answer(200, "{}");
  });
  HttpClient client(parse_cluster_address(stub.url()));
  CHECK_THAT(failure(client, ClusterFault::no_answer), Catch::Contains("the connection broke"));
  CHECK(client.send(HttpMethod::post, "/", "{}").body == "{}");
}

TEST_CASE("a kept connection that was closed is made anew", "[cluster][http]") {
  const StubServer stub([](const StubRequest&) {
    auto answer = stub_answer(200, "{}");
    answer.closes = true;
    return answer;
  });
  HttpClient client(parse_cluster_address(stub.url()));
  for (int i = 0; i < 3; ++i) CHECK(client.send(HttpMethod::post, "/", "{}").body == "{}");
  CHECK(stub.connection_count() == 3);
}

TEST_CASE("answers come packed, and are bounded unpacked", "[cluster][http]") {
  const std::string large(100'000, 'x');
  const StubServer stub([&](const StubRequest& request) {
    return request.header("Accept-Encoding") == "gzip"
               ? stub_answer(200, gzipped(large), "Content-Encoding: gzip\r\n")
               : stub_answer(500, "");
  });
  auto access = impatient();
  access.max_answer_bytes = large.size();
  HttpClient client(parse_cluster_address(stub.url()), access);
  CHECK(client.send(HttpMethod::get, "/").body == large);
  access.max_answer_bytes = large.size() - 1;
  HttpClient bounded(parse_cluster_address(stub.url()), access);
  CHECK_THAT(failure(bounded, ClusterFault::wrong), Catch::Contains("was broken off"));
}

TEST_CASE("a transfer stops when it is asked to", "[cluster][http]") {
  std::atomic<bool> stop = false;
  const StubServer stub([&stop](const StubRequest&) {
    stop = true;
    return StubAnswer{};
  });
  HttpClient client(parse_cluster_address(stub.url()));
  client.stop_when(&stop);
  CHECK_THROWS_AS(client.send(HttpMethod::get, "/"), SearchStopped);
}

TEST_CASE("what a status means is told in words", "[cluster][http]") {
  constexpr auto kBody =
      R"({"error":{"root_cause":[{"type":"t_exception","reason":"because"}],"type":"o","reason":"p"}})";
  struct Case {
    int status;
    ClusterFault cause;
    const char* words;
  };
  for (const auto& c :
       {Case{401, ClusterFault::denied, "does not know who asks: set $DATELINE_CLUSTER_USER"},
        Case{403, ClusterFault::denied, "does not allow that"},
        Case{404, ClusterFault::absent, "no such archive: 'dateline index --cluster'"},
        Case{409, ClusterFault::conflict, "another has written"},
        Case{413, ClusterFault::wrong, "larger than it takes"},
        Case{429, ClusterFault::busy, "too much to do"},
        Case{503, ClusterFault::busy, "is not ready"},
        Case{400, ClusterFault::wrong, "cannot do that"},
        Case{500, ClusterFault::wrong, "cannot do that"}}) {
    CAPTURE(c.status);
    const auto [cause, text] = told(c.status, kBody);
    CHECK(cause == c.cause);
    CHECK_THAT(text, Catch::StartsWith("cluster http://h/a: searching: "));
    CHECK_THAT(text, Catch::Contains(c.words));
    CHECK_THAT(text, Catch::Contains("t_exception: because"));
    CHECK_THAT(text, Catch::Contains("status " + std::to_string(c.status)));
  }
  CHECK_NOTHROW(require_ok({201, "", "http://h/a"}, "writing"));
  CHECK_THAT(told(502, "<html>").second, Catch::Contains("perhaps no OpenSearch"));
  CHECK_THAT(told(403, "").second, Catch::EndsWith("(status 403)"));
  CHECK_THAT(told(401, R"({"error":"plain"})").second, Catch::Contains("plain"));
  const auto long_reason = R"({"error":")" + std::string(299, 'x') + "\xC3\xA4" + R"("})";
  CHECK_THAT(told(400, long_reason).second, Catch::Contains("x…"));
}

TEST_CASE("values are read out of answers, or it is said what is not there", "[cluster][http]") {
  const HttpAnswer answer{200, R"({"hits":{"total":{"value":7}},"took":1.5,"name":"x","a":[1,2]})",
                          "http://h/a"};
  const AnswerJson json(answer, "searching");
  CHECK(json.read<std::int64_t>("hits.total.value") == 7);
  CHECK(json.read<double>("took") == 1.5);
  CHECK(json.read<std::string_view>("name") == "x");
  CHECK(json.read<simdjson::dom::array>("a").size() == 2);
  CHECK_FALSE(AnswerJson::find(json.root(), "hits.none"));
  CHECK_FALSE(AnswerJson::find(json.root(), "name.none"));
  for (const auto* path : {"none", "hits.total", "name", "hits.none.value"}) {
    CAPTURE(path);
    CHECK_THROWS_AS(json.read<std::int64_t>(path), ClusterError);
    CHECK_THROWS_WITH(json.read<std::int64_t>(path), Catch::Contains(path));
  }
  CHECK_THROWS_WITH(AnswerJson({200, "<html>", "http://h/a"}, "searching"),
                    Catch::Contains("no JSON"));
  CHECK_THROWS_WITH(AnswerJson({200, R"({"a":)", "http://h/a"}, "searching"),
                    Catch::Contains("no JSON"));
  CHECK_THROWS_AS(AnswerJson({404, "{}", "http://h/a"}, "searching"), ClusterError);
}

TEST_CASE("a search that some shards did not answer is refused", "[cluster][http]") {
  const auto check = [](const char* body) {
    AnswerJson({200, body, "http://h/a"}, "searching").require_whole();
  };
  CHECK_NOTHROW(
      check(R"({"timed_out":false,"_shards":{"total":3,"successful":3,"skipped":1,"failed":0}})"));
  CHECK_NOTHROW(check(R"({"count":1,"_shards":{"total":3,"successful":3,"failed":0}})"));
  CHECK_THROWS_WITH(check(R"({"timed_out":false,"_shards":{"total":3,"successful":2,"failed":1}})"),
                    Catch::Contains("1 of 3 shards"));
  CHECK_THROWS_WITH(check(R"({"timed_out":false,"_shards":{"total":3,"successful":2,"failed":0}})"),
                    Catch::Contains("1 of 3 shards"));
  CHECK_THROWS_WITH(check(R"({"timed_out":true,"_shards":{"total":3,"successful":3,"failed":0}})"),
                    Catch::Contains("gave up"));
  CHECK_THROWS_AS(check(R"({"count":1})"), ClusterError);
}

}  // namespace dateline::test
