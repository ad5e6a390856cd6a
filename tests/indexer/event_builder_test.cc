#include "indexer/event_builder.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "indexer/annotator.h"

using dateline::Annotator;
using dateline::Article;
using dateline::Block;
using dateline::BlockKind;
using dateline::Event;
using dateline::format_interval;
using dateline::IndexedArticle;
using dateline::parse_iso_interval;

namespace {

// An article of one block, published in the first quarter of 2001.
IndexedArticle annotate(BlockKind kind, const std::string& text) {
  static const dateline::Extractor extractor;
  Article article;
  article.id = "a";
  article.text = text;
  article.published = parse_iso_interval(kind == BlockKind::log_entry ? "2001-03-07" : "2001Q1");
  const dateline::Span whole{0, static_cast<std::uint32_t>(text.size())};
  article.blocks = {Block{kind, whole, {}, whole}};
  return Annotator("en", extractor).annotate(std::move(article));
}

std::string described(const IndexedArticle& article) {
  std::string text;
  for (const Event& event : article.events) {
    if (!text.empty()) text += "; ";
    text += format_interval(event.date.days);
    for (const auto code : event.countries) text += " " + code.str();
  }
  return text;
}

}  // namespace

TEST_CASE("an entry is one event, dated by its head", "[indexer][event]") {
  CHECK(described(annotate(
            BlockKind::chronology_entry,
            "Feb. 19-22, 2001: Russia's envoy visits Beijing, where he had been in May 1999.")) ==
        "2001-02-19..2001-02-22 CN RU");
  CHECK(described(annotate(BlockKind::log_entry,
                           "Japan recalls its ambassador to Seoul after a summit in 1998.")) ==
        "2001-03-07 JP KR");
}

TEST_CASE("each dated sentence of prose is an event, and each of its dates another",
          "[indexer][event]") {
  CHECK(described(annotate(BlockKind::paragraph,
                           "Moscow waited. On February 3 Tokyo answered. Nothing came of it.")) ==
        "2001-02-03 JP");
  CHECK(described(annotate(BlockKind::paragraph,
                           "Talks in Hanoi on January 5 and February 7, 2001, failed.")) ==
        "2001-01-05 VN; 2001-02-07 VN");
  CHECK(described(annotate(BlockKind::paragraph,
                           "The 21st century belongs to nobody, and Russia knows it."))
            .empty());
}

TEST_CASE("a country with its own bracketed date belongs to that date alone", "[indexer][event]") {
  CHECK(
      described(annotate(
          BlockKind::paragraph,
          "Russian diplomacy went to South Korea (February 26-28), Vietnam (February 28–March 2), "
          "and Japan (March 25).")) ==
      "2001-02-26..2001-02-28 KR RU; 2001-02-28..2001-03-02 RU VN; 2001-03-25 JP RU");
}

TEST_CASE("events of the same words are numbered", "[indexer][event]") {
  const auto article =
      annotate(BlockKind::paragraph, "On May 3, 1999, China spoke. On May 3, 1999, China spoke.");
  REQUIRE(article.events.size() == 2);
  CHECK(article.events[0].hash == article.events[1].hash);
  CHECK(article.events[0].occurrence == 0);
  CHECK(article.events[1].occurrence == 1);
}

TEST_CASE("an event knows its tokens", "[indexer][event]") {
  const auto article =
      annotate(BlockKind::paragraph, "Nothing here. On May 3, 1999, China spoke twice. The end.");
  REQUIRE(article.events.size() == 1);
  const Event& event = article.events[0];
  CHECK(event.token_count == 7);
  CHECK(article.vocabulary[article.tokens[event.first_token].term] == "on");
}
