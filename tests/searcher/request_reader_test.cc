// What a request means, by an engine that knows nothing but the words of its documents: another
// engine than the index can stand behind the same reader.
#include "searcher/request_reader.h"
#include "tests/support/catch.h"

#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "searcher/query/query_parser.h"

namespace dateline::test {
namespace {

using Words = std::set<std::string>;

// A document matches by its words alone; phrases ask for all of theirs.
class WordMatcher : public ConditionMatcher {
 public:
  explicit WordMatcher(std::vector<Words> documents) : documents_(std::move(documents)) {}

  bool has_term(const std::string& term) override {
    return std::any_of(documents_.begin(), documents_.end(),
                       [&](const Words& words) { return words.contains(term); });
  }
  void begin(const SearchRequest&, ReadRequest&) override { ++begun; }
  std::uint64_t match(const ReadRequest& request) override {
    ++matched;
    std::vector<const Condition*> all;
    if (request.condition) all.push_back(&*request.condition);
    for (const auto& selection : request.selections) {
      if (selection.condition) all.push_back(&*selection.condition);
    }
    return count(all);
  }
  bool is_found(const Condition& condition, DocumentKind) override {
    return count({&condition}) > 0;
  }
  std::unique_ptr<PartSets> parts(const ReadRequest& request) override;

  [[nodiscard]] std::uint64_t count(const std::vector<const Condition*>& all) const {
    return static_cast<std::uint64_t>(
        std::count_if(documents_.begin(), documents_.end(), [&](const Words& words) {
          return std::all_of(all.begin(), all.end(),
                             [&](const Condition* one) { return holds(*one, words); });
        }));
  }

  int begun = 0;
  int matched = 0;

 private:
  static bool holds(const Condition& condition, const Words& words) {
    const auto of_child = [&](const Condition& child) { return holds(child, words); };
    const auto children = children_of(condition);
    if (is<Exclude<Condition>>(condition)) return !holds(children.front(), words);
    if (is<AllOf<Condition>>(condition))
      return std::all_of(children.begin(), children.end(), of_child);
    if (is<AnyOf<Condition>>(condition))
      return std::any_of(children.begin(), children.end(), of_child);
    const auto* text = get_if<TextCondition>(condition);
    return text == nullptr || text->is_optional ||
           std::all_of(text->terms.begin(), text->terms.end(),
                       [&](const std::string& term) { return words.contains(term); });
  }

  std::vector<Words> documents_;
};

class WordPartSets : public PartSets {
 public:
  WordPartSets(const WordMatcher& matcher, const ReadRequest& request)
      : matcher_(matcher), children_(children_of(*request.condition)) {}
  std::uint64_t documents(std::size_t child) override {
    return matcher_.count({&children_[child]});
  }
  std::uint64_t kept() override { return matcher_.count(kept_); }
  bool keep(std::size_t child) override {
    kept_.push_back(&children_[child]);
    if (matcher_.count(kept_) > 0) return true;
    kept_.pop_back();
    return false;
  }

 private:
  const WordMatcher& matcher_;
  std::span<const Condition> children_;
  std::vector<const Condition*> kept_;
};

std::unique_ptr<PartSets> WordMatcher::parts(const ReadRequest& request) {
  return std::make_unique<WordPartSets>(*this, request);
}

class Reader {
 public:
  explicit Reader(std::vector<Words> documents) : matcher(std::move(documents)) {}

  [[nodiscard]] ReadRequest read(const SearchRequest& request) {
    RequestReader reader({analyzer_, stop_words_, variants_}, matcher);
    return reader.read(request);
  }
  [[nodiscard]] ReadRequest read(const std::string& query) { return read(asking(query)); }

  [[nodiscard]] static SearchRequest asking(const std::string& query) {
    SearchRequest request;
    request.query = parse_query(query).root;
    return request;
  }

  WordMatcher matcher;

 private:
  Analyzer analyzer_{"en"};
  StopWords stop_words_{"en"};
  WordVariants variants_;
};

}  // namespace

TEST_CASE("a request that is met is matched once") {
  Reader reader({{"treati", "sign"}, {"treati"}});
  const auto read = reader.read("treaty signed");
  CHECK(read.total == 1);
  CHECK(reader.matcher.begun == 1);
  CHECK(reader.matcher.matched == 1);
  CHECK(read.notices.empty());
  CHECK_FALSE(read.is_loosened);
}

TEST_CASE("words that are found in no document with the others are given up, and told") {
  // "fleet" is rarest and stays; "treaty" is never found with it.
  Reader reader({{"treati", "sign"}, {"treati"}, {"treati"}, {"fleet", "sign"}});
  const auto read = reader.read("treaty fleet signed");
  CHECK(read.total == 1);
  CHECK(read.is_loosened);
  CHECK(read.given_up == std::vector<std::string>{"treaty"});
  CHECK(read.notices ==
        std::vector<std::string>{"no article has all the words; these are without 'treaty'"});
}

TEST_CASE("nothing is given up when the request says so") {
  Reader reader({{"treati"}, {"fleet"}});
  auto request = Reader::asking("treaty fleet");
  request.loosens = false;
  const auto read = reader.read(request);
  CHECK(read.total == 0);
  CHECK(read.notices.empty());
  CHECK(reader.matcher.matched == 1);
}

TEST_CASE("a compound that nothing has is taken apart before words are given up") {
  Reader reader({{"long", "rang", "missil"}});
  REQUIRE(reader.matcher.has_term("missil"));
  const auto read = reader.read("range-long missile");
  CHECK(read.total == 1);
  CHECK_FALSE(read.is_loosened);
}

TEST_CASE("words in one argument are a phrase where one is found") {
  Reader reader({Words{"missil", "defens"}});
  auto request = Reader::asking("missile defense");
  request.with_phrases = parse_query("\"missile defense\"").root;
  const auto read = reader.read(request);
  CHECK(read.total == 1);
  REQUIRE(read.notices.size() == 1);
  CHECK(read.notices.front().starts_with("read as a phrase"));
  CHECK(reader.matcher.matched == 1);
}

TEST_CASE("the days that are asked for come from the query and the selections") {
  Reader reader({Words{"treati"}});
  auto request = Reader::asking("treaty date:2001-02");
  request.selections.push_back({Facet::date, *parse_query("date:2003").root});
  request.selections.push_back({Facet::published, *parse_query("published:1999").root});
  const auto read = reader.read(request);
  CHECK(read.asked_days(FilterKind::date).size() == 2);
  CHECK(read.asked_days(FilterKind::published).size() == 1);
}

}  // namespace dateline::test
