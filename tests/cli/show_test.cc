// dateline show, as a user runs it.
#include <algorithm>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

const std::string kArticle =
    "\xEF\xBB\xBFTalks in Moscow\r\n\r\nby Ann Example,\r\nFellow, Institute\r\n\r\n"
    "China and Russia met on May 3, 1999.\r\n\r\nChronology\r\n\r\n"
    "May 3, 1999: Talks open in Moscow.\r\n\r\nMay 4-5, 1999: Talks go on in Beijing.\r\n\r\n"
    "May 6, 1999: Talks end.\r\n";

// A PDF of three pages, of one column each: in its text a form feed stands before each page but the
// first.
void add_book(const TempDir& dir) {
  std::filesystem::create_directories(dir.path() / "in");
  std::filesystem::copy_file(DATELINE_SOURCE_DIR "/tests/corpus/fixtures/book.pdf",
                             dir.path() / "in/book.pdf");
}

std::string output(const TempDir& dir, std::vector<std::string> arguments) {
  arguments.insert(arguments.end(), {"--index", "idx"});
  return run_dateline(dir.path(), arguments).out;
}

long page_of(const std::string& text, const json& offset) {
  return 1 + std::count(text.begin(), text.begin() + offset.get<long>(), '\f');
}

// Whether an object's pages are those of its span. Of one without a span there are none.
void check_pages(const std::string& text, const json& object) {
  CAPTURE(object.dump());
  const auto& span = object.at("span");
  if (span.is_null()) {
    CHECK_FALSE(object.contains("page"));
    return;
  }
  const auto first = page_of(text, span.at(0));
  const auto last = page_of(text, span.at(1));
  CHECK(object.at("page") == first);
  CHECK(object.contains("last_page") == (last != first));
  CHECK(object.value("last_page", first) == last);
}

// Shows and proves the trawler's event, which stands on the last page.
void check_event_of_last_page(const TempDir& dir) {
  const auto text = output(dir, {"show", "--raw", "book.pdf"});
  const auto found = json::parse(
      output(dir, {"search", "--events", "--format", "json", "inspects a Russian trawler"}));
  REQUIRE(found.at("total") == 1);
  const auto& hit = found.at("hits").at(0);
  CHECK(hit.at("page") == 3);
  CHECK(hit.at("snippet").at("page") == 3);
  const auto id = hit.at("id").get<std::string>();
  const auto shown = json::parse(output(dir, {"show", "--format", "json", id}));
  CHECK(shown.at("events").at(0).at("page") == 3);
  for (const auto* const list : {"blocks", "mentions", "events"}) {
    REQUIRE_FALSE(shown.at(list).empty());
    for (const auto& object : shown.at(list)) check_pages(text, object);
  }
  CHECK_THAT(output(dir, {"show", id}), Contains("chronology · day · p. 3\n"));
  const std::vector<std::string> why{"search", "--events",   "inspects a Russian trawler",
                                     "--why",  "country:NO", "--format",
                                     "json"};
  const auto proofs = json::parse(output(dir, why)).at("hits").at(0).at("spans");
  REQUIRE_FALSE(proofs.empty());
  for (const auto& span : proofs) {
    check_pages(text, span);
    CHECK(span.at("page") == 3);
  }
}

}  // namespace

TEST_CASE("an article is shown whole, and its text byte for byte", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto text = run_dateline(dir.path(), {"show", "--index", "idx", "talks.txt"});
  CHECK(text.code == 0);
  CHECK_THAT(text.out, Contains("Talks in Moscow") && Contains("Ann Example") &&
                           Contains("May 6, 1999: Talks end."));
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "--raw", "talks.txt"}).out == kArticle);
}

TEST_CASE("every mention's span gives back its words", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto shown = json::parse(
      run_dateline(dir.path(), {"show", "--index", "idx", "--format", "json", "talks.txt"}).out);
  CHECK(shown.at("offsets_in") == "file");
  REQUIRE(shown.at("mentions").size() >= 8);
  for (const auto& mention : shown.at("mentions")) {
    const auto begin = mention.at("span").at(0).get<std::size_t>();
    const auto end = mention.at("span").at(1).get<std::size_t>();
    CHECK(kArticle.substr(begin, end - begin) == mention.at("text").get<std::string>());
    CHECK_FALSE(mention.at("rule").get<std::string>().empty());
  }
  CHECK(shown.at("events").size() == 4);
}

TEST_CASE("an event is shown with its neighbours", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto found = json::parse(run_dateline(dir.path(), {"search", "--index", "idx", "--events",
                                                           "go on", "--format", "json"})
                                     .out);
  const auto id = found.at("hits").at(0).at("id").get<std::string>();
  const auto outcome = run_dateline(dir.path(), {"show", "--index", "idx", id});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("Chronology") && Contains("Talks open") &&
                              Contains("Talks go on") && Contains("Talks end") &&
                              !Contains("China and Russia met"));
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx", "--raw", id}).out ==
        "May 4-5, 1999: Talks go on in Beijing.");
}

TEST_CASE("an id that nothing has is exit code 1", "[cli][show]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  for (const std::string id : {"absent.txt", "talks.txt#00000000", "#", "talks.txt#"}) {
    CAPTURE(id);
    const auto outcome = run_dateline(dir.path(), {"show", "--index", "idx", id});
    CHECK(outcome.code == 1);
    CHECK_THAT(outcome.err, Contains("no article or event '" + id + "'"));
  }
  CHECK(run_dateline(dir.path(), {"show", "--index", "idx"}).code == 2);
}

TEST_CASE("what stands in a PDF is shown and proved with its page, whatever was done to the index",
          "[cli][show][pages]") {
  const TempDir dir;
  add_book(dir);
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  check_event_of_last_page(dir);
  (void)dir.write("in/more.txt", "More talks\n\nThey met in China on May 7, 1999.\n");
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  REQUIRE(run_dateline(dir.path(), {"compact", "--index", "idx"}).code == 0);
  check_event_of_last_page(dir);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "--rebuild"}).code == 0);
  check_event_of_last_page(dir);
}

TEST_CASE("an article of several pages is shown page by page", "[cli][show][pages]") {
  const TempDir dir;
  add_book(dir);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto text = output(dir, {"show", "--raw", "book.pdf"});
  const auto shown = json::parse(output(dir, {"show", "--format", "json", "book.pdf"}));
  std::vector<int> pages;
  for (const auto* const list : {"blocks", "mentions", "events"}) {
    for (const auto& object : shown.at(list)) {
      check_pages(text, object);
      pages.push_back(object.at("page").get<int>());
    }
  }
  CHECK(*std::min_element(pages.begin(), pages.end()) == 1);
  CHECK(*std::max_element(pages.begin(), pages.end()) == 3);
  const auto read = output(dir, {"show", "book.pdf"});
  const auto second = read.find("\np. 2\n");
  const auto third = read.find("\np. 3\n");
  REQUIRE(second != std::string::npos);
  REQUIRE(third != std::string::npos);
  CHECK(read.find("beforehand.") < second);
  CHECK(second < read.find("Norwegian scientists advised"));
  CHECK(read.find("not badly run") < third);
  CHECK(third < read.find("Chronology of Norway-Russia"));
  CHECK_THAT(output(dir, {"facets", "--events", "trawler", "--why", "country:NO"}),
             Contains("  p. 3   demonym "));
}

TEST_CASE("hits in a PDF say on which page they stand", "[cli][show][pages]") {
  const TempDir dir;
  add_book(dir);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto text = output(dir, {"show", "--raw", "book.pdf"});
  const auto lines = output(dir, {"timeline", "--format", "jsonl", "id:book.pdf"});
  std::map<int, int> events_of_page;
  std::istringstream hits{lines};
  for (std::string line; std::getline(hits, line);) {
    const auto hit = json::parse(line);
    CHECK(hit.at("snippet").at("page") == page_of(text, hit.at("snippet").at("source").at(0)));
    ++events_of_page[hit.at("page").get<int>()];
  }
  CHECK(events_of_page.size() == 3);
  const auto article = json::parse(output(dir, {"search", "--format", "json", "scientists"}));
  const auto& snippet = article.at("hits").at(0).at("snippet");
  CHECK(snippet.at("page") == page_of(text, snippet.at("source").at(0)));
  CHECK_FALSE(article.at("hits").at(0).contains("page"));
  const std::string place = "Chronology of Norway-Russia Relations, July-September 2001 · p. 3";
  const auto folded = [](std::string shown) {
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    const auto is_second = [](char a, char b) { return a == ' ' && b == ' '; };
    shown.erase(std::unique(shown.begin(), shown.end(), is_second), shown.end());
    return shown;
  };
  CHECK_THAT(folded(output(dir, {"search", "--events", "trawler off"})), Contains(place));
  CHECK_THAT(folded(output(dir, {"timeline", "trawler off"})), Contains(place));
}

TEST_CASE("an article without pages has none in any answer", "[cli][show][pages]") {
  const TempDir dir;
  add_book(dir);  // beside it, in the same segment
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const std::vector<std::vector<std::string>> commands{
      {"show", "--format", "json", "talks.txt"},
      {"show", "talks.txt"},
      {"search", "--format", "json", "id:talks.txt"},
      {"search", "--events", "--format", "json", "id:talks.txt"},
      {"search", "--events", "id:talks.txt", "--why", "country:CN", "--format", "json"},
      {"search", "--events", "id:talks.txt", "--why", "country:CN"},
      {"timeline", "--format", "json", "id:talks.txt"}};
  for (const auto& command : commands) {
    CAPTURE(command);
    const auto answer = output(dir, command);
    CHECK_THAT(answer, Contains("Talks"));
    CHECK_THAT(answer, !Contains("page\"") && !Contains(" p. ") && !Contains("\np. "));
  }
}

}  // namespace dateline::test
