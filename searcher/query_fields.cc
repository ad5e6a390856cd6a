#include "searcher/query_fields.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/country_finder.h"
#include "language/utf8.h"
#include "searcher/query_date.h"
#include "searcher/query_text.h"

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, EventOrigin>, 3> kOrigins{{
    {"chronology", EventOrigin::chronology},
    {"prose", EventOrigin::prose},
    {"log", EventOrigin::log},
}};

constexpr std::array<std::pair<std::string_view, DocumentKind>, 2> kKinds{{
    {"event", DocumentKind::event},
    {"article", DocumentKind::article},
}};

// "a", "a or b", "a, b or c".
template <typename Names>
std::string join_or(const Names& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? ", " : " or ";
    text += names[i];
  }
  return text;
}

[[noreturn]] void refuse(const FilterValue& value, const std::string& message) {
  throw QueryError(message, value.span.begin, std::string{value.text});
}

// Looks a value up in a small table of names; what is not there is refused with the names that are.
template <typename Value, std::size_t N>
Value read_name(const Filter& filter, const FilterValue& value,
                const std::array<std::pair<std::string_view, Value>, N>& table) {
  const std::string folded = fold(value.text);
  std::array<std::string_view, N> names;
  for (std::size_t i = 0; i < N; ++i) {
    if (folded == table[i].first) return table[i].second;
    names[i] = table[i].first;
  }
  refuse(value, fmt::format("unknown {} {}: write {}", filter.name, quote_piece(value.text),
                            join_or(names)));
}

// A condition for each value, under `any` or `all` when there are several.
QueryNode join_values(const Filter& filter,
                      QueryNode (*read_one)(const Filter&, const FilterValue&)) {
  std::vector<QueryNode> nodes;
  nodes.reserve(filter.values.size());
  for (const auto& value : filter.values) nodes.push_back(read_one(filter, value));
  if (nodes.size() == 1) {
    nodes.front().source = filter.source;
    return std::move(nodes.front());
  }
  QueryNode joined;
  joined.kind = filter.match_all ? QueryNode::Kind::all : QueryNode::Kind::any;
  joined.source = filter.source;
  joined.children = std::move(nodes);
  return joined;
}

std::string unknown_country_message(std::string_view typed) {
  auto names = country_suggestions(typed);
  const std::string message = fmt::format("unknown country {}: ", quote_piece(typed));
  if (names.empty()) return message + "write a code (RU), a name or a demonym";
  for (auto& name : names) name = quote_piece(name);
  return message + fmt::format("did you mean {}?", join_or(names));
}

// "ivory-coast" is how a name goes without quotes; a name that has a hyphen of its own is tried
// first.
std::vector<CountryCode> read_country(std::string_view typed) {
  auto codes = country_codes_for(typed);
  if (!codes.empty() || typed.find_first_of("-_") == std::string_view::npos) return codes;
  std::string spaced{typed};
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return country_codes_for(spaced);
}

std::optional<QueryNode> read_countries(const Filter& filter, ParsedQuery& /*parsed*/) {
  QueryNode node;
  node.kind = QueryNode::Kind::country;
  node.source = filter.source;
  for (const auto& value : filter.values) {
    const auto codes = read_country(value.text);
    if (codes.empty()) refuse(value, unknown_country_message(value.text));
    node.countries.insert(node.countries.end(), codes.begin(), codes.end());
  }
  std::sort(node.countries.begin(), node.countries.end());
  node.countries.erase(std::unique(node.countries.begin(), node.countries.end()),
                       node.countries.end());
  node.match_all = filter.match_all && node.countries.size() > 1;
  return node;
}

DateInterval read_interval(const FilterValue& value) {
  const QueryDate date = read_query_date(value.text);
  if (date.interval) return *date.interval;
  if (date.is_reversed) {
    refuse(value, fmt::format("the range {} runs backwards: write the earlier date first",
                              quote_piece(value.text)));
  }
  refuse(value, fmt::format("{} is no date: write 2001, 2001-02, 2001-02-19, 2001Q1, A..B or "
                            "\"mid-January 2001\"",
                            quote_piece(value.text)));
}

template <QueryNode::Kind kKind>
std::optional<QueryNode> read_dates(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, [](const Filter&, const FilterValue& value) {
    QueryNode node;
    node.kind = kKind;
    node.source = value.span;
    node.interval = read_interval(value);
    return node;
  });
}

std::optional<QueryNode> read_origins(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, [](const Filter& whole, const FilterValue& value) {
    QueryNode node;
    node.kind = QueryNode::Kind::origin;
    node.source = value.span;
    node.origin = read_name(whole, value, kOrigins);
    return node;
  });
}

std::optional<QueryNode> read_kind(const Filter& filter, ParsedQuery& parsed) {
  const auto& value = filter.values.front();
  const DocumentKind kind = read_name(filter, value, kKinds);
  if (parsed.kind && *parsed.kind != kind) {
    refuse(value, "'kind:' is given twice, as event and as article: keep one of them");
  }
  parsed.kind = kind;
  return std::nullopt;
}

}  // namespace

std::span<const FieldRule> field_rules() noexcept {
  using Kind = QueryNode::Kind;
  static constexpr std::array<FieldRule, 9> kRules{{
      {"author", "author:smith", TextField::author},
      {"country", "country:RU", std::nullopt, ValueList::any_or_all, read_countries},
      {"date", "date:2001-02", std::nullopt, ValueList::any_or_all, read_dates<Kind::date>},
      {"heading", "heading:missiles", TextField::heading},
      {"kind", "kind:event", std::nullopt, ValueList::one, read_kind},
      {"origin", "origin:chronology", std::nullopt, ValueList::any, read_origins},
      {"published", "published:2001", std::nullopt, ValueList::any, read_dates<Kind::published>},
      {"text", "text:missile", TextField::text},
      {"title", "title:alliances", TextField::title},
  }};
  return kRules;
}

const FieldRule* find_field(std::string_view typed) {
  constexpr std::size_t kMaxBytes = 32;
  if (typed.size() > kMaxBytes) return nullptr;
  const std::string folded = fold(typed);
  const auto rules = field_rules();
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const FieldRule& rule) { return rule.name == folded; });
  return found == rules.end() ? nullptr : &*found;
}

std::string unknown_field_message(std::string_view typed) {
  std::vector<std::string_view> names;
  for (const auto& rule : field_rules()) names.push_back(rule.name);
  const std::string message = fmt::format("unknown field {}: ", quote_piece(typed));
  if (const auto near = nearest_name(fold(typed), names); !near.empty()) {
    return message + fmt::format("did you mean '{}'?", near);
  }
  return message + fmt::format("the fields are {}; to search for the words, put them in quotes",
                               fmt::join(names, ", "));
}

std::string_view text_field_name(TextField field) noexcept {
  for (const auto& rule : field_rules()) {
    if (rule.text_field == field) return rule.name;
  }
  return {};
}

std::string_view event_origin_name(EventOrigin origin) noexcept {
  for (const auto& [name, candidate] : kOrigins) {
    if (candidate == origin) return name;
  }
  return {};
}

}  // namespace dateline
