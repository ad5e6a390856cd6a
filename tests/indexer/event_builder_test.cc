#include "indexer/annotate/event_builder.h"

#include <cstdint>
#include <set>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "corpus/structure/log_line.h"
#include "indexer/annotate/annotator.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// An article of one block, published in the first quarter of 2001.
IndexedArticle annotate(BlockKind kind, const std::string& text) {
  static const dateline::Extractor extractor;
  Article article;
  article.id = "a";
  article.text = text;
  article.published = parse_iso_interval(kind == BlockKind::log_entry ? "2001-03-07" : "2001Q1");
  const dateline::Span whole{0, static_cast<std::uint32_t>(text.size())};
  const bool log = kind == BlockKind::log_entry;
  const auto content = log ? read_log_line(article.text, whole).content : whole;
  article.blocks = {Block{kind, whole, {}, content}};
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

TEST_CASE("bare names and addresses behind an entry are not shown with it", "[indexer][event]") {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"Japan recalls its envoy. (BBC), (AP)", "Japan recalls its envoy. (BBC), (AP)"},
      {"Japan recalls its envoy. BBC News", "Japan recalls its envoy."},
      {"Japan recalls its envoy. (BBC) AP", "Japan recalls its envoy. (BBC)"},
      {"Japan recalls its envoy.https://www.example.org/a", "Japan recalls its envoy."},
      {"Japan recalls its envoy", "Japan recalls its envoy"},
  };
  for (const auto& [text, shown] : cases) {
    CAPTURE(text);
    const auto article = annotate(BlockKind::log_entry, text);
    REQUIRE(article.events.size() == 1);
    CHECK(article.events.front().span.of(article.text) == shown);
  }
}

TEST_CASE("notes and lists of sources give no events and no mentions", "[indexer][event]") {
  for (const auto kind : {BlockKind::note, BlockKind::listing, BlockKind::byline}) {
    const auto article = annotate(kind, "On 3 May 2001 Russia and China met.");
    CHECK(article.events.empty());
    CHECK(article.mentions.empty());
    CHECK(article.tokens.size() == 8);  // found by their words
  }
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

TEST_CASE("in a sentence with several dates, a country alone in a clause with one belongs to it",
          "[indexer][event]") {
  struct Row {
    const char* sentence;
    const char* events;
  };
  for (const auto& [sentence, events] : std::vector<Row>{
           // the subject is shared
           {"Russia signed a treaty on May 3, 1999 and a protocol on June 5, 2000.",
            "1999-05-03 RU; 2000-06-05 RU"},
           {"Russia sold jets to India on May 3, 1999 and tanks to Vietnam on June 5, 2000.",
            "1999-05-03 IN RU; 2000-06-05 RU VN"},
           {"Russian officials toured Tokyo on May 3, 1999, Seoul on June 5, 2000, and Hanoi on "
            "July 7, 2000.",
            "1999-05-03 JP RU; 2000-06-05 KR RU; 2000-07-07 RU VN"},
           {"Russia and China met on May 3, 1999 and again on June 5, 2000.",
            "1999-05-03 CN RU; 2000-06-05 CN RU"},
           // without a subject that is a country
           {"The minister toured Tokyo on May 3, 1999 and Seoul on June 5, 2000.",
            "1999-05-03 JP; 2000-06-05 KR"},
           {"The minister toured Tokyo, Seoul and Hanoi in May 1999, and Cuba in June 2000.",
            "1999-05-01..1999-05-31 JP KR VN; 2000-06-01..2000-06-30 CU"},
           // a date without a country of its own takes those of the first clause
           {"China on May 3, 1999 recalled its envoy and on June 5, 2000 closed the border.",
            "1999-05-03 CN; 2000-06-05 CN"},
           {"Talks in Hanoi on May 3, 1999 and June 5, 2000, and in Seoul on July 7, 2000, failed.",
            "1999-05-03 VN; 2000-06-05 VN; 2000-07-07 KR"},
           // a clause with a subject of its own
           {"Russia signed a treaty on May 3, 1999, and Japan's parliament protested on June 5, "
            "2000.",
            "1999-05-03 RU; 2000-06-05 JP"},
           {"On May 3, 1999, Russia spoke, while on June 5, 2000, Japan did.",
            "1999-05-03 RU; 2000-06-05 JP"},
           {"By May 1999 the kings of Norway had made laws, and a pile of records shows how the "
            "people of Sweden and Denmark used them in June 2000.",
            "1999-05-01..1999-05-31 NO; 2000-06-01..2000-06-30 DK SE"},
           {"Russia signed a pact with China on May 3, 1999, and a treaty with Japan on June 5, "
            "2000.",
            "1999-05-03 CN RU; 2000-06-05 JP RU"},
           {"The engine was made in Norway in May 1999, and it was tried in Sweden in June 2000.",
            "1999-05-01..1999-05-31 NO; 2000-06-01..2000-06-30 SE"},
           {"Norway made an engine in May 1999, and it was tried in Sweden in June 2000.",
            "1999-05-01..1999-05-31 NO; 2000-06-01..2000-06-30 NO SE"},
           {"Russia met Cuba on May 3, 1999, and Vietnam in a ceremony on June 5, 2000.",
            "1999-05-03 CU RU; 2000-06-05 RU VN"},
           // two countries, or two dates, in a clause: nobody can tell
           {"Russia bought gas on May 3, 1999, but Iran and Turkey sold oil to Japan on June 5, "
            "2000.",
            "1999-05-03 IR JP RU TR; 2000-06-05 IR JP RU TR"},
           {"Russia spoke; from Cuba came answers on May 3, 1999, and – from China – on June 5, "
            "2000.",
            "1999-05-03 CN CU RU; 2000-06-05 CN RU"},
           {"Tokyo opened the bank on May 3, 1999, in place of the fund that Washington and, less "
            "loudly, China had stopped in June 1998.",
            "1999-05-03 JP US; 1998-06-01..1998-06-30 CN US"},
           // dates that are joined count as one
           {"Talks in Hanoi on May 3 and June 5, 1999, led on the Cuban side by a colonel, failed.",
            "1999-05-03 CU VN; 1999-06-05 CU VN"},
           {"He was in Paris on May 3, 1999, and in Rome on June 5 and 6, 1999.",
            "1999-05-03 FR; 1999-06-05 IT; 1999-06-06 IT"},
           {"Moscow spoke to Cuba (May 3 and 4, 1999) and to Japan (June 5, 1999).",
            "1999-05-03 CU RU; 1999-05-04 CU RU; 1999-06-05 JP RU"},
           // one date is everybody's
           {"Russia signed, Japan protested, and China waited on May 3, 1999.",
            "1999-05-03 CN JP RU"},
       }) {
    CAPTURE(sentence);
    CHECK(described(annotate(BlockKind::paragraph, sentence)) == events);
  }
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

std::string repeated(const std::string& unit, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += unit;
  return text;
}

TEST_CASE("a sentence has at most so many dates", "[indexer][event][limits]") {
  const std::string unit = "China 12 May 2001 Russia ";
  const auto most = annotate(BlockKind::paragraph, repeated(unit, kMaxSentenceDates));
  CHECK(most.events.size() == kMaxSentenceDates);
  CHECK(most.limits_met.empty());
  const auto more = annotate(
      BlockKind::paragraph, "On May 3, 1999, Laos spoke. " + repeated(unit, kMaxSentenceDates + 1));
  CHECK(described(more) == "1999-05-03 LA");
  REQUIRE(more.limits_met.size() == 1);
  CHECK(more.limits_met[0] == "no events of a sentence with more than 64 dates or 8192 bytes");
  CHECK(more.mentions.size() == 2 + 3 * (kMaxSentenceDates + 1));
}

TEST_CASE("a dated sentence has at most so many bytes", "[indexer][event][limits]") {
  const std::string begin = "On May 3, 1999, Laos spoke";
  const auto fill = repeated(" x", kMaxSentenceBytes / 2);
  const auto most = begin + fill.substr(0, kMaxSentenceBytes - begin.size() - 1) + ".";
  CHECK(described(annotate(BlockKind::paragraph, most)) == "1999-05-03 LA");
  const auto more = annotate(BlockKind::paragraph, begin + fill + ". " + begin + fill);
  CHECK(more.events.empty());
  REQUIRE(more.limits_met.size() == 1);
  CHECK(more.limits_met[0] == "no events of 2 sentences with more than 64 dates or 8192 bytes");
  const auto undated = annotate(BlockKind::paragraph, "Laos spoke" + fill);
  CHECK(undated.limits_met.empty());
}

TEST_CASE("a long paragraph is read in parts, and none of its words is lost",
          "[indexer][annotate][limits]") {
  const std::string unit = "In Laos, wide words stand. ";
  for (const auto size : {Annotator::kMaxPartBytes - 40, 3 * Annotator::kMaxPartBytes}) {
    const auto times = size / unit.size();
    const auto article = annotate(BlockKind::paragraph, repeated(unit, times));
    CAPTURE(size);
    CHECK(article.tokens.size() == 5 * times);
    CHECK(article.mentions.size() == times);
    CHECK(article.limits_met.size() == (size > Annotator::kMaxPartBytes ? 1U : 0U));
  }
  // Without white space it is cut between letters.
  const auto wide = annotate(BlockKind::paragraph, repeated("\xE2\x82\xAC", 200'000));
  CHECK(wide.limits_met.size() == 1);
}

TEST_CASE("a stop ends a long article in the middle, and lets a short one be finished",
          "[indexer][annotate][limits]") {
  static const dateline::Extractor extractor;
  std::stop_source stop;
  stop.request_stop();
  for (const auto size : {Annotator::kSmallBytes, Annotator::kSmallBytes + 1}) {
    Article article;
    article.id = "a";
    article.text = std::string(size, 'x');
    const dateline::Span whole{0, size};
    article.blocks = {Block{BlockKind::paragraph, whole, {}, whole}};
    Annotator annotator{"en", extractor};
    CAPTURE(size);
    CHECK(annotator.annotate(std::move(article), stop.get_token()).has_value() ==
          (size == Annotator::kSmallBytes));
  }
}

TEST_CASE("events that are equal have names of their own, however many", "[indexer][event]") {
  constexpr std::size_t kEvents = 140'000;  // more than a row can count, twice
  IndexedArticle article;
  article.text = "On 1 May 2001 they met.";
  article.events.resize(kEvents);
  for (auto& event : article.events) event.span = {0, 23};
  finish_events(article);
  std::set<std::pair<std::uint32_t, std::uint16_t>> names;
  for (const auto& event : article.events) names.emplace(event.hash, event.occurrence);
  CHECK(names.size() == kEvents);
  CHECK(article.events[65'535].hash == article.events[0].hash);
  CHECK(article.events[65'535].occurrence == 65'535);
}

// Blocks of a chronology, each a kind and its text.
IndexedArticle annotate_blocks(const std::vector<std::pair<BlockKind, std::string>>& blocks,
                               const std::string& title = {}) {
  static const dateline::Extractor extractor;
  Article article;
  article.id = "a";
  article.title = title;
  for (const auto& [kind, text] : blocks) {
    const auto begin = static_cast<std::uint32_t>(article.text.size());
    article.text += text + "\n\n";
    const dateline::Span span{begin, begin + static_cast<std::uint32_t>(text.size())};
    article.blocks.push_back(Block{kind, span, {}, span});
  }
  return Annotator("en", extractor).annotate(std::move(article));
}

TEST_CASE("entries without a date of their own have that above them", "[indexer][event]") {
  using enum BlockKind;
  const auto days = annotate_blocks({{chronology_heading, "Chronology"},
                                     {chronology_date, "7 August 1998"},
                                     {chronology_entry, "Kenya is attacked."},
                                     {chronology_entry, "Tanzania is attacked, too."},
                                     {chronology_date, "20 August 1998"},
                                     {chronology_entry, "Sudan is struck."}});
  CHECK(described(days) == "1998-08-07 KE; 1998-08-07 TZ; 1998-08-20 SD");
  REQUIRE_FALSE(days.events.empty());
  CHECK(days.events[0].date_span.of(days.text) == "7 August 1998");
  CHECK(described(annotate_blocks({{chronology_date, "2020"},
                                   {chronology_date, "March"},
                                   {chronology_entry, "3 March – France calls its envoy back."},
                                   {chronology_date, "December"},
                                   {chronology_entry, "28 December – Japan offers to mediate."},
                                   {chronology_date, "2021"},
                                   {chronology_entry, "2 January – China votes."}})) ==
        "2020-03-03 FR; 2020-12-28 JP; 2021-01-02 CN");
  CHECK(described(annotate_blocks({{chronology_date, "March 1998"},
                                   {chronology_entry, "3: France goes."},
                                   {chronology_entry, "14–16 – Norway goes."},
                                   {chronology_date, "April"},
                                   {chronology_entry, "2nd: Japan goes."},
                                   {chronology_date, "1999"},
                                   {chronology_entry, "4: France stays."}})) ==
        "1998-03-03 FR; 1998-03-14..1998-03-16 NO; 1998-04-02 JP; 1999-01-01..1999-12-31 FR");
  CHECK(described(annotate_blocks(
            {{chronology_date, "January"}, {chronology_entry, "January 3 – France goes."}},
            "2001 in Norland")) == "2001-01-03 FR");
  CHECK(described(annotate_blocks({{chronology_entry, "7 August 1998: Kenya is attacked."},
                                   {chronology_entry, "Tanzania is attacked."}})) ==
        "1998-08-07 KE; 1998-08-07 TZ");
  CHECK(described(annotate_blocks({{chronology_entry, "3 March 2021 – France goes."},
                                   {chronology_entry, "5 March – Norway goes."}})) ==
        "2021-03-03 FR; 2021-03-05 NO");
}

TEST_CASE("credits are an entry's sources and none of its countries", "[indexer][event]") {
  static const dateline::Extractor extractor;
  Article article;
  article.id = "a";
  article.text = "Kenya bans guns. (ABC News Australia) (Reuters)";
  article.published = parse_iso_interval("2001-03-07");
  article.blocks = {Block{BlockKind::log_entry, {0, 47}, {}, {0, 16}}};
  const auto found = Annotator("en", extractor).annotate(std::move(article));
  CHECK(described(found) == "2001-03-07 KE");
  REQUIRE(found.events.size() == 1);
  CHECK(found.events[0].sources == std::vector<std::string>{"ABC News Australia", "Reuters"});
  CHECK(found.events[0].token_count == 3);
}

TEST_CASE("a title that is not in the text counts for the article", "[indexer][event]") {
  const auto found =
      annotate_blocks({{BlockKind::paragraph, "Nothing was said."}}, "Norway in March 2021");
  REQUIRE(found.mentions.size() == 2);
  for (const auto& mention : found.mentions) CHECK(mention.span.empty());
  CHECK(found.events.empty());
  const auto in_text = annotate_blocks({{BlockKind::title, "Norway"}}, "Norway");
  CHECK(in_text.mentions.size() == 1);
}

TEST_CASE("what is not English gives no English dates", "[indexer][event]") {
  CHECK(described(annotate(BlockKind::paragraph,
                           "Об этом 28 июня 2022 года сообщила Норвегия. Указ № 2094 подписан "
                           "в Осло.")) == "");
}

}  // namespace dateline::test
