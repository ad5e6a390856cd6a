#include "searcher/fold/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "searcher/fold/fold_similarity.h"
#include "tests/searcher/tellings.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

constexpr const char* kSummit = "Presidents Jiang and Putin sign a treaty of friendship in Moscow";
constexpr const char* kSummitAgain =
    "In Moscow a treaty of friendship was signed by Putin and Jiang";
constexpr const char* kOther = "Rosneft ships the first oil through a new pipeline to Daqing";

}  // namespace

TEST_CASE("tellings of one happening fold, others do not", "[searcher][fold]") {
  CHECK(Tellings({{"2001-07-16", "CN,RU", kSummit},
                  {"2001-07-16", "CN,RU", kOther},
                  {"2001-07-16", "CN,RU", kSummitAgain}})
            .folded() == "0 2|1");
}

TEST_CASE("tellings fold across segments, whose terms are numbered apart", "[searcher][fold]") {
  CHECK(Tellings({{"2001-07-16", "CN,RU", kOther},
                  {"2001-07-16", "CN,RU", kSummit},
                  {"2001-07-16", "CN,RU", kSummitAgain},
                  {"2001-07-16", "CN,RU", kOther}},
                 true)
            .folded() == "0 3|1 2");
}

TEST_CASE("days must overlap, and need not be equal", "[searcher][fold]") {
  struct Case {
    const char* a;
    const char* b;
    const char* folded;
  };
  for (const auto& [a, b, folded] : {Case{"2001-07-16", "2001-07-16", "0 1"},
                                     {"2001-07-16", "2001-07-17", "0|1"},
                                     {"2001-07-15/2001-07-17", "2001-07-16", "0 1*"},
                                     {"2001-07-16", "2001-07-01/2001-07-31", "0 1*"},
                                     {"2001-07-01/2001-07-10", "2001-07-10/2001-07-20", "0 1*"},
                                     {"2001-07-01/2001-07-10", "2001-07-11/2001-07-20", "0|1"},
                                     // Longer than a month: only the very same days.
                                     {"2001-07-16", "2001-07-01/2001-08-01", "0|1"},
                                     {"2001-01-01/2001-12-31", "2001-01-01/2001-12-31", "0 1"},
                                     {"2001-01-01/2001-12-31", "2001-01-01/2001-06-30", "0|1"}}) {
    CAPTURE(a, b);
    CHECK(Tellings({{a, "CN,RU", kSummit}, {b, "CN,RU", kSummitAgain}}).folded() == folded);
  }
}

TEST_CASE("countries must be the same", "[searcher][fold]") {
  CHECK(Tellings({{"2001-07-16", "CN,RU", kSummit}, {"2001-07-16", "CN", kSummit}}).folded() ==
        "0|1");
  CHECK(Tellings({{"2001-07-16", "CN,RU", kSummit}, {"2001-07-16", "", kSummit}}).folded() ==
        "0|1");
}

TEST_CASE("without countries, organizations must be the same", "[searcher][fold]") {
  const auto prose = EventOrigin::prose;
  CHECK(Tellings({{"2001-07-16", "", kSummit, prose, {"EU", "NATO"}},
                  {"2001-07-16", "", kSummit, prose, {"NATO"}},
                  {"2001-07-16", "", kSummitAgain, prose, {"EU", "NATO"}},
                  {"2001-07-16", "", kSummit}},
                 true)
            .folded() == "0 2|1|3");
  // With countries they do not matter.
  CHECK(Tellings({{"2001-07-16", "CN,RU", kSummit, prose, {"EU"}},
                  {"2001-07-16", "CN,RU", kSummitAgain}})
            .folded() == "0 1");
}

TEST_CASE("a report and its denial do not fold, two denials do", "[searcher][fold]") {
  const std::string report = "Officials confirmed the sale of forty tanks to the rebels of Darfur";
  const std::string denial = "Officials denied the sale of forty tanks to the rebels of Darfur";
  CHECK(Tellings({{"2005-03-01", "SD", report},
                  {"2005-03-01", "SD", denial},
                  {"2005-03-01", "SD", "The sale of forty tanks to rebels in Darfur was refuted"}})
            .folded() == "0|1 2");
}

TEST_CASE("every member is like the leading event: likeness does not chain", "[searcher][fold]") {
  const std::string a = "alpha bravo charlie delta echo foxtrot";
  const std::string b = "delta echo foxtrot golf hotel india";
  const std::string c = "golf hotel india juliett kilo lima";
  const auto telling = [](const std::string& text) { return Telling{"2001-07-16", "CN,RU", text}; };
  CHECK(Tellings({telling(a), telling(b)}).folded() == "0 1");
  CHECK(Tellings({telling(b), telling(c)}).folded() == "0 1");
  CHECK(Tellings({telling(a), telling(b), telling(c)}).folded() == "0 1|2");
  CHECK(Tellings({telling(b), telling(a), telling(c)}).folded() == "0 1 2");
}

TEST_CASE("an event joins the leading event that it is most like", "[searcher][fold]") {
  const std::string text = "alpha bravo charlie delta echo foxtrot golf hotel";
  const auto telling = [](const std::string& words) {
    return Telling{"2001-07-16", "CN,RU", words};
  };
  CHECK(Tellings({telling("alpha bravo charlie delta kilo lima november oscar papa quebec"),
                  telling("golf hotel charlie echo foxtrot romeo sierra tango uniform"),
                  telling(text)})
            .folded() == "0|1 2");
}

TEST_CASE("entries of one list fold only when one repeats the other", "[searcher][fold]") {
  const auto list = EventOrigin::chronology;
  ArticleBuilder article{"a"};
  test::add(article, {"2001-07-16", "CN,RU", kSummit, list});
  add(article,
      {"2001-07-16", "CN,RU", "A treaty of trade is signed in Moscow by Jiang and Putin", list});
  test::add(article, {"2001-07-16", "CN,RU", kSummitAgain, EventOrigin::prose});
  test::add(article, {"2001-07-16", "CN,RU", kSummitAgain, list});
  const Tellings one_article{std::move(article)};
  CHECK(one_article.folded() == "0 2 3|1");
}

TEST_CASE("texts of stop words, dates and numbers alone do not fold", "[searcher][fold]") {
  CHECK(Tellings({{"2001-07-16", "CN", "On July 16 2001 it was so"},
                  {"2001-07-16", "CN", "On July 16 2001 it was so"}})
            .folded() == "0|1");
  CHECK(Tellings({{"2001-07-16", "CN", "July 16 Tuesday meeting minister"},
                  {"2001-07-16", "CN", "July 16 Tuesday meeting president"}})
            .folded() == "0|1");
  // Short texts fold when they have all in common.
  CHECK(Tellings({{"2001-07-16", "CN", "Ministers meet"},
                  {"2001-07-16", "CN", "Ministers met"},
                  {"2001-07-16", "CN", "The ministers' meeting"}})
            .folded() == "0 1 2");
}

TEST_CASE("the order given decides who leads, and each event is in one fold", "[searcher][fold]") {
  const Tellings tellings({{"2001-07-16", "CN,RU", kSummit},
                           {"2001-07-16", "CN,RU", kOther},
                           {"2001-07-16", "CN,RU", kSummitAgain}});
  auto events = tellings.locations();
  CHECK(tellings.folds({}).empty());
  std::reverse(events.begin(), events.end());
  CHECK(Tellings::described(tellings.folds(events)) == "0 2|1");
  events = {events[1], events[0], events[2], events[1]};
  CHECK(Tellings::described(tellings.folds(events)) == "0 3|1 2");
}

TEST_CASE("many events of one day fold as they would one by one", "[searcher][fold]") {
  std::mt19937 random{7};
  std::vector<Telling> tellings;
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (auto words = 1 + random() % 8; words > 0; --words) {
      const auto word = static_cast<char>('b' + random() % 20);
      text += fmt::format("{}{} ", std::string(3, word), random() % 2 == 0 ? 'x' : 'z');
    }
    tellings.push_back({random() % 8 == 0 ? "2001-07-15/2001-07-17" : "2001-07-16", "CN", text});
  }
  const Tellings index{tellings};
  const auto events = index.locations();
  const auto snapshot = index.snapshot();
  FoldSimilarity similarity_of{snapshot};
  std::vector<Fold> expected;
  for (std::uint32_t i = 0; i < events.size(); ++i) {
    Fold* best = nullptr;
    double best_similarity = 0;
    for (auto& fold : expected) {
      auto leader = similarity_of.read(events[fold.members[0]]);
      auto event = similarity_of.read(events[i]);
      const auto similarity = similarity_of.compare(leader, event);
      if (similarity < 0.27 || similarity <= best_similarity) continue;
      best = &fold;
      best_similarity = similarity;
    }
    if (best == nullptr) {
      expected.push_back({{i}, false});
    } else {
      best->members.push_back(i);
      best->dates_differ |= tellings[best->members[0]].days != tellings[i].days;
    }
  }
  REQUIRE(expected.size() > 100);
  REQUIRE(expected.size() < 350);
  CHECK(Tellings::described(index.folds(events)) == Tellings::described(expected));
}

TEST_CASE("of many different events of one day the first can be joined",
          "[searcher][fold][limits]") {
  constexpr int kMostLeaders = 4096;
  ArticleBuilder article{"a"};
  const auto tell = [&](int i) {
    std::string name;  // words with digits count for nothing
    for (int rest = i, n = 0; n < 3; ++n, rest /= 26) name += static_cast<char>('a' + rest % 26);
    add(article, {"2001-07-16", "CN,RU", fmt::format("ab{0}ova de{0}ova gi{0}ova", name)});
  };
  for (int i = 0; i <= kMostLeaders; ++i) tell(i);
  tell(0);
  tell(kMostLeaders);
  const auto folded = Tellings(std::move(article)).folded();
  CHECK(folded.starts_with("0 4097|1|2|"));
  CHECK(folded.ends_with("|4095|4096|4098"));
}

}  // namespace dateline::test
