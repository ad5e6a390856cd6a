#include "searcher/query/query_parser.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/countries/country_finder.h"
#include "tests/searcher/query_describe.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// Each node as its source, children in brackets: "a b[a b]".
std::string sources(const QueryNode& node, std::string_view query) {
  std::string text{node.source.of(query)};
  const auto children = children_of(node);
  if (children.empty()) return text;
  text += '[';
  for (const auto& child : children) {
    if (text.back() != '[') text += '|';
    text += sources(child, query);
  }
  return text + ']';
}

TEST_CASE("every query of the table is understood as it says", "[searcher][query]") {
  const auto rows = read_table("query_cases.tsv");
  REQUIRE(rows.size() >= 200);
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(describe(query) == expected);
  }
}

TEST_CASE("white space and control characters of any kind part words", "[searcher][query]") {
  using namespace std::string_literals;
  const std::vector<std::pair<std::string, std::string>> rows{
      {"", "nothing"},
      {" \t\r\n", "nothing"},
      {"a\tb\nc\r\nd", "(all a b c d)"},
      {"a\vb\fc", "(all a b c)"},
      {"a\0b"s, "(all a b)"},
      {"a\x1b[31mb\x7f", "(all a [31mb)"},
      {"a\u00a0b\u2003c\u2028d\u3000e", "(all a b c d e)"},
      {"a\u0085b \u200bc", "(all a b c)"},
      {"\ufeff"
       "country:RU",
       "(country RU)"},
      {"title:a\ttitle:b", "(all title:a title:b)"},
      {"a\tOR\tb", "(any a b)"},
      {"a\t-b", "(all a (exclude b))"},
      {"\"a\tb\"", "(phrase \"a\tb\")"},
      {"country:\tRU",
       "error at 7 ':': a value is missing for 'country:': write it without a blank, "
       "as in country:RU"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(describe(query) == expected);
  }
}

TEST_CASE("ill-formed UTF-8 is kept in the word and harms nothing", "[searcher][query]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"a\xff", "a\xff"},
      {"\xc3 b", "b"},
      {"\"a\xe2\x80",
       "(phrase \"a\xe2\x80\") [warning: the quote at 0 was not closed; read to the end]"},
      {"date:x\xff",
       "error at 5 'x\xff': 'x\xEF\xBF\xBD' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1, "
       "A..B or \"mid-January 2001\""},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    CHECK(describe(query) == expected);
  }
}

TEST_CASE("each node knows where it stands in the query", "[searcher][query]") {
  const std::vector<std::pair<std::string_view, std::string_view>> rows{
      {"missile", "missile"},
      {"  missile  defense ", "missile  defense[missile|defense]"},
      {"(a)", "a"},
      {"((a OR b)) c", "((a OR b)) c[a OR b[a|b]|c]"},
      {"(a b) c", "(a b) c[a|b|c]"},
      {"a b OR c", "a b OR c[a b[a|b]|c]"},
      {"(a) OR (b c)", "(a) OR (b c)[a|b c[b|c]]"},
      {"-a", "-a[a]"},
      {"NOT  a b", "NOT  a b[NOT  a[a]|b]"},
      {"-(a b) c", "-(a b) c[-(a b)[a b[a|b]]|c]"},
      {"NOT (a)", "NOT (a)[a]"},
      {"NOT -a", "NOT -a[-a[a]]"},
      {"x \"a b\"~5 y", "x \"a b\"~5 y[x|\"a b\"~5|y]"},
      {"“a b” c", "“a b” c[“a b”|c]"},
      {"\"a b", "\"a b"},
      {"-title:\"a b\"", "-title:\"a b\"[title:\"a b\"]"},
      {"prolif* a", "prolif* a[prolif*|a]"},
      {"Country:RU,\"South Korea\" a",
       "Country:RU,\"South Korea\" a[Country:RU,\"South Korea\"|a]"},
      {"a date:2001,\"2003\" b", "a date:2001,\"2003\" b[a|date:2001,\"2003\"[2001|2003]|b]"},
      {"date:2001", "date:2001"},
      {"kind:event a b", "a b[a|b]"},
      {"a kind:event b", "a kind:event b[a|b]"},
      {"& a & b &", "a & b[a|b]"},
      {"\"a\"-b", "\"a\"-b[\"a\"|b]"},
      {"é “ü”", "é “ü”[é|“ü”]"},
  };
  for (const auto& [query, expected] : rows) {
    CAPTURE(query);
    const auto parsed = parse_query(query);
    REQUIRE(parsed.root);
    CHECK(sources(*parsed.root, query) == expected);
  }
}

TEST_CASE("an unknown country is refused with the names nearest to it", "[searcher][query]") {
  for (const std::string_view typed :
       {"Atlantis", "Russai", "Chnia", "XQ", "Germnay", "zzzzzzzz"}) {
    CAPTURE(typed);
    std::string expected = "unknown country '" + std::string{typed} + "': ";
    const auto names = country_suggestions(typed);
    if (names.empty()) {
      expected +=
          "write a code (RU), a name or a demonym; to search for the word, leave 'country:' out";
    } else {
      expected += "did you mean ";
      for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) expected += i + 1 < names.size() ? ", " : " or ";
        expected += "'" + names[i] + "'";
      }
      expected += "? To search for the word, leave 'country:' out";
    }
    const std::string query = "a country:RU,\"" + std::string{typed} + "\"";
    CHECK(describe(query) == "error at 14 '" + std::string{typed} + "': " + expected);
  }
}

TEST_CASE("a message never carries control characters", "[searcher][query]") {
  try {
    static_cast<void>(
        parse_query("date:\"\x1b[31m\xc2\x9b"
                    "31m\u202e\""));
    FAIL("accepted");
  } catch (const QueryError& error) {
    const std::string message = error.what();
    CHECK(message.find('\x1b') == std::string::npos);
    CHECK(message.find("\xc2\x9b") == std::string::npos);
    CHECK(message.find("\u202e") == std::string::npos);
    CHECK(message.find("[31m") != std::string::npos);
  }
}

}  // namespace
}  // namespace dateline::test
