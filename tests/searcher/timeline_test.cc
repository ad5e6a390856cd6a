#include "searcher/answers/timeline.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "language/display.h"
#include "presenter/timeline_presenter.h"
#include "searcher/query/query_parser.h"
#include "tests/support/catch.h"
#include "tests/support/synthetic_index.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using Catch::Contains;

namespace {

DateValue date(std::string_view days, Precision precision = Precision::day,
               bool approximate = false) {
  return {*parse_iso_interval(days), precision, approximate, false};
}

struct Told {
  std::string days;
  std::string words;
};

IndexedArticle article(const std::string& id, const std::vector<Told>& events) {
  ArticleBuilder builder(id);
  builder.title("Title of " + id);
  for (const auto& [days, words] : events) {
    builder.event(EventOrigin::chronology, words, date(days), {"RU", "JP"});
  }
  return builder.build();
}

TimelineRequest request(const std::string& query = "event") {
  TimelineRequest request;
  request.search.kind = DocumentKind::event;
  request.search.query = dateline::parse_query(query).root;
  return request;
}

std::vector<std::string> texts(const Timeline& timeline) {
  std::vector<std::string> texts;
  texts.reserve(timeline.entries.size());
  for (const auto& entry : timeline.entries) texts.push_back(entry.hit.text);
  return texts;
}

std::vector<std::string> all_pages(const std::filesystem::path& index, TimelineRequest request) {
  std::vector<std::string> found;
  do {
    Searcher searcher(index);
    const auto page = make_timeline(searcher, request);
    REQUIRE(page.entries.size() <= request.limit);
    for (const auto& text : texts(page)) found.push_back(text);
    request.cursor = page.next;
    CHECK((page.left == 0) == page.next.empty());
  } while (!request.cursor.empty());
  return found;
}

const std::vector<std::string> kInOrder{"event one", "event two", "event three", "event four",
                                        "event five"};

// Five events of two articles in two segments, in no order.
void write_example(const std::filesystem::path& index) {
  write_index(index, {{article("b.txt", {{"2001-03-05", "event five"},
                                         {"2001-02-19", "event two"},
                                         {"2001-02-19", "event three"}})},
                      {article("a.txt", {{"2001-02-19..2001-02-22", "event four"},
                                         {"2000-12-31", "event one"}})}});
}

}  // namespace

TEST_CASE("a timeline goes by first day, last day, article and place", "[searcher][timeline]") {
  const TempDir dir;
  write_example(dir.path() / "idx");
  Searcher searcher(dir.path() / "idx");
  auto asked = request();
  const auto timeline = make_timeline(searcher, asked);
  CHECK(timeline.total == 5);
  CHECK(timeline.different == 5);
  CHECK(timeline.next.empty());
  CHECK(texts(timeline) == kInOrder);
  CHECK(timeline.entries[0].heading == "2000-12");
  CHECK(timeline.entries[4].heading == "2001-03");

  asked.reverse = true;
  auto backwards = kInOrder;
  std::reverse(backwards.begin(), backwards.end());
  CHECK(texts(make_timeline(searcher, asked)) == backwards);
}

TEST_CASE("pages of any size are together the whole timeline", "[searcher][timeline]") {
  const TempDir dir;
  write_example(dir.path() / "idx");
  for (const bool reverse : {false, true}) {
    for (std::uint32_t limit = 1; limit <= 6; ++limit) {
      CAPTURE(reverse, limit);
      auto asked = request();
      asked.limit = limit;
      asked.reverse = reverse;
      auto expected = kInOrder;
      if (reverse) std::reverse(expected.begin(), expected.end());
      CHECK(all_pages(dir.path() / "idx", asked) == expected);
    }
  }
}

TEST_CASE("a cursor holds when articles come, change and go", "[searcher][timeline]") {
  const TempDir dir;
  const auto index = dir.path() / "idx";
  write_example(index);
  auto manifest = dateline::read_manifest(index);
  const auto id = manifest.id;
  auto asked = request();
  asked.limit = 3;
  {
    Searcher searcher(index);
    asked.cursor = make_timeline(searcher, asked).next;
  }
  const auto rewrite = [&](const std::vector<std::vector<IndexedArticle>>& segments) {
    std::filesystem::remove_all(index);
    write_index(index, segments);
    manifest = dateline::read_manifest(index);
    manifest.id = id;
    write_manifest(index, manifest);
    Searcher searcher(index);
    return texts(make_timeline(searcher, asked));
  };
  const auto first =
      article("a.txt", {{"2001-02-19..2001-02-22", "event four"}, {"2000-12-31", "event one"}});
  using Texts = std::vector<std::string>;
  SECTION("text before the last entry moves it") {
    CHECK(rewrite({{first, article("b.txt", {{"2001-02-19", "a new event, with many more words"},
                                             {"2001-02-19", "event two"},
                                             {"2001-02-19", "event three"},
                                             {"2001-03-05", "event five"}})}}) ==
          Texts{"event four", "event five"});
  }
  SECTION("the last entry is gone") {
    CHECK(rewrite({{first, article("b.txt", {{"2001-02-19", "event two"},
                                             {"2001-03-05", "event five"}})}}) ==
          Texts{"event four", "event five"});
  }
  SECTION("its whole article is gone, and another came") {
    CHECK(rewrite({{first},
                   {article("c.txt",
                            {{"2001-02-19", "event late"}, {"2001-01-01", "event early"}})}}) ==
          Texts{"event late", "event four"});
  }
}

TEST_CASE("a cursor serves the index and the question that it came from", "[searcher][timeline]") {
  const TempDir dir;
  write_example(dir.path() / "idx");
  write_example(dir.path() / "other");
  auto asked = request();
  asked.limit = 2;
  Searcher searcher(dir.path() / "idx");
  asked.cursor = make_timeline(searcher, asked).next;
  REQUIRE_FALSE(asked.cursor.empty());
  SECTION("another limit and other headings are the same question") {
    asked.limit = 1;
    asked.by = Bucket::day;
    CHECK(texts(make_timeline(searcher, asked)) == std::vector<std::string>{"event three"});
  }
  SECTION("another index") {
    Searcher other(dir.path() / "other");
    CHECK_THROWS_WITH(make_timeline(other, asked), Contains("another index"));
  }
  SECTION("other words") {
    asked.search.query = request("five").search.query;
    CHECK_THROWS_WITH(make_timeline(searcher, asked), Contains("another question"));
  }
  SECTION("a filter more") {
    asked.search.selections.push_back({Facet::country, *dateline::parse_query("country:RU").root});
    CHECK_THROWS_WITH(make_timeline(searcher, asked), Contains("another question"));
  }
  SECTION("the other way round") {
    asked.reverse = true;
    CHECK_THROWS_WITH(make_timeline(searcher, asked), Contains("another question"));
  }
  SECTION("folded") {
    asked.fold = true;
    CHECK_THROWS_WITH(make_timeline(searcher, asked), Contains("another question"));
  }
  SECTION("garbage") {
    asked.cursor = "garbage";
    CHECK_THROWS_AS(make_timeline(searcher, asked), CursorError);
  }
}

TEST_CASE("buckets count as the facet date does, beside what the archive has",
          "[searcher][timeline]") {
  constexpr unsigned kSeed = 20010219;
  CAPTURE(kSeed);
  std::mt19937 random(kSeed);
  const auto below = [&](unsigned n) { return static_cast<int>(random() % n); };
  ArticleBuilder builder("a.txt");
  builder.title("Title");
  for (int i = 0; i < 300; ++i) {
    const auto first = parse_iso_interval("1999-01-01")->first + std::chrono::days{below(900)};
    const auto last = first + std::chrono::days{below(4) == 0 ? below(400) : below(20)};
    const auto precision = static_cast<Precision>(below(9));
    builder.event(EventOrigin::prose, below(2) == 0 ? "event" : "other",
                  {{first, last}, precision, false, false}, {"RU"});
  }
  const TempDir dir;
  write_index(dir.path() / "idx", {{builder.build()}});
  Searcher searcher(dir.path() / "idx");
  for (const auto by : {Bucket::year, Bucket::quarter, Bucket::month, Bucket::week, Bucket::day}) {
    CAPTURE(dateline::bucket_word(by));
    auto asked = request();
    asked.by = by;
    asked.search.date_bucket = by;
    const auto timeline = make_timeline(searcher, asked);
    const auto answer = searcher.match(asked.search).count(Facet::date);
    auto all = asked.search;
    all.query.reset();
    const auto archive = searcher.match(all).count(Facet::date);
    std::map<std::string, std::uint64_t> counts;
    std::map<std::string, std::uint64_t> archives;
    for (const auto& value : answer.values) counts[value.value] = value.count;
    for (const auto& value : archive.values) archives[value.value] = value.count;
    CHECK(timeline.coarser == answer.coarser);
    REQUIRE_FALSE(timeline.buckets.empty());
    CHECK(timeline.buckets.front().name == answer.values.front().value);
    CHECK(timeline.buckets.back().name == answer.values.back().value);
    std::size_t found = 0;
    for (std::size_t i = 0; i < timeline.buckets.size(); ++i) {
      const auto& bucket = timeline.buckets[i];
      CHECK(bucket.number == timeline.buckets.front().number + i);
      CHECK(bucket.count == counts[bucket.name]);
      CHECK(bucket.archive == archives[bucket.name]);
      if (bucket.count > 0) ++found;
    }
    CHECK(found == answer.values.size());
  }
}

TEST_CASE("over more buckets than anyone reads, the empty ones are left out",
          "[searcher][timeline]") {
  const TempDir dir;
  write_index(dir.path() / "idx",
              {{article("a.txt", {{"0988-06-01", "event old"}, {"2001-02-19", "event new"}})}});
  Searcher searcher(dir.path() / "idx");
  const auto timeline = make_timeline(searcher, request());
  REQUIRE(timeline.buckets.size() == 2);
  CHECK(timeline.buckets[0].name == "0988-06");
  CHECK(timeline.buckets[1].name == "2001-02");
}

TEST_CASE("what is told twice is folded into one entry", "[searcher][timeline]") {
  const TempDir dir;
  const std::string words = "event: ministers sign the long fishing treaty in the northern harbour";
  write_index(dir.path() / "idx",
              {{article("a.txt", {{"2001-02-19", words}, {"2001-03-01", "event apart"}}),
                article("b.txt", {{"2001-02-19..2001-02-20", words + " again"}})}});
  Searcher searcher(dir.path() / "idx");
  auto asked = request();
  CHECK(make_timeline(searcher, asked).entries.size() == 3);
  asked.fold = true;
  const auto timeline = make_timeline(searcher, asked);
  CHECK(timeline.total == 3);
  CHECK(timeline.different == 2);
  REQUIRE(timeline.entries.size() == 2);
  REQUIRE(timeline.entries[0].same.size() == 1);
  CHECK(timeline.entries[0].same[0].article_id == "b.txt");
  CHECK(timeline.entries[0].dates_differ);
  CHECK(timeline.entries[1].same.empty());
  const auto text = to_text(TimelineAnswer{asked, timeline}, {false, 80});
  CHECK_THAT(text,
             Contains("3 events, told as 2") && Contains("also, dated 19–20 Feb: Title of b.txt"));
}

TEST_CASE("a timeline reads well", "[searcher][timeline]") {
  const TempDir dir;
  ArticleBuilder builder("a.txt");
  builder.title("Old Friends");
  builder.heading("Chronology");
  builder.event(EventOrigin::chronology, "Ministers meet at an event in the capital.",
                date("2001-02-19..2001-02-22"), {"CN", "RU"});
  builder.event(EventOrigin::chronology, "Another event.", date("2001-04"), {});
  builder.event(EventOrigin::chronology, "Nothing of note.", date("2001-02-03"), {});
  builder.event(EventOrigin::prose, "An event of an age.", date("1990..1999", Precision::decade),
                {});
  write_index(dir.path() / "idx", {{builder.build()}});
  Searcher searcher(dir.path() / "idx");
  auto asked = request();
  asked.limit = 2;
  const auto timeline = make_timeline(searcher, asked);
  const auto plain = to_text(TimelineAnswer{asked, timeline}, {false, 80});
  CAPTURE(plain);
  CHECK_THAT(plain,
             Catch::StartsWith("3 events (1 with a date coarser than a month)\n\n1990–1999\n\n  "));
  CHECK_THAT(plain, Contains("\nFebruary 2001  1 of 2 events, 50 %\n\n  19–22 Feb  CN RU\n    "
                             "Ministers meet at an event in the capital.\n    Old Friends · "
                             "Chronology\n    a.txt#"));
  CHECK_THAT(plain, Contains("\n1 more: the same command with --cursor " + timeline.next + "\n"));
  CHECK(plain.find('\x1b') == std::string::npos);

  const auto shown = to_text(TimelineAnswer{asked, timeline}, {true, 80, true});
  CHECK_THAT(shown, Contains("\x1b[2m2001-02\x1b[0m \x1b[36m▅ █\x1b[0m \x1b[2m2001-04\x1b[0m\n"));
  CHECK_THAT(shown, Contains("at an \x1b[1;33mevent\x1b[0m in the"));
  CHECK_THAT(shown, Contains("\x1b[1mFebruary 2001\x1b[0m  \x1b[36m██████████\x1b[0m  "));
}

TEST_CASE("a course of any length fits the terminal", "[searcher][timeline]") {
  const TempDir dir;
  write_index(dir.path() / "idx",
              {{article("a.txt", {{"0988-06-01", "event old"}, {"2001-02-19", "event new"}})}});
  Searcher searcher(dir.path() / "idx");
  for (const std::size_t width : {20U, 40U, 80U, 120U}) {
    CAPTURE(width);
    const auto asked = request();
    const auto timeline = make_timeline(searcher, asked);
    const auto text = to_text(TimelineAnswer{asked, timeline}, {false, width, true});
    const auto begin = text.find('\n') + 1;
    const auto line = text.substr(begin, text.find('\n', begin) - begin);
    CAPTURE(line);
    CHECK(dateline::display_width(line) <= width);
    CHECK_THAT(line, Catch::StartsWith("0988-06 ") && Catch::EndsWith(" 2001-02"));
  }
}

}  // namespace dateline::test
