#include "searcher/explain/explanation.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "language/display.h"
#include "presenter/explanation_presenter.h"
#include "searcher/query/request.h"
#include "tests/searcher/sample_index.h"
#include "tests/support/catch.h"

namespace dateline::test {

using Catch::Contains;

namespace {

bool needs_every_child(const ConditionCheck& check) {
  return check.kind == ConditionCheck::Kind::all;
}

// Groups hold as their children say.
void check_logic(const ConditionCheck& check) {
  if (check.children.empty()) {
    CHECK_FALSE(check.query.empty());
    return;
  }
  const auto passed = [](const ConditionCheck& child) { return child.passed; };
  const auto& children = check.children;
  if (check.kind == ConditionCheck::Kind::exclude) {
    CHECK(check.passed == !children.front().passed);
  } else {
    const auto holds = [](const ConditionCheck& child) {
      return child.passed || child.is_given_up;
    };
    CHECK(check.passed == (needs_every_child(check)
                               ? std::all_of(children.begin(), children.end(), holds)
                               : std::any_of(children.begin(), children.end(), passed)));
  }
  for (const auto& child : children) check_logic(child);
}

double sum_of_parts(const Explanation& explanation) {
  double sum = 0;
  for (const auto& part : explanation.score->parts) sum += part.score;
  return sum * explanation.score->date_boost;
}

struct Row {
  std::string query;
  DocumentKind kind = DocumentKind::article;
  bool expand = false;
  bool any = false;
};

SearchRequest request_of(const Row& row) {
  auto request = all_hits(row.query, row.kind);
  request.expand = row.expand;
  request.any_word = row.any;
  return request;
}

// The lines of what the document has, by condition: "treaty: text 2×; ...".
void add_facts(const ConditionCheck& check, std::string& told) {
  if (check.children.empty())
    told += fmt::format("{}[{}] {}\n", check.passed ? "+" : "-", check.query,
                        fmt::join(check.found, " | "));
  for (const auto& child : check.children) add_facts(child, told);
}

// One article with an event, for the facts.
class SmallIndex : public OpenIndex {
 public:
  SmallIndex() : OpenIndex(segments()) {}

  [[nodiscard]] Explanation explain(const std::string& query, const std::string& id) {
    return *searcher().explain(all_hits(query), id);
  }
  [[nodiscard]] std::string facts(const std::string& query, const std::string& id) {
    std::string told;
    add_facts(*explain(query, id).query, told);
    return told;
  }
  [[nodiscard]] std::string event_id() { return hits("seoul", DocumentKind::event).at(0).id; }

 private:
  static Segments segments() {
    ArticleBuilder one("one.txt");
    one.title("Missile treaties").author("Yu Bin").about({"CN"});
    one.heading("The treaty");
    one.paragraph("A missile defense plan and a treaty on missiles", {"CN", "RU", "RU"});
    one.organizations({"NATO"});
    dateline::DateValue date;
    date.days = *dateline::parse_iso_interval("2001-02-19");
    one.event(EventOrigin::chronology, "Putin visited Seoul with defense ministers", date,
              {"KR", "RU"});
    one.published(*dateline::parse_iso_interval("2001-01..2001-03"));
    ArticleBuilder two("two.txt");
    two.title("Other").paragraph("Nothing of the kind but Putin", {});
    return {{one.build(), two.build()}};
  }
};

}  // namespace

TEST_CASE("the score explained is the score of the search", "[searcher][explanation]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  const std::vector<Row> rows{
      {"helsinki turkey"},
      {"\"customs union\" candidate"},
      {"nuclear test*", DocumentKind::article, true},
      {"peking treaty", DocumentKind::article, false, true},
      {"talks on the treaty", DocumentKind::event, true, true},
      {"summit date:1999-12", DocumentKind::event},
      {"\"prime minister\" visit date:2001", DocumentKind::event, true},
      {"country:RU talks OR minister OR president", DocumentKind::event},
      {"country:RU talks OR minister OR president", DocumentKind::event, true},
  };
  std::uint64_t last_rank = 0;
  for (const auto& row : rows) {
    CAPTURE(row.query, row.expand);
    const auto request = request_of(row);
    const auto result = searcher.search(request);
    REQUIRE(result.total > 0);
    for (std::size_t i = 0; i < result.hits.size(); ++i) {
      // Every hit of the first pages, then a sample.
      if (i > 130 && i % 17 != 0) continue;
      const auto& hit = result.hits[i];
      CAPTURE(hit.id);
      const auto explanation = searcher.explain(request, hit.id);
      REQUIRE(explanation);
      CHECK(explanation->matches);
      CHECK(explanation->total == result.total);
      CHECK(explanation->rank == i + 1);
      CHECK(explanation->hit.score == hit.score);
      CHECK(explanation->hit.date_boost == hit.date_boost);
      REQUIRE(explanation->score);
      CHECK(sum_of_parts(*explanation) == Approx(hit.score).epsilon(1e-5));
      CHECK(explanation->score->sum * hit.date_boost == Approx(hit.score).epsilon(1e-5));
      last_rank = std::max(last_rank, explanation->rank);
    }
  }
  CHECK(last_rank > 100);
}

TEST_CASE("the conditions explained decide whether a document matches", "[searcher][explanation]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  for (const auto kind : {DocumentKind::article, DocumentKind::event}) {
    const auto everything = searcher.search(all_hits("date:..2999", kind));
    for (const std::string query :
         {"treaty -nuclear (country:RU OR about:US)", "\"prime minister\" date:1999..2001",
          "title:turkey OR published:2000 OR region:europe", "burma kiev peking -origin:prose"}) {
      auto request = all_hits(query, kind);
      request.selections.push_back({Facet::country, *dateline::parse_query("country:US,CN").root});
      const auto found = searcher.search(request);
      for (std::size_t i = 0; i < everything.hits.size();
           i += kind == DocumentKind::event ? 23 : 1) {
        const auto& id = everything.hits[i].id;
        CAPTURE(query, id);
        const auto explanation = searcher.explain(request, id);
        REQUIRE(explanation);
        REQUIRE(explanation->selections.size() == 1);
        check_logic(*explanation->query);
        CHECK(explanation->matches ==
              (explanation->query->passed && explanation->selections[0].condition.passed));
        CHECK(explanation->matches == std::any_of(found.hits.begin(), found.hits.end(),
                                                  [&](const auto& hit) { return hit.id == id; }));
        CHECK(explanation->matches == (explanation->rank > 0));
        if (explanation->score) CHECK(explanation->matches);
      }
    }
  }
}

TEST_CASE("a condition shows what the document has", "[searcher][explanation]") {
  SmallIndex index;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"treaty", "+[treaty] title 1× | headings 1× | text 1×\n"},
      {"title:treaty", "+[title:treaty] title 1×\n"},
      {"text:missile", "+[text:missile] text 2×\n"},
      {"seoul OR absent", "+[seoul] text 1×\n-[absent] \n"},
      {"missil*", "+[missil*] title 1× | text 2× | as missile 2× | as missiles 1×\n"},
      {"\"missile defense\"", "+[\"missile defense\"] text 1×\n"},
      {"\"missile plan\" OR treaty",
       "-[\"missile plan\"] alone, missile: title 1×, text 2× | alone, plan: text 1×\n"
       "+[treaty] title 1× | headings 1× | text 1×\n"},
      {"country:RU", "+[country:RU] RU Russia 3×\n"},
      {"country:JP", "-[country:JP] RU Russia 3× | CN China 1× | KR South Korea 1×\n"},
      {"country:RU&JP",
       "-[country:JP&RU] not JP Japan | RU Russia 3× | CN China 1× | KR South Korea 1×\n"},
      {"about:RU", "-[about:RU] about CN China\n"},
      {"organization:NATO", "+[organization:\"NATO\"] NATO 1×\n"},
      {"organization:EU", "-[organization:\"EU\"] NATO 1×\n"},
      {"date:2002",
       "-[date:2002] 2001-02-19, written “Putin visited Seoul with defense ministers”\n"},
      {"author:Yu", "+[author:Yu] Yu Bin\n"},
      {"author:Li", "-[author:Li] Yu Bin\n"},
      {"origin:prose", "-[origin:prose] 1 event of chronology\n"},
      {"-treaty", "+[treaty] title 1× | headings 1× | text 1×\n"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(index.facts(query, "one.txt") == expected);
  }
  CHECK_THAT(index.facts("published:2002", "one.txt"),
             Contains("published 2001-01-01..2001-03-31"));
  CHECK_THAT(index.facts("published:2002", "two.txt"), Contains("publication unknown"));
}

TEST_CASE("an event shows what it has itself and from its article", "[searcher][explanation]") {
  SmallIndex index;
  const auto id = index.event_id();
  const std::vector<std::pair<std::string, std::string>> rows{
      {"putin", "+[putin] text 1×\n"},
      {"treaty OR putin", "-[treaty] \n+[putin] text 1×\n"},
      {"title:treaty", "+[title:treaty] its article's title 1×\n"},
      {"heading:treaty", "+[heading:treaty] its section's heading 1×\n"},
      {"country:CN", "-[country:CN] KR South Korea 1× | RU Russia 1×\n"},
      {"pair:JP-RU", "-[pair:JP-RU] not JP Japan | KR South Korea 1× | RU Russia 1×\n"},
      {"origin:prose", "-[origin:prose] chronology\n"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(index.facts(query, id) == expected);
  }
}

TEST_CASE("words that are not searched for are named", "[searcher][explanation]") {
  SmallIndex index;
  const auto left_out = index.explain("the treaty on & missiles", "one.txt").left_out;
  REQUIRE(left_out.size() == 2);
  CHECK(left_out[0].text == "the");
  CHECK(left_out[1].text == "on");
  CHECK(index.explain("treaty", "one.txt").left_out.empty());
}

TEST_CASE("a loosened query says so, and shows what it became", "[searcher][explanation]") {
  SmallIndex index;
  const auto explanation = index.explain("treaty zeppelin", "one.txt");
  CHECK(explanation.matches);
  REQUIRE(explanation.notices.size() == 1);
  CHECK_THAT(explanation.notices[0], Contains("these are without 'zeppelin'"));
  CHECK(explanation.query->kind == ConditionCheck::Kind::all);
  REQUIRE(explanation.query->children.size() == 2);
  CHECK(explanation.query->children[0].passed);
  CHECK_FALSE(explanation.query->children[1].passed);
}

TEST_CASE("parts of a score are named in words, not stems", "[searcher][explanation]") {
  SmallIndex index;
  const auto parts = index.explain("\"missile defense\" treaty", "one.txt").score->parts;
  std::string labels;
  for (const auto& part : parts) labels += part.label + "; ";
  CHECK(labels == "missile; defense; treaty; missile defense; ");
  CHECK(parts.back().kind == ScorePart::Kind::near);
}

TEST_CASE("an unknown id has no explanation, and the id decides the kind",
          "[searcher][explanation]") {
  SmallIndex index;
  auto& searcher = index.searcher();
  const auto request = all_hits("putin");
  CHECK_FALSE(searcher.explain(request, "three.txt"));
  CHECK_FALSE(searcher.explain(request, "one.txt#00000000"));
  CHECK_FALSE(searcher.explain(request, ""));
  CHECK(searcher.kind_of("one.txt") == DocumentKind::article);
  CHECK(searcher.kind_of(index.event_id()) == DocumentKind::event);
  const auto explanation = searcher.explain(request, index.event_id());
  REQUIRE(explanation);
  CHECK(explanation->hit.kind == DocumentKind::event);
  CHECK(explanation->total == 1);
}

TEST_CASE("filters alone rank by date, and say that no word ranks", "[searcher][explanation]") {
  SmallIndex index;
  const auto explanation = index.explain("country:RU", "one.txt");
  CHECK(explanation.matches);
  CHECK(explanation.rank == 1);
  CHECK_FALSE(explanation.score);
  CHECK_THAT(to_text(explanation, {}), Contains("no word ranks them"));
}

TEST_CASE("a notice says that a prefix of too many words does not rank",
          "[searcher][explanation]") {
  std::string words;
  for (int i = 0; i < 1100; ++i) words += fmt::format("prolif{:04} ", i);
  OpenIndex index({{ArticleBuilder("a").paragraph(words).build(),
                    ArticleBuilder("b").paragraph("prolif0001 treaty").build()}});
  auto& searcher = index.searcher();
  const auto notices = [&](const std::string& query, dateline::SortOrder sort) {
    auto request = all_hits(query);
    request.sort = sort;
    return searcher.search(request).notices;
  };
  using dateline::SortOrder;
  const std::string expected = "prolif* stands for 1,100 words: they match, and do not rank";
  CHECK(notices("prolif* treaty", SortOrder::relevance) == std::vector<std::string>{expected});
  CHECK(notices("prolif* treaty", SortOrder::date).empty());
  CHECK(notices("prolif00* treaty", SortOrder::relevance).empty());
  const auto explained = searcher.explain(all_hits("prolif*"), "b");
  CHECK(explained->notices == std::vector<std::string>{expected});
}

TEST_CASE("an explanation as text keeps to 80 columns", "[searcher][explanation]") {
  SampleIndex index;
  auto& searcher = index.searcher();
  for (const std::string query :
       {"turkish accession \"date for a date\" -treaty country:GR date:1999-12 -author:Nobody",
        "turkish OR \"a long phrase that does not stand in the article\"~9 OR cand* region:europe",
        "supercalifragilisticexpialidociousness OR turkey OR organization:NATO OR pair:GR-TR"}) {
    for (const auto* id : {"1999-q4-eu-turkey.md", "2001-q3-china-russia.txt"}) {
      auto request = all_hits(query);
      request.expand = true;
      const auto text = to_text(*searcher.explain(request, id), {});
      CAPTURE(text);
      for (std::size_t begin = 0; begin < text.size();) {
        const auto end = text.find('\n', begin);
        REQUIRE(end != std::string::npos);
        CHECK(dateline::display_width(text.substr(begin, end - begin)) <= 80);
        begin = end + 1;
      }
    }
  }
}

}  // namespace dateline::test
