#include "searcher/query/query_characters.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace dateline::test {
namespace {

TEST_CASE("words are counted about as an analyzer will part them", "[searcher][query]") {
  const std::vector<std::pair<std::string_view, std::size_t>> rows{
      {"", 0},
      {"...", 0},
      {"missile", 1},
      {"missile defense", 2},
      {"U.S.", 1},
      {"U.S.-China", 2},
      {"Sino-Russian", 2},
      {"AT&T", 2},
      {"Russia's", 1},
      {"d’Estaing", 1},
      {"3.14", 1},
      {"a_b", 1},
      {"a. b", 2},
      {"12:30", 1},
      {"ракета и мир", 3},
      {"中国", 1},
      {"中国人", 2},
      {"中国 China", 2},
      {"ประเทศไทย", 5},
      {"カタカナ", 2},
      {"e\u0301te\u0301", 1},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(count_words(text) == expected);
    CHECK(has_word(text) == (expected > 0));
  }
}

TEST_CASE("a piece is quoted whole, or cut between two characters", "[searcher][query]") {
  CHECK(quote_piece("") == "''");
  CHECK(quote_piece("2001-13") == "'2001-13'");
  CHECK(quote_piece(std::string(60, 'a')) == "'" + std::string(60, 'a') + "'");
  CHECK(quote_piece(std::string(61, 'a')) == "'" + std::string(60, 'a') + "…'");
  CHECK(quote_piece(std::string(59, 'a') + "éé") == "'" + std::string(59, 'a') + "…'");
  CHECK(quote_piece("a\x1b\n") == "'a\uFFFD\uFFFD'");
  CHECK(quote_piece("\xff") == "'\uFFFD'");
}

TEST_CASE("a slip of the pen finds its name, another word does not", "[searcher][query]") {
  constexpr std::array<std::string_view, 4> kNames{"country", "date", "title", "kind"};
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"country", "country"},
      {"contry", "country"},
      {"cuontry", "country"},
      {"counrty", "country"},
      {"cntry", "country"},
      {"dat", "date"},
      {"dtae", "date"},
      {"data", "date"},
      {"titel", "title"},
      {"knd", "kind"},
      {"foo", ""},
      {"c", ""},
      {"", ""},
      {"countrywide", ""},
      {"mailto", ""},
  };
  for (const auto& [typed, expected] : rows) {
    CAPTURE(typed);
    CHECK(nearest_name(typed, kNames) == expected);
  }
  CHECK(nearest_name(std::string(10000, 'c'), kNames).empty());
  constexpr std::array<std::string_view, 2> kShort{"q", "id"};
  CHECK(nearest_name("x", kShort).empty());
  CHECK(nearest_name("i", kShort) == "id");
}

}  // namespace
}  // namespace dateline::test
