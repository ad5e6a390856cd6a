// The real article, indexed and asked: what the project promises of it. Skipped where it is absent.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/program.h"
#include "tests/support/temp_dir.h"

namespace dateline::test {

using nlohmann::json;

namespace {

const std::filesystem::path kArticle = DATELINE_SHARED_DIR "/articles/2001-q1-china-russia.txt";
const std::filesystem::path kGoldEvents = DATELINE_SHARED_DIR "/gold/article-events.tsv";

bool is_absent() {
  if (std::filesystem::exists(kArticle)) return false;
  WARN("skipped: " << kArticle << " is absent");
  return true;
}

struct GoldEvent {
  std::size_t begin, end;
  std::string first, last, countries;
};

std::vector<GoldEvent> gold_events() {
  std::vector<GoldEvent> events;
  std::ifstream file(kGoldEvents);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string number, interval, countries;
    GoldEvent event{};
    fields >> number >> event.begin >> event.end >> interval >> countries;
    event.first = interval.substr(0, 10);
    event.last = interval.substr(11, 10);
    event.countries = countries == "-" ? "" : countries;
    events.push_back(event);
  }
  return events;
}

class RealArticle {
 public:
  RealArticle() {
    REQUIRE(run_dateline(dir_.path(), {"index", "--index", "idx", kArticle.string()}).code == 0);
  }
  [[nodiscard]] json search(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(),
                     {"search", "--index", "idx", "--format", "json", "--limit", "1000"});
    return json::parse(run_dateline(dir_.path(), arguments).out);
  }
  [[nodiscard]] json timeline(const std::string& query) const {
    return json::parse(
        run_dateline(dir_.path(), {"timeline", "--index", "idx", "--format", "json", query}).out);
  }
  [[nodiscard]] json show() const {
    return json::parse(run_dateline(dir_.path(), {"show", "--index", "idx", "--format", "json",
                                                  kArticle.filename().string()})
                           .out);
  }

 private:
  TempDir dir_;
};

std::set<std::size_t> begins_of(const json& hits) {
  std::set<std::size_t> begins;
  for (const auto& hit : hits)
    begins.insert(hit.at("snippet").at("source").at(0).get<std::size_t>());
  return begins;
}

json events_of(const json& timeline) {
  auto events = json::array();
  for (const auto& entry : timeline.at("entries")) events.push_back(entry.at("event"));
  return events;
}

std::string joined(const json& countries) {
  return fmt::format("{}", fmt::join(countries.get<std::vector<std::string>>(), ","));
}

}  // namespace

TEST_CASE("the telephone call of 19 February is found in chronology and prose", "[golden]") {
  if (is_absent()) return;
  const auto hits =
      RealArticle()
          .search({"--events", "Ivanov", "Tang", "--from", "2001-02-19", "--to", "2001-02-19"})
          .at("hits");
  REQUIRE(hits.size() >= 2);
  const std::set<std::string> origins{hits[0].at("origin"), hits[1].at("origin")};
  CHECK(origins == std::set<std::string>{"chronology", "prose"});
  CHECK(begins_of({hits[0], hits[1]}) == std::set<std::size_t>{6230, 19972});
}

TEST_CASE("the events of Taiwan are exactly the entries and dated sentences that mention it",
          "[golden]") {
  if (is_absent()) return;
  const RealArticle article;
  const auto shown = article.show();
  std::set<std::size_t> expected;
  for (const auto& event : shown.at("events")) {
    const auto begin = event.at("span").at(0).get<std::size_t>();
    const auto end = event.at("span").at(1).get<std::size_t>();
    for (const auto& mention : shown.at("mentions")) {
      const auto at = mention.at("span").at(0).get<std::size_t>();
      if (mention.at("value") == "TW" && begin <= at && at < end) expected.insert(begin);
    }
  }
  const auto found = begins_of(article.search({"--events", "--country", "TW"}).at("hits"));
  CHECK(found == expected);
  for (const auto& event : gold_events()) {
    const bool taiwan = event.countries.find("TW") != std::string::npos;
    CHECK(found.contains(event.begin) == taiwan);
  }
  CHECK(found.size() >= 4);
}

TEST_CASE("the timeline of Japan and Russia is the summit and the reception", "[golden]") {
  if (is_absent()) return;
  const auto timeline = RealArticle().timeline("pair:JP-RU");
  CHECK(timeline.at("total") == 2);
  const auto entries = events_of(timeline);
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].at("date").at("first") == "2001-03-25");
  CHECK(entries[0].at("date").at("last") == "2001-03-25");
  CHECK(entries[0].at("origin") == "prose");
  CHECK(joined(entries[0].at("countries")) == "JP,RU");
  CHECK(entries[1].at("date").at("first") == "2001-03-27");
  CHECK(entries[1].at("snippet").at("source").at(0) == 22158);
}

TEST_CASE("the timeline of Taiwan is complete and in order", "[golden]") {
  if (is_absent()) return;
  const RealArticle article;
  const auto entries = events_of(article.timeline("country:TW"));
  const auto hits = article.search({"--events", "country:TW"}).at("hits");
  std::set<std::string> expected;
  for (const auto& hit : hits) expected.insert(hit.at("id").get<std::string>());
  std::set<std::string> found;
  std::vector<std::pair<std::string, std::string>> days;
  for (const auto& entry : entries) {
    found.insert(entry.at("id").get<std::string>());
    days.emplace_back(entry.at("date").at("first"), entry.at("date").at("last"));
  }
  CHECK(found == expected);
  CHECK(found.size() == entries.size());
  CHECK(std::is_sorted(days.begin(), days.end()));
  const auto begins = begins_of(entries);
  for (const auto& event : gold_events()) {
    if (event.countries.find("TW") != std::string::npos) CHECK(begins.contains(event.begin));
  }
}

TEST_CASE("a day inside a range finds the entries of the range", "[golden]") {
  if (is_absent()) return;
  const auto found = begins_of(
      RealArticle().search({"--events", "--from", "2001-02-21", "--to", "2001-02-21"}).at("hits"));
  for (const std::size_t begin : {20258U, 20537U, 20789U}) {
    CAPTURE(begin);
    CHECK(found.contains(begin));
  }
  CHECK_FALSE(found.contains(20924));  // 22 February alone
}

TEST_CASE("every entry of the chronology is an event with its interval and countries", "[golden]") {
  if (is_absent()) return;
  const auto shown = RealArticle().show();
  CHECK(shown.at("published") == json{{"first", "2001-01-01"}, {"last", "2001-03-31"}});
  std::vector<json> entries;
  for (const auto& event : shown.at("events")) {
    if (event.at("origin") == "chronology") entries.push_back(event);
  }
  const auto gold = gold_events();
  REQUIRE(gold.size() == 20);
  REQUIRE(entries.size() == gold.size());
  for (std::size_t i = 0; i < gold.size(); ++i) {
    CAPTURE(i + 1);
    CHECK(entries[i].at("span") == json{gold[i].begin, gold[i].end});
    CHECK(entries[i].at("date").at("first") == gold[i].first);
    CHECK(entries[i].at("date").at("last") == gold[i].last);
    CHECK(joined(entries[i].at("countries")) == gold[i].countries);
  }
}

}  // namespace dateline::test
