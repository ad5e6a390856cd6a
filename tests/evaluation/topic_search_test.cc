// Topics, searched as a user's words are.
#include "evaluation/topic_search.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

// The words, joined by "|"; everything else than words side by side shows as "?".
std::string words_in(std::string_view text) {
  const auto root = words_of(text);
  if (!root) return "";
  const auto word_of = [](const QueryNode& node) {
    return is_bare_word(node) ? std::get<QueryText>(node.form).text : "?";
  };
  if (!is<AllOf<QueryNode>>(*root)) return word_of(*root);
  std::string words;
  for (const auto& child : children_of(*root)) {
    if (!words.empty()) words += '|';
    words += word_of(child);
  }
  return words;
}

std::vector<std::string> ids_of(const Ranking& ranking) {
  std::vector<std::string> ids;
  for (const auto& document : ranking) ids.push_back(document.id);
  return ids;
}

void write_small_index(const std::filesystem::path& path) {
  std::vector<IndexedArticle> articles;
  articles.push_back(ArticleBuilder{"treaty"}.paragraph("A missile treaty was signed").build());
  articles.push_back(ArticleBuilder{"trade notes"}.paragraph("Trade and trade again").build());
  articles.push_back(ArticleBuilder{"missile"}.paragraph("A missile was shown").build());
  articles.push_back(ArticleBuilder{"twin"}.paragraph("A missile was shown").build());
  write_index(path, {articles});
}

TEST_CASE("a topic's text is words and nothing else", "[evaluation][topics]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"missile", "missile"},
      {"What is new?", "What|is|new?"},
      {"trade trade", "trade|trade"},
      {"-nuclear (arms OR NOT treaty) AND", "-nuclear|arms|OR|NOT|treaty|AND"},
      {"country:RU date:2001 kind:event no:field", "country:RU|date:2001|kind:event|no:field"},
      {"\"missile defense\"~5 prolif*", "missile|defense|~5|prolif*"},
      {"“left” «open", "left|open"},
      {"a ) unbalanced ( one", "a|unbalanced|one"},
      {"U.S.-China state-of-the-art", "U.S.-China|state-of-the-art"},
      {"? . -- :", ""},
      {"", ""},
  };
  for (const auto& [text, words] : cases) {
    CAPTURE(text);
    CHECK(words_in(text) == words);
  }
}

TEST_CASE("plain words are what the query language makes of them", "[evaluation][topics]") {
  for (const auto* text :
       {"what is new in missile defense ?", "one", "Sino-Russian trade, U.S. arms; AT&T's 12:30",
        "a – dash -- and 'quotes' … Élysée 北京"}) {
    CAPTURE(text);
    const auto words = words_of(text);
    const auto parsed = parse_query(text).root;
    REQUIRE(words);
    REQUIRE(parsed);
    CHECK(to_string(*words) == to_string(*parsed));
  }
}

TEST_CASE("topics find what has any of their words, best first, none twice",
          "[evaluation][topics]") {
  const TempDir dir;
  write_small_index(dir.path());
  Searcher searcher{dir.path()};
  const auto run = search_topics(searcher,
                                 {{1, "1", "(missile) -treaty?"},
                                  {2, "2", "author:trade"},
                                  {3, "3", "nothing of that kind"},
                                  {4, "4", "!"}},
                                 {});
  REQUIRE(run.topics.size() == 4);
  CHECK(ids_of(run.topics.at("1")) == std::vector<std::string>{"treaty", "missile", "twin"});
  CHECK(run.topics.at("1")[1].score > run.topics.at("1")[2].score);
  CHECK(ids_of(run.topics.at("4")).empty());
  CHECK(ids_of(search_topics(searcher, {{1, "1", "trade"}}, {}).topics.at("1")) ==
        std::vector<std::string>{"trade%20notes"});
  const auto two =
      search_topics(searcher, {{1, "1", "missile treaty"}}, {DocumentKind::article, 2});
  CHECK(ids_of(two.topics.at("1")) == std::vector<std::string>{"treaty", "missile"});
}

TEST_CASE("a topic may have thousands of words", "[evaluation][topics]") {
  const TempDir dir;
  write_small_index(dir.path());
  Searcher searcher{dir.path()};
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + ' ';
  const auto run = search_topics(searcher, {{1, "1", text + "treaty"}}, {});
  CHECK(ids_of(run.topics.at("1")) == std::vector<std::string>{"treaty"});
}

}  // namespace
}  // namespace dateline::test
