#include "indexer/annotate/pipeline.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

const dateline::Extractor& extractor() {
  static const dateline::Extractor built;
  return built;
}

dateline::AnnotationTask task(int number) {
  dateline::AnnotationTask task;
  task.article.id = fmt::format("{}", number);
  task.article.text = "On May 5, 1999, a treaty was signed. ";
  for (int i = 0; i < number % 7; ++i) task.article.text += task.article.text;  // some take longer
  task.source = fmt::format("source {}", number);
  return task;
}

}  // namespace

TEST_CASE("articles are written in the order in which they came", "[indexer][pipeline]") {
  for (const unsigned threads : {0U, 1U, 3U}) {
    CAPTURE(threads);
    std::vector<std::string> ids;
    AnnotationPipeline pipeline({threads, "en"}, extractor(), [&](AnnotatedTask&& annotated) {
      CHECK(annotated.article.meta.source == fmt::format("source {}", ids.size()));
      ids.push_back(annotated.article.meta.id);
      return true;
    });
    pipeline.drain();  // of nothing
    CHECK(ids.empty());
    constexpr int kArticles = 60;
    for (int i = 0; i < kArticles; ++i) pipeline.submit(task(i));
    if (threads > 0) CHECK(ids.size() >= kArticles - 16 * threads);  // the others are on their way
    pipeline.drain();
    REQUIRE(ids.size() == kArticles);
    for (int i = 0; i < kArticles; ++i)
      CHECK(ids[static_cast<std::size_t>(i)] == fmt::format("{}", i));
  }
}

TEST_CASE("what writing throws comes out of the pipeline", "[indexer][pipeline]") {
  AnnotationPipeline pipeline({1, "en"}, extractor(), [](AnnotatedTask&&) -> bool {
    throw std::runtime_error("disk full");
  });
  pipeline.submit(task(0));
  CHECK_THROWS_AS(pipeline.drain(), std::runtime_error);
}

TEST_CASE("after an article that writing gives up none is written", "[indexer][pipeline]") {
  std::vector<std::string> ids;
  AnnotationPipeline pipeline({1, "en"}, extractor(), [&](AnnotatedTask&& annotated) {
    if (annotated.article.meta.id == "2") return false;
    ids.push_back(annotated.article.meta.id);
    return true;
  });
  for (int i = 0; i < 5; ++i) pipeline.submit(task(i));
  CHECK_FALSE(pipeline.has_dropped());
  pipeline.drain();
  CHECK(pipeline.has_dropped());
  CHECK(ids == std::vector<std::string>{"0", "1"});
}

}  // namespace dateline::test
