#include "searcher/spell/spelling.h"

#include <fmt/format.h>

#include <chrono>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

/// An index with its lists, open.
class OpenIndex {
 public:
  explicit OpenIndex(const std::vector<std::vector<IndexedArticle>>& segments) {
    write_index(directory_.path(), segments);
    snapshot_.emplace(directory_.path());
    lists_ = open_lists(*snapshot_);
  }
  [[nodiscard]] SpellingIndex spelling() const { return {*snapshot_, lists_}; }
  /// "word/distance/documents", joined by blanks.
  [[nodiscard]] std::string near(std::string_view word, std::size_t limit = 3,
                                 DocumentKind kind = DocumentKind::article) const {
    std::string told;
    for (const auto& found : spelling().near(word, kind, limit)) {
      if (!told.empty()) told += ' ';
      told += fmt::format("{}/{}/{}", found.word, found.distance, found.documents);
    }
    return told;
  }
  [[nodiscard]] std::string better(std::string_view word) const {
    const auto found = spelling().better(word, DocumentKind::article);
    return found ? found->word : "";
  }

 private:
  TempDir directory_;
  std::optional<Snapshot> snapshot_;
  std::vector<PostingLists> lists_;
};

IndexedArticle article(std::string id, std::string_view words) {
  return ArticleBuilder(std::move(id)).paragraph(words).build();
}

OpenIndex small_index() {
  return OpenIndex{
      {{article("a", "Nezavisimaya Gazeta reported treaties; treaty 2001"),
        article("b", "Nezavisimaya wrote on Putin, Putin and the Путин"),
        article("c", "Putting the sun, the son and the sin to Élysée")},
       {article("d", "Putin sun Nezavisimaya"), article("e", "sun Khrushchev 2002 Chirac")}}};
}

}  // namespace

TEST_CASE("a misspelled word finds the word of the index", "[searcher][spelling]") {
  const auto index = small_index();
  const std::vector<std::pair<std::string_view, std::string_view>> cases{
      {"nezavisimya", "nezavisimaya/1/3"},  // a letter left out
      {"nezavissimaya", "nezavisimaya/1/3"},
      {"nezavisimaia", "nezavisimaya/1/3"},
      {"nezavisiamya", "nezavisimaya/1/3"},  // neighbours swapped
      {"nezvaisimya", "nezavisimaya/2/3"},
      {"mezavisimaya", "nezavisimaya/1/3"},  // of long words the first letter, too
      {"khruschev", "khrushchev/1/1"},
      {"gazetta", "gazeta/1/1"},
      {"putni", "putin/1/2"},
      {"elisee", "elysee/1/1"},
      {"chirak", "chirac/1/1"},
      {"путан", "путин/1/1"},  // letters, not bytes
      {"путинн", "путин/1/1"},
  };
  for (const auto& [typed, expected] : cases) {
    CAPTURE(typed);
    CHECK(index.near(typed, 1) == expected);
  }
}

TEST_CASE("nearer words come first, then common ones", "[searcher][spelling]") {
  const auto index = small_index();
  CHECK(index.near("sen") == "sun/1/3 sin/1/1 son/1/1");
  CHECK(index.near("sen", 2) == "sun/1/3 sin/1/1");
  CHECK(index.near("puttin") == "putin/1/2 putting/1/1");
  // Of treaty and treaties, one word to the index, the nearer.
  CHECK(index.near("treatyy") == "treaty/1/1");
}

TEST_CASE("what is too far, too short or a number has no suggestions", "[searcher][spelling]") {
  const auto index = small_index();
  for (const std::string_view typed :
       {"", "x", "sn", "2003", "20o1", "butin", "pvtni", "zzzzzz", "nezvisimy", "mongolia"}) {
    CAPTURE(typed);
    CHECK(index.near(typed).empty());
  }
  CHECK(index.near(std::string(1000, 'a')).empty());
  CHECK(index.near("nezavisimya", 0).empty());
}

TEST_CASE("words of articles alone are not suggested for events", "[searcher][spelling]") {
  const dateline::DateValue date{
      {dateline::kFirstDay, dateline::kFirstDay}, dateline::Precision::day, false, false};
  ArticleBuilder builder("a");
  builder.paragraph("Nezavisimaya Gazeta").event(EventOrigin::chronology, "Putin visits", date, {});
  const OpenIndex index{{{builder.build()}}};
  CHECK(index.near("gazetta", 3, DocumentKind::event).empty());
  CHECK(index.near("putni", 3, DocumentKind::event) == "putin/1/1");
}

TEST_CASE("a rare word with a far commoner neighbour may be a slip itself",
          "[searcher][spelling]") {
  std::vector<IndexedArticle> articles;
  articles.reserve(121);
  for (int i = 0; i < 120; ++i) {
    articles.push_back(
        article(fmt::format("a{}", i), i < 99 ? "Putin treaty Chirac" : "Putin treaty"));
  }
  articles.push_back(article("slip", "Puttin treatys Chirax"));
  const OpenIndex index{{articles}};
  CHECK(index.better("puttin") == "putin");
  CHECK(index.better("putin").empty());
  CHECK(index.better("chirax").empty());   // Chirac is not commoner by enough: 99 and 1 documents
  CHECK(index.better("unknown").empty());  // near() is for these
}

TEST_CASE("an index without segments has no suggestions", "[searcher][spelling]") {
  const OpenIndex index{{}};
  CHECK(index.near("nezavisimya").empty());
  CHECK(index.better("nezavisimya").empty());
}

TEST_CASE("the time of a suggestion from 300,000 words", "[.][spelling-time]") {
  std::mt19937 random{7};
  std::vector<IndexedArticle> articles;
  for (int a = 0; a < 300; ++a) {
    std::string words;
    for (int w = 0; w < 1000; ++w) {
      const auto length = 3 + random() % 5 + random() % 5;
      for (std::size_t i = 0; i < length; ++i) {
        words += static_cast<char>(
            (i % 2 == 0 ? "bcdfghjklmnprstvwxz" : "aeiouaeiouaeiouyaeo")[random() % 19]);
      }
      words += ' ';
    }
    articles.push_back(article(fmt::format("a{}", a), words));
  }
  const OpenIndex index{{articles}};
  for (const std::string_view typed : {"putni", "gazetta", "nezavisimya", "bokasimu"}) {
    const auto start = std::chrono::steady_clock::now();
    const auto near = index.near(typed);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    WARN(fmt::format("{}: {:.1f} ms, {}", typed, took.count(), near));
  }
}

}  // namespace dateline::test
