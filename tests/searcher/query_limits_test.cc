// What protects the matcher: each limit is checked while parsing, and nothing recurses with the
// query.
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/query_parser.h"
#include "tests/searcher/query_describe.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

std::string repeat(std::string_view piece, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += piece;
  return text;
}

TEST_CASE("a query of a megabyte is refused by its size alone", "[searcher][query]") {
  for (const std::string_view piece :
       {"a ", "(", "-", "\"a", "a OR ", "country:RU ", "é", "NOT "}) {
    CAPTURE(piece);
    const std::string query = repeat(piece, (std::size_t{1} << 20) / piece.size());
    try {
      static_cast<void>(parse_query(query));
      FAIL("accepted");
    } catch (const QueryError& error) {
      CHECK(error.offset() == 16384);
      CHECK(error.piece().size() <= 20);
      CHECK(std::string{error.what()} ==
            "the query has " + std::to_string(query.size()) + " bytes: at most 16384 are read");
    }
  }
}

TEST_CASE("a query may have the greatest size that is allowed, and not a byte more",
          "[searcher][query]") {
  const std::string query = repeat(" ", 16383) + "a";
  CHECK(describe(query) == "a");
  CHECK(describe(query + "b") ==
        "error at 16384 'b': the query has 16385 bytes: at most 16384 are read");
}

TEST_CASE("words, values and the words of phrases are counted together", "[searcher][query]") {
  const QueryLimits limits{.max_terms = 4};
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"a b c d", "(all a b c d)"},
      {"a b c d e", "error at 8 'e': the query is too long: at most 4 words and values"},
      {"a \"b c d\"", "(all a (phrase \"b c d\"))"},
      {"a \"b c d e\"",
       "error at 2 '\"b c d e\"': the query is too long: at most 4 words and values"},
      {"a-b-c-d", "a-b-c-d"},
      {"a-b-c-d-e", "error at 0 'a-b-c-d-e': the query is too long: at most 4 words and values"},
      {"U.S. D.P.R.K. don't x", "(all U.S. D.P.R.K. don't x)"},
      {"country:RU,CN a b", "(all (country CN RU) a b)"},
      {"country:RU,CN a b c", "error at 18 'c': the query is too long: at most 4 words and values"},
      {"date:2001,2002,2003,2004,2005",
       "error at 24 ',': the query is too long: at most 4 words and values"},
      {"ab* cd* ef* gh*", "(all (prefix ab) (prefix cd) (prefix ef) (prefix gh))"},
      {"ab* cd* ef* gh* ij*",
       "error at 16 'ij*': the query is too long: at most 4 words and values"},
      {"origin:log kind:event a b", "(all (origin log) a b) [event]"},
      {"中国俄罗斯日本", "中国俄罗斯日本"},
      {"中国俄罗斯日本法国",
       "error at 0 '中国俄罗斯日本法国': the query is too long: at most 4 words and values"},
      {"& & & & & & a", "a"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(describe(query, limits) == expected);
  }
}

TEST_CASE("a phrase may have so many words, quoted or joined by hyphens", "[searcher][query]") {
  const QueryLimits limits{.max_phrase = 3};
  CHECK(describe("\"a b c\"", limits) == "(phrase \"a b c\")");
  CHECK(describe("\"a b c d\"", limits) ==
        "error at 0 '\"a b c d\"': the phrase 'a b c d' has more than 3 words");
  CHECK(describe("a-b-c-d", limits) ==
        "error at 0 'a-b-c-d': the phrase 'a-b-c-d' has more than 3 words");
  CHECK(describe("x title:\"a b c d\"", limits) ==
        "error at 2 'title:\"a b c d\"': the phrase 'a b c d' has more than 3 words");
  const std::string words = repeat("word ", 65);
  CHECK(describe('"' + words + '"').find("has more than 64 words") != std::string::npos);
  CHECK(describe('"' + words.substr(5) + '"').starts_with("(phrase "));
}

TEST_CASE("the window of a phrase has a limit of its own", "[searcher][query]") {
  const QueryLimits limits{.max_window = 7};
  CHECK(describe("\"a b\"~7", limits) == "(phrase \"a b\"~7)");
  CHECK(describe("\"a b\"~8", limits) ==
        "error at 5 '~8': the window '~8' is too wide: at most ~7");
}

TEST_CASE("parentheses and NOT nest so deep and no deeper", "[searcher][query]") {
  const std::string message =
      "the query is nested too deeply: at most 32 levels of parentheses and NOT";
  CHECK(describe(repeat("(", 32) + "a" + repeat(")", 32)) == "a");
  CHECK(describe(repeat("(", 33) + "a" + repeat(")", 33)) == "error at 32 '(': " + message);
  CHECK(describe(repeat("NOT ", 33) + "a") == "error at 128 'NOT': " + message);
  CHECK(describe(repeat("-(", 33) + "a" + repeat(")", 33)) == "error at 65 '(': " + message);
  CHECK(describe(repeat("NOT (", 17) + "a" + repeat(")", 17)) == "error at 80 'NOT': " + message);
  CHECK(describe(repeat("(", 16384)) == "error at 32 '(': " + message);
  CHECK(describe(repeat("(a) ", 256)).starts_with("(all a a "));
  CHECK(describe(repeat("()", 8192)) == "nothing");
}

TEST_CASE("what is allowed is read in whatever shape it comes", "[searcher][query]") {
  CHECK(describe(repeat("& ", 8192)) == "nothing");
  CHECK(describe(repeat("-", 16384)) == "nothing");
  CHECK(describe(repeat("\"\"", 8192)) == "nothing");
  CHECK(describe(repeat("a", 16384)) == repeat("a", 16384));
  CHECK(describe(repeat("*", 16383) + "a") == repeat("*", 16383) + "a");
  CHECK(describe("a" + repeat(" OR a", 255)).starts_with("(any a a "));
  CHECK(describe(repeat("a:", 8192)).starts_with("error at 0 'a': unknown field 'a'"));
  CHECK(describe(repeat("x", 16000) + ":y").starts_with("error at 0 'xxxx"));
}

TEST_CASE("a long piece is shortened in the message and whole in the error", "[searcher][query]") {
  const std::string value = repeat("é", 500);
  try {
    static_cast<void>(parse_query("date:" + value));
    FAIL("accepted");
  } catch (const QueryError& error) {
    CHECK(error.piece() == value);
    CHECK(std::string{error.what()}.starts_with("'" + repeat("é", 30) + "…' is no date"));
  }
}

}  // namespace
}  // namespace dateline::test
