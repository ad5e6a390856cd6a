// The server among hostile, slow and vanishing clients.
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <thread>

#include "index/writer_lock.h"
#include "tests/server/served_folder.h"

namespace dateline::test {
namespace {

constexpr const char* kRequest = "GET /v1/search?q=treaty HTTP/1.1\r\nHost: localhost\r\n";

// The status of whatever answers to these bytes; 0: none.
int status_of_raw(const ServedFolder& served, const std::string& bytes) {
  const HttpConnection connection(served.port());
  connection.send(bytes);
  const auto replies = parse_replies(connection.receive_all(5));
  return replies.empty() ? 0 : replies.front().status;
}

bool is_alive(const ServedFolder& served) {
  return served.get("/v1/search?q=treaty").status == 200;
}

std::size_t times(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1))
    ++count;
  return count;
}

// The addresses here that a page leads to, as they are asked for.
std::set<std::string> links_of(std::string_view page) {
  constexpr std::string_view kOpen = "href=\"/";
  std::set<std::string> links;
  for (auto at = page.find(kOpen); at != std::string_view::npos; at = page.find(kOpen, at + 1)) {
    const auto begin = at + kOpen.size() - 1;
    std::string link{page.substr(begin, page.find('"', begin) - begin)};
    link.resize(std::min(link.size(), link.find('#')));
    for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;", amp))
      link.erase(++amp, 4);
    links.insert(std::move(link));
  }
  return links;
}

// The id of an event about a treaty, as it stands in an address.
std::string first_event(const ServedFolder& served) {
  const auto events = nlohmann::json::parse(served.get("/v1/events?q=treaty&limit=1").body);
  std::string id = events.at("hits").front().at("id");
  return id.replace(id.find('#'), 1, "%23");
}

}  // namespace

TEST_CASE("only GET and HEAD are served", "[server][serve]") {
  const ServedFolder served;
  for (const auto* method : {"POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "get"}) {
    CAPTURE(method);
    const auto reply =
        http_get(served.port(), "/v1/search?q=treaty", {"Content-Length: 3"}, method);
    CHECK(reply.status == 405);
    CHECK(reply.header("allow") == "GET, HEAD");
  }
  const auto head = http_get(served.port(), "/v1/search?q=treaty", {}, "HEAD");
  CHECK(head.status == 200);
  CHECK(head.body.empty());
  CHECK(head.header("content-length") ==
        served.get("/v1/search?q=treaty").header("content-length"));
  CHECK(served.get("/v1/search?q=treaty", {"Content-Length: 10"}).status == 413);
  CHECK(is_alive(served));
}

TEST_CASE("strangers' names and pages are turned away", "[server][serve]") {
  const ServedFolder served({"--host", "ir.example.org"});
  CHECK(served.get("/v1/info", {"Host: evil.example"}).status == 421);
  CHECK(served.get("/", {"Host: evil.example"}).status == 421);
  CHECK(served.get("/v1/info", {"Host: ir.example.org"}).status == 200);
  CHECK(served.get("/v1/info", {"Origin: https://evil.example"}).status == 403);
  CHECK(served.get("/v1/info", {"Origin: null"}).status == 403);
  CHECK(served.get("/v1/info", {"Origin: http://ir.example.org"}).status == 200);
  CHECK(status_of_raw(served, "GET / HTTP/1.1\r\n\r\n") == 400);
}

TEST_CASE("hostile requests get their status and harm nobody", "[server][serve]") {
  const ServedFolder served;
  CHECK(served.get("/?q=%").status == 400);
  CHECK(served.get("/?q=%00").status == 400);
  CHECK(served.get("/../etc/passwd").status == 400);
  CHECK(served.get("/%2e%2e/%2e%2e/etc/passwd").status == 400);
  CHECK(served.get("/v1/articles/..%2F..%2Fetc%2Fpasswd").status == 404);
  CHECK(served.get("/v1/articles/%2Fetc%2Fpasswd").status == 404);
  CHECK(served.get("/assets/x/..%2Fpage.css").status == 404);
  const auto long_url = served.get("/?q=" + std::string(64 * 1024, 'a')).status;
  CHECK(long_url == 414);
  std::string many = kRequest;
  for (int i = 0; i < 10'000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  CHECK(status_of_raw(served, many + "\r\n") == 431);
  CHECK(status_of_raw(served, std::string{"GET /a\0b HTTP/1.1\r\nHost: localhost\r\n\r\n", 38}) !=
        200);
  CHECK(status_of_raw(served, "GET /%41%zz HTTP/1.1\r\nHost: localhost\r\n\r\n") == 400);
  CHECK(is_alive(served));
}

TEST_CASE("random bytes leave the server as it was", "[server][serve]") {
  const ServedFolder served;
  std::mt19937 random(7);
  for (int i = 0; i < 60; ++i) {
    std::string bytes(1 + random() % 400, '\0');
    for (auto& byte : bytes) byte = static_cast<char>(random());
    if (i % 3 == 0) bytes = "GET /" + bytes;
    if (i % 3 == 1) bytes = std::string{kRequest} + bytes + "\r\n\r\n";
    const HttpConnection connection(served.port());
    connection.send(bytes);
    connection.half_close();
    (void)connection.receive_all(2);
  }
  CHECK(is_alive(served));
}

TEST_CASE("requests that follow each other at once are answered in their order",
          "[server][serve]") {
  const ServedFolder served;
  const HttpConnection connection(served.port());
  std::string all;
  for (const auto* target : {"/v1/search?q=treaty", "/v1/nothing", "/v1/search?q=summit"})
    all += std::string{"GET "} + target + " HTTP/1.1\r\nHost: localhost\r\n" +
           (std::string_view{target}.ends_with("summit") ? "Connection: close\r\n\r\n" : "\r\n");
  connection.send(all);
  const auto replies = parse_replies(connection.receive_all());
  REQUIRE(replies.size() == 3);
  CHECK(replies[0].status == 200);
  CHECK(replies[1].status == 404);
  CHECK(replies[2].body == served.get("/v1/search?q=summit").body);
}

TEST_CASE("a client that has closed its side waits for its answer", "[server][serve]") {
  const ServedFolder served;
  const HttpConnection connection(served.port());
  connection.send(std::string{kRequest} + "\r\n");
  connection.half_close();
  const auto replies = parse_replies(connection.receive_all());
  REQUIRE(replies.size() == 1);
  CHECK(replies.front().status == 200);
}

TEST_CASE("slow clients do not delay others", "[server][serve]") {
  const ServedFolder served;
  std::vector<HttpConnection> slow;
  for (int i = 0; i < 100; ++i) {
    slow.emplace_back(served.port());
    slow.back().send(i % 2 == 0 ? "GET /v1/search?q=tr" : std::string{kRequest} + "\r\n");
  }
  for (int i = 0; i < 20; ++i) CHECK(is_alive(served));
}

TEST_CASE("all pages and answers forbid what is not theirs", "[server][serve]") {
  const ServedFolder served;
  for (const auto* target : {"/", "/?q=treaty", "/v1/search?q=treaty", "/v1/nothing", "/nothing",
                             "/help", "/?q=contry:RU"}) {
    CAPTURE(target);
    const auto reply = served.get(target);
    CHECK_THAT(reply.header("content-security-policy"), Catch::StartsWith("default-src 'none'"));
    CHECK(reply.header("x-content-type-options") == "nosniff");
    CHECK(reply.header("cross-origin-resource-policy") == "same-origin");
    CHECK(reply.body.find("<script>") == std::string::npos);
    CHECK(reply.body.find(" style=") == std::string::npos);
    CHECK(reply.body.find(" onclick") == std::string::npos);
  }
}

TEST_CASE("what an article says is shown and not obeyed", "[server][serve]") {
  const std::string hostile =
      "<script>alert(1)</script> \"treaty\" \x1B[31m\n\nA <img src=x onerror=alert(2)> treaty was "
      "signed on 19 February 2001 in Russia. \xE2\x80\xAE txet\n";
  const ServedFolder served({}, {{"in/x<b>.txt", hostile}}, "in");
  for (const auto* target : {"/?q=treaty", "/?q=treaty&events=1", "/timeline?q=treaty",
                             "/article/x%3Cb%3E.txt", "/why?why=country:RU&id=x%3Cb%3E.txt",
                             "/?q=%3Cscript%3Ealert(3)%3C/script%3E", "/?q=x:%22%3E%3Cscript%3E"}) {
    CAPTURE(target);
    const auto body = served.get(target).body;
    CHECK_FALSE(body.empty());
    CHECK(body.find("<script>") == std::string::npos);
    CHECK(body.find("<img") == std::string::npos);
    CHECK(body.find('\x1B') == std::string::npos);
    CHECK(body.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("pages work below a path, whether a proxy takes it off or not", "[server][serve]") {
  const ServedFolder served({"--base-path", "archive/", "--host", "ir.example.org"});
  for (const auto* target : {"/archive/?q=treaty", "/?q=treaty"}) {
    CAPTURE(target);
    const auto reply = served.get(target, {"Host: ir.example.org"});
    CHECK(reply.status == 200);
    CHECK_THAT(reply.body, Catch::Contains("action=\"/archive/\""));
    CHECK(reply.body.find("href=\"/help") == std::string::npos);
  }
  CHECK(served.get("/archive/v1/search?q=treaty").status == 200);
  const auto moved = served.get("/archive/?country=RU&q=treaty");
  CHECK(moved.status == 302);
  CHECK(moved.header("location") == "/archive/?q=treaty&country=RU");
}

TEST_CASE("every page is there, and says what to do where nothing is", "[server][serve]") {
  const ServedFolder served;
  for (const auto* target :
       {"/", "/?q=treaty", "/?q=treaty&events=1", "/timeline", "/pairs", "/help", "/watch",
        "/article/2001-q3-china-russia.txt", "/timeline?q=treaty",
        "/similar?id=2001-q3-china-russia.txt", "/pairs?q=treaty", "/?q=zzyzx",
        "/?country=RU&from=2001&to=2001&share=1"}) {
    CAPTURE(target);
    const auto reply = served.get(target);
    CHECK(reply.status == 200);
    CHECK_THAT(reply.body, Catch::StartsWith("<!doctype html>"));
    CHECK_THAT(reply.body, Catch::Contains("</html>"));
    CHECK(reply.body.find("{{") == std::string::npos);
  }
  CHECK(served.get("/nothing").status == 404);
  CHECK(served.get("/article/none.txt").status == 404);
  const auto wrong = served.get("/?q=treaty+contry:RU");
  CHECK(wrong.status == 400);
  CHECK_THAT(wrong.body, Catch::Contains("<mark>contry"));
}

TEST_CASE("every view shows what its count speaks of", "[server][serve]") {
  const ServedFolder served;
  // No event has these words as they are spelled; events of "treaty" and "summit" are shown.
  for (const std::string query : {"treatyy", "sumnmit"}) {
    CAPTURE(query);
    CHECK(times(served.get("/?q=" + query + "&events=1").body, "class=\"hit\"") > 0);
    CHECK(times(served.get("/timeline?q=" + query).body, "class=\"entry\"") > 0);
    CHECK(times(served.get("/pairs?q=" + query).body, "<table class=\"matrix") == 1);
  }
}

TEST_CASE("no page grows with the limit that its address asks for", "[server][serve]") {
  std::string entries = "Timeline of Treaties and Maize\n\n";
  for (int i = 0; i < 600; ++i) {
    entries += "May " + std::to_string(1 + i % 28) + ", " + std::to_string(1990 + i / 28) + ": " +
               (i % 2 == 0 ? "Norway and Russia sign a treaty on herring quotas.\n\n"
                           : "Kenya sells maize to its neighbours.\n\n");
  }
  const ServedFolder served({}, {{"in/a.txt", entries}}, "in");
  const auto similar = "/similar?limit=4294967295&id=" + first_event(served);
  for (const auto& target : {std::string{"/?from=1900&events=1&limit=4294967295"}, similar}) {
    CAPTURE(target);
    const auto reply = served.get(target);
    CHECK(reply.status == 200);
    CHECK(times(reply.body, "class=\"hit\"") == 200);
  }
}

TEST_CASE("whatever a page links to is there", "[server][serve]") {
  const ServedFolder served;
  const std::set<std::string> pages{"/",
                                    "/?q=treaty",
                                    "/?q=treaty&events=1&open=region&open=person",
                                    "/?country=RU&from=2001&by=month",
                                    "/?q=treaty&offset=100000",
                                    "/?q=zzyzx",
                                    "/timeline",
                                    "/timeline?q=treaty",
                                    "/pairs",
                                    "/pairs?q=treaty",
                                    "/help",
                                    "/article/" + first_event(served),
                                    "/similar?id=" + first_event(served),
                                    "/why?id=2001-q3-china-russia.txt&why=country%3ARU"};
  std::set<std::string> links;
  for (const auto& page : pages) links.merge(links_of(served.get(page).body));
  CHECK(links.size() > 300);
  for (const auto& link : links) {
    CAPTURE(link);
    CHECK(served.get(link).status == 200);
  }
}

TEST_CASE("behind its end an answer says so, and leads back", "[server][serve]") {
  const ServedFolder served;
  const auto reply = served.get("/?q=treaty&offset=100000");
  CHECK(reply.body.find("Nothing found") == std::string::npos);
  CHECK_THAT(reply.body, Catch::Contains("ends before this page"));
  const auto back = reply.body.find("rel=\"prev\"");
  REQUIRE(back != std::string::npos);
  const auto last = links_of(reply.body.substr(back, reply.body.find('>', back) - back + 1));
  REQUIRE(last.size() == 1);
  CHECK(times(served.get(*last.begin()).body, "class=\"hit\"") > 0);
  CHECK_THAT(served.get("/?q=zzyzx").body, Catch::Contains("Nothing found"));
}

TEST_CASE("an event's address leads to its place", "[server][serve]") {
  const ServedFolder served;
  const auto id = first_event(served);
  const auto anchor = "e-" + id.substr(id.find("%23") + 3);
  CHECK_THAT(served.get("/?q=treaty&events=1").body,
             Catch::Contains("href=\"/article/" + id + "#" + anchor + "\""));
  CHECK(times(served.get("/article/" + id).body, "id=\"" + anchor + "\"") == 1);
}

TEST_CASE("an article that appeared on one day is cited by it", "[server][serve]") {
  const ServedFolder served(
      {},
      {{"in/a.txt",
        "The Price of Herring\n\nMay 3, 2021\n\nThe envoys of Norway and "
        "Sweden met on the quay, and nobody could say what they agreed on.\n"},
       {"in/b.txt",
        "The Price of Cod\n\nMay 2021\n\nThe envoys of Norway and Sweden "
        "met on the quay again, and nobody could say what they agreed on.\n"}},
      "in");
  CHECK_THAT(served.get("/article/a.txt").body, Catch::Contains("date = {2021-05-03},"));
  CHECK_THAT(served.get("/article/b.txt").body, Catch::Contains("date = {2021-05-01/2021-05-31},"));
}

TEST_CASE("where an event has gone its article is offered", "[server][serve]") {
  const ServedFolder served;
  const auto lost = served.get("/article/2001-q3-china-russia.txt%23ffffffff");
  CHECK(lost.status == 404);
  CHECK_THAT(lost.body, Catch::Contains("href=\"/article/2001-q3-china-russia.txt\""));
  CHECK(served.get("/article/none.txt%23ffffffff").body.find("href=\"/article") ==
        std::string::npos);
}

TEST_CASE("a filter that cannot be understood can be left out", "[server][serve]") {
  const ServedFolder served;
  CHECK_THAT(served.get("/?q=treaty&from=never").body, Catch::Contains("href=\"/?q=treaty\""));
  CHECK_THAT(served.get("/timeline?q=treaty&country=Atlantis").body,
             Catch::Contains("href=\"/timeline?q=treaty\""));
}

TEST_CASE("a query that cannot be understood leads to what was meant", "[server][serve]") {
  const ServedFolder served;
  CHECK_THAT(served.get("/?q=contry:RU").body, Catch::Contains("href=\"/?q=country:RU\""));
  CHECK_THAT(served.get("/?q=treaty+country:Russai").body,
             Catch::Contains("href=\"/?q=treaty+country:Russia\""));
  CHECK(served.get("/?q=foo:bar").body.find("Search for") == std::string::npos);
}

TEST_CASE("an event is shown in its whole article, its place marked", "[server][serve]") {
  const ServedFolder served;
  const auto id = first_event(served);
  const auto article = served.get("/article/" + id.substr(0, id.find("%23"))).body;
  const auto event = served.get("/article/" + id).body;
  CHECK(times(article, "class=\"event focus\"") == 0);
  CHECK(times(event, "class=\"event focus\"") == 1);
  CHECK(times(event, "class=\"block") == times(article, "class=\"block"));
  CHECK(times(event, "class=\"event") == times(article, "class=\"event"));
}

TEST_CASE("without an index pages say so, and serve it when there is one", "[server][serve]") {
  ServedFolder served;
  std::filesystem::rename(served.folder().dir().path() / "idx",
                          served.folder().dir().path() / "gone");
  const auto reply = served.get("/?q=treaty");
  CHECK(reply.status == 503);
  CHECK_THAT(reply.body, Catch::Contains("dateline index"));
  CHECK(served.get("/v1/search?q=treaty").status == 503);
  std::filesystem::rename(served.folder().dir().path() / "gone",
                          served.folder().dir().path() / "idx");
  CHECK(is_alive(served));
}

TEST_CASE("pages say that articles are being read in, as long as they are", "[server][serve]") {
  ServedFolder served;
  const auto quiet = served.get("/?q=treaty");
  CHECK_THAT(quiet.body, !Catch::Contains("are being read in"));
  {
    const WriterLock writer(served.folder().dir().path() / "idx");
    const auto page = served.get("/?q=treaty", {"If-None-Match: " + quiet.header("etag")});
    CHECK(page.status == 200);
    CHECK_THAT(page.body, Catch::Contains("are being read in"));
  }
  CHECK(served.get("/?q=treaty", {"If-None-Match: " + quiet.header("etag")}).status == 304);
}

TEST_CASE("a publication in the middle loses no request", "[server][serve]") {
  ServedFolder served({}, {{"in/a.txt", "A treaty\n\nA treaty was signed on 19 February 2001.\n"}},
                      "in");
  std::atomic<bool> is_over{false};
  std::atomic<int> failed{0};
  std::atomic<int> asked{0};
  std::vector<std::jthread> clients;
  for (int i = 0; i < 4; ++i) {
    clients.emplace_back([&] {
      while (!is_over) {
        failed += is_alive(served) ? 0 : 1;
        ++asked;
      }
    });
  }
  for (int i = 0; i < 5; ++i) {
    (void)served.folder().dir().write(
        "in/" + std::to_string(i) + ".txt",
        "Another treaty\n\nSigned in 200" + std::to_string(i) + ".\n");
    CHECK(run_on_index(served.folder().dir(), {"index", "--quiet"}, {"in"}).code == 0);
  }
  is_over = true;
  clients.clear();
  CHECK(asked > 0);
  CHECK(failed == 0);
  CHECK(nlohmann::json::parse(served.get("/v1/search?q=treaty").body).at("total") == 6);
}

TEST_CASE("SIGTERM ends the server, and what was asked is answered", "[server][serve]") {
  ServedFolder served;
  CHECK(is_alive(served));
  const HttpConnection idle(served.port());
  served.server().send(SIGTERM);
  CHECK(served.server().wait().code == 0);
}

TEST_CASE("the access log has a line a request, and nothing that a terminal obeys",
          "[server][serve]") {
  ServedFolder served({"--access-log"});
  CHECK(served.get("/v1/search?q=treaty").status == 200);
  CHECK(served.get("/?q=%1b[31m\x1b[31m\"").status >= 200);
  served.server().send(SIGTERM);
  const auto outcome = served.server().wait();
  CHECK_THAT(outcome.err, Catch::Contains("\"GET /v1/search?q=treaty\" 200 "));
  CHECK(outcome.err.find('\x1b') == std::string::npos);
}

TEST_CASE("what cannot be served is refused with a message", "[server][serve]") {
  const IndexedFolder folder({{"in/a.txt", "A treaty\n\nIt was signed.\n"}}, "in");
  check_refused(folder.run("serve", {"--listen", "nonsense"}));
  check_refused(folder.run("serve", {"--listen", "127.0.0.1:99999999"}));
  check_refused(folder.run("serve", {"--listen", "127.0.0.1:0", "--base-path", "/a/../b"}));
}

}  // namespace dateline::test
