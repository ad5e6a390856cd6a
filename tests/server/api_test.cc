// The API answers what the command line answers, byte for byte.
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "tests/server/served_folder.h"

namespace dateline::test {
namespace {

std::string encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
  }
  return out;
}

struct Option {
  std::string name;  // without "--"
  std::string value;
  bool is_flag = false;
};

// One question, asked both ways.
struct Question {
  std::string command;  // of the program
  std::string endpoint;
  std::string query;
  std::vector<Option> options;
};

// Each word is an argument of its own: several words in one would be tried as a phrase.
std::vector<std::string> words_of(const Question& question) {
  std::vector<std::string> words;
  std::istringstream typed{question.query};
  for (std::string word; typed >> word;) words.push_back(word);
  for (const auto& option : question.options) {
    if (option.name == "events" && question.endpoint == "events") continue;
    words.push_back("--" + option.name);
    if (!option.is_flag) words.push_back(option.value);
  }
  if (question.endpoint == "events") words.emplace_back("--events");
  words.insert(words.end(), {"--format", "json"});
  return words;
}

std::string target_of(const Question& question) {
  std::string target = "/v1/" + question.endpoint + "?q=" + encoded(question.query);
  for (const auto& option : question.options) {
    target += "&" + option.name;
    if (!option.is_flag) target += "=" + encoded(option.value);
  }
  return target;
}

void check_same(const ServedFolder& served, const Question& question) {
  const auto target = target_of(question);
  CAPTURE(target);
  const auto printed = served.folder().run(question.command, words_of(question));
  const auto reply = served.get(target);
  if (printed.code == 2) {
    CHECK(reply.status == 400);
    CHECK(reply.header("content-type") == "application/problem+json");
    CHECK(nlohmann::json::parse(reply.body).at("status") == 400);
    return;
  }
  CHECK(reply.status == 200);
  CHECK(reply.body == printed.out);
}

// Draws questions; the seed is fixed, so that they are the same each time.
class Questions {
 public:
  explicit Questions(unsigned seed) : random_{seed} {}

  Question next() {
    constexpr std::array<std::pair<const char*, const char*>, 6> kEndpoints{
        {{"search", "search"},
         {"search", "events"},
         {"facets", "facets"},
         {"timeline", "timeline"},
         {"pairs", "pairs"},
         {"persons", "persons"}}};
    const auto& [command, endpoint] = pick(kEndpoints);
    Question question{command, endpoint, pick(kQueries), {}};
    add_filters(question);
    if (question.command == "search") add_listing(question);
    if (question.command == "timeline") add_timeline(question);
    if (question.command == "pairs" && chance(2)) question.options.push_back({"top", "4"});
    if (question.command == "persons" && chance(2)) question.options.push_back({"with", "putin"});
    if (question.command == "persons" && chance(3)) question.options.push_back({"top", "0"});
    if (question.command == "facets" && chance(2)) question.options.push_back({"facet", "country"});
    if (question.command == "facets" && chance(3)) question.options.push_back({"facet", "person"});
    if (question.command == "facets" && chance(3)) question.options.push_back({"by", "month"});
    return question;
  }

 private:
  static constexpr std::array<const char*, 16> kQueries{"treaty",
                                                        "summit talks",
                                                        "\"missile defense\"",
                                                        "country:RU",
                                                        "pair:CN-RU visit",
                                                        "date:2001-02",
                                                        "oil -nuclear",
                                                        "(treaty OR accord)",
                                                        "prolif*",
                                                        "title:relations",
                                                        "contry:RU",
                                                        "date:nonsense",
                                                        "zzyzx",
                                                        "Putin February 2001",
                                                        "relation:JP-RU",
                                                        "named:RU person:\"Igor Ivanov\""};

  template <typename Values>
  const typename Values::value_type& pick(const Values& values) {
    return values[std::uniform_int_distribution<std::size_t>(0, values.size() - 1)(random_)];
  }
  bool chance(unsigned one_in) {
    return std::uniform_int_distribution<unsigned>(1, one_in)(random_) == 1;
  }

  void add_filters(Question& question) {
    constexpr std::array<const char*, 6> kCountries{"RU",    "RU,CN", "RU&CN",
                                                    "Japan", "US",    "Atlantis"};
    if (chance(3)) question.options.push_back({"country", pick(kCountries)});
    if (chance(6)) question.options.push_back({"country", "JP"});
    if (chance(6)) question.options.push_back({"region", "central-asia"});
    if (chance(8)) question.options.push_back({"person", "putin"});
    if (chance(5)) question.options.push_back({"from", "2000-06"});
    if (chance(5)) question.options.push_back({"to", "mid-January 2002"});
    if (chance(8)) question.options.push_back({"date-mode", "within"});
    if (chance(8)) question.options.push_back({"precision", "month"});
    if (chance(6)) question.options.push_back({"any", "", true});
    if (chance(8)) question.options.push_back({"smart", "", true});
    if (chance(10)) question.options.push_back({"published", "2001..2003"});
  }

  void add_listing(Question& question) {
    constexpr std::array<const char*, 4> kSorts{"relevance", "date", "published", "sideways"};
    if (chance(3)) question.options.push_back({"sort", pick(kSorts)});
    if (chance(3)) question.options.push_back({"limit", "3"});
    if (chance(4)) question.options.push_back({"offset", "2"});
    if (chance(6)) question.options.push_back({"limit", "100000"});
    if (chance(5)) question.options.push_back({"no-facets", "", true});
    if (chance(5)) question.options.push_back({"facet", "about"});
    if (chance(6)) question.options.push_back({"top", "2"});
    if (chance(6)) question.options.push_back({"expand", "", true});
    if (chance(8)) question.options.push_back({"why", "country:RU"});
    if (question.endpoint == "events" && chance(3)) question.options.push_back({"fold", "", true});
  }

  void add_timeline(Question& question) {
    if (chance(3)) question.options.push_back({"by", "year"});
    if (chance(3)) question.options.push_back({"limit", "5"});
    if (chance(3)) question.options.push_back({"fold", "", true});
    if (chance(3)) question.options.push_back({"reverse", "", true});
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("the API's JSON is the command line's, byte for byte", "[server][api]") {
  const ServedFolder served;
  Questions questions(20261130);
  for (int i = 0; i < 300; ++i) check_same(served, questions.next());
}

TEST_CASE("documents are answered as the command line shows them", "[server][api]") {
  const ServedFolder served;
  const auto& folder = served.folder();
  const std::string article = "2001-q3-china-russia.txt";
  CHECK(served.get("/v1/articles/" + article).body ==
        folder.run("show", {article, "--format", "json"}).out);
  CHECK(served.get("/v1/articles/" + article + "/text").body ==
        folder.run("show", {article, "--raw"}).out);
  const auto events = folder.ids("search", {"--events", "treaty", "--limit", "3"});
  REQUIRE(events.size() == 3);
  for (const auto& id : events) {
    CAPTURE(id);
    CHECK(served.get("/v1/articles/" + encoded(id)).body ==
          folder.run("show", {id, "--format", "json"}).out);
    CHECK(served.get("/v1/similar?id=" + encoded(id)).body ==
          folder.run("similar", {id, "--format", "json"}).out);
    CHECK(served.get("/v1/explain?q=treaty&id=" + encoded(id)).body ==
          folder.run("explain", {"treaty", id, "--format", "json"}).out);
  }
  CHECK(served.get("/v1/articles/none.txt").status == 404);
  CHECK(served.get("/v1/similar").status == 400);
  CHECK(served.get("/v1/similar?id=none.txt").status == 404);
}

TEST_CASE("what the index holds is told as the command line tells it", "[server][api]") {
  const ServedFolder served;
  CHECK(served.get("/v1/info").body == served.folder().run("info", {"--format", "json"}).out);
}

TEST_CASE("exports are whole, and say so in their last line", "[server][api]") {
  const ServedFolder served;
  const auto& folder = served.folder();
  const auto rows =
      folder.run("search", {"--events", "country:RU", "--limit", "100000", "--format", "csv"});
  const auto csv = served.get("/v1/events?q=country:RU&limit=100000&format=csv");
  CHECK(csv.header("content-type") == "text/csv; charset=utf-8; header=present");
  CHECK_THAT(csv.body, Catch::StartsWith(rows.out + "#complete,"));
  const auto lines = served.get("/v1/search?q=treaty&limit=100000&format=jsonl").body;
  CHECK_THAT(lines,
             Catch::StartsWith(
                 folder.run("search", {"treaty", "--limit", "100000", "--format", "jsonl"}).out));
  CHECK_THAT(lines, Catch::Contains("{\"complete\":true,\"records\":"));
  CHECK(served.get("/v1/timeline?q=pair:CN-RU&format=ics").body ==
        folder.run("timeline", {"pair:CN-RU", "--format", "ics"}).out);
  CHECK_THAT(served.get("/v1/timeline?q=pair:CN-RU&format=md").body,
             Catch::StartsWith(folder.run("timeline", {"pair:CN-RU", "--format", "md"}).out +
                               "\n<!-- complete: "));
  CHECK(served.get("/v1/pairs?q=treaty&format=csv").body ==
        folder.run("pairs", {"treaty", "--format", "csv"}).out);
  CHECK(served.get("/v1/persons?q=pair:CN-RU&with=putin&format=csv").body ==
        folder.run("persons", {"pair:CN-RU", "--with", "putin", "--format", "csv"}).out);
  CHECK(served.get("/v1/search?q=treaty&format=ics").status == 400);
}

TEST_CASE("in an address a plus is a blank, and an and is encoded", "[server][api]") {
  const ServedFolder served;
  const auto total = [&](const std::string& target) {
    const auto reply = served.get(target);
    CAPTURE(target, reply.body);
    REQUIRE(reply.status == 200);
    return nlohmann::json::parse(reply.body).at("total").get<int>();
  };
  const auto both = total("/v1/events?country=RU%26CN");
  const auto either = total("/v1/events?country=RU,CN");
  CHECK(both > 0);
  CHECK(both < either);
  CHECK(total("/v1/events?country=RU&country=CN") == either);
  CHECK(total("/v1/events?q=country:RU%26CN") == both);
  CHECK(total("/v1/events?q=missile+defense") == total("/v1/events?q=missile%20defense"));
}

TEST_CASE("a problem says what is wrong, where, and what to do", "[server][api]") {
  const ServedFolder served;
  const auto reply = served.get("/v1/search?q=treaty+contry:RU");
  CHECK(reply.status == 400);
  const auto problem = nlohmann::json::parse(reply.body);
  CHECK(problem.at("parameter") == "q");
  CHECK(problem.at("span").at(0) == 7);
  CHECK(problem.at("suggestion").get<std::string>().find("country") != std::string::npos);
  const auto unknown = nlohmann::json::parse(served.get("/v1/search?contry=RU").body);
  CHECK(unknown.at("parameter") == "contry");
  CHECK(unknown.at("suggestion") == "country");
  CHECK(nlohmann::json::parse(served.get("/v1/search?q=x&limit=many").body).at("parameter") ==
        "limit");
  CHECK(served.get("/v1/search?q=x&limit=1&limit=2").status == 400);
  CHECK(served.get("/v1/search").status == 400);
  CHECK(served.get("/v1/nothing").status == 404);
  CHECK(served.get("/v1/timeline?q=x&cursor=garbage").status == 400);
}

TEST_CASE("lists link to their next page, to their end", "[server][api]") {
  const ServedFolder served;
  for (std::string target :
       {"/v1/events?q=country:RU&limit=7", "/v1/timeline?q=country:JP&limit=7"}) {
    CAPTURE(target);
    const bool is_timeline = target.find("timeline") != std::string::npos;
    std::vector<std::string> ids;
    std::size_t total = 0;
    while (!target.empty()) {
      const auto reply = served.get(target);
      REQUIRE(reply.status == 200);
      const auto answer = nlohmann::json::parse(reply.body);
      total = answer.at("total");
      for (const auto& hit : answer.at(is_timeline ? "entries" : "hits"))
        ids.push_back(is_timeline ? hit.at("event").at("id") : hit.at("id"));
      const auto link = reply.header("link");
      const auto end = link.find(">; rel=\"next\"");
      target = end == std::string::npos ? std::string{} : link.substr(1, end - 1);
    }
    CHECK(ids.size() == total);
    std::sort(ids.begin(), ids.end());
    CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
  }
}

TEST_CASE("what a client has already is not sent again until the index changes", "[server][api]") {
  ServedFolder served(
      {}, {{"in/a.txt", "A treaty\n\nA treaty was signed in Russia on 19 February 2001.\n"}}, "in");
  const auto first = served.get("/v1/search?q=treaty&country=RU");
  const auto tag = first.header("etag");
  REQUIRE(!tag.empty());
  CHECK(served.get("/v1/search?q=treaty&country=RU", {"If-None-Match: " + tag}).status == 304);
  CHECK(served.get("/v1/search?country=RU&q=treaty", {"If-None-Match: " + tag}).status == 304);
  CHECK(served.get("/v1/search?q=treaty&country=CN", {"If-None-Match: " + tag}).status == 200);
  (void)served.folder().dir().write("in/b.txt", "Another treaty\n\nRussia signed in March 2001.\n");
  REQUIRE(run_on_index(served.folder().dir(), {"index", "--quiet"}, {"in"}).code == 0);
  const auto second = served.get("/v1/search?q=treaty&country=RU", {"If-None-Match: " + tag});
  CHECK(second.status == 200);
  CHECK(nlohmann::json::parse(second.body).at("total") == 2);
}

TEST_CASE("a query that is being typed is completed", "[server][api]") {
  const ServedFolder served;
  const auto completions = [&](const std::string& typed) {
    std::vector<std::string> queries;
    const auto reply = served.get("/v1/suggest?q=" + encoded(typed));
    REQUIRE(reply.status == 200);
    const auto answer = nlohmann::json::parse(reply.body);
    for (const auto& one : answer.at("completions")) queries.push_back(one.at("query"));
    return queries;
  };
  CHECK(completions("treaty cou") == std::vector<std::string>{"treaty country:"});
  CHECK(completions("treaty country:jap").front() == "treaty country:JP");
  CHECK(completions("-country:jap").front() == "-country:JP");
  CHECK(completions("").empty());
  CHECK(completions("\"open quote cou").empty());
  const auto answer = nlohmann::json::parse(served.get("/v1/suggest?q=contry:RU").body);
  CHECK(answer.at("problem").at("span").at(0) == 0);
}

}  // namespace dateline::test
