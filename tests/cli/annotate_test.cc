// dateline annotate, as a user runs it.
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;
using nlohmann::json;

namespace {

const std::string kArticle =
    "Talks in Moscow\n\nby Ann Example,\nFellow, Institute\n\n"
    "China and Russia met on May 3, 1999, and again in mid-June\nwith NATO <b>& \"co\"</b>.\n\n"
    "Chronology\n\n"
    "May 3, 1999: Talks open between the two Koreas.\n\nMay 4-5, 1999: Talks go on in Beijing.\n\n"
    "May 6, 1999: Talks end.\n";

std::string line(const std::string& place, const std::string& kind, const std::string& value,
                 const std::string& rule, const std::string& words) {
  return place + "\t" + kind + "\t" + value + "\t" + rule + "\t" + words;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string next; std::getline(in, next);) lines.push_back(next);
  return lines;
}

// What `dateline annotate FILE` writes to a terminal of 80 columns; nullopt where no
// pseudo-terminal can be made (a container without /dev/pts).
std::optional<std::string> annotate_on_terminal(const std::filesystem::path& file) {
  int terminal = -1;
  winsize size{24, 80, 0, 0};
  const auto child = ::forkpty(&terminal, nullptr, nullptr, &size);
  if (child < 0) return std::nullopt;
  if (child == 0) {
    ::setenv("TERM", "xterm", 1);
    ::unsetenv("NO_COLOR");
    ::unsetenv("COLUMNS");
    ::execl(DATELINE_PROGRAM, DATELINE_PROGRAM, "annotate", file.c_str(), nullptr);
    ::_exit(127);
  }
  std::string out;
  std::array<char, 4096> buffer{};
  for (ssize_t size_read = 0; (size_read = ::read(terminal, buffer.data(), buffer.size())) > 0;) {
    out.append(buffer.data(), static_cast<std::size_t>(size_read));
  }
  ::close(terminal);
  int status = 0;
  ::waitpid(child, &status, 0);
  return out;
}

}  // namespace

TEST_CASE("each mention and event is a line with place, value, rule and words", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  const auto outcome = run_dateline(dir.path(), {"annotate", "talks.txt"});
  CHECK(outcome.code == 0);
  CHECK(outcome.err.empty());
  const std::vector<std::string> expected{
      line("talks.txt:1:9-15", "country", "RU", "capital", "Moscow"),
      line("talks.txt:6:52-57", "country", "CN", "name", "China"),
      line("talks.txt:6:102-110", "date", "1999-06-11..1999-06-20 month approximate year-inferred",
           "part-of-month", "mid-June\tyear from: text \"May 3, 1999\""),
      line("talks.txt:7:116-120", "organization", "NATO", "organization-abbreviation", "NATO"),
      line("talks.txt:11:189-195", "country", "KP,KR", "name", "Koreas"),
      line("talks.txt:11:149-196", "event", "1999-05-03 day KP,KR", "chronology",
           "May 3, 1999: Talks open between the two Koreas."),
      line("talks.txt:6:76-87", "date", "1999-05-03 day", "full-date", "May 3, 1999"),
  };
  for (const auto& wanted : expected) {
    CAPTURE(wanted);
    CHECK_THAT("\n" + outcome.out, Contains("\n" + wanted + "\n"));
  }
  for (const auto& told : lines_of(outcome.out)) {
    CAPTURE(told);
    std::size_t number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    REQUIRE(std::sscanf(told.c_str(), "talks.txt:%zu:%zu-%zu\t", &number, &begin, &end) == 3);
    const auto before = kArticle.substr(0, begin);
    CHECK(number == lines_of(before + "x").size());
    auto words = kArticle.substr(begin, end - begin);
    if (const auto at = words.find('\n'); at != std::string::npos) words[at] = ' ';
    CHECK_THAT(told.substr(0, told.find("\tyear from: ")), Catch::EndsWith("\t" + words));
  }
}

TEST_CASE("the JSON answer has the spans, values and rules of every mention", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  (void)dir.write("more.md", "# Tests\n\nIndia tested in May 1998.\n");
  const auto outcome =
      run_dateline(dir.path(), {"annotate", "--format", "json", "talks.txt", "more.md"});
  CHECK(outcome.code == 0);
  const auto answer = json::parse(outcome.out);
  CHECK(answer.at("schema") == 1);
  CHECK(answer.at("names") == "none");
  REQUIRE(answer.at("articles").size() == 2);
  const auto& article = answer.at("articles").at(0);
  CHECK(article.at("path") == "talks.txt");
  CHECK(article.at("published").is_null());
  CHECK(article.at("blocks").size() == 7);
  CHECK(article.at("events").size() >= 4);
  std::string koreas;
  REQUIRE(article.at("mentions").size() >= 10);
  for (const auto& mention : article.at("mentions")) {
    const auto begin = mention.at("span").at(0).get<std::size_t>();
    const auto end = mention.at("span").at(1).get<std::size_t>();
    CHECK(kArticle.substr(begin, end - begin) == mention.at("text").get<std::string>());
    if (mention.at("text") == "Koreas") koreas += mention.at("value").get<std::string>();
    if (mention.at("text") == "mid-June") {
      CHECK(mention.at("value").at("first") == "1999-06-11");
      CHECK(mention.at("value").at("approximate") == true);
      CHECK(mention.at("value").at("year_inferred") == true);
      CHECK(mention.at("line") == 6);
    }
  }
  CHECK(koreas == "KPKR");
  CHECK(json::parse(run_dateline(dir.path(), {"annotate", "--format", "json", "absent.txt"}).out)
            .at("articles")
            .empty());
}

TEST_CASE("annotate and the index find the same", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("in/talks.txt", kArticle);
  REQUIRE(run_dateline(dir.path(), {"index", "--index", "idx", "in"}).code == 0);
  const auto shown = json::parse(
      run_dateline(dir.path(), {"show", "--index", "idx", "--format", "json", "talks.txt"}).out);
  const auto seen =
      json::parse(run_dateline(dir.path(), {"annotate", "--format", "json", "in/talks.txt"}).out)
          .at("articles")
          .at(0);
  std::vector<std::string> shown_events;
  std::vector<std::string> seen_events;
  for (const auto& event : shown.at("events")) shown_events.push_back(event.at("id"));
  for (const auto& event : seen.at("events")) seen_events.push_back(event.at("id"));
  CHECK(shown_events == seen_events);
  for (const auto& mention : shown.at("mentions")) {
    CAPTURE(mention.dump());
    bool found = false;
    for (const auto& other : seen.at("mentions")) {
      found = found ||
              (other.at("span") == mention.at("span") && other.at("rule") == mention.at("rule"));
    }
    CHECK(found);
  }
}

TEST_CASE("the page is whole in itself and shows text as text", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("a<b>&.txt", "A <script>alert(1)</script> & 'quote' in China, May 3, 1999.\n");
  const auto page = run_dateline(dir.path(), {"annotate", "--format", "html", "a<b>&.txt"}).out;
  CHECK_THAT(page, Catch::StartsWith("<!doctype html>") && Catch::EndsWith("</html>\n"));
  CHECK_THAT(page, Contains("a&lt;b&gt;&amp;.txt") && Contains("&lt;script&gt;alert(1)"));
  CHECK_THAT(page, !Contains("<script") && !Contains("src=") && !Contains("http"));
  CHECK_THAT(page, Contains("<mark class=\"country\" title=\"country CN (China) · rule name · "
                            "line 1, bytes 41-46\">China</mark>"));
  CHECK_THAT(page, Contains("<mark class=\"date\" title=\"date 1999-05-03 (day) · rule full-date"));
  CHECK_THAT(page, Contains("prefers-color-scheme: dark") && Contains("class=\"legend\""));
  CHECK_THAT(page, Contains("<summary>2 mentions</summary>") && Contains("1 event<"));
}

TEST_CASE("on a terminal the text is coloured in place, and nothing in it commands",
          "[cli][annotate]") {
  const TempDir dir;
  const auto file = dir.write(
      "t.txt", "Talks\n\nThe \x1b[31mtwo\x1b[0m sides\nmet in China on May 3, 1999, at length.\n");
  const auto shown = annotate_on_terminal(file);
  if (!shown) {
    WARN("skipped: no pseudo-terminal can be made here");
    return;
  }
  const std::string& out = *shown;
  CHECK_THAT(out, Contains("    4 │") && Contains("met in \x1b[36mChina\x1b[0m on \x1b[32mMay"));
  CHECK_THAT(out, !Contains("\x1b[31m"));
  CHECK_THAT(out, Contains("CN") && Contains("full-date") && Contains("1 event"));
}

TEST_CASE("standard input is plain text, and --published is its anchor", "[cli][annotate]") {
  const TempDir dir;
  const std::string text = "They met in May.\n";
  const auto without = run_dateline(dir.path(), {"annotate", "-"}, text);
  CHECK(without.code == 0);
  CHECK(without.out.empty());
  const auto with = run_dateline(dir.path(), {"annotate", "--published", "2001Q3", "-"}, text);
  CHECK_THAT(with.out, Catch::StartsWith("-:1:12-15\tdate\t2001-05-01..2001-05-31 month "
                                         "year-inferred\tmonth\tMay\tyear from: publication "
                                         "2001-07-01..2001-09-30\n"));
  CHECK(run_dateline(dir.path(), {"annotate", "-"}).code == 5);
  const auto binary = run_dateline(dir.path(), {"annotate", "-"}, std::string("a\0\0\0b", 5));
  CHECK(binary.code == 5);
  CHECK_THAT(binary.err, Contains("skipped -: binary"));
}

TEST_CASE("a file that cannot be read is reported, and the others go on", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("good.txt", "It began in China.\n");
  (void)dir.write("bad.pdq", "It began in China.\n");
  (void)dir.write("log.jsonl", "{\"id\": \"one\", \"text\": \"In Chile.\"}\n{broken\n");
  const auto outcome =
      run_dateline(dir.path(), {"annotate", "absent.txt", "bad.pdq", ".", "log.jsonl", "good.txt"});
  CHECK(outcome.code == 5);
  CHECK_THAT(outcome.out, Contains("good.txt:1:12-17\tcountry\tCN") &&
                              Contains("log.jsonl#one:1:3-8\tcountry\tCL"));
  CHECK_THAT(outcome.err, Contains("skipped absent.txt: no such file"));
  CHECK_THAT(outcome.err, Contains("skipped bad.pdq: unknown kind"));
  CHECK_THAT(outcome.err, Contains("skipped log.jsonl:2: "));
  CHECK(lines_of(outcome.err).size() == 4);
}

TEST_CASE("what cannot be understood is exit code 2", "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("a.txt", "In China.\n");
  (void)dir.write("bad.tsv", "add\tElbonia\tXX\noff\tcapitol\n");
  CHECK(run_dateline(dir.path(), {"annotate"}).code == 2);
  CHECK(run_dateline(dir.path(), {"annotate", "--format", "xml", "a.txt"}).code == 2);
  CHECK(run_dateline(dir.path(), {"annotate", "--published", "May", "a.txt"}).code == 2);
  CHECK(run_dateline(dir.path(), {"annotate", "--names", "absent", "a.txt"}).code == 2);
  const auto outcome = run_dateline(dir.path(), {"annotate", "--names", "bad.tsv", "a.txt"});
  CHECK(outcome.code == 2);
  CHECK(outcome.out.empty());
  const auto errors = lines_of(outcome.err);
  REQUIRE(errors.size() == 2);
  CHECK_THAT(errors[0], Catch::StartsWith("dateline: bad.tsv:1: unknown code 'XX'"));
  CHECK_THAT(errors[1], Contains("bad.tsv:2: unknown rule 'capitol'; near: capital"));
}

TEST_CASE("own names count, and dates of rules that are off go with their events",
          "[cli][annotate]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  (void)dir.write("names.tsv",
                  "# mine\nadd\tTalks\tAQ\ndrop\tMoscow\noff\tfull-date\noff\tpart-of-month\n");
  const auto outcome = run_dateline(dir.path(), {"annotate", "--names", "names.tsv", "talks.txt"});
  CHECK(outcome.code == 0);
  CHECK_THAT(outcome.out, Contains("\tcountry\tAQ\town-name\tTalks") && !Contains("\tMoscow"));
  CHECK_THAT(outcome.out, !Contains("full-date") && !Contains("part-of-month"));
  // Of the entries only the one with a range of days is left; the prose has no date any more.
  std::size_t events = 0;
  for (const auto& told : lines_of(outcome.out)) {
    if (told.find("\tevent\t") == std::string::npos) continue;
    ++events;
    CHECK_THAT(told, Contains("1999-05-04..1999-05-05 day AQ,CN\tchronology"));
  }
  CHECK(events == 1);
  const auto answer = json::parse(run_dateline(dir.path(), {"annotate", "--names", "names.tsv",
                                                            "--format", "json", "talks.txt"})
                                      .out);
  CHECK(answer.at("names").get<std::string>().size() == 16);
}

TEST_CASE("what is found in a PDF has its page, in a text file none", "[cli][annotate][pages]") {
  const TempDir dir;
  (void)dir.write("talks.txt", kArticle);
  const std::string book = DATELINE_SOURCE_DIR "/tests/corpus/fixtures/book.pdf";
  const auto answer = json::parse(
      run_dateline(dir.path(), {"annotate", "--format", "json", book, "talks.txt"}).out);
  const auto& articles = answer.at("articles");
  REQUIRE(articles.size() == 2);
  for (const auto* const list : {"blocks", "mentions", "events"}) {
    CAPTURE(list);
    int page = 1;  // they are in the order of the text
    for (const auto& object : articles[0].at(list)) {
      CHECK(object.at("page") >= page);
      page = object.at("page").get<int>();
    }
    CHECK(page == 3);
    REQUIRE_FALSE(articles[1].at(list).empty());
    for (const auto& object : articles[1].at(list)) CHECK_FALSE(object.contains("page"));
  }
}

}  // namespace dateline::test
