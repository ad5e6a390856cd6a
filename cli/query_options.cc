#include "cli/query_options.h"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <sstream>
#include <utility>

#include "cli/index_location.h"
#include "cli/terminal.h"
#include "cli/usage_error.h"
#include "language/dates/date_finder.h"
#include "searcher/query/query_parser.h"
#include "searcher/suggest/date_suggestion.h"

namespace dateline {
namespace {

std::string read_all(std::istream& stream) {
  std::ostringstream text;
  text << stream.rdbuf();
  auto query = text.str();
  while (!query.empty() && (query.back() == '\n' || query.back() == '\r')) query.pop_back();
  return query;
}

std::string read_query_file(const std::string& path) {
  std::ifstream file(path);
  if (file && file.peek() != std::ifstream::traits_type::eof()) return read_all(file);
  throw UsageError(fmt::format("--query-file: cannot read {}, or nothing is in it", path));
}

// Several values of one option are alternatives.
QueryNode any_of(std::vector<QueryNode> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  QueryNode any;
  any.kind = QueryNode::Kind::any;
  any.children = std::move(nodes);
  return any;
}

template <typename Visit>
void for_each_date(QueryNode& node, Visit visit) {
  if (node.kind == QueryNode::Kind::date) visit(node);
  for (auto& child : node.children) for_each_date(child, visit);
}

DateInterval date_option(std::string_view option, const std::string& value) {
  const auto interval = parse_query_date(value);
  if (interval) return *interval;
  throw UsageError(fmt::format(
      "{}: '{}' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or \"mid-January 2001\"",
      option, value));
}

// Words that are a date become one, as `search` suggests.
void apply_date(QueryNode& query) {
  if (auto found = suggest_date(query, DateFinder())) {
    complain(fmt::format("note: read as a date: {}", found->label));
    query = std::move(found->root);
  }
}

// As typed: "search", "watch add".
std::string typed_name(const CLI::App& command) {
  const auto* parent = command.get_parent();
  if (parent == nullptr || parent->get_parent() == nullptr) return command.get_name();
  return fmt::format("{} {}", typed_name(*parent), command.get_name());
}

// Stands before words that follow "--", which CLI11 would not take: no word is typed with it.
constexpr char kLiteralMark = '\x01';

}  // namespace

// A filter's value from the command line, as the query language writes it. What joins values stays;
// all else is quoted.
QueryNode filter_from(std::string_view option, std::string_view field, std::string_view value) {
  std::string query = fmt::format("{}:\"", field);
  for (const char c : value) {
    if (c == ',' || c == '&') {
      query += fmt::format("\"{}\"", c);
    } else if (c != '"') {
      query += c;
    }
  }
  query += '"';
  try {
    auto parsed = parse_query(query);
    if (parsed.root) return std::move(*parsed.root);
  } catch (const QueryError& error) {
    throw UsageError(fmt::format("{}: {}", option, error.what()));
  }
  throw UsageError(fmt::format("{}: needs a value", option));
}

std::vector<std::string> mark_literal_words(const std::vector<std::string>& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> marked(arguments.begin(), dashes);
  if (dashes == arguments.end()) return marked;
  for (auto it = std::next(dashes); it != arguments.end(); ++it)
    marked.push_back(kLiteralMark + *it);
  return marked;
}

QueryOptions::QueryOptions(CLI::App& command, IdPlace id_place)
    : command_(command),
      id_place_(id_place),
      value_options_{{Facet::country, "country", {}},
                     {Facet::region, "region", {}},
                     {Facet::organization, "organization", {}},
                     {Facet::about, "about", {}},
                     {Facet::pair, "pair", {}},
                     {Facet::published, "published", {}},
                     {Facet::author, "author", {}},
                     {Facet::origin, "origin", {}}} {
  constexpr std::array<const char*, 8> kHelp{
      "Mentions it: RU, Russia, Russian; RU,CN is either, RU&CN both",
      "Mentions a country of it: central-asia, \"Middle East\"",
      "Mentions it: NATO, \"European Union\"",
      "The article is about it: its title, or much of its text",
      "Two countries: of an event, or those that an article is about: CN-RU",
      "Appeared in this period: 2001, 2001Q1, 2001..2003",
      "A name of an author",
      "Of events: chronology, prose or log"};
  command.allow_extras();
  command.set_help_flag("--help", "Print this help");
  add_index_option(command, index_);
  for (std::size_t i = 0; i < value_options_.size(); ++i) {
    command
        .add_option(fmt::format("--{}", value_options_[i].field), value_options_[i].values,
                    kHelp[i])
        ->allow_extra_args(false);
  }
  command.add_option("--from", from_, "Speaks of this day or a later one");
  command.add_option("--to", to_, "Speaks of this day or an earlier one");
  command
      .add_option("--date-mode", date_mode_,
                  "How dates must lie to those asked for: overlaps, within, contains")
      ->check(CLI::IsMember({"overlaps", "within", "contains"}))
      ->capture_default_str();
  command.add_option("--precision", precision_,
                     "No dates coarser than this: day, week, month, quarter, half, season, year, "
                     "decade, century");
  command.add_flag("--any", any_, "Any of the words will do");
  command.add_flag("--smart", smart_, "Take dates among the words as dates: Putin February 2001");
  command.add_flag("--expand", expand_,
                   "Rank with what the first hits speak of, too (pseudo-relevance feedback)");
  command.add_option("--query-file", query_file_,
                     "Read the query from a file (- is standard input)");
}

std::string QueryOptions::id() const {
  const auto words = command_.remaining();
  const auto name = typed_name(command_);
  if (words.empty()) {
    throw UsageError(
        fmt::format("which article or event? give its id (see 'dateline {} --help')", name));
  }
  std::string_view id = id_place_ == IdPlace::first ? words.front() : words.back();
  if (id.starts_with("--"))
    throw UsageError(fmt::format("unknown option {} (see 'dateline {} --help')", id, name));
  if (id.starts_with(kLiteralMark)) id.remove_prefix(1);
  return std::string{id};
}

std::vector<std::string> QueryOptions::query_words() const {
  auto words = command_.remaining();
  if (id_place_ == IdPlace::first && !words.empty()) words.erase(words.begin());
  if (id_place_ == IdPlace::last && !words.empty()) words.pop_back();
  return words;
}

std::string QueryOptions::query_text() const {
  const auto words = query_words();
  if (is_given("--query-file")) {
    if (!words.empty())
      throw UsageError("--query-file: give the query there or here, not in both places");
    return query_file_ == "-" ? read_all(std::cin) : read_query_file(query_file_);
  }
  if (words.size() == 1 && words.front() == "-") return read_all(std::cin);
  std::string query;
  for (const std::string_view word : words) {
    if (word.starts_with("--") && word.size() > 2) {
      throw UsageError(
          fmt::format("unknown option {} (see 'dateline {} --help')", word, typed_name(command_)));
    }
    if (!query.empty()) query += ' ';
    query += word.starts_with(kLiteralMark) ? word.substr(1) : word;
  }
  return query;
}

bool QueryOptions::is_given(const std::string& option) const {
  return command_.get_option(option)->count() > 0;
}

// Several values of one option are alternatives, and one selection.
void QueryOptions::add_values(SearchRequest& request) const {
  for (const auto& option : value_options_) {
    std::vector<QueryNode> nodes;
    nodes.reserve(option.values.size());
    const auto name = fmt::format("--{}", option.field);
    for (const auto& value : option.values) nodes.push_back(filter_from(name, option.field, value));
    if (!nodes.empty()) request.selections.push_back({option.facet, any_of(std::move(nodes))});
  }
}

void QueryOptions::add_dates(SearchRequest& request) const {
  if (!is_given("--from") && !is_given("--to")) return;
  QueryNode date;
  date.kind = QueryNode::Kind::date;
  if (is_given("--from")) date.interval.first = date_option("--from", from_).first;
  if (is_given("--to")) date.interval.last = date_option("--to", to_).last;
  if (date.interval.last < date.interval.first) {
    throw UsageError(fmt::format("--from {} is after --to {}: turn them round", from_, to_));
  }
  request.selections.push_back({Facet::date, std::move(date)});
}

// The mode and the precision hold for every date that is asked for; a precision alone is a
// condition of its own.
void QueryOptions::set_date_mode(SearchRequest& request) const {
  std::optional<QueryNode> precision;
  if (is_given("--precision")) precision = filter_from("--precision", "precision", precision_);
  const auto mode = date_mode_ == "within"     ? DateMode::within
                    : date_mode_ == "contains" ? DateMode::contains
                                               : DateMode::overlaps;
  bool has_date = false;
  const auto set = [&](QueryNode& node) {
    for_each_date(node, [&](QueryNode& date) {
      has_date = true;
      date.mode = mode;
      if (precision) date.coarsest = std::min(date.coarsest, precision->coarsest);
    });
  };
  if (request.query) set(*request.query);
  for (auto& selection : request.selections) set(selection.condition);
  if (!precision || has_date) return;
  if (!request.query) {
    request.query = std::move(precision);
    return;
  }
  QueryNode both;
  both.children.push_back(std::move(*request.query));
  both.children.push_back(std::move(*precision));
  request.query = std::move(both);
}

SearchRequest QueryOptions::request(std::vector<std::string>& warnings,
                                    DocumentKind default_kind) const {
  const auto text = query_text();
  SearchRequest request;
  request.kind = default_kind;
  try {
    auto parsed = parse_query(text);
    request.query = std::move(parsed.root);
    warnings = std::move(parsed.warnings);
    if (parsed.kind) request.kind = *parsed.kind;
    if (default_kind == DocumentKind::event && parsed.kind == DocumentKind::article) {
      throw UsageError(
          "kind:article, where events are asked for: leave it out, or search for articles");
    }
  } catch (const QueryError& error) {
    throw with_caret(error, text);
  }
  if (smart_ && request.query) apply_date(*request.query);
  add_values(request);
  add_dates(request);
  set_date_mode(request);
  if (id_place_ != IdPlace::first && !request.query && request.selections.empty()) {
    throw UsageError(
        fmt::format("nothing to search for: give words or a filter (see 'dateline {} --help')",
                    typed_name(command_)));
  }
  request.any_word = any_;
  request.expand = expand_;
  return request;
}

SearchRequest QueryOptions::event_request(std::vector<std::string>& warnings) const {
  return request(warnings, DocumentKind::event);
}

}  // namespace dateline
