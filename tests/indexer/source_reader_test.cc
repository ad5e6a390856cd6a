#include "indexer/sources/source_reader.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

struct Reading {
  std::vector<std::string> texts;
  std::vector<std::string> problems;
  ReadingEnd end = ReadingEnd::complete;
};

// Asks for a stop once so many articles were handed over.
Reading read(const TempDir& dir, const std::string& bytes, std::size_t stop_after) {
  Reading reading;
  std::stop_source stop;
  if (stop_after == 0) stop.request_stop();
  const dateline::SourceSink sink{[&](dateline::Article&& article) {
                                    reading.texts.push_back(article.text);
                                    if (reading.texts.size() == stop_after) stop.request_stop();
                                  },
                                  [&](std::size_t, std::string message, bool) {
                                    reading.problems.push_back(std::move(message));
                                  },
                                  stop.get_token()};
  reading.end = read_source(dir.write("a.jsonl", bytes), {}, dateline::DateFinder{}, sink);
  return reading;
}

}  // namespace

TEST_CASE("a file is read until its end, or until a stop is requested", "[indexer][sources]") {
  const TempDir dir;
  const std::string two = "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n";
  const std::string three = two + "{\"text\": \"Three.\"}\n";
  const auto all = read(dir, three, 9);
  CHECK(all.end == ReadingEnd::complete);
  CHECK(all.texts == std::vector<std::string>{"One.", "Two.", "Three."});

  const auto some = read(dir, three, 2);
  CHECK(some.end == ReadingEnd::stopped);
  CHECK(some.texts == std::vector<std::string>{"One.", "Two."});

  CHECK(read(dir, two, 2).end == ReadingEnd::complete);  // nothing was left
  CHECK(read(dir, three, 0).end == ReadingEnd::stopped);
  CHECK(read(dir, three, 0).texts.empty());
}

TEST_CASE("a file that is refused gives a problem and no article", "[indexer][sources]") {
  const TempDir dir;
  const auto refused = read(dir, "", 9);
  CHECK(refused.end == ReadingEnd::refused);
  CHECK(refused.texts.empty());
  CHECK(refused.problems.size() == 1);
}

}  // namespace dateline::test
