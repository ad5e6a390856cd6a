#include "cli/search_options.h"

#include <fmt/format.h>
#include <CLI/Option.hpp>
#include <CLI/Validators.hpp>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

#include "cli/index_location.h"
#include "cli/usage_error.h"
#include "searcher/query_parser.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMaxLimit = 10'000;
constexpr std::uint32_t kMaxOffset = 1'000'000;

const std::map<std::string, SortOrder>& sort_orders() {
  static const std::map<std::string, SortOrder> kOrders{{"relevance", SortOrder::relevance},
                                                        {"date", SortOrder::date},
                                                        {"published", SortOrder::published}};
  return kOrders;
}

const std::map<std::string, Bucket>& buckets() {
  static const std::map<std::string, Bucket> kBuckets{{"year", Bucket::year},
                                                      {"quarter", Bucket::quarter},
                                                      {"month", Bucket::month},
                                                      {"week", Bucket::week},
                                                      {"day", Bucket::day}};
  return kBuckets;
}

const std::map<std::string, Facet>& facets() {
  static const std::map<std::string, Facet> kFacets{
      {"country", Facet::country}, {"organization", Facet::organization},
      {"about", Facet::about},     {"pair", Facet::pair},
      {"date", Facet::date},       {"published", Facet::published},
      {"author", Facet::author},   {"origin", Facet::origin}};
  return kFacets;
}

template <typename T>
CLI::Validator one_of(const std::map<std::string, T>& names) {
  return CLI::IsMember(names);
}

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

// A filter's value from the command line, as the query language writes it. What joins values stays;
// all else is quoted.
QueryNode filter(std::string_view option, std::string_view field, std::string_view value) {
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

// Several values of one option are alternatives.
QueryNode any_of(std::vector<QueryNode> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  QueryNode any;
  any.kind = QueryNode::Kind::any;
  any.children = std::move(nodes);
  return any;
}

DateInterval date_option(std::string_view option, const std::string& value) {
  const auto interval = parse_query_date(value);
  if (interval) return *interval;
  throw UsageError(fmt::format(
      "{}: '{}' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or \"mid-January 2001\"",
      option, value));
}

// Stands before words that follow "--", which CLI11 would not take: no word is typed with it.
constexpr char kLiteralMark = '\x01';

}  // namespace

std::vector<std::string> mark_literal_words(const std::vector<std::string>& arguments) {
  const auto dashes = std::find(arguments.begin(), arguments.end(), "--");
  std::vector<std::string> marked(arguments.begin(), dashes);
  if (dashes == arguments.end()) return marked;
  for (auto it = std::next(dashes); it != arguments.end(); ++it)
    marked.push_back(kLiteralMark + *it);
  return marked;
}

SearchOptions::SearchOptions(CLI::App& command) : command_(command) {
  command.allow_extras();
  command.set_help_flag("--help", "Print this help");
  add_index_option(command, index_);
  command.add_flag("--events", events_, "Find events, not articles");
  command
      .add_option("--country", countries_,
                  "Mentions it: RU, Russia, Russian; RU,CN is either, RU&CN both")
      ->allow_extra_args(false);
  command.add_option("--from", from_, "Speaks of this day or a later one");
  command.add_option("--to", to_, "Speaks of this day or an earlier one");
  command.add_option("--published", published_,
                     "Appeared in this period: 2001, 2001Q1, 2001..2003");
  command.add_flag("--any", any_, "Any of the words will do");
  command.add_option("--sort", sort_, "relevance, date or published (newest first)")
      ->check(one_of(sort_orders()))
      ->capture_default_str();
  command.add_option("--limit", limit_, "Hits to show")
      ->check(CLI::Range(std::uint32_t{0}, kMaxLimit))
      ->capture_default_str();
  command.add_option("--offset", offset_, "Hits to pass over")
      ->check(CLI::Range(std::uint32_t{0}, kMaxOffset))
      ->capture_default_str();
  command
      .add_option("--facet", facets_,
                  "Count by country, about, pair, date, published, author, origin (again for more)")
      ->check(one_of(facets()))
      ->allow_extra_args(false);
  command.add_flag("--no-facets", no_facets_, "Count nothing");
  command.add_option("--by", by_, "Width of date buckets: year, quarter, month, week, day")
      ->check(one_of(buckets()))
      ->capture_default_str();
  command.add_option("--format", format_, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command.add_option("--query-file", query_file_,
                     "Read the query from a file (- is standard input)");
}

std::string SearchOptions::query_text() const {
  const auto words = command_.remaining();
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
          fmt::format("unknown option {} (see 'dateline {} --help')", word, command_.get_name()));
    }
    if (!query.empty()) query += ' ';
    query += word.starts_with(kLiteralMark) ? word.substr(1) : word;
  }
  return query;
}

bool SearchOptions::is_given(const std::string& option) const {
  return command_.get_option(option)->count() > 0;
}

void SearchOptions::add_selections(SearchRequest& request) const {
  std::vector<QueryNode> countries;
  countries.reserve(countries_.size());
  for (const auto& value : countries_) countries.push_back(filter("--country", "country", value));
  if (!countries.empty())
    request.selections.push_back({Facet::country, any_of(std::move(countries))});
  if (is_given("--from") || is_given("--to")) {
    QueryNode date;
    date.kind = QueryNode::Kind::date;
    if (is_given("--from")) date.interval.first = date_option("--from", from_).first;
    if (is_given("--to")) date.interval.last = date_option("--to", to_).last;
    if (date.interval.last < date.interval.first) {
      throw UsageError(fmt::format("--from {} is after --to {}: turn them round", from_, to_));
    }
    request.selections.push_back({Facet::date, std::move(date)});
  }
  if (is_given("--published")) {
    request.selections.push_back(
        {Facet::published, filter("--published", "published", published_)});
  }
}

SearchRequest SearchOptions::request(std::vector<std::string>& warnings) const {
  const auto text = query_text();
  SearchRequest request;
  bool asks_for_articles = false;
  try {
    auto parsed = parse_query(text);
    request.query = std::move(parsed.root);
    warnings = std::move(parsed.warnings);
    if (parsed.kind) request.kind = *parsed.kind;
    asks_for_articles = parsed.kind == DocumentKind::article;
  } catch (const QueryError& error) {
    throw with_caret(error, text);
  }
  if (events_ && asks_for_articles) {
    throw UsageError("--events and kind:article contradict each other: leave one of them out");
  }
  if (events_) request.kind = DocumentKind::event;
  add_selections(request);
  if (!request.query && request.selections.empty()) {
    throw UsageError(
        fmt::format("nothing to search for: give words or a filter (see 'dateline {} --help')",
                    command_.get_name()));
  }
  request.any_word = any_;
  request.sort = sort_orders().at(sort_);
  request.limit = limit_;
  request.offset = offset_;
  request.date_bucket = buckets().at(by_);
  if (no_facets_) return request;
  for (const auto& name : facets_) request.facets.push_back(facets().at(name));
  if (facets_.empty()) {
    request.facets = {Facet::country, Facet::organization, Facet::pair,
                      Facet::date,    Facet::published,    Facet::author};
    if (request.kind == DocumentKind::event) request.facets.push_back(Facet::origin);
  }
  return request;
}

}  // namespace dateline
