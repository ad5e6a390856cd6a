#include "index/pages.h"

#include <cstdint>
#include <string>
#include <vector>

#include "index/error.h"
#include "index/page_columns.h"
#include "tests/support/catch.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Starts = std::vector<std::uint32_t>;

Columns written(const TempDir& dir, const ColumnWriter& writer) {
  writer.write(dir.path() / "columns");
  return Columns(dir.path() / "columns");
}

Starts starts(const PageColumns& pages, std::uint32_t article) {
  const auto found = pages.starts(article);
  return {found.begin(), found.end()};
}

}  // namespace

TEST_CASE("a span stands on the pages of its first and its last byte", "[index][pages]") {
  struct Case {
    Starts starts;
    Span span;
    PageRange expected;
    std::string label;
  };
  const std::vector<Case> cases{
      {{}, {0, 5}, {}, ""},
      {{0}, {0, 5}, {1, 1}, "p. 1"},
      {{0, 10, 20}, {0, 10}, {1, 1}, "p. 1"},
      {{0, 10, 20}, {9, 11}, {1, 2}, "pp. 1-2"},
      {{0, 10, 20}, {10, 20}, {2, 2}, "p. 2"},
      {{0, 10, 20}, {19, 20}, {2, 2}, "p. 2"},
      {{0, 10, 20}, {20, 21}, {3, 3}, "p. 3"},
      {{0, 10, 20}, {5, 500}, {1, 3}, "pp. 1-3"},
      {{0, 10, 20}, {20, 20}, {}, ""},              // an empty span stands nowhere
      {{0, 10, 10, 20}, {10, 11}, {3, 3}, "p. 3"},  // the second page is empty
      {{4, 10}, {1, 3}, {1, 1}, "p. 1"},            // before the first page
  };
  for (const auto& [starts, span, expected, label] : cases) {
    CAPTURE(starts, span.begin, span.end);
    const auto pages = pages_of(starts, span);
    CHECK(pages == expected);
    CHECK(pages.known() == !label.empty());
    CHECK(page_label(pages) == label);
  }
}

TEST_CASE("pages come back for the articles that have them", "[index][pages]") {
  const TempDir dir;
  PageColumnsBuilder builder;
  builder.add(0, Starts{});
  builder.add(1, Starts{0, 10, 20});
  builder.add(2, Starts{});
  builder.add(5, Starts{0});
  ColumnWriter writer;
  builder.write("paged", writer);
  const auto columns = written(dir, writer);
  const PageColumns pages(columns, "paged");
  CHECK(pages.fit(6));
  CHECK_FALSE(pages.fit(5));
  for (const std::uint32_t article : {0U, 2U, 3U, 4U, 6U}) {
    CAPTURE(article);
    CHECK(pages.starts(article).empty());
  }
  CHECK(starts(pages, 1) == Starts{0, 10, 20});
  CHECK(starts(pages, 5) == Starts{0});
}

TEST_CASE("where no article has pages, nothing is kept of them", "[index][pages]") {
  const TempDir dir;
  PageColumnsBuilder builder;
  builder.add(0, Starts{});
  ColumnWriter writer;
  builder.write("paged", writer);
  const auto columns = written(dir, writer);
  CHECK_FALSE(columns.has("paged.article"));
  const PageColumns pages(columns, "paged");
  CHECK(pages.fit(1));
  CHECK(pages.starts(0).empty());
}

TEST_CASE("columns of pages that contradict each other are noticed", "[index][pages]") {
  struct Case {
    Starts articles, offsets, values;
  };
  const std::vector<Case> cases{
      {{0, 1}, {0, 1}, {0}},        // an offset is missing
      {{1, 0}, {0, 1, 2}, {0, 0}},  // articles out of order
      {{1, 1}, {0, 1, 2}, {0, 0}},  // an article twice
      {{0, 1}, {0, 2, 1}, {0, 0}},  // offsets go back
      {{0, 1}, {0, 1, 3}, {0, 0}},  // beyond the end
      {{0, 1}, {1, 1, 2}, {0, 0}},  // not from the begin
      {{0, 2}, {0, 1, 2}, {0, 0}},  // no such article
  };
  for (const auto& [articles, offsets, values] : cases) {
    CAPTURE(articles, offsets, values);
    const TempDir dir;
    ColumnWriter writer;
    writer.add("paged.article", articles);
    writer.add("paged.starts.offsets", offsets);
    writer.add("paged.starts.values", values);
    const auto columns = written(dir, writer);
    CHECK_FALSE(PageColumns(columns, "paged").fit(2));
  }
  const TempDir dir;
  ColumnWriter writer;
  writer.add("paged.article", Starts{0});
  const auto columns = written(dir, writer);
  CHECK_THROWS_AS(PageColumns(columns, "paged"), dateline::IndexError);
}

}  // namespace dateline::test
