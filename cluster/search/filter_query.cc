#include "cluster/search/filter_query.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "cluster/documents/mapping.h"
#include "cluster/documents/own_fields.h"
#include "cluster/search/text_query.h"
#include "corpus/structure/credits.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

using nlohmann::json;

struct Asking {
  DocumentKind kind;
  ClusterView& view;
  ClusterWords& words;
};

json term(std::string_view name, std::string_view value) { return {{"term", {{name, value}}}}; }

json not_any(json query) { return {{"bool", {{"must_not", json::array({std::move(query)})}}}}; }

json without(std::string_view name) { return not_any({{"exists", {{"field", name}}}}); }

json all_of(std::vector<json> queries) { return {{"bool", {{"filter", std::move(queries)}}}}; }

json countries(const AskedCountries& asked, std::string_view name) {
  if (asked.codes.empty()) return without(name);
  std::vector<json> each;
  for (const auto code : asked.codes) each.push_back(term(name, code.view()));
  return asked.match_all ? all_of(std::move(each)) : any_query(std::move(each));
}

json country_query(const AskedCountries& asked, const Asking&) {
  return countries(asked, field::kCountries);
}
json about_query(const AskedCountries& asked, const Asking&) {
  return countries(asked, field::kAbout);
}
json named_query(const AskedCountries& asked, const Asking&) {
  return countries(asked, field::kNamed);
}

json pair_query(const AskedPair& pair, const Asking& asking) {
  const auto name = asking.kind == DocumentKind::article ? field::kAbout : field::kCountries;
  return all_of({term(name, pair.first.view()), term(name, pair.second.view())});
}

json region_query(const AskedRegion& region, const Asking&) {
  return countries({countries_named({FilterKind::region, region}), false}, field::kCountries);
}

json organization_query(const AskedName& asked, const Asking&) {
  if (asked.name.empty()) return without(field::kOrganizations);
  return term(field::kOrganizations, asked.name);
}

json person_query(const AskedPerson& asked, const Asking& asking) {
  if (asked.names.empty()) return without(field::kPersons);
  return {{"terms", {{field::kPersons, asking.words.persons_named(asked.names)}}}};
}

// Events of both, and all entries of chronologies of articles that are about exactly the two.
json relation_query(const AskedPair& pair, const Asking& asking) {
  std::vector<json> subject{term(field::kSubjectPair, pair_name(pair.first, pair.second))};
  if (asking.kind == DocumentKind::event) {
    subject.push_back(term(field::kOrigin, event_origin_name(EventOrigin::chronology)));
  }
  return any_query({pair_query(pair, asking), all_of(std::move(subject))});
}

json range(std::string_view name, const AskedDays& asked) {
  constexpr std::array<std::string_view, 3> kRelations{"intersects", "within", "contains"};
  const auto days = to_day_range(asked.interval);
  return {{"range",
           {{name,
             {{"gte", day_number(days.first)},
              {"lte", day_number(days.last)},
              {"relation", kRelations[static_cast<std::size_t>(asked.mode)]}}}}}};
}

json date_query(const AskedDays& asked, const Asking& asking) {
  if (asking.kind == DocumentKind::article) {
    if (asked.none) return not_any({{"term", {{field::kDated, true}}}});
    std::vector<json> any;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(asked.coarsest); ++i)
      any.push_back(range(field::kDaysOf[i], asked));
    return any_query(std::move(any));
  }
  if (asked.none) return without(field::kDays);
  std::vector<json> all{range(field::kDays, asked)};
  if (asked.coarsest != Precision::century) {
    all.push_back({{"range", {{field::kPrecision, {{"lte", static_cast<int>(asked.coarsest)}}}}}});
  }
  return all_of(std::move(all));
}

json published_query(const AskedDays& asked, const Asking&) {
  if (asked.none) return without(field::kPublished);
  return range(field::kPublished, {asked.interval, DateMode::overlaps, asked.coarsest, false});
}

json origin_query(const AskedOrigin& asked, const Asking&) {
  return term(field::kOrigin, event_origin_name(asked.origin));
}

json source_query(const AskedName& asked, const Asking&) {
  if (asked.name.empty()) return without(field::kSources);
  return term(field::kSourceKeys, comparable_source(asked.name));
}

// An event's id is its article's id, `#` and a hash. An article's own id may hold a `#`, too.
json id_query(const AskedName& asked, const Asking& asking) {
  const std::string_view id = asked.name;
  const auto mark = id.rfind('#');
  if (mark == std::string_view::npos) return term(field::kArticleId, id);
  const auto event = term(field::kEventId, id);
  if (asking.kind == DocumentKind::event) return event;
  if (asking.view.count(DocumentKind::event, event) == 0) return nothing_query();
  return term(field::kArticleId, id.substr(0, mark));
}

using QueryFunction = json (*)(const FilterCondition& filter, const Asking& asking);

// Makes a function that takes any filter of one that takes the value of its kind.
template <typename Value, json (*kQuery)(const Value&, const Asking&)>
json of_value(const FilterCondition& filter, const Asking& asking) {
  return kQuery(std::get<Value>(filter.value), asking);
}

struct QueryRow {
  FilterKind kind;
  QueryFunction query;
};

constexpr std::array kQueries{
    QueryRow{FilterKind::country, of_value<AskedCountries, country_query>},
    QueryRow{FilterKind::about, of_value<AskedCountries, about_query>},
    QueryRow{FilterKind::pair, of_value<AskedPair, pair_query>},
    QueryRow{FilterKind::region, of_value<AskedRegion, region_query>},
    QueryRow{FilterKind::organization, of_value<AskedName, organization_query>},
    QueryRow{FilterKind::person, of_value<AskedPerson, person_query>},
    QueryRow{FilterKind::named, of_value<AskedCountries, named_query>},
    QueryRow{FilterKind::relation, of_value<AskedPair, relation_query>},
    QueryRow{FilterKind::date, of_value<AskedDays, date_query>},
    QueryRow{FilterKind::published, of_value<AskedDays, published_query>},
    QueryRow{FilterKind::origin, of_value<AskedOrigin, origin_query>},
    QueryRow{FilterKind::source, of_value<AskedName, source_query>},
    QueryRow{FilterKind::id, of_value<AskedName, id_query>},
};

constexpr bool rows_are_in_order() {
  for (std::size_t i = 0; i < kQueries.size(); ++i) {
    if (static_cast<std::size_t>(kQueries[i].kind) != i) return false;
  }
  return kQueries.size() == kFilterKinds;
}
static_assert(rows_are_in_order(), "a row for each FilterKind, in the order of the enumeration");

}  // namespace

json filter_query(const FilterCondition& filter, DocumentKind kind, ClusterView& view,
                  ClusterWords& words) {
  return kQueries[static_cast<std::size_t>(filter.kind)].query(filter, {kind, view, words});
}

}  // namespace dateline
