// Gates: how well topics are answered, on our own collection and, where it is at hand, on those of
// ../shared.
#include <filesystem>
#include <string>
#include <vector>

#include "evaluation/qrels.h"
#include "evaluation/retrieval_measures.h"
#include "evaluation/topic_search.h"
#include "evaluation/topics.h"
#include "indexer/indexer.h"
#include "searcher/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

namespace fs = std::filesystem;

const fs::path kTopics{DATELINE_SOURCE_DIR "/corpus/topics"};
const fs::path kArticles{DATELINE_SOURCE_DIR "/corpus/articles"};
const fs::path kCollections{DATELINE_SHARED_DIR "/collections"};

// An index of its own for each test.
class Collection {
 public:
  explicit Collection(const fs::path& documents) {
    IndexOptions options;
    options.index = directory_.path() / "index";
    options.paths = {documents};
    (void)index_files(options, {}, {});
  }

  // Means over the topics that are judged.
  [[nodiscard]] Measures score(const fs::path& topics, const fs::path& qrels,
                               TopicSearch settings) {
    Searcher searcher(directory_.path() / "index");
    const auto run = search_topics(searcher, read_topics(topics).rows, settings);
    const auto measured = measure_run(run, read_qrels(qrels));
    INFO(measures_line(measured));
    REQUIRE(measured.size() >= 30);
    return mean(measured);
  }

 private:
  test::TempDir directory_;
};

struct Gate {
  std::string name;
  Measures least;           // of the default
  Measures least_expanded;  // with what the first hits add
};

}  // namespace

TEST_CASE("the sample corpus answers an analyst's topics", "[quality][retrieval]") {
  Collection corpus(kArticles);
  const auto topics = kTopics / "topics.tsv";
  for (const bool expand : {false, true}) {
    CAPTURE(expand);
    const auto articles =
        corpus.score(topics, kTopics / "articles.qrels", {DocumentKind::article, 1000, expand});
    CHECK(articles.ndcg >= 0.915);
    CHECK(articles.average_precision >= 0.89);
    const auto events =
        corpus.score(topics, kTopics / "events.qrels", {DocumentKind::event, 1000, expand});
    CHECK(events.ndcg >= 0.555);
    CHECK(events.average_precision >= 0.39);
    CHECK(events.recall >= 0.52);
  }
}

TEST_CASE("collections of research are ranked as well as promised", "[quality][retrieval]") {
  if (!fs::exists(kCollections)) {
    WARN("skipped: no " << kCollections);
    return;
  }
  const std::vector<Gate> gates{{"cranfield", {.415, .330, 0}, {.423, .342, 0}},
                                {"cisi", {.407, .237, 0}, {.413, .251, 0}},
                                {"medline", {.738, .564, 0}, {.760, .593, 0}}};
  for (const auto& gate : gates) {
    CAPTURE(gate.name);
    const auto folder = kCollections / gate.name;
    Collection collection(folder / "docs.tsv");
    const auto score = [&](bool expand) {
      return collection.score(folder / "topics.tsv", folder / "qrels.txt",
                              {DocumentKind::article, 1000, expand});
    };
    const auto plain = score(false);
    CHECK(plain.ndcg >= gate.least.ndcg);
    CHECK(plain.average_precision >= gate.least.average_precision);
    const auto expanded = score(true);
    CHECK(expanded.ndcg >= gate.least_expanded.ndcg);
    CHECK(expanded.average_precision >= gate.least_expanded.average_precision);
  }
}

}  // namespace dateline::test
