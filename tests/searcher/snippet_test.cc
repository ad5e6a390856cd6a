#include "searcher/hit/snippet.h"
#include "searcher/hit/copy_for_display.h"

#include <string>
#include <utility>
#include <vector>

#include "searcher/hit/copy_for_display.h"
#include "tests/searcher/open_index.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

Span whole(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

std::string shown(const std::string& text) { return copy_for_display(text, whole(text), {}).text; }

// The snippet with brackets around its highlights.
std::string marked(const Snippet& snippet) {
  std::string text = snippet.text;
  for (auto mark = snippet.highlights.rbegin(); mark != snippet.highlights.rend(); ++mark) {
    text.insert(mark->end, "]");
    text.insert(mark->begin, "[");
  }
  return text;
}

// What the one article shows of itself for a query.
Snippet snippet_of(const IndexedArticle& article, const std::string& query,
                   DocumentKind kind = DocumentKind::article) {
  const auto hits = OpenIndex({{article}}).hits(query, kind);
  REQUIRE(hits.size() == 1);
  return hits[0].snippet;
}

std::string filler(const std::string& word) {
  std::string text;
  for (int i = 0; i < 60; ++i) text += word + " ";
  return text;
}

}  // namespace

TEST_CASE("text is shown without markup and control characters", "[searcher][snippet]") {
  struct Row {
    std::string input, expected;
  };
  const std::vector<Row> rows{
      {"", ""},
      {"  two\n\n lines\t", "two lines"},
      {"*The New York Times*, (*emphasis*)", "The New York Times, (emphasis)"},
      {"**May 3:** talks", "May 3: talks"},
      {"May 3:** talks", "May 3: talks"},
      {"2 * 3 and 4*5 and *****", "2 * 3 and 4*5 and *****"},
      {"a \\$8 billion sale \\ end", "a $8 billion sale \\ end"},
      {"bell\x07 and \x1b[31mred", "bell and [31mred"},
      {"caf\u00E9 \u0085x", "caf\u00E9 x"},
  };
  for (const auto& [input, expected] : rows) {
    CAPTURE(input);
    CHECK(shown(input) == expected);
  }
}

TEST_CASE("marks are carried over, one highlight each", "[searcher][snippet]") {
  const std::string text = "On  *May 3*\n the  Élysée spoke";
  std::vector<Span> marks;
  for (const std::string word : {"May 3", "Élysée"}) {
    const auto at = static_cast<std::uint32_t>(text.find(word));
    marks.push_back({at, at + static_cast<std::uint32_t>(word.size())});
  }
  const Snippet copy = copy_for_display(text, whole(text), marks);
  CHECK(copy.text == "On May 3 the Élysée spoke");
  REQUIRE(copy.highlights.size() == 2);
  CHECK(copy.highlights[0].of(copy.text) == "May 3");
  CHECK(copy.highlights[1].of(copy.text) == "Élysée");
}

TEST_CASE("a phrase is shown where it stands, and marked as one", "[searcher][snippet]") {
  const auto article = ArticleBuilder("a")
                           .title("Of defense")
                           .paragraph("The missile and the defense and the missile treaty")
                           .paragraph("A missile defense plan for a missile of defense")
                           .build();
  const std::vector<std::pair<std::string, std::string>> rows{
      {"\"missile defense\"", "A [missile defense] plan for a missile of defense"},
      {"\"missile defense\" missile", "A [missile defense] plan for a [missile] of defense"},
      {"\"treaty defense\"~4", "The missile and the [defense] and the missile [treaty]"},
      {"\"missile treaty\"~9", "The missile and the defense and the [missile] [treaty]"},
      {"missile defense", "A [missile] [defense] plan for a [missile] of [defense]"},
      {"treaty missile defense", "The [missile] and the [defense] and the [missile] [treaty]"},
      {"missil* plans", "A [missile] defense [plan] for a [missile] of defense"},
      {"treaty -\"missile plan\"", "The missile and the defense and the missile [treaty]"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(marked(snippet_of(article, query)) == expected);
  }
}

TEST_CASE("words near each other are preferred to the same words apart", "[searcher][snippet]") {
  const auto article = ArticleBuilder("a")
                           .paragraph("The treaty spoke of this and that and at last of missiles")
                           .paragraph("Here is a missile treaty that was signed")
                           .build();
  CHECK(marked(snippet_of(article, "missile treaty")) ==
        "Here is a [missile] [treaty] that was signed");
}

TEST_CASE("the best passage of a long paragraph is cut out between words", "[searcher][snippet]") {
  const auto article =
      ArticleBuilder("a")
          .paragraph("treaty " + filler("before") + "the missile treaty " + filler("after"))
          .build();
  const auto snippet = snippet_of(article, "missile treaty");
  CHECK(snippet.cut_before);
  CHECK(snippet.cut_after);
  CHECK(snippet.source.size() <= dateline::kSnippetBytes);
  const auto text = marked(snippet);
  CHECK_THAT(text, Catch::Contains("the [missile] [treaty] after"));
  CHECK_THAT(text, Catch::StartsWith("before "));
  CHECK_THAT(text, Catch::EndsWith(" after"));
}

TEST_CASE("what matches in the title or a heading alone is shown as such", "[searcher][snippet]") {
  auto article = ArticleBuilder("a")
                     .title("Alliances and treaties")
                     .heading("On missiles")
                     .paragraph("Nothing of the kind, but alliances")
                     .build();
  CHECK(marked(snippet_of(article, "treaty")) == "Alliances and [treaties]");
  CHECK(marked(snippet_of(article, "missile")) == "On [missiles]");
  CHECK(marked(snippet_of(article, "alliance")) == "Nothing of the kind, but [alliances]");
  CHECK(marked(snippet_of(article, "title:alliance")) == "[Alliances] and treaties");
  CHECK(snippet_of(article, "treaty").source == Span{0, 22});

  // A title that the text does not have.
  ArticleBuilder other("b");
  other.paragraph("Nothing of the kind, nor of treaties");
  article = other.build();
  article.meta.title = "Alliances of old";
  article.title_terms = {static_cast<std::uint32_t>(article.vocabulary.size())};
  article.vocabulary.emplace_back("allianc");
  const auto snippet = snippet_of(article, "alliances");
  CHECK(marked(snippet) == "[Alliances] of old");
  CHECK(snippet.source.empty());
}

TEST_CASE("filters alone show the place that they ask for", "[searcher][snippet]") {
  auto article = ArticleBuilder("a")
                     .author("Yu Bin")
                     .paragraph("The first paragraph")
                     .paragraph("Russia", {"RU"})
                     .build();
  CHECK(marked(snippet_of(article, "country:RU")) == "[Russia]");
  CHECK(marked(snippet_of(article, "-country:CN")) == "The first paragraph");
  CHECK(marked(snippet_of(article, "author:Yu")) == "The first paragraph");
}

TEST_CASE("an event marks words, or the mention that a filter asks for", "[searcher][snippet]") {
  dateline::DateValue date;
  date.days = *dateline::parse_iso_interval("2001-02-19");
  ArticleBuilder builder("a");
  builder.title("Putin in Seoul");
  builder.event(dateline::EventOrigin::prose, "Putin visits Seoul", date, {"KR"});
  const auto article = builder.build();
  CHECK(marked(snippet_of(article, "seoul visit", DocumentKind::event)) ==
        "Putin [visits] [Seoul]");
  CHECK(marked(snippet_of(article, "\"putin visits\"", DocumentKind::event)) ==
        "[Putin visits] Seoul");
  CHECK(marked(snippet_of(article, "country:KR", DocumentKind::event)) == "[Putin visits Seoul]");
  CHECK(marked(snippet_of(article, "title:putin", DocumentKind::event)) == "Putin visits Seoul");
}

}  // namespace dateline::test
