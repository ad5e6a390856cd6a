#include "searcher/query/request_form.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "language/utf8.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

// The names of a form that are not names of filters.
constexpr std::array<std::string_view, 19> kNames{
    "fit",   "phrases", "q",      "from",  "to",        "date-mode", "precision",
    "any",   "expand",  "events", "fold",  "sort",      "limit",     "offset",
    "facet", "by",      "top",    "match", "similar-to"};

// Several values of one name are alternatives.
QueryNode any_of(std::vector<QueryNode> nodes) {
  if (nodes.size() == 1) return std::move(nodes.front());
  return {AnyOf<QueryNode>{std::move(nodes)}, {}};
}

void add_condition(std::optional<QueryNode>& query, QueryNode condition) {
  if (!query) {
    query = std::move(condition);
    return;
  }
  AllOf<QueryNode> both;
  both.children.push_back(std::move(*query));
  both.children.push_back(std::move(condition));
  query = QueryNode{std::move(both), {}};
}

}  // namespace

void RequestForm::set(std::string_view name, std::string_view value) {
  const bool is_known =
      is_filter(name) || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
  if (!is_known) throw RequestFormError(fmt::format("unknown name '{}'", name));
  values_[std::string{name}].emplace_back(value);
}

const RequestForm::Values& RequestForm::values(std::string_view name) const noexcept {
  static const Values kNone;
  const auto found = values_.find(name);
  return found == values_.end() ? kNone : found->second;
}

const std::string* RequestForm::value(std::string_view name) const noexcept {
  const auto& all = values(name);
  return all.empty() ? nullptr : &all.back();
}

std::string_view RequestForm::value_or_empty(std::string_view name) const noexcept {
  const auto* given = value(name);
  return given == nullptr ? std::string_view{} : *given;
}

std::string RequestForm::shown(std::string_view name) const {
  return fmt::format("{}{}", prefix_, name);
}

void RequestForm::refuse_choice(std::string_view name, std::string_view value,
                                std::span<const std::string_view> choices) const {
  throw RequestFormError(
      fmt::format("{}: '{}' is none of {}", shown(name), value, fmt::join(choices, ", ")));
}

// One of the names of an enumeration, which `names` lists in its order.
template <typename Choice, std::size_t N>
Choice RequestForm::choice(std::string_view name, const std::array<std::string_view, N>& names,
                           Choice otherwise) const {
  const auto* given = value(name);
  if (given == nullptr) return otherwise;
  const auto found = std::find(names.begin(), names.end(), *given);
  if (found == names.end()) refuse_choice(name, *given, names);
  return static_cast<Choice>(found - names.begin());
}

std::uint32_t RequestForm::number(std::string_view name, std::uint32_t otherwise,
                                  std::uint32_t max) const {
  const auto* text = value(name);
  if (text == nullptr) return otherwise;
  std::uint32_t number = 0;
  const char* end = text->data() + text->size();
  const auto [rest, error] = std::from_chars(text->data(), end, number);
  if (error == std::errc{} && rest == end && number <= max) return number;
  throw RequestFormError(
      fmt::format("{}: '{}' is no number from 0 to {}", shown(name), *text, max));
}

DateInterval RequestForm::date(std::string_view name) const {
  const auto text = value_or_empty(name);
  if (const auto interval = parse_query_date(text)) return *interval;
  throw RequestFormError(fmt::format(
      "{}: '{}' is no date: write 2001, 2001-02, 2001-02-19, 2001Q1 or \"mid-January 2001\"",
      shown(name), text));
}

FilledRequest RequestForm::read(const QueryRewriter& rewrite) const {
  auto filled = read_query();
  auto& request = filled.request;
  if (rewrite && request.query) request.has_read_names = rewrite(*request.query);
  add_filters(request);
  add_dates(request);
  set_date_mode(request);
  check(request);
  request.any_word = has("any");
  request.expand = has("expand");
  request.fold = has("fold");
  request.similar_to = value_or_empty("similar-to");
  set_listing(request);
  set_facets(request);
  return filled;
}

FilledRequest RequestForm::read_query() const {
  FilledRequest filled;
  auto parsed = parse_query(query());
  filled.request.query = std::move(parsed.root);
  filled.warnings = std::move(parsed.warnings);
  if (has("phrases")) filled.request.with_phrases = parse_query(value_or_empty("phrases")).root;
  const bool wants_events = has("events") || kind_ == DocumentKind::event;
  const auto kind = wants_events ? DocumentKind::event : kind_.value_or(DocumentKind::article);
  filled.request.kind = parsed.kind.value_or(kind);
  if (wants_events && parsed.kind == DocumentKind::article) {
    throw RequestFormError(
        "kind:article, where events are asked for: leave it out, or search for articles");
  }
  return filled;
}

// Several values of one filter are alternatives, and one selection.
void RequestForm::add_filters(SearchRequest& request) const {
  for (const auto& row : kFacetRows) {
    if (!is_filter(row.name)) continue;
    std::vector<QueryNode> nodes;
    for (const auto& value : values(row.name))
      nodes.push_back(filter_of(row.name, value, shown(row.name)));
    if (!nodes.empty()) request.selections.push_back({row.facet, any_of(std::move(nodes))});
  }
}

void RequestForm::add_dates(SearchRequest& request) const {
  if (!has("from") && !has("to")) return;
  AskedDays dates;
  if (has("from")) dates.interval.first = date("from").first;
  if (has("to")) dates.interval.last = date("to").last;
  if (dates.interval.last < dates.interval.first) {
    throw RequestFormError(fmt::format("{} {} is after {} {}: turn them round", shown("from"),
                                       value_or_empty("from"), shown("to"), value_or_empty("to")));
  }
  request.selections.push_back({Facet::date, {FilterCondition{FilterKind::date, dates}, {}}});
}

// The mode and the precision hold for every date that is asked for; a precision alone is a
// condition of its own.
void RequestForm::set_date_mode(SearchRequest& request) const {
  std::optional<QueryNode> precision;
  auto coarsest = Precision::century;
  if (const auto* value = this->value("precision")) {
    precision = filter_of("precision", *value, shown("precision"));
    for_each_date(*precision, [&](const AskedDays& days) { coarsest = days.coarsest; });
  }
  const auto mode = choice("date-mode", kDateModeNames, DateMode::overlaps);
  bool has_date = false;
  const auto set = [&](AskedDays& days) {
    has_date = true;
    days.mode = mode;
    days.coarsest = std::min(days.coarsest, coarsest);
  };
  for (auto* query : {&request.query, &request.with_phrases}) {
    if (*query) for_each_date(**query, set);
  }
  for (auto& selection : request.selections) for_each_date(selection.condition, set);
  if (!precision || has_date) return;
  if (request.with_phrases) add_condition(request.with_phrases, *precision);
  add_condition(request.query, std::move(*precision));
}

void RequestForm::check(const SearchRequest& request) const {
  if (!allows_everything_ && !request.query && request.selections.empty())
    throw EmptyRequestError("nothing to search for: give words or a filter");
  if (kind_ && request.kind != *kind_)
    throw RequestFormError("kind:event, where the id is that of an article: leave it out");
  if (has("fold") && request.kind != DocumentKind::event) {
    throw RequestFormError(
        fmt::format("{} brings events together: add {}", shown("fold"), shown("events")));
  }
}

void RequestForm::set_listing(SearchRequest& request) const {
  request.sort = choice("sort", kSortNames, request.sort);
  request.limit = number("limit", request.limit, kMaxHits);
  request.offset = number("offset", request.offset, kMaxOffset);
}

void RequestForm::set_facets(SearchRequest& request) const {
  for (const auto& name : values("facet")) {
    const auto facet = facet_for(name);
    if (!facet) refuse_choice("facet", name, facet_names());
    if (std::find(request.facets.begin(), request.facets.end(), *facet) == request.facets.end())
      request.facets.push_back(*facet);
  }
  if (request.facets.empty() && counted_ != CountedFacets::none) {
    for (const auto& row : kFacetRows) {
      if (counted_ == CountedFacets::all || is_usual(row.facet, request.kind))
        request.facets.push_back(row.facet);
    }
  }
  request.fits_bucket = has("fit");
  request.date_bucket = choice("by", kBucketWords, request.date_bucket);
  request.facet_limit =
      number("top", request.facet_limit, std::numeric_limits<std::uint32_t>::max());
  if (has("match")) set_match(request);
}

void RequestForm::set_match(SearchRequest& request) const {
  request.facet_match = fold(value_or_empty("match"));
  if (request.facet_match.empty())
    throw RequestFormError(fmt::format("{}: needs something to look for", shown("match")));
  for (const auto facet : request.facets) {
    if (!is_by_time(facet)) continue;
    throw RequestFormError(
        fmt::format("{} looks for names: not in the facet {}; narrow it with {} and {}",
                    shown("match"), facet_name(facet), shown("from"), shown("to")));
  }
}

// The value as the query language writes it: what joins values stays, all else is quoted.
QueryNode filter_of(std::string_view field, std::string_view value, std::string_view shown) {
  std::string query = fmt::format("{}:\"", field);
  const auto* rule = find_field(field);
  const bool may_have_all = rule != nullptr && rule->list == ValueList::any_or_all;
  for (const char c : value) {
    if (c == ',' || c == '&' || (c == '+' && may_have_all)) {
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
    throw RequestFormError(fmt::format("{}: {}", shown, error.what()));
  }
  throw RequestFormError(fmt::format("{}: needs a value", shown));
}

FacetChoice facet_choice(std::string_view text, std::string_view shown) {
  const auto colon = text.find(':');
  const auto facet = facet_for(text.substr(0, colon));
  if (colon == std::string_view::npos || !facet) {
    throw RequestFormError(
        fmt::format("{}: '{}' is no value of a facet: write country:TR, date:2001-02 or the like",
                    shown, text));
  }
  const auto value = text.substr(colon + 1);
  return {{*facet, filter_of(facet_name(*facet), value, shown)}, std::string{value}};
}

}  // namespace dateline
