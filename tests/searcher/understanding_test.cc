// What a query may mean besides what it says: suggested, and applied only when nothing else is
// found.
#include "searcher/suggest/understanding.h"
#include "tests/support/catch.h"

#include <string>
#include <vector>

#include "tests/searcher/open_index.h"

namespace dateline::test {
namespace {

class Index : public OpenIndex {
 public:
  Index()
      : OpenIndex({{ArticleBuilder("gazeta")
                        .title("press")
                        .paragraph("Nezavisimaya Gazeta wrote")
                        .build(),
                    ArticleBuilder("visit").title("visits").paragraph("Putin visits Hanoi").build(),
                    ArticleBuilder("rangoon").title("trade").paragraph("Myanmar trade").build()}}) {
  }

  [[nodiscard]] SearchResult search(const std::string& query) {
    return Understanding(searcher()).search(all_hits(query));
  }
};

std::string described(const SearchResult& result) {
  std::string text;
  for (const auto& one : result.suggestions) {
    text += one.kind == Suggestion::Kind::date       ? "date"
            : one.kind == Suggestion::Kind::pair     ? "pair"
            : one.kind == Suggestion::Kind::person   ? "person"
            : one.kind == Suggestion::Kind::relation ? "relation"
            : one.kind == Suggestion::Kind::country  ? "country"
                                                     : "spelling";
    text += " " + one.label + " | " + one.query + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("a date among the words is suggested and not applied", "[searcher][understanding]") {
  Index index;
  const auto result = index.search("Putin visits February 2001");
  CHECK(result.total == 1);  // without the words of the date, not filtered by the month
  CHECK(described(result).starts_with("date February 2001 | Putin visits date:2001-02"));
}

TEST_CASE("an unknown word is spelled otherwise beside what is found",
          "[searcher][understanding]") {
  Index index;
  const auto result = index.search("Nezavisimya gazeta");
  CHECK(result.total == 1);
  CHECK(result.notices ==
        std::vector<std::string>{"no article has Nezavisimya; these have nezavisimaya"});
}

TEST_CASE("where nothing is found the nearest spelling is searched for, and a notice says so",
          "[searcher][understanding]") {
  Index index;
  const auto result = index.search("Nezavisimya");
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits.front().id == "gazeta");
  CHECK(result.notices ==
        std::vector<std::string>{"no article has Nezavisimya; these have nezavisimaya"});
}

TEST_CASE("two countries in a question are offered as a pair", "[searcher][understanding]") {
  Index index;
  CHECK(described(index.search("what happened between Russia and Japan in September 2000")) ==
        "pair Japan–Russia, September 2000 | pair:JP-RU date:2000-09\n");
  CHECK(described(index.search("Sino-Vietnamese border")) ==
        "pair China–Vietnam | pair:CN-VN border\n");
  CHECK(described(index.search("when did visits begin in Hanoi")).empty());  // one country
  CHECK(described(index.search("between Russia and Japan country:RU")).empty());
}

TEST_CASE("where nothing is found it is said what would be", "[searcher][understanding]") {
  Index index;
  CHECK(index.search("Putin country:BR date:1950").notices ==
        std::vector<std::string>{"without 'country:BR' and 'date:1950' there is 1 article"});
  CHECK(index.search("Putin country:BR").notices ==
        std::vector<std::string>{"without 'country:BR' there is 1 article"});
}

TEST_CASE("a compound that nothing has gives way to its words", "[searcher][understanding]") {
  Index index;
  const auto result = index.search("Hanoi-Putin visits");
  REQUIRE(result.hits.size() == 1);
  CHECK(result.hits.front().id == "visit");
  CHECK(result.notices ==
        std::vector<std::string>{
            "no article has 'Hanoi-Putin' as one word; its parts are searched for"});
  // Where it is found as it is written, it stays one.
  CHECK(index.search("Putin-visits").notices.empty());
}

TEST_CASE("words that were given together are a phrase where it is found",
          "[searcher][understanding]") {
  OpenIndex index({{ArticleBuilder("visit").title("visits").paragraph("Putin visits Hanoi").build(),
                    ArticleBuilder("rangoon").title("trade").paragraph("Myanmar trade").build(),
                    ArticleBuilder("burma").title("trade").paragraph("trade of Burma").build()}});
  const auto ask = [&](const std::string& words) {
    auto request = all_hits(words);
    request.with_phrases = parse_query('"' + words + '"').root;
    return Understanding(index.searcher()).search(request);
  };
  const auto phrase = ask("Putin visits");
  CHECK(phrase.total == 1);
  REQUIRE(phrase.notices.size() == 1);
  CHECK(phrase.notices.front().starts_with("read as a phrase, \"Putin visits\""));
  const auto words = ask("Hanoi Putin");
  CHECK(words.total == 1);
  CHECK(words.notices.empty());
  // A phrase would miss the other names of Burma.
  const auto named = ask("Myanmar trade");
  CHECK(named.total == 2);
  REQUIRE(named.notices.size() == 1);
  CHECK(named.notices.front() == "1 article has it as a phrase: search for \"Myanmar trade\"");
}

TEST_CASE("the note on a phrase says what was typed, without what options add",
          "[searcher][understanding]") {
  Index index;
  auto request = all_hits("Putin visits");
  request.with_phrases = parse_query("\"Putin visits\" -precision:month").root;
  const auto notices = index.searcher().search(request).notices;
  REQUIRE(notices.size() == 1);
  CHECK(notices.front() ==
        "read as a phrase, \"Putin visits\"; for the words apart, give each by itself");
}

TEST_CASE("of names the first that the filters leave stays, and months are none",
          "[searcher][understanding]") {
  OpenIndex index({{ArticleBuilder("minsk")
                        .published(*parse_iso_interval("2001"))
                        .paragraph("Minsk trade fair")
                        .build(),
                    ArticleBuilder("caracas")
                        .published(*parse_iso_interval("2009"))
                        .paragraph("Chavez signs in Caracas")
                        .build(),
                    ArticleBuilder("delhi")
                        .published(*parse_iso_interval("2009"))
                        .paragraph("India meets Pakistan")
                        .build(),
                    ArticleBuilder("goa")
                        .published(*parse_iso_interval("2001"))
                        .paragraph("India and a May fair")
                        .build()}});
  const auto found = [&](const std::string& query) {
    const auto result = Understanding(index.searcher()).search(all_hits(query));
    return (result.hits.empty() ? "" : result.hits.front().id) + "|" +
           (result.notices.empty() ? "" : result.notices.front());
  };
  CHECK(found("Chavez trade in Minsk published:2009") ==
        "caracas|no article has all the words; these are without 'trade' and 'Minsk'");
  CHECK(found("India met Pakistan May 2009") ==
        "delhi|no article has all the words; these are without 'May' and '2009'");
  // Where no name is left, nothing is found rather than anything.
  CHECK(found("trade in Minsk published:2009").starts_with("|without 'published:2009'"));
}

TEST_CASE("words beside a name that was read as a filter are given up",
          "[searcher][understanding]") {
  Index index;
  auto request = all_hits("published:2001.. tractors");
  CHECK(index.searcher().search(request).total == 0);
  request.query = parse_query("-country:BR tractors").root;
  request.has_read_names = true;
  const auto result = index.searcher().search(request);
  CHECK(result.total == 3);
  CHECK(result.notices ==
        std::vector<std::string>{"no article has all the words; these are without 'tractors'"});
}

TEST_CASE("a country's name in another language is offered where the index has it as a word",
          "[searcher][understanding]") {
  OpenIndex index({{ArticleBuilder("paper").paragraph("Financial Times Deutschland").build(),
                    ArticleBuilder("one").paragraph("Germany and trade", {"DE"}).build(),
                    ArticleBuilder("two").paragraph("Germany elects", {"DE"}).build()}});
  const auto search = [&](const std::string& query) {
    return Understanding(index.searcher()).search(all_hits(query));
  };
  CHECK(described(search("Deutschland")) == "country Germany | country:DE\n");
  CHECK(described(search("Allemagne")).empty());  // found by its English name
  CHECK(search("Allemagne").total == 2);
  CHECK(described(search("Times")).empty());
}

TEST_CASE("beside values that must hold together a value shows what adding it would leave",
          "[searcher][facet]") {
  const DateValue day{*parse_iso_interval("2001-02-19"), Precision::day};
  OpenIndex index({{ArticleBuilder("a")
                        .event(EventOrigin::log, "one", day, {"CN", "RU"})
                        .event(EventOrigin::log, "two", day, {"CN", "JP", "RU"})
                        .event(EventOrigin::log, "three", day, {"JP"})
                        .build()}});
  const auto japan = [&](bool match_all) {
    SearchRequest request;
    request.kind = DocumentKind::event;
    request.facets = {Facet::country};
    AskedCountries asked{{CountryCode("CN"), CountryCode("RU")}, match_all};
    request.selections.push_back(
        {Facet::country, {FilterCondition{FilterKind::country, asked}, {}}});
    const auto result = index.searcher().search(request);
    for (const auto& value : result.facets.front().values) {
      if (value.value == "JP") return value.count;
    }
    return std::uint64_t{0};
  };
  CHECK(japan(true) == 1);
  CHECK(japan(false) == 2);
}

TEST_CASE("what the index has needs no suggestion, by another name neither",
          "[searcher][understanding]") {
  Index index;
  CHECK(described(index.search("Putin visits Hanoi")).empty());
  CHECK(described(index.search("Burma")).empty());
  CHECK(index.search("Burma").total == 1);
  CHECK(described(index.search("Putin -Nezavisimya")).empty());
  CHECK(index.search("qqqqqqqq").notices.empty());
}

}  // namespace dateline::test
