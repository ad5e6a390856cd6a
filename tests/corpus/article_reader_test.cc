// Which files are read, and which are refused with what reason.
#include "corpus/article_reader.h"
#include "tests/support/catch.h"

#include <sys/stat.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

constexpr std::string_view kEssay =
    "A Quiet Border\n\nby Ann Poe\n\nNothing happened at the border this year, and it was "
    "noticed.\n";

TEST_CASE("a file's name decides its kind, in any case", "[corpus][reader]") {
  for (const auto* name : {"a.txt", "A.TXT", "x/y.md", "a.Markdown", "a.jsonl", "a.ndjson", "a.tsv",
                           "a.html", "a.HTM", "a.pdf", "a.docx", "a.odt", "a.json", "a.json.gz",
                           "a.txt.gz", "a.MD.GZ", "a.jsonl.gz", "a.TSV.gz", "2001.q1.txt"}) {
    CAPTURE(name);
    CHECK(is_readable_name(name));
  }
  for (const auto* name : {"a", "a.gz", "a.doc", "a.rtf", "txt", ".txt.bak", "a.txt.bz2",
                           "a.gz.txt~", "", "a.txt.gz.gz"}) {
    CAPTURE(name);
    CHECK_FALSE(is_readable_name(name));
  }
}

TEST_CASE("a file that cannot be an article is refused with its reason", "[corpus][reader]") {
  struct Case {
    std::string name;
    std::string bytes;
    std::string reason;
  };
  const std::vector<Case> cases{
      {"a.doc", "text", "unknown kind of file: .txt, .md, .markdown, .html, .htm, .pdf"},
      {"a.txt", "", "empty file"},
      {"a.txt", " \n\t\r\n \f\n", "white space"},
      {"a.txt", "\xEF\xBB\xBF \n", "white space"},
      {"a.md", "---\ntitle: Only a Head\n---\n\n", "front matter"},
      {"a.txt", std::string("GIF\0\0\0\1\2\0\0", 10), "binary file: 5 NUL bytes in 10"},
      {"a.txt", std::string(5000, '\0'), "binary file: 5000 NUL bytes"},
      {"a.jsonl", "", "empty file"},
      {"a.jsonl", "\n\n  \n", "empty file"},
      {"a.jsonl", std::string("{\0\0}\n", 5), "binary file"},
      {"a.txt.gz", "not gzip at all", "damaged gzip"},
      {"a.txt.gz", "", "cut off"},
  };
  for (const auto& [name, bytes, reason] : cases) {
    CAPTURE(name, bytes, reason);
    const auto reading = read_bytes(name, bytes);
    CHECK(reading.articles.empty());
    CHECK_THAT(reading.refusal, Contains(reason));
  }
}

TEST_CASE("what is no regular file is refused without waiting for it", "[corpus][reader]") {
  const TempDir dir;
  CHECK(read_path(dir.path() / "none.txt").refusal == "no such file");
  CHECK(read_path(dir.write("file", "x") / "below.txt").refusal == "no such file");
  std::filesystem::create_directory(dir.path() / "folder.txt");
  CHECK_THAT(read_path(dir.path() / "folder.txt").refusal, Contains("directory"));
  const auto fifo = dir.path() / "fifo.txt";
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  CHECK_THAT(read_path(fifo).refusal, Contains("not a regular file"));
  std::filesystem::create_symlink("/dev/zero", dir.path() / "zero.txt");
  CHECK_THAT(read_path(dir.path() / "zero.txt").refusal, Contains("not a regular file"));
  std::filesystem::create_symlink("loop.txt", dir.path() / "loop.txt");
  CHECK_FALSE(read_path(dir.path() / "loop.txt").refusal.empty());
}

TEST_CASE("a link to a file is read as the file", "[corpus][reader]") {
  const TempDir dir;
  std::filesystem::create_symlink(dir.write("real.txt", kEssay), dir.path() / "link.txt");
  const auto reading = read_path(dir.path() / "link.txt");
  REQUIRE(reading.articles.size() == 1);
  CHECK(reading.articles[0].source_path == (dir.path() / "link.txt").string());
}

TEST_CASE("a file beyond the limit is refused, one at the limit is read", "[corpus][reader]") {
  ReadOptions options;
  options.max_file_bytes = kEssay.size();
  CHECK(read_bytes("a.txt", kEssay, options).articles.size() == 1);
  options.max_file_bytes = kEssay.size() - 1;
  CHECK_THAT(read_bytes("a.txt", kEssay, options).refusal, Contains("too large"));
}

TEST_CASE("a text's bytes are the article's text, with BOM, CRLF and front matter",
          "[corpus][reader]") {
  const std::string bytes =
      "\xEF\xBB\xBF---\r\ntitle: A Quiet Border\r\n---\r\nA Quiet Border\r\n\r\nby Ann Poe\r\n\r\n"
      "Nothing happened\r\nat the border.\r\n\r\nIt was noticed.\r\n";
  const auto article = read_one("a.txt", bytes);
  CHECK(article.text == bytes);
  CHECK(article.title == "A Quiet Border");
  CHECK(describe(article) ==
        "title: A Quiet Border\nbyline: by Ann Poe\nparagraph: Nothing happened|at the border.\n"
        "paragraph: It was noticed.\n");
  const auto& last = article.blocks.back();
  CHECK(last.span.of(article.text) == "It was noticed.");
}

TEST_CASE("what the caller's sink throws passes through", "[corpus][reader]") {
  const TempDir dir;
  const auto text = dir.write("a.txt", kEssay);
  const auto records = dir.write("a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n");
  const ReadSink sink{[](Article&&) { throw std::logic_error("enough"); },
                      [](std::size_t, const std::string&, bool) {}};
  CHECK_THROWS_AS(read_articles(text, {}, DateFinder{}, sink), std::logic_error);
  CHECK_THROWS_AS(read_articles(records, {}, DateFinder{}, sink), std::logic_error);
}

TEST_CASE("a sink that has enough leaves the rest of a file unread", "[corpus][reader]") {
  const TempDir dir;
  const std::vector<std::pair<std::string, std::string>> files{
      {"a.jsonl", "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"text\": 3}\n"},
      {"a.json", "[{\"text\": \"One.\"}, {\"text\": \"Two.\"}, {\"text\": 3}]"},
      {"a.tsv", "1\t2001-01-01\t\tOne\tOne.\n2\t2001-01-02\t\tTwo\tTwo.\nno record\n"}};
  for (const auto& [name, bytes] : files) {
    CAPTURE(name);
    const auto path = dir.write(name, bytes);
    for (const std::size_t enough : {1U, 2U, 3U}) {
      CAPTURE(enough);
      std::size_t articles = 0;
      std::size_t problems = 0;
      const ReadSink sink{[&](Article&&) { ++articles; },
                          [&](std::size_t, const std::string&, bool) { ++problems; },
                          [&] { return articles >= enough; }};
      read_articles(path, {}, DateFinder{}, sink);
      CHECK(articles == std::min<std::size_t>(enough, 2));
      CHECK(problems == (enough > 2 ? 1 : 0));
    }
  }
}

TEST_CASE("the option's period serves articles that do not say", "[corpus][reader]") {
  ReadOptions options;
  options.published = *quarter_interval(1999, 2);
  const auto from_option = read_one("essay.txt", kEssay, options);
  CHECK(from_option.published == options.published);
  CHECK(from_option.published_source == Source::option);
  const auto from_name = read_one("2001-q1-essay.txt", kEssay, options);
  CHECK(from_name.published == quarter_interval(2001, 1));
  CHECK(from_name.published_source == Source::file_name);
  const auto unknown = read_one("essay.txt", kEssay);
  CHECK_FALSE(unknown.published);
  CHECK(unknown.published_source == Source::unknown);
}

}  // namespace
}  // namespace dateline::test
