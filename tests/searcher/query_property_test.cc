// Properties that hold for every query: printing and reading back, and where nodes stand.
#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "tests/support/catch.h"

namespace dateline::test {
namespace {

// Big enough that no generated query is refused for its size.
constexpr QueryLimits kWide{.max_bytes = std::size_t{1} << 20,
                            .max_terms = 100'000,
                            .max_phrase = 1000,
                            .max_window = 100,
                            .max_depth = 200};

const std::vector<std::string> kWords{
    "missile", "U.S.-China", "AT&T", "12:30", "http://x.org", "Élysée", "导弹",
    "or",      "a_b",        "$100", "--a",   "->b",          "Re:",    "C++",
    "don't",   "Russia,",    "a*b",  "–x",    "~5",           "'x'",    "3.14"};
const std::vector<std::string> kPhrases{
    "missile defense", "U.S.-China (1972)", "a OR b", "-x: y*", " b ", "AND"};
const std::vector<std::string> kCodes{"CN", "FR", "IN", "JP", "RU", "SU", "US"};

rc::Gen<DateInterval> interval_gen() {
  const auto day = rc::gen::inRange((kFirstDay - std::chrono::sys_days{}).count(),
                                    (kLastDay - std::chrono::sys_days{}).count() + 1);
  return rc::gen::map(rc::gen::pair(day, day), [](const auto& ends) {
    const auto [a, b] = std::minmax(ends.first, ends.second);
    return DateInterval{std::chrono::sys_days{std::chrono::days{a}},
                        std::chrono::sys_days{std::chrono::days{b}}};
  });
}

AskedCountries make_countries() {
  AskedCountries asked;
  for (const auto& code : kCodes) {
    if (*rc::gen::inRange(0, 3) == 0) asked.codes.emplace_back(std::string_view{code});
  }
  if (asked.codes.empty()) asked.codes.emplace_back("RU");
  asked.match_all = asked.codes.size() > 1 && *rc::gen::arbitrary<bool>();
  return asked;
}

QueryText make_text(TextForm form) {
  QueryText text;
  text.form = form;
  switch (form) {
    case TextForm::word:
      text.text = *rc::gen::elementOf(kWords);
      break;
    case TextForm::phrase:
      text.text = *rc::gen::elementOf(kPhrases);
      text.slop = *rc::gen::inRange(0U, 101U);
      break;
    case TextForm::prefix:
      text.text =
          *rc::gen::element<std::string>("prolif", "NOT", "*ab", "+ab", "导弹", "U.S.", "12:30");
      break;
  }
  text.field = *rc::gen::element(TextField::any, TextField::any, TextField::title,
                                 TextField::heading, TextField::author, TextField::text);
  return text;
}

FilterCondition make_filter(FilterKind kind) {
  switch (kind) {
    case FilterKind::country:
      return {kind, make_countries()};
    case FilterKind::origin:
      return {kind, AskedOrigin{*rc::gen::element(EventOrigin::chronology, EventOrigin::prose,
                                                  EventOrigin::log)}};
    default:
      return {kind, AskedDays{*interval_gen()}};
  }
}

QueryNode make_leaf() {
  if (*rc::gen::arbitrary<bool>()) {
    return {make_text(*rc::gen::element(TextForm::word, TextForm::word, TextForm::phrase,
                                        TextForm::prefix)),
            {}};
  }
  return {make_filter(*rc::gen::element(FilterKind::country, FilterKind::date,
                                        FilterKind::published, FilterKind::origin)),
          {}};
}

enum class Group { none, all, any, exclude };

// A tree as the parser makes them: two children or more, none of the same kind as its parent.
QueryNode make_tree(int depth, Group parent) {
  const auto group = depth == 0
                         ? Group::none
                         : *rc::gen::element(Group::all, Group::any, Group::exclude, Group::none);
  if (group == Group::none || (group == parent && group != Group::exclude)) return make_leaf();
  if (group == Group::exclude) return {Exclude<QueryNode>{{make_tree(depth - 1, group)}}, {}};
  std::vector<QueryNode> children;
  for (int i = *rc::gen::inRange(2, 5); i > 0; --i) children.push_back(make_tree(depth - 1, group));
  if (group == Group::all) return {AllOf<QueryNode>{std::move(children)}, {}};
  return {AnyOf<QueryNode>{std::move(children)}, {}};
}

std::string make_soup() {
  static const std::vector<std::string> kPieces{" ",          " ",          " ",
                                                "  ",         "\t",         "(",
                                                ")",          "\"",         "“",
                                                "”",          "-",          "--",
                                                "->",         "*",          "~3",
                                                ":",          ",",          "&",
                                                "AND",        "OR",         "NOT",
                                                "a",          "b",          "prolif*",
                                                "U.S.-China", "12:30",      "Re:",
                                                "title:",     "title:x",    "text:",
                                                "author:ab*", "country:RU", "country:",
                                                "CN",         "JP&RU",      "date:2001",
                                                "date:",      "2001-02",    "..2003",
                                                "origin:log", "kind:event", "published:",
                                                "http://x",   "\xff",       "é",
                                                "\"a b\"~5",  "foo:bar",    "(a OR b)",
                                                "-(c d)",     "NOT e",      "date:2001,2003"};
  std::string text;
  const int count = *rc::gen::inRange(0, 24);
  for (int i = 0; i < count; ++i) text += *rc::gen::elementOf(kPieces);
  return text;
}

// Nodes stand inside their parent, one behind the other.
void check_spans(const QueryNode& node, std::size_t size) {
  RC_ASSERT(node.source.begin < node.source.end);
  RC_ASSERT(node.source.end <= size);
  std::uint32_t end = node.source.begin;
  for (const auto& child : children_of(node)) {
    RC_ASSERT(child.source.begin >= end);
    RC_ASSERT(node.source.contains(child.source));
    end = child.source.end;
    check_spans(child, size);
  }
}

void check_shape(const QueryNode& node) {
  const auto children = children_of(node);
  if (is<Exclude<QueryNode>>(node)) {
    RC_ASSERT(children.size() == std::size_t{1});
  } else if (is_group(node)) {
    RC_ASSERT(children.size() >= std::size_t{2});
    for (const auto& child : children) RC_ASSERT(child.form.index() != node.form.index());
  }
  for (const auto& child : children) check_shape(child);
}

// The part of the query where a node stands means what the node means. Values in a list ("2001" of
// date:2001,2003) mean nothing alone, and "AND" behind a '-' or a hyphen is a word only there.
void check_sources(const QueryNode& node, std::string_view query) {
  const auto source = node.source.of(query);
  const bool is_value = is<FilterCondition>(node) && source.find(':') == std::string_view::npos;
  const bool is_operator = source == "AND" || source == "OR" || source == "NOT";
  if (!is_value && !is_operator) {
    const auto again = parse_query(source, kWide);
    RC_ASSERT(again.root);
    RC_ASSERT(to_string(*again.root) == to_string(node));
  }
  for (const auto& child : children_of(node)) check_sources(child, query);
}

TEST_CASE("a tree that is printed as a query reads back as the same tree",
          "[searcher][query][property]") {
  CHECK(rc::check("to_query and parse_query are inverse", [] {
    const auto tree = make_tree(*rc::gen::inRange(0, 5), Group::none);
    const auto query = to_query(tree);
    const auto parsed = parse_query(query, kWide);
    RC_LOG() << query << '\n';
    RC_ASSERT(parsed.root);
    RC_ASSERT(to_string(*parsed.root) == to_string(tree));
    RC_ASSERT(to_query(*parsed.root) == query);
    RC_ASSERT(parsed.warnings.empty());
    RC_ASSERT(!parsed.kind);
  }));
}

TEST_CASE("whatever is typed is refused with its place or understood in full",
          "[searcher][query][property]") {
  CHECK(rc::check("soup", [] {
    const auto query = make_soup();
    RC_LOG() << query << '\n';
    try {
      const auto parsed = parse_query(query, kWide);
      RC_TAG(parsed.root ? "tree" : "nothing");
      if (!parsed.root) return;
      check_shape(*parsed.root);
      check_spans(*parsed.root, query.size());
      check_sources(*parsed.root, query);
      const auto again = parse_query(to_query(*parsed.root), kWide);
      RC_ASSERT(again.root);
      RC_ASSERT(to_string(*again.root) == to_string(*parsed.root));
    } catch (const QueryError& error) {
      RC_TAG("error");
      RC_ASSERT(error.offset() + error.piece().size() <= query.size());
      RC_ASSERT(query.substr(error.offset(), error.piece().size()) == error.piece());
      RC_ASSERT(!error.piece().empty());
    }
  }));
}

TEST_CASE("random bytes are read or refused, and nothing else", "[searcher][query][property]") {
  CHECK(rc::check("bytes", [](const std::string& query) {
    try {
      const auto parsed = parse_query(query, kWide);
      if (parsed.root) check_spans(*parsed.root, query.size());
    } catch (const QueryError& error) {
      RC_ASSERT(error.offset() < query.size());
    }
  }));
}

}  // namespace
}  // namespace dateline::test
