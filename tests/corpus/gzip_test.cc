// Files behind .gz.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Catch::Contains;

std::string records(int count) {
  std::string lines;
  for (int i = 0; i < count; ++i) {
    lines += R"({"id": ")" + std::to_string(i) + R"(", "text": "Talks number )" +
             std::to_string(i * 7919) + " were held, and nothing was said.\"}\n";
  }
  return lines;
}

TEST_CASE("gzip'ed files are read as what they hold", "[corpus][gzip]") {
  const std::string text = "A Quiet Border\n\nby Ann Poe\n\nNothing happened there.\n";
  CHECK(read_one("a.txt.gz", gzip(text)).text == text);
  CHECK(read_one("a.md.GZ", gzip("# Title\n\nText.\n")).title == "Title");
  CHECK(read_bytes("a.jsonl.gz", gzip(records(1000))).articles.size() == 1000);
}

TEST_CASE("gzip members in a row are one file, zeros behind them are padding", "[corpus][gzip]") {
  const auto two = gzip("Nothing happened, ") + gzip("and it was noticed.\n");
  CHECK(read_one("a.txt.gz", two).text == "Nothing happened, and it was noticed.\n");
  CHECK(read_one("a.txt.gz", two + std::string(1000, '\0')).text ==
        "Nothing happened, and it was noticed.\n");
  CHECK_FALSE(read_bytes("a.txt.gz", two + "rubbish").refusal.empty());
}

TEST_CASE("a text in cut off or damaged gzip data is refused", "[corpus][gzip]") {
  const auto whole = gzip(records(200));
  for (const auto size : {std::size_t{1}, std::size_t{12}, whole.size() / 2, whole.size() - 1}) {
    CAPTURE(size);
    CHECK_THAT(read_bytes("a.txt.gz", whole.substr(0, size)).refusal, Contains("cut off"));
  }
  auto damaged = whole;
  damaged[damaged.size() - 6] = static_cast<char>(damaged[damaged.size() - 6] ^ 0x55);
  CHECK_THAT(read_bytes("a.txt.gz", damaged).refusal, Contains("damaged gzip data"));
}

TEST_CASE("records before the place where gzip data break off stand", "[corpus][gzip]") {
  const auto whole = gzip(records(20000));
  const auto reading = read_bytes("a.jsonl.gz", whole.substr(0, whole.size() / 2));
  CHECK(reading.refusal.empty());
  CHECK(reading.articles.size() > 5000);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].skipped);
  CHECK(reading.problems[0].line == reading.articles.size() + 1);
  CHECK_THAT(reading.problems[0].message, Contains("cut off"));
}

TEST_CASE("how much of a file has been read is told in bytes as they are compressed",
          "[corpus][gzip]") {
  const TempDir dir;
  const auto packed = gzip(records(60'000));
  const auto path = dir.write("a.jsonl.gz", packed);
  std::vector<std::uint64_t> told;
  ReadSink sink;
  sink.article = [](Article&&) {};
  sink.problem = [](std::size_t, std::string, bool) {};
  sink.read_so_far = [&](std::uint64_t bytes) { told.push_back(bytes); };
  read_articles(path, {}, DateFinder(), sink);
  REQUIRE(told.size() == 60'000);
  CHECK(std::is_sorted(told.begin(), told.end()));
  const auto half = static_cast<double>(told[30'000]) / static_cast<double>(packed.size());
  CHECK(half > 0.4);
  CHECK(half < 0.6);
  CHECK(told.back() <= packed.size());
}

TEST_CASE("what inflates beyond the limit is refused without being inflated", "[corpus][gzip]") {
  ReadOptions options;
  options.max_file_bytes = 100'000;
  const auto bomb = gzip(std::string(8'000'000, 'a'));
  REQUIRE(bomb.size() < options.max_file_bytes);
  CHECK_THAT(read_bytes("a.txt.gz", bomb, options).refusal, Contains("after inflation"));
  options.max_file_bytes = 1'000'000;
  const auto reading = read_bytes("a.jsonl.gz", gzip(records(20000)), options);
  CHECK(reading.articles.size() > 100);
  REQUIRE(reading.problems.size() == 1);
  CHECK_THAT(reading.problems.back().message, Contains("after inflation"));
}

}  // namespace
}  // namespace dateline::test
