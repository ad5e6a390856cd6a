// Which words carry weight, and how much.
#include <cmath>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/request.h"
#include "searcher/rank/feedback.h"
#include "searcher/rank/nearness.h"
#include "searcher/rank/weighting.h"
#include "searcher/searcher.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Origin = RankingWord::Origin;

IndexedArticle article(const std::string& id, std::string_view text) {
  return ArticleBuilder(id).title("untitled").paragraph(text).build();
}

// An index of articles, with what ranking needs.
class OpenIndex {
 public:
  explicit OpenIndex(const std::vector<std::vector<IndexedArticle>>& segments) {
    write_index(directory_.path(), segments);
    snapshot_.emplace(directory_.path());
    lists_ = open_lists(*snapshot_);
  }

  [[nodiscard]] std::vector<std::string> ids(std::string_view query, bool any = false) const {
    Searcher searcher(directory_.path());
    SearchRequest request;
    request.query = parse_query(query).root;
    request.any_word = any;
    std::vector<std::string> ids;
    for (const auto& hit : searcher.search(request).hits) ids.push_back(hit.id);
    return ids;
  }
  [[nodiscard]] const Snapshot& snapshot() const { return *snapshot_; }
  [[nodiscard]] Weighting weighting() { return {*snapshot_, lists_, DocumentKind::article}; }

 private:
  TempDir directory_;
  std::optional<Snapshot> snapshot_;
  std::vector<PostingLists> lists_;
};

RankingWord typed(const std::string& term, double factor = 1) {
  return {Origin::typed, {term}, {}, term, factor};
}

double sum_of_factors(const std::vector<RankingWord>& words) {
  return std::accumulate(words.begin(), words.end(), 0.0,
                         [](double sum, const RankingWord& word) { return sum + word.factor; });
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("stop words count only where no other word stands beside them", "[searcher][ranking]") {
  const OpenIndex index({{article("a", "treaty signed"), article("b", "the treaty of the year"),
                          article("c", "the WHO report")}});
  CHECK(index.ids("the treaty").size() == 2);
  CHECK(index.ids("the treaty", true).size() == 2);
  CHECK(index.ids("the") == Ids{"b", "c"});
  CHECK(index.ids("the of") == Ids{"b"});
  CHECK(index.ids("WHO report") == Ids{"c"});
  CHECK(index.ids("who report") == Ids{"c"});
  CHECK(index.ids("\"the treaty\"") == Ids{"b"});
  CHECK(index.ids("treaty -the") == Ids{"a"});
  CHECK(index.ids("the OR treaty").size() == 3);
}

TEST_CASE("a word that comes in runs weighs more than one said in passing", "[searcher][ranking]") {
  OpenIndex index({{article("a", "missile missile missile visit"),
                    article("b", "missile missile missile visit"), article("c", "trade trade")}});
  auto weighting = index.weighting();
  const auto words = weighting.weigh({typed("missil"), typed("visit")});
  REQUIRE(words.size() == 2);
  CHECK(words[0].idf == Approx(words[1].idf));
  CHECK(words[0].burstiness == Approx(std::pow(3.0, kBurstiness)));
  CHECK(words[1].burstiness == Approx(1.0));
  CHECK(words[0].weight == Approx(words[0].idf * words[0].burstiness));
}

TEST_CASE("statistics are those of all segments together", "[searcher][ranking]") {
  OpenIndex one({{article("a", "treaty"), article("b", "treaty trade"), article("c", "summit")}});
  OpenIndex two({{article("a", "treaty")}, {article("b", "treaty trade"), article("c", "summit")}});
  auto in_one = one.weighting();
  auto in_two = two.weighting();
  CHECK(in_one.inverse_document_frequency("treati") ==
        Approx(in_two.inverse_document_frequency("treati")));
  CHECK(in_one.weigh({typed("treati")}).front().weight ==
        Approx(in_two.weigh({typed("treati")}).front().weight));
  CHECK(in_one.average_length() == Approx(in_two.average_length()));
  CHECK(in_one.share_of_documents("treati") == Approx(2.0 / 3));
}

TEST_CASE("neighbours of the query that stand together come first", "[searcher][ranking]") {
  const OpenIndex index({{article("apart", "missile of the second kind and a defense budget"),
                          article("together", "the second kind of missile defense and a budget")}});
  CHECK(index.ids("missile defense") == Ids{"together", "apart"});
  CHECK(index.ids("defense missile").size() == 2);
}

TEST_CASE("pairs are counted in order and side by side", "[searcher][ranking]") {
  OpenIndex index({{article("a", "missile defense missile defense defense missile"),
                    article("b", "missile and defense")}});
  const auto weighting = index.weighting();
  const std::vector<NearPair> pairs{{"missil", "defens", 1}, {"defens", "budget", 1}};
  Nearness nearness(index.snapshot(), weighting, DocumentKind::article, pairs);
  const auto found = nearness.find({0, 0});
  REQUIRE(found.size() == 1);
  CHECK(found.front().pair == 0);
  CHECK(found.front().frequency == 2);
  CHECK(found.front().part == Approx(nearness.score({0, 0})));
  CHECK(nearness.find({0, 1}).empty());
  CHECK(nearness.score({0, 1}) == 0);
}

TEST_CASE("function words of a question count where any word will do", "[searcher][ranking]") {
  const OpenIndex index({{article("below", "a flow along bodies"),
                          article("over", "a flow over bodies"), article("none", "of rivers")}});
  CHECK(index.ids("what flows under bodies") == Ids{"below", "over"});
  CHECK(index.ids("what flows over bodies", true) == Ids{"over", "below"});
  CHECK(index.ids("what stands under", true).empty());
}

TEST_CASE("another name of what was typed is found, behind what was typed", "[searcher][ranking]") {
  const OpenIndex index(
      {{article("other", "Myanmar elections"), article("typed", "Burma elections"),
        article("none", "Laos elections"), article("more", "more of Laos")}});
  CHECK(index.ids("Burma") == Ids{"typed", "other"});
  CHECK(index.ids("Burma elections") == Ids{"typed", "other"});
  CHECK(index.ids("\"Burma\"") == Ids{"typed"});
  CHECK(index.ids("-Burma elections") == Ids{"none"});
}

TEST_CASE("names of several words have variants, too", "[searcher][ranking]") {
  const OpenIndex index(
      {{article("dprk", "the DPRK replied"), article("north", "North Korea spoke"),
        article("korea", "north wind in Korea"), article("x", "no wind")}});
  const auto ids = index.ids("North Korea");
  REQUIRE(ids.size() == 3);
  CHECK(ids.front() == "north");
  CHECK(index.ids("DPRK") == Ids{"dprk", "north"});
}

TEST_CASE("feedback adds words of the first hits and keeps the sum of the factors",
          "[searcher][ranking]") {
  OpenIndex index({{article("a", "sanction treaty tariff embargo 1987 x"),
                    article("b", "sanction tariff embargo 1987 x"),
                    article("c", "summit"),
                    article("d", "visit"),
                    article("e", "border"),
                    article("f", "border"),
                    article("g", "border"),
                    article("h", "border"),
                    article("i", "border"),
                    article("j", "border"),
                    article("k", "border"),
                    article("l", "border"),
                    article("m", "border"),
                    article("n", "border"),
                    article("o", "border"),
                    article("p", "border"),
                    article("q", "border"),
                    article("r", "border"),
                    article("s", "border"),
                    article("t", "border"),
                    article("u", "border")}});
  auto weighting = index.weighting();
  // Most of the query's weight stands in no hit: there is something to learn.
  std::vector<RankingWord> asked{typed("sanction"), typed("summit")};
  for (const auto* word : {"visit", "border", "visit", "border", "visit", "border"})
    asked.push_back(typed(word));
  const auto words = weighting.weigh(asked);
  const std::vector<FeedbackHit> hits{{{0, 0}, 2}, {{0, 1}, 2}};
  const StopWords stop_words("en");
  const auto expanded = with_feedback(words, hits, weighting, stop_words);
  CHECK(sum_of_factors(expanded) == Approx(8.0));
  CHECK(expanded[0].factor < 1);
  std::vector<std::string> added;
  for (const auto& word : expanded) {
    if (word.origin == Origin::feedback) added.push_back(word.terms.front());
  }
  std::sort(added.begin(), added.end());
  // Not "treaty", which one hit has alone; not the number, nor the letter.
  CHECK(added == Ids{"embargo", "sanction", "tariff"});
}

TEST_CASE("feedback holds back in a query of two words", "[searcher][ranking]") {
  OpenIndex index({{article("a", "sanction tariff embargo"),
                    article("b", "sanction tariff embargo"), article("c", "summit")}});
  auto weighting = index.weighting();
  const auto words = weighting.weigh({typed("sanction"), typed("summit")});
  const StopWords stop_words("en");
  for (const auto& word : with_feedback(words, {{{0, 0}, 1}, {{0, 1}, 1}}, weighting, stop_words)) {
    CHECK(word.factor == (word.origin == Origin::typed ? Approx(1) : Approx(0).margin(1e-9)));
  }
}

TEST_CASE("feedback holds back where the first hits have all of the query", "[searcher][ranking]") {
  OpenIndex index(
      {{article("a", "sanction tariff"), article("b", "sanction tariff"), article("c", "summit")}});
  auto weighting = index.weighting();
  const auto words = weighting.weigh({typed("sanction")});
  const StopWords stop_words("en");
  for (const auto& word : with_feedback(words, {{{0, 0}, 1}, {{0, 1}, 1}}, weighting, stop_words)) {
    CHECK(word.factor == (word.origin == Origin::typed ? Approx(1) : Approx(0).margin(1e-9)));
  }
  CHECK(with_feedback(words, {}, weighting, stop_words).size() == 1);
}

}  // namespace dateline::test
