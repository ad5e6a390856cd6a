// Saved queries over an index that grows, is merged, annotated again and built anew.
#include "searcher/answers/watch.h"
#include "searcher/query/request.h"
#include "tests/support/catch.h"

#include <fmt/format.h>

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "index/manifest.h"
#include "index/saved_queries.h"
#include "indexer/indexer.h"
#include "indexer/rebuild.h"
#include "indexer/removal.h"
#include "language/countries/name_overrides.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "searcher/searcher.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {
namespace {

using Ids = std::vector<std::string>;

constexpr std::uint32_t kMany = 1000;

// An index, the files it is made of, and saved queries on it.
class Watched {
 public:
  void write(const std::string& name, const std::string& text) const {
    (void)dir_.write("in/" + name, text);
  }

  void batch(const std::string& names = {}, bool reannotate = false) const {
    dateline::IndexOptions options;
    options.index = index();
    options.paths = {dir_.path() / "in"};
    options.threads = 2;
    options.reannotate = reannotate;
    if (!names.empty()) options.names = dateline::parse_name_overrides(names, "names");
    (void)index_files(options, {}, {});
  }

  void save(const std::string& name, const std::string& query, bool events = false) const {
    SavedQueries queries(index());
    queries.put({name, events, query, false, "overlaps", generation()});
    queries.write();
  }

  // The ids of what is new to a query, the newest first.
  [[nodiscard]] Ids peek(const std::string& name) const {
    const std::vector<SavedQuery> queries{*SavedQueries(index()).find(name)};
    const auto report = run_watch(index(), queries, false, kMany);
    Ids ids;
    for (const auto& one : report.results.front().hits) ids.push_back(one.hit.id);
    CHECK(report.results.front().total == ids.size());
    return ids;
  }

  Ids run(const std::string& name) const {
    auto ids = peek(name);
    SavedQueries queries(index());
    queries.note_shown(*queries.find(name), generation(), generation());
    queries.write();
    return ids;
  }

  [[nodiscard]] std::filesystem::path index() const { return dir_.path() / "idx"; }
  [[nodiscard]] std::uint64_t generation() const { return read_manifest(index()).generation; }
  void remove_source(const std::string& name) const {
    std::filesystem::remove(dir_.path() / "in" / name);
  }

 private:
  TempDir dir_;
};

std::string round_of_talks(int number) {
  return fmt::format("On May {}, 2003, accord {} was signed in Ankara.\n", number % 28 + 1, number);
}

}  // namespace

TEST_CASE("new articles are shown once, whatever happens to their segments", "[searcher][watch]") {
  const Watched watched;
  watched.write("old.txt", round_of_talks(0));
  watched.batch();
  watched.save("accords", "accord");
  watched.save("late", "accord");
  CHECK(watched.run("accords").empty());

  std::set<std::string> expected;
  for (int i = 1; i <= 20; ++i) {  // merges come between
    const auto name = fmt::format("n{:02}.txt", i);
    watched.write(name, round_of_talks(i));
    watched.batch();
    expected.insert(name);
    CHECK(watched.run("accords") == Ids{name});
    CHECK(watched.run("accords").empty());
  }
  CHECK(read_manifest(watched.index()).segments.size() < 10);

  const auto check_late = [&] {
    const auto ids = watched.peek("late");
    CHECK(std::set<std::string>(ids.begin(), ids.end()) == expected);
    CHECK(ids.front() == "n20.txt");  // the newest batch first
    CHECK(ids.back() == "n01.txt");
    CHECK(watched.peek("accords").empty());
  };
  check_late();
  SECTION("compacted") { CHECK(dateline::compact_index(watched.index(), {}, {}).done); }
  SECTION("built anew") {
    dateline::RebuildOptions options;
    options.index = watched.index();
    CHECK(rebuild_index(options, {}, {}).switched);
  }
  SECTION("annotated again") { watched.batch("add\tFreedonia\tTR\n", true); }
  SECTION("one removed") {
    (void)dateline::remove_articles(watched.index(), {"n07.txt"}, {}, {});
    expected.erase("n07.txt");
  }
  check_late();
}

TEST_CASE("a changed article is new, and of its events those that it had not",
          "[searcher][watch]") {
  const Watched watched;
  watched.write("a.txt", "On May 7, 2003, an accord was signed in Ankara.\n");
  watched.write("b.txt", "On May 8, 2003, an accord was signed in Paris.\n");
  watched.batch();
  watched.save("articles", "accord");
  watched.save("events", "accord", true);
  watched.write("a.txt",
                "On May 7, 2003, an accord was signed in Ankara.\n\n"
                "On June 9, 2003, the accord was broken.\n");
  watched.batch();
  CHECK(watched.peek("articles") == Ids{"a.txt"});
  const auto events = watched.peek("events");
  REQUIRE(events.size() == 1);
  dateline::Searcher searcher(watched.index());
  SearchRequest june;
  june.kind = dateline::DocumentKind::event;
  june.query = dateline::parse_query("date:2003-06").root;
  CHECK(searcher.search(june).hits.front().id == events.front());
}

TEST_CASE("a file that moved is not new", "[searcher][watch]") {
  const Watched watched;
  watched.write("a.txt", round_of_talks(1));
  watched.batch();
  watched.save("accords", "accord");
  watched.remove_source("a.txt");
  watched.write("z.txt", round_of_talks(1));
  watched.batch();
  CHECK(watched.peek("accords").empty());
}

TEST_CASE("a rebuild finds sources that changed new, and no others", "[searcher][watch]") {
  const Watched watched;
  watched.write("a.txt", round_of_talks(1));
  watched.write("b.txt", round_of_talks(2));
  watched.batch();
  watched.save("accords", "accord");
  watched.write("b.txt", round_of_talks(3));
  dateline::RebuildOptions options;
  options.index = watched.index();
  REQUIRE(rebuild_index(options, {}, {}).switched);
  CHECK(watched.peek("accords") == Ids{"b.txt"});
}

TEST_CASE("a query does not loosen where the new articles lack a word", "[searcher][watch]") {
  const Watched watched;
  watched.write("a.txt", "The accord on missiles.\n");
  watched.batch();
  watched.save("both", "accord missiles");
  watched.write("b.txt", "Another accord.\n");
  watched.batch();
  CHECK(watched.peek("both").empty());
}

TEST_CASE("without saved queries an index keeps no arrivals", "[searcher][watch]") {
  const Watched watched;
  for (int i = 0; i < 3; ++i) {
    watched.write(fmt::format("{}.txt", i), round_of_talks(i));
    watched.batch();
    for (const auto& segment : read_manifest(watched.index()).segments) {
      CHECK(segment.arrivals.runs().empty());
      CHECK(segment.event_arrivals.runs().empty());
    }
  }
}

TEST_CASE("arrivals that every query has been shown are forgotten", "[searcher][watch]") {
  const Watched watched;
  watched.write("0.txt", round_of_talks(0));
  watched.batch();
  watched.save("accords", "accord");
  for (int i = 1; i < 5; ++i) {
    watched.write(fmt::format("{}.txt", i), round_of_talks(i));
    watched.batch();
    (void)watched.run("accords");
  }
  std::size_t runs = 0;
  for (const auto& segment : read_manifest(watched.index()).segments)
    runs += segment.arrivals.runs().size();
  CHECK(runs <= 1);  // of the last batch, which was shown after its publication
}

TEST_CASE("a saved request is read as it was", "[searcher][watch]") {
  struct Case {
    const char* query;
    std::vector<const char*> selections;
    const char* saved;
  };
  for (const auto& [query, selections, saved] : {
           Case{"accord -missiles", {}, "accord -missiles"},
           Case{"accord OR treaty", {"country:RU,CN"}, "(accord OR treaty) country:CN,RU"},
           Case{"",
                {"date:2001", "region:europe OR region:asia"},
                "date:2001 (region:europe OR region:asia)"},
           Case{"\"missile defense\" precision:month", {}, "\"missile defense\" precision:month"},
       }) {
    CAPTURE(query);
    SearchRequest request;
    request.kind = dateline::DocumentKind::event;
    request.any_word = true;
    request.query = dateline::parse_query(query).root;
    for (const char* one : selections) {
      request.selections.push_back({dateline::Facet::country, *dateline::parse_query(one).root});
    }
    const auto kept = to_saved_query("name", request);
    CHECK(kept.query == saved);
    const auto read = to_request(kept);
    CHECK(read.kind == request.kind);
    CHECK(read.any_word);
    CHECK_FALSE(read.loosens);
    CHECK(to_saved_query("name", read) == kept);
  }
}

TEST_CASE("a saved request keeps how its dates must lie", "[searcher][watch]") {
  SearchRequest request;
  request.query = dateline::parse_query("accord date:2001").root;
  for_each_date(*request.query,
                [](dateline::AskedDays& days) { days.mode = dateline::DateMode::within; });
  const auto read = to_request(to_saved_query("name", request));
  CHECK(to_string(*read.query) == to_string(*request.query));
}

TEST_CASE("a query that cannot be read any more is reported, and stops no other",
          "[searcher][watch]") {
  const Watched watched;
  watched.write("a.txt", round_of_talks(1));
  watched.batch();
  const std::vector<SavedQuery> queries{{"bad", false, "nofield:x", false, "overlaps", {}},
                                        {"good", false, "accord", false, "overlaps", {}}};
  const auto report = run_watch(watched.index(), queries, false, 0);
  CHECK_THAT(report.results[0].problem, Catch::Contains("unknown field"));
  CHECK(report.results[1].problem.empty());
  CHECK(report.results[1].total == 1);
  CHECK(report.results[1].hits.empty());
}

}  // namespace dateline::test
