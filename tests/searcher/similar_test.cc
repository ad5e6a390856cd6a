// What is like an article or an event.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "searcher/fold/fold.h"
#include "searcher/query/request.h"
#include "searcher/rank/likeness.h"
#include "tests/searcher/sample_index.h"
#include "tests/searcher/tellings.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;

namespace {

SearchRequest like(const std::string& id, DocumentKind kind = DocumentKind::article) {
  SearchRequest request;
  request.kind = kind;
  request.similar_to = id;
  request.limit = 10'000;
  return request;
}

std::vector<std::string> ids(const SearchResult& result) {
  std::vector<std::string> ids;
  ids.reserve(result.hits.size());
  for (const auto& hit : result.hits) ids.push_back(hit.id);
  return ids;
}

dateline::IndexedArticle article(const std::string& id, const std::string& words) {
  return ArticleBuilder(id).paragraph(words).build();
}

// Articles in two segments, open.
class SmallIndex : public OpenIndex {
 public:
  SmallIndex()
      : OpenIndex({{article("pipeline", "The Baku pipeline carries Caspian oil to Ceyhan 1999"),
                    article("also", "Caspian oil needs a pipeline from Baku to Ceyhan, 2001"),
                    article("half", "Oil of the Caspian")},
                   {article("war", "The war in the mountains and the talks 1999"),
                    article("oil", "oil and talks and war and 1999 and the mountains in spring"),
                    article("alone", "Zeppelins zigzag zestfully")}}) {}
};

}  // namespace

TEST_CASE("what shares the telling words is like an article, best first", "[searcher][similar]") {
  SmallIndex index;
  const auto result = index.searcher().search(like("pipeline"));
  CHECK(ids(result) == std::vector<std::string>{"also", "half"});
  REQUIRE(result.notices.size() == 1);
  for (const auto* word : {"baku", "pipeline", "ceyhan", "caspian", "oil"})
    CHECK_THAT(result.notices[0], Contains(word));
  for (const auto* word : {"1999", "the", " to", "carries"})
    CHECK_THAT(result.notices[0], !Contains(word));
  // The words are what a snippet shows.
  CHECK(result.hits[0].snippet.highlights.size() == 5);
}

TEST_CASE("what shares no word is like nothing, and nothing has an unknown id",
          "[searcher][similar]") {
  SmallIndex index;
  const auto alone = index.searcher().search(like("alone"));
  CHECK(alone.total == 0);
  CHECK_THAT(alone.notices.at(0), Contains("no word"));
  const auto unknown = index.searcher().search(like("nosuch"));
  CHECK(unknown.total == 0);
  CHECK_THAT(unknown.notices.at(0), Contains("nosuch"));
  // The model of one request is not that of the next.
  CHECK(index.searcher().search(all_hits("oil", DocumentKind::article)).total == 4);
}

TEST_CASE("at most 25 words tell a document, none of them a stop word or its own",
          "[searcher][similar]") {
  SampleIndex index;
  const dateline::Snapshot snapshot(index.path());
  dateline::Analyzer analyzer("en");
  const dateline::StopWords stop_words("en");
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    auto lists = open_lists(snapshot);
    Likeness likeness(snapshot, lists, kind);
    for (std::uint32_t i = 0; i < snapshot.segment(1).count(kind); i += 5) {
      const auto words = likeness.words_of({kind, {1, i}}, analyzer, stop_words);
      CHECK(words.size() <= dateline::kLikenessWords);
      for (const auto& word : words) {
        const auto& term = word.terms.front();
        CAPTURE(term);
        CHECK(lists[0].document_frequency(term, kind) + lists[1].document_frequency(term, kind) >
              1);
        CHECK_FALSE(stop_words.contains(term));
        CHECK(term.size() > 1);
        CHECK_FALSE((term.front() >= '0' && term.front() <= '9'));
        CHECK(word.factor >= 1);
      }
    }
  }
}

TEST_CASE("filters, counts and facets of what is alike work as in a search",
          "[searcher][similar]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  const auto events = index.hits("turkey", DocumentKind::event);
  REQUIRE_FALSE(events.empty());
  std::size_t looked_at = 0;
  for (std::size_t i = 0; i < events.size(); i += 9) {
    CAPTURE(events[i].id);
    auto request = like(events[i].id, DocumentKind::event);
    request.facets = {Facet::country};
    const auto all = searcher.search(request);
    CHECK(all.hits.size() == all.total);
    CHECK(all.facets[0].total == all.total);
    const auto found = ids(all);
    CHECK(std::find(found.begin(), found.end(), events[i].id) == found.end());
    for (const auto& value : all.facets[0].values) {
      auto narrowed = request;
      const auto condition = *dateline::parse_query("country:" + value.value).root;
      narrowed.selections.push_back({Facet::country, condition});
      const auto result = searcher.search(narrowed);
      CHECK(result.total == value.count);
      CHECK(result.facets[0].total == all.total);  // without its own selection
      auto queried = request;
      queried.query = condition;
      CHECK(ids(searcher.search(queried)) == ids(result));
      ++looked_at;
    }
  }
  CHECK(looked_at > 10);
}

TEST_CASE("retellings of an event come before what has more of its words", "[searcher][similar]") {
  std::vector<dateline::IndexedArticle> articles;
  const auto add = [&](const std::string& days, const std::string& words) {
    ArticleBuilder builder("a" + std::to_string(articles.size()));
    builder.event(dateline::EventOrigin::prose, words, date_of(days), {"RU", "JP"});
    articles.push_back(builder.build());
    // The builder makes a date of the whole text, and dates tell no subject.
    std::erase_if(articles.back().mentions,
                  [](const auto& mention) { return mention.kind == dateline::MentionKind::date; });
  };
  add("2001-03-25", "Putin and Mori sign the Irkutsk statement on the Kuril islands");
  add("2001-07-01", "Putin and Mori sign the Irkutsk statement on the Kuril islands again");
  add("2001-03-25", "At Irkutsk, Mori and Putin sign a statement about the disputed islands");
  for (int i = 0; i < 30; ++i) add("1999-01-01", "ministers meet in a city for talks of trade");
  OpenIndex index({articles});
  auto& searcher = index.searcher();
  const auto first = index.hits("id:a0", DocumentKind::event).at(0).id;
  const auto result = searcher.search(like(first, DocumentKind::event));
  REQUIRE(result.hits.size() == 2);
  CHECK(result.hits[0].article_id == "a2");
  CHECK(result.hits[1].article_id == "a1");
  CHECK(result.hits[1].score > result.hits[0].score);
  // So it is on a page of one.
  auto first_page = like(first, DocumentKind::event);
  first_page.limit = 1;
  CHECK(searcher.search(first_page).hits.at(0).article_id == "a2");
}

}  // namespace dateline::test
