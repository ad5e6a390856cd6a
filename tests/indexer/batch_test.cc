#include "indexer/batch.h"

#include <filesystem>
#include <iterator>
#include <optional>
#include <stop_token>
#include <string>

#include "index/snapshot.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

IndexedArticle article(const std::string& id, const std::string& words) {
  ArticleBuilder builder{id};
  builder.paragraph(words);
  auto built = builder.build();
  built.meta.hash = "0123456789abcdef";
  built.meta.path = "/articles/" + id;
  return built;
}

// The first lines of the texts in force, in their order.
std::vector<std::string> texts(const std::filesystem::path& index) {
  const Snapshot snapshot(index);
  std::vector<std::string> texts;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const auto& segment = snapshot.segment(s);
    for (std::uint32_t a = 0; a < segment.article_count(); ++a) {
      if (segment.live(DocumentKind::article).test(a)) {
        const auto text = segment.text(a);
        texts.emplace_back(text.substr(0, text.find('\n')));
      }
    }
  }
  return texts;
}

std::size_t segment_folders(const std::filesystem::path& index) {
  const std::filesystem::directory_iterator folders(index / "segments");
  return static_cast<std::size_t>(std::distance(begin(folders), end(folders)));
}

}  // namespace

TEST_CASE("a large article is given up when a stop comes, and what came before it is not",
          "[indexer][batch][stop]") {
  const TempDir index;
  std::stop_source stop;
  {
    Batch batch(index.path(), "en");
    batch.add(article("small", "a treaty"), std::nullopt);
    CHECK(batch.add_alone(article("large", "a pact"), std::nullopt, stop.get_token()));
    batch.finish();
  }
  CHECK(texts(index.path()) == std::vector<std::string>{"a treaty", "a pact"});

  stop.request_stop();
  Batch batch(index.path(), "en");
  batch.add(article("other", "a summit"), std::nullopt);
  CHECK_FALSE(batch.add_alone(article("next", "a visit"), std::nullopt, stop.get_token()));
  CHECK_FALSE(batch.add_alone(article("large", "a new pact"), Location{1, 0}, stop.get_token()));
  batch.add(article("last", "a vote"), std::nullopt);
  batch.publish();
  batch.finish();
  CHECK(texts(index.path()) ==
        std::vector<std::string>{"a treaty", "a pact", "a summit", "a vote"});
  CHECK(segment_folders(index.path()) == 4);
}

TEST_CASE("a large article replaces its earlier version", "[indexer][batch]") {
  const TempDir index;
  {
    Batch batch(index.path(), "en");
    CHECK(batch.add_alone(article("large", "a pact"), std::nullopt, {}));
    batch.finish();
  }
  Batch batch(index.path(), "en");
  CHECK(batch.add_alone(article("large", "a new pact"), Location{0, 0}, {}));
  batch.finish();
  CHECK(texts(index.path()) == std::vector<std::string>{"a new pact"});
}

}  // namespace dateline::test
