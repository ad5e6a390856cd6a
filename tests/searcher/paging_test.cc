// Pages of an answer join to the same order, whatever their size.
#include <algorithm>
#include <string>
#include <vector>

#include "searcher/query/request.h"
#include "searcher/rank/nearness.h"
#include "tests/searcher/sample_index.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

struct Place {
  std::string id;
  double score;
  bool operator==(const Place&) const = default;
};

std::vector<Place> places(Searcher& searcher, const SearchRequest& request) {
  std::vector<Place> places;
  for (const auto& hit : searcher.search(request).hits) places.push_back({hit.id, hit.score});
  return places;
}

// All hits on one page, and on pages of seven.
void check_pages(Searcher& searcher, SearchRequest request) {
  const auto all = places(searcher, request);
  REQUIRE(all.size() == searcher.search(request).total);
  std::vector<Place> joined;
  request.limit = 7;
  for (request.offset = 0; request.offset < all.size(); request.offset += 7) {
    const auto page = places(searcher, request);
    joined.insert(joined.end(), page.begin(), page.end());
  }
  const auto differs = std::mismatch(all.begin(), all.end(), joined.begin(), joined.end());
  CAPTURE(differs.first - all.begin());
  CHECK(all == joined);
}

}  // namespace

TEST_CASE("pages of seven join to one page of all", "[searcher][paging]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  std::size_t most = 0;
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    for (const std::string query :
         {"treaty", "talks OR minister OR president", "\"prime minister\" visit", "country:RU",
          "summit talks date:1999..2001"}) {
      for (const bool expand : {false, true}) {
        CAPTURE(query, expand, static_cast<int>(kind));
        auto request = all_hits(query, kind);
        request.expand = expand;
        check_pages(searcher, request);
        most = std::max(most, places(searcher, request).size());
      }
    }
  }
  CHECK(most > dateline::kNearDepth);
}

TEST_CASE("equal scores come in the order of the index, on every page", "[searcher][paging]") {
  OpenIndex::Segments segments(3);
  for (int i = 0; i < 240; ++i) {
    ArticleBuilder article("a" + std::to_string(i));
    // A few have the words side by side, the others all alike.
    article.paragraph(i % 50 == 3 ? "missile defense plans here" : "missile plans defense here");
    segments[static_cast<std::size_t>(i) / 80].push_back(article.build());
  }
  OpenIndex index(segments);
  auto& searcher = index.searcher();
  for (const bool expand : {false, true}) {
    auto request = all_hits("missile defense");
    request.expand = expand;
    check_pages(searcher, request);
    const auto all = places(searcher, request);
    REQUIRE(all.size() == 240);
    for (std::size_t i = 1; i < all.size(); ++i) {
      CHECK(all[i - 1].score >= all[i].score);
      if (all[i - 1].score == all[i].score)
        CHECK(std::stoi(all[i - 1].id.substr(1)) < std::stoi(all[i].id.substr(1)));
    }
  }
}

TEST_CASE("pages of what is like a document join, too", "[searcher][paging]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    const auto some = index.hits("turkey OR treaty", kind);
    for (std::size_t i = 0; i < some.size(); i += kind == DocumentKind::event ? 40 : 3) {
      CAPTURE(some[i].id);
      SearchRequest request;
      request.kind = kind;
      request.similar_to = some[i].id;
      request.limit = 10'000;
      check_pages(searcher, request);
    }
  }
}

}  // namespace dateline::test
