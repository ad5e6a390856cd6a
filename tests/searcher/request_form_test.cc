#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/query/request_form.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

using Fields = std::vector<std::pair<std::string_view, std::string_view>>;

RequestForm form_of(const Fields& fields, std::string_view prefix = {}) {
  RequestForm form(prefix);
  for (const auto& [name, value] : fields) form.set(name, value);
  return form;
}

SearchRequest request_of(const Fields& fields) { return form_of(fields).read().request; }

// The query and the selections as trees.
std::string trees_of(const Fields& fields) {
  const auto request = request_of(fields);
  std::string text = request.query ? to_string(*request.query) : "-";
  for (const auto& [facet, condition] : request.selections)
    text += " | " + std::string{facet_name(facet)} + " " + to_string(condition);
  return text;
}

std::string error_of(const RequestForm& form) {
  try {
    (void)form.read();
  } catch (const RequestFormError& error) {
    return error.what();
  }
  return "none";
}
std::string error_of(const Fields& fields) { return error_of(form_of(fields)); }

TEST_CASE("a form's query and filters become a request", "[searcher][request-form]") {
  const std::vector<std::pair<Fields, std::string_view>> rows{
      {{{"q", "missile defense"}}, "(all missile defense)"},
      {{{"country", "RU"}}, "- | country (country RU)"},
      {{{"country", "RU,CN"}}, "- | country (country CN RU)"},
      {{{"country", "RU&CN"}}, "- | country (country CN & RU)"},
      {{{"country", "RU"}, {"country", "CN"}}, "- | country (any (country RU) (country CN))"},
      {{{"q", "oil"}, {"region", "Middle East"}}, "oil | region (region middle-east)"},
      {{{"pair", "china-russia"}}, "- | pair (pair CN-RU)"},
      {{{"author", "Yu \"Bin\""}}, "- | author (phrase author:\"Yu Bin\")"},
      {{{"origin", "log"}, {"about", "JP"}}, "- | about (about JP) | origin (origin log)"},
      {{{"published", "2001Q1"}}, "- | published (published 2001-01-01..2001-03-31)"},
      {{{"organization", "NATO"}}, "- | organization (organization NATO)"},
  };
  for (const auto& [fields, expected] : rows) {
    CAPTURE(expected);
    CHECK(trees_of(fields) == expected);
  }
}

TEST_CASE("a form's days are one selection, whose mode and precision hold for every date",
          "[searcher][request-form]") {
  const std::vector<std::pair<Fields, std::string_view>> rows{
      {{{"from", "2001-02"}}, "- | date (date 2001-02-01..9999-12-31)"},
      {{{"to", "2001-02"}}, "- | date (date 0001-01-01..2001-02-28)"},
      {{{"from", "2001"}, {"to", "2002"}}, "- | date (date 2001-01-01..2002-12-31)"},
      {{{"q", "date:2001"}, {"date-mode", "within"}}, "(date within 2001-01-01..2001-12-31)"},
      {{{"q", "date:2001"}, {"precision", "month"}}, "(date 2001-01-01..2001-12-31 month)"},
      {{{"from", "2001"}, {"precision", "day"}, {"date-mode", "contains"}},
       "- | date (date contains 2001-01-01..9999-12-31 day)"},
      {{{"precision", "day"}}, "(date 0001-01-01..9999-12-31 day)"},
      {{{"q", "oil"}, {"precision", "day"}}, "(all oil (date 0001-01-01..9999-12-31 day))"},
      {{{"q", "date:2001 precision:day"}, {"precision", "year"}},
       "(all (date 2001-01-01..2001-12-31 year) (date 0001-01-01..9999-12-31 day))"},
  };
  for (const auto& [fields, expected] : rows) {
    CAPTURE(expected);
    CHECK(trees_of(fields) == expected);
  }
}

TEST_CASE("a form says how hits are listed and what is counted", "[searcher][request-form]") {
  const auto request = request_of({{"q", "oil"},
                                   {"any", ""},
                                   {"expand", ""},
                                   {"sort", "published"},
                                   {"limit", "5"},
                                   {"limit", "20"},
                                   {"offset", "40"},
                                   {"facet", "pair"},
                                   {"facet", "author"},
                                   {"facet", "pair"},
                                   {"by", "month"},
                                   {"top", "7"},
                                   {"match", "JAP"},
                                   {"similar-to", "essay.txt"}});
  CHECK(request.any_word);
  CHECK(request.expand);
  CHECK_FALSE(request.fold);
  CHECK(request.sort == SortOrder::published);
  CHECK(request.limit == 20);
  CHECK(request.offset == 40);
  CHECK(request.facets == std::vector{Facet::pair, Facet::author});
  CHECK(request.date_bucket == Bucket::month);
  CHECK(request.facet_limit == 7);
  CHECK(request.facet_match == "jap");
  CHECK(request.similar_to == "essay.txt");
}

TEST_CASE("what is counted when no facet is named depends on the form and the kind",
          "[searcher][request-form]") {
  auto form = form_of({{"q", "oil"}});
  CHECK(form.read().request.facets.empty());
  form.set_counted(CountedFacets::usual);
  const std::vector usual{Facet::country, Facet::organization, Facet::pair,
                          Facet::date,    Facet::published,    Facet::author};
  CHECK(form.read().request.facets == usual);
  form.set("events");
  auto of_events = usual;
  of_events.push_back(Facet::origin);
  CHECK(form.read().request.facets == of_events);
  form.set_counted(CountedFacets::all);
  CHECK(form.read().request.facets.size() == all_facets().size());
  form.set("facet", "region");
  CHECK(form.read().request.facets == std::vector{Facet::region});
}

TEST_CASE("the kind is that of the query, unless the form asks for another",
          "[searcher][request-form]") {
  CHECK(request_of({{"q", "oil"}}).kind == DocumentKind::article);
  CHECK(request_of({{"q", "kind:event oil"}}).kind == DocumentKind::event);
  CHECK(request_of({{"q", "oil"}, {"events", ""}}).kind == DocumentKind::event);
  CHECK(error_of({{"q", "kind:article oil"}, {"events", ""}}) ==
        "kind:article, where events are asked for: leave it out, or search for articles");
  auto form = form_of({{"q", "kind:event oil"}});
  form.fix_kind(DocumentKind::article);
  CHECK(error_of(form) == "kind:event, where the id is that of an article: leave it out");
}

TEST_CASE("a value that its name cannot have is refused with the name",
          "[searcher][request-form]") {
  const std::vector<std::pair<Fields, std::string_view>> rows{
      {{}, "nothing to search for: give words or a filter"},
      {{{"sort", "date"}}, "nothing to search for: give words or a filter"},
      {{{"country", ""}},
       "country: a value is missing for 'country:': write it without a blank, as in country:RU"},
      {{{"country", "Russai"}},
       "country: unknown country 'Russai': did you mean 'Russia'? To search for the word, leave "
       "'country:' out"},
      {{{"origin", "x"}}, "origin: unknown origin 'x': write chronology, prose or log"},
      {{{"from", "soon"}},
       "from: 'soon' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or \"mid-January 2001\""},
      {{{"from", "2002"}, {"to", "2001"}}, "from 2002 is after to 2001: turn them round"},
      {{{"precision", "x"}},
       "precision: unknown precision 'x': write day, week, month, quarter, half, season, year, "
       "decade or century"},
      {{{"q", "x"}, {"date-mode", "y"}}, "date-mode: 'y' is none of overlaps, within, contains"},
      {{{"q", "x"}, {"sort", "y"}}, "sort: 'y' is none of relevance, date, published"},
      {{{"q", "x"}, {"by", "y"}}, "by: 'y' is none of year, quarter, month, week, day"},
      {{{"q", "x"}, {"facet", "y"}},
       "facet: 'y' is none of country, region, organization, person, about, pair, date, "
       "published, author, source, origin"},
      {{{"q", "x"}, {"limit", "4294967296"}},
       "limit: '4294967296' is no number from 0 to 4294967295"},
      {{{"q", "x"}, {"limit", "-1"}}, "limit: '-1' is no number from 0 to 4294967295"},
      {{{"q", "x"}, {"limit", ""}}, "limit: '' is no number from 0 to 4294967295"},
      {{{"q", "x"}, {"offset", "1e3"}}, "offset: '1e3' is no number from 0 to 1000000"},
      {{{"q", "x"}, {"top", "4294967296"}}, "top: '4294967296' is no number from 0 to 4294967295"},
      {{{"q", "x"}, {"fold", ""}}, "fold brings events together: add events"},
      {{{"q", "x"}, {"facet", "country"}, {"match", ""}}, "match: needs something to look for"},
      {{{"q", "x"}, {"facet", "date"}, {"match", "y"}},
       "match looks for names: not in the facet date; narrow it with from and to"},
  };
  for (const auto& [fields, expected] : rows) {
    CAPTURE(expected);
    CHECK(error_of(fields) == expected);
  }
}

TEST_CASE("messages show names as the form does", "[searcher][request-form]") {
  CHECK(error_of(form_of({{"from", "2002"}, {"to", "2001"}}, "--")) ==
        "--from 2002 is after --to 2001: turn them round");
  CHECK(error_of(form_of({{"country", "zz"}}, "--")).starts_with("--country: unknown country"));
}

TEST_CASE("a name that no form has is refused", "[searcher][request-form]") {
  RequestForm form;
  for (const auto name : {"", "Country", "date", "queries", "format"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(form.set(name, "x"), RequestFormError);
  }
}

TEST_CASE("an error of the query itself keeps its place", "[searcher][request-form]") {
  const auto form = form_of({{"q", "oil contry:RU"}});
  try {
    (void)form.read();
    FAIL("no error");
  } catch (const QueryError& error) {
    CHECK(error.offset() == 4);
    CHECK(error.piece() == "contry");
  }
  CHECK(form_of({{"q", "\"oil"}}).read().warnings.size() == 1);
}

TEST_CASE("a query may be rewritten before the filters are added", "[searcher][request-form]") {
  const auto form = form_of({{"q", "oil"}, {"country", "RU"}, {"date-mode", "within"}});
  const auto filled = form.read([](QueryNode& query) {
    CHECK(to_string(query) == "oil");
    query = *parse_query("date:2001").root;
    return true;
  });
  CHECK(to_string(*filled.request.query) == "(date within 2001-01-01..2001-12-31)");
  CHECK(filled.request.has_read_names);
}

TEST_CASE("a form may allow everything", "[searcher][request-form]") {
  auto form = form_of({{"similar-to", "essay.txt"}});
  CHECK_THROWS_AS(form.read(), EmptyRequestError);
  form.allow_everything();
  CHECK_FALSE(form.read().request.query);
}

TEST_CASE("a facet's value is read as a selection", "[searcher][request-form]") {
  const auto choice = facet_choice("country:Turkey", "why");
  CHECK(choice.selection.facet == Facet::country);
  CHECK(to_string(choice.selection.condition) == "(country TR)");
  CHECK(choice.value == "Turkey");
  CHECK(to_string(facet_choice("date:2001-02", "why").selection.condition) ==
        "(date 2001-02-01..2001-02-28)");
  for (const auto text : {"country", "contry:TR", "", ":"}) {
    CAPTURE(text);
    CHECK_THROWS_WITH(facet_choice(text, "--why"),
                      "--why: '" + std::string{text} +
                          "' is no value of a facet: write country:TR, date:2001-02 or the like");
  }
}

}  // namespace
}  // namespace dateline::test
