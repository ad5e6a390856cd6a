#include "searcher/query/query_filters.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/countries/country_finder.h"
#include "language/countries/region.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/office_holders.h"
#include "language/spellings/transliteration.h"
#include "language/spellings/word_variants.h"
#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_date.h"

namespace dateline {
namespace {

constexpr std::array<std::pair<std::string_view, EventOrigin>, 3> kOrigins{{
    {event_origin_name(EventOrigin::chronology), EventOrigin::chronology},
    {event_origin_name(EventOrigin::prose), EventOrigin::prose},
    {event_origin_name(EventOrigin::log), EventOrigin::log},
}};

constexpr std::array<std::pair<std::string_view, DocumentKind>, 2> kKinds{{
    {"event", DocumentKind::event},
    {"article", DocumentKind::article},
}};

std::string quoted_if_needed(const std::string& value) {
  return value.find(' ') == std::string::npos ? value : '"' + value + '"';
}

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

[[noreturn]] void refuse(const FilterValue& value, const std::string& message,
                         std::string instead = {}) {
  throw QueryError(message, value.span.begin, std::string{value.text}, std::move(instead));
}

// The first of what is near to a value, as it would be written.
std::string first_of(const std::vector<std::string>& near) {
  return near.empty() ? std::string{} : quoted_if_needed(near.front());
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
  if (filter.match_all) return {AllOf<QueryNode>{std::move(nodes)}, filter.source};
  return {AnyOf<QueryNode>{std::move(nodes)}, filter.source};
}

// What is no country may be something else that can be asked for.
std::string unknown_country_message(const Filter& filter, std::string_view typed) {
  const std::string message = fmt::format("unknown country {}: ", quote_piece(typed));
  const auto region = region_for(typed);
  const auto organization = organization_for(typed);
  const auto group = region ? fmt::format("region:{}", region_at(*region).id) : std::string{};
  if (organization) {
    return message + fmt::format("it is an organization, write organization:{}{}",
                                 quoted_if_needed(*organization),
                                 group.empty() ? "" : ", or of its members " + group);
  }
  if (region) return message + fmt::format("it is a region, write {}", group);
  auto names = country_suggestions(typed);
  if (names.empty()) {
    return message + fmt::format(
                         "write a code (RU), a name or a demonym; to search for the word, "
                         "leave '{}:' out",
                         filter.name);
  }
  for (auto& name : names) name = quote_piece(name);
  return message + fmt::format("did you mean {}? To search for the word, leave '{}:' out",
                               join_or(names), filter.name);
}

// "ivory-coast" is how a name goes without quotes; a name that has a hyphen of its own is tried
// first.
std::vector<CountryCode> read_country(std::string_view typed) {
  auto codes = country_codes_for(typed);
  if (codes.empty()) {
    if (const auto foreign = foreign_country(typed)) return {*foreign};
  }
  if (!codes.empty() || typed.find_first_of("-_") == std::string_view::npos) return codes;
  std::string spaced{typed};
  std::replace(spaced.begin(), spaced.end(), '-', ' ');
  std::replace(spaced.begin(), spaced.end(), '_', ' ');
  return country_codes_for(spaced);
}

// Whether the one value is `none`; beside others it would contradict them.
bool asks_for_none(const Filter& filter) {
  for (const auto& value : filter.values) {
    if (fold(value.text) != kNoneValue) continue;
    if (filter.values.size() == 1) return true;
    refuse(value,
           fmt::format("'none' stands alone: write {}:none OR {}:…", filter.name, filter.name));
  }
  return false;
}

// "Congo" is a part of two countries' names: which one was taken is said.
void note_ambiguous(const Filter& filter, const FilterValue& value,
                    const std::vector<CountryCode>& codes, ParsedQuery& parsed) {
  constexpr std::size_t kShortest = 3;  // in bytes: codes are not ambiguous
  const bool is_abbreviation = value.text.find('.') != std::string_view::npos;
  if (codes.size() != 1 || value.text.size() < kShortest || is_abbreviation) return;
  const auto typed = ' ' + fold(value.text) + ' ';
  std::vector<std::string> others;
  for (const auto code : all_country_codes()) {
    const auto name = country_name(code);
    auto words = name ? ' ' + fold(*name) + ' ' : std::string{};
    std::replace(words.begin(), words.end(), '-', ' ');
    if (code != codes.front() && words.find(typed) != std::string::npos)
      others.push_back(fmt::format("{} {}", code.view(), *name));
  }
  if (others.empty()) return;
  parsed.warnings.push_back(fmt::format("{}:{} is read as {} ({}), not as {}", filter.name,
                                        value.text, country_name(codes.front()).value_or(""),
                                        codes.front().view(), join_or(others)));
}

struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The next dash of any kind from `from` on; begins at the text's end when there is none.
Piece find_dash(std::string_view text, std::size_t from) {
  constexpr char32_t kFirstDash = 0x2010;  // hyphen, …
  constexpr char32_t kLastDash = 0x2015;   // … horizontal bar
  constexpr char32_t kMinus = 0x2212;
  for (std::size_t i = from; i < text.size();) {
    const auto begin = i;
    const char32_t c = next_code_point(text, i);
    if (c == '-' || (c >= kFirstDash && c <= kLastDash) || c == kMinus) return {begin, i};
  }
  return {text.size(), text.size()};
}

// What is excluded has its minus before the field.
void refuse_minus(const Filter& filter, const FilterValue& value) {
  const auto dash = find_dash(value.text, 0);
  if (dash.begin != 0) return;
  refuse(value, fmt::format("'-' stands before the field: write -{}:{}", filter.name,
                            quoted_if_needed(std::string{value.text.substr(dash.end)})));
}

// One value may name several countries ("Koreas"): all of them count as values of their own, to be
// joined as the user has joined the values.
QueryNode countries_node(const Filter& filter, FilterKind kind, ParsedQuery& parsed) {
  AskedCountries asked;
  if (asks_for_none(filter)) return {FilterCondition{kind, std::move(asked)}, filter.source};
  for (const auto& value : filter.values) {
    refuse_minus(filter, value);
    const auto codes = read_country(value.text);
    if (codes.empty()) {
      refuse(value, unknown_country_message(filter, value.text),
             first_of(country_suggestions(value.text)));
    }
    note_ambiguous(filter, value, codes, parsed);
    asked.codes.insert(asked.codes.end(), codes.begin(), codes.end());
  }
  std::sort(asked.codes.begin(), asked.codes.end());
  asked.codes.erase(std::unique(asked.codes.begin(), asked.codes.end()), asked.codes.end());
  asked.match_all = filter.match_all && asked.codes.size() > 1;
  return {FilterCondition{kind, std::move(asked)}, filter.source};
}

// The two countries of "CN-RU", "china-russia", "North Korea-Japan": parted at the first dash that
// leaves a country on either side.
template <FilterKind kKind>
QueryNode two_countries_node(const Filter& filter, const FilterValue& value) {
  refuse_minus(filter, value);
  const auto text = value.text;
  for (auto dash = find_dash(text, 0); dash.begin < text.size(); dash = find_dash(text, dash.end)) {
    const auto first = read_country(text.substr(0, dash.begin));
    const auto second = read_country(text.substr(dash.end));
    if (first.size() != 1 || second.size() != 1) continue;
    if (first == second) {
      refuse(value,
             fmt::format("the pair {} is one country twice: name two", quote_piece(value.text)));
    }
    const auto [lower, upper] = std::minmax(first.front(), second.front());
    return {FilterCondition{kKind, AskedPair{lower, upper}}, value.span};
  }
  refuse(value, fmt::format("{} is no pair of countries: write two of them with a dash between, "
                            "as in CN-RU or china-russia",
                            quote_piece(value.text)));
}

std::string unknown_name_message(std::string_view what, std::string_view typed,
                                 std::vector<std::string> names, std::string_view otherwise) {
  const std::string message = fmt::format("unknown {} {}: ", what, quote_piece(typed));
  if (names.empty()) return message + std::string{otherwise};
  for (auto& name : names) name = quote_piece(name);
  return message + fmt::format("did you mean {}?", join_or(names));
}

QueryNode region_node(const Filter& filter, const FilterValue& value) {
  refuse_minus(filter, value);
  const auto region = region_for(value.text);
  if (!region) {
    const auto near = region_suggestions(value.text);
    refuse(value,
           unknown_name_message("region", value.text, near, "write central-asia, middle-east, …"),
           first_of(near));
  }
  return {FilterCondition{FilterKind::region, AskedRegion{*region}}, value.span};
}

QueryNode organization_node(const Filter& filter, const FilterValue& value) {
  refuse_minus(filter, value);
  auto name = organization_for(value.text);
  if (!name) {
    const auto near = organization_suggestions(value.text);
    refuse(value,
           unknown_name_message("organization", value.text, near,
                                "write an abbreviation (NATO) or a name"),
           first_of(near));
  }
  return {FilterCondition{FilterKind::organization, AskedName{std::move(*name)}}, value.span};
}

// The name in Latin letters, where it has others: "Путин" is Putin.
std::string in_latin(std::string_view typed) {
  static const Transliteration letters;
  std::string latin;
  for (std::size_t begin = 0; begin < typed.size();) {
    const auto end = std::min(typed.find_first_of(" .-·", begin), typed.size());
    const auto word = typed.substr(begin, end - begin);
    const auto spellings = letters.latin(word);
    latin += spellings.empty() ? std::string{word} : spellings.front();
    if (end < typed.size()) latin += ' ';
    begin = end + 1;
  }
  return latin;
}

QueryNode person_node(const Filter& filter, const FilterValue& value) {
  refuse_minus(filter, value);
  const persons::NameReader reader;
  AskedPerson asked;
  const auto add = [&](std::string name) {
    const bool again = std::find(asked.names.begin(), asked.names.end(), name) != asked.names.end();
    if (!again && !trim(name).empty()) asked.names.push_back(std::move(name));
  };
  add(std::string{trim(value.text)});
  if (!is_latin(value.text)) add(in_latin(value.text));
  if (asked.names.empty() || reader.name(asked.names.back()).telling() == 0) {
    refuse(value, fmt::format("{} is no name of a person: write a surname, or a name in full",
                              quote_piece(value.text)));
  }
  const auto typed = reader.name(asked.names.back());
  if (typed.telling() > 1) {
    for (const auto* row : persons::OfficeHolders::built_in().find(typed)) {
      add(std::string{row->name});
    }
  }
  return {FilterCondition{FilterKind::person, std::move(asked)}, value.span};
}

QueryNode id_node(const Filter& /*filter*/, const FilterValue& value) {
  return {FilterCondition{FilterKind::id, AskedName{std::string{value.text}}}, value.span};
}

QueryNode source_node(const Filter& /*filter*/, const FilterValue& value) {
  return {FilterCondition{FilterKind::source, AskedName{std::string{value.text}}}, value.span};
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

template <FilterKind kKind>
QueryNode days_node(const Filter& /*filter*/, const FilterValue& value) {
  return {FilterCondition{kKind, AskedDays{read_interval(value)}}, value.span};
}

// Conditions on values, or the one on there being none: an empty one.
template <FilterKind kKind, typename Asked>
std::optional<QueryNode> values_or_none(const Filter& filter,
                                        QueryNode (*read_one)(const Filter&, const FilterValue&)) {
  if (!asks_for_none(filter)) return join_values(filter, read_one);
  return QueryNode{FilterCondition{kKind, Asked{}}, filter.source};
}

// The one condition of `date:none`.
template <FilterKind kKind>
std::optional<QueryNode> days_or_none(const Filter& filter) {
  if (!asks_for_none(filter)) return join_values(filter, days_node<kKind>);
  AskedDays asked;
  asked.none = true;
  return QueryNode{FilterCondition{kKind, asked}, filter.source};
}

constexpr std::array<std::pair<std::string_view, Precision>, 9> kPrecisions{{
    {"day", Precision::day},
    {"week", Precision::week},
    {"month", Precision::month},
    {"quarter", Precision::quarter},
    {"half", Precision::half},
    {"season", Precision::season},
    {"year", Precision::year},
    {"decade", Precision::decade},
    {"century", Precision::century},
}};

}  // namespace

std::optional<QueryNode> read_countries(const Filter& filter, ParsedQuery& parsed) {
  return countries_node(filter, FilterKind::country, parsed);
}

std::optional<QueryNode> read_about(const Filter& filter, ParsedQuery& parsed) {
  return countries_node(filter, FilterKind::about, parsed);
}

std::optional<QueryNode> read_pairs(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, two_countries_node<FilterKind::pair>);
}

std::optional<QueryNode> read_regions(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, region_node);
}

std::optional<QueryNode> read_organizations(const Filter& filter, ParsedQuery& /*parsed*/) {
  return values_or_none<FilterKind::organization, AskedName>(filter, organization_node);
}

std::optional<QueryNode> read_named(const Filter& filter, ParsedQuery& parsed) {
  return countries_node(filter, FilterKind::named, parsed);
}

std::optional<QueryNode> read_persons(const Filter& filter, ParsedQuery& /*parsed*/) {
  return values_or_none<FilterKind::person, AskedPerson>(filter, person_node);
}

std::optional<QueryNode> read_relations(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, two_countries_node<FilterKind::relation>);
}

std::optional<QueryNode> read_ids(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, id_node);
}

std::optional<QueryNode> read_sources(const Filter& filter, ParsedQuery& /*parsed*/) {
  return values_or_none<FilterKind::source, AskedName>(filter, source_node);
}

std::optional<QueryNode> read_dates(const Filter& filter, ParsedQuery& /*parsed*/) {
  return days_or_none<FilterKind::date>(filter);
}

std::optional<QueryNode> read_published(const Filter& filter, ParsedQuery& /*parsed*/) {
  return days_or_none<FilterKind::published>(filter);
}

std::optional<QueryNode> read_precision(const Filter& filter, ParsedQuery& /*parsed*/) {
  const auto& value = filter.values.front();
  AskedDays any_day;
  any_day.coarsest = read_name(filter, value, kPrecisions);
  return QueryNode{FilterCondition{FilterKind::date, any_day}, filter.source};
}

std::optional<QueryNode> read_origins(const Filter& filter, ParsedQuery& /*parsed*/) {
  return join_values(filter, [](const Filter& whole, const FilterValue& value) -> QueryNode {
    const AskedOrigin asked{read_name(whole, value, kOrigins)};
    return {FilterCondition{FilterKind::origin, asked}, value.span};
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

}  // namespace dateline
