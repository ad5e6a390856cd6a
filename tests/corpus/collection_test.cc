// Whole collections: the project's own articles, and the large log where it is at hand.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/corpus/reading.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::size_t count(const Article& article, BlockKind kind) {
  return static_cast<std::size_t>(
      std::count_if(article.blocks.begin(), article.blocks.end(),
                    [kind](const Block& block) { return block.kind == kind; }));
}

TEST_CASE("every sample article has all its parts", "[corpus][samples]") {
  const std::filesystem::path folder{DATELINE_SOURCE_DIR "/corpus/articles"};
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!is_readable_name(entry.path())) continue;
    ++files;
    const auto file = entry.path().filename().string();
    const auto reading = read_path(entry.path());
    CAPTURE(file, reading.refusal);
    CHECK(reading.problems.empty());
    REQUIRE(reading.articles.size() == 1);
    const auto& article = reading.articles[0];
    CHECK_THAT(broken_invariant(article), Catch::Equals(""));
    CHECK_FALSE(article.title.empty());
    CHECK_FALSE(article.authors.empty());
    CHECK((article.published_source == Source::front_matter ||
           article.published_source == Source::chronology_heading));
    CHECK(count(article, BlockKind::title) == 1);
    CHECK(count(article, BlockKind::byline) == 1);
    CHECK(count(article, BlockKind::heading) >= 2);
    CHECK(count(article, BlockKind::paragraph) >= 6);
    CHECK(count(article, BlockKind::chronology_heading) == 1);
    CHECK(count(article, BlockKind::chronology_entry) >= 8);
    // The chronology stands at the end, so nothing but entries follows the first one.
    const auto first =
        std::find_if(article.blocks.begin(), article.blocks.end(),
                     [](const Block& b) { return b.kind == BlockKind::chronology_entry; });
    CHECK(std::all_of(first, article.blocks.end(), [](const Block& block) {
      return block.kind == BlockKind::chronology_entry;
    }));
  }
  if (files == 0) WARN("no sample articles here");
}

TEST_CASE("the log of world events is read whole", "[corpus][collection]") {
  const std::filesystem::path path{DATELINE_SHARED_DIR "/collections/current-events.jsonl.gz"};
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no collection here");
    return;
  }
  const auto reading = read_path(path);
  CHECK(reading.problems.empty());
  CHECK(reading.articles.size() == 8588);
  std::size_t entries = 0;
  std::size_t over_forty_code_points = 0;
  for (const auto& article : reading.articles) {
    REQUIRE_THAT(broken_invariant(article), Catch::Equals(""));
    for (const auto& block : article.blocks) {
      if (block.kind != BlockKind::log_entry) continue;
      ++entries;
      const auto text = block.span.of(article.text);
      const auto code_points = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
      });
      if (code_points > 40) ++over_forty_code_points;
    }
  }
  CHECK(entries == 113'347);
  // The peers' list counts the blocks of more than forty characters.
  CHECK(over_forty_code_points == 113'205);
}

}  // namespace
}  // namespace dateline::test
