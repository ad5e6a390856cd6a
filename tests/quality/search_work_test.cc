// What snippets and folds of hostile texts cost, counted in basic blocks of searcher/hit and
// searcher/fold that run: the same on every machine, at every load.
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "indexer/annotate/annotator.h"
#include "tests/quality/work_count.h"
#include "tests/searcher/open_index.h"
#include "tests/searcher/tellings.h"
#include "tests/support/catch.h"

namespace {

std::uint64_t blocks_run = 0;

}  // namespace

// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that the compiler calls
extern "C" void __sanitizer_cov_trace_pc() { ++blocks_run; }

namespace dateline::test {

std::uint64_t work_done() noexcept { return blocks_run; }

namespace {

std::string repeated(const std::string& unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

// An article of one paragraph.
IndexedArticle article_of(const std::string& text) {
  static const Extractor extractor;
  static Annotator annotator{"en", extractor};
  Article article;
  article.id = "a";
  article.text = text;
  const auto bytes = static_cast<std::uint32_t>(text.size());
  article.blocks = {Block{BlockKind::paragraph, {0, bytes}, {}, {0, bytes}}};
  auto annotated = annotator.annotate(std::move(article));
  annotated.meta.hash = "0123456789abcdef";
  return annotated;
}

// Work for each byte of the article to show a hit.
double cost_of_snippet(const std::string& unit, const std::string& query, std::size_t size) {
  const auto text = "The treaty with China. " + repeated(unit, size) + " It ends there.";
  OpenIndex index({{article_of(text)}});
  const auto before = work_done();
  REQUIRE(index.hits(query).size() == 1);
  return static_cast<double>(work_done() - before) / static_cast<double>(text.size());
}

TEST_CASE("what a snippet costs grows no faster than the text", "[quality][work][snippet]") {
  for (const char* query : {"treaty", "\"treaty with china\"", "treat* china", "country:CN"}) {
    for (const char* unit :
         {"treaty ", "treaty with China ", "treaty with ", "Treaty. ", "a ", "China ", "x", "*",
          "\x1b", "“treaty ", "e\u0301", "treaty\u00AD", "\u202E", "((treaty "}) {
      const double small = cost_of_snippet(unit, query, std::size_t{1} << 14);
      const double large = cost_of_snippet(unit, query, std::size_t{1} << 17);
      CAPTURE(query, unit, small, large);
      REQUIRE(small > 0);
      CHECK(large <= 1.2 * small);
    }
  }
}

// Work for each of as many events of one day and one pair of countries.
template <typename TextOf>
double cost_of_folds(std::size_t count, TextOf text_of) {
  ArticleBuilder article{"a"};
  for (std::size_t i = 0; i < count; ++i) add(article, {"2001-07-16", "CN,RU", text_of(i)});
  const Tellings tellings{std::move(article)};
  const auto before = work_done();
  (void)tellings.folds(tellings.locations());
  return static_cast<double>(work_done() - before) / static_cast<double>(count);
}

// Events that lead folds are looked up by their words, so that what leads already costs nothing.
TEST_CASE("what folding costs is bounded for each event", "[quality][work][fold]") {
  const auto alike = [](std::size_t) { return std::string{"They sign a treaty in Moscow"}; };
  const auto apart = [](std::size_t i) { return fmt::format("word{} other{} third{}", i, i, i); };
  const auto nearly = [](std::size_t i) {
    return fmt::format("They sign treaty{} in city{}", i, i);
  };
  const auto check = [](auto text_of) {
    const double small = cost_of_folds(6'000, text_of);
    const double large = cost_of_folds(12'000, text_of);
    CAPTURE(small, large);
    REQUIRE(small > 0);
    CHECK(large <= 1.1 * small);
  };
  check(alike);
  check(apart);
  check(nearly);
}

}  // namespace
}  // namespace dateline::test
