#include "server/api/parameter_table.h"

#include "searcher/query/bucket.h"
#include "searcher/query/facet.h"
#include "searcher/query/filter_condition.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

std::vector<std::string_view> names_in(std::span<const std::string_view> names) {
  return {names.begin(), names.end()};
}

void add_filters(std::vector<ParameterRow>& rows) {
  for (const auto& row : kFacetRows) {
    if (row.help.empty()) continue;
    rows.push_back({row.name, kQueryParameters, ParameterType::text, true, row.help, {}});
  }
}

void add_query(std::vector<ParameterRow>& rows) {
  using enum ParameterType;
  rows.push_back({"q",
                  kQueryParameters | kSuggestParameters,
                  text,
                  false,
                  "The query, in the query language",
                  {}});
  add_filters(rows);
  rows.insert(rows.end(),
              {{"from", kQueryParameters, text, false, "Speaks of this day or a later one", {}},
               {"to", kQueryParameters, text, false, "Speaks of this day or an earlier one", {}},
               {"date-mode", kQueryParameters, text, false, "How dates must lie to those asked for",
                names_in(kDateModeNames)},
               {"precision", kQueryParameters, text, false, "No dates coarser than this", {}},
               {"any", kQueryParameters, flag, false, "Any of the words will do", {}},
               {"smart",
                kQueryParameters,
                flag,
                false,
                "Take dates, two countries and persons among the words as filters",
                {}},
               {"expand",
                kQueryParameters,
                flag,
                false,
                "Rank with what the first hits speak of, too",
                {}}});
}

void add_listing(std::vector<ParameterRow>& rows) {
  using enum ParameterType;
  rows.insert(
      rows.end(),
      {{"events", kKindParameters, flag, false, "Events, not articles", {}},
       {"sort", kKindParameters, text, false, "The order of the hits", names_in(kSortNames)},
       {"fold", kFoldParameters, flag, false, "Of events: told several times, shown once", {}},
       {"limit",
        kPageParameters | kTimelineParameters | kSuggestParameters,
        number,
        false,
        "How many are listed",
        {}},
       {"offset", kPageParameters, number, false, "How many are passed over", {}},
       {"facet", kCountParameters, text, true, "What is counted", names_in(facet_names())},
       {"no-facets", kPageParameters, flag, false, "Nothing is counted", {}},
       {"by", kCountParameters | kTimelineParameters | kPairParameters, text, false,
        "The width of periods", names_in(kBucketWords)},
       {"top",
        kCountParameters | kPairParameters | kPersonParameters,
        number,
        false,
        "How many values of a facet, pairs or persons; 0: all",
        {}},
       {"with",
        kPersonParameters,
        text,
        false,
        "Only events of this person; who else is in them",
        {}},
       {"match", kCountParameters, text, false, "Only values of a facet with this in them", {}},
       {"why",
        kWhyParameters,
        text,
        false,
        "The places that put a value into a facet: country:TR, date:2001-02",
        {}},
       {"reverse", kTimelineParameters, flag, false, "The latest first", {}},
       {"cursor", kTimelineParameters, text, false, "Where the page before ended", {}},
       {"id", kIdParameters, text, false, "The id of an article or an event", {}}});
}

}  // namespace

std::vector<ParameterRow> parameters_of(unsigned groups) {
  std::vector<ParameterRow> rows;
  add_query(rows);
  add_listing(rows);
  rows.push_back(
      {"format", kFormatParameters, ParameterType::text, false, "The form of the answer", {}});
  std::erase_if(rows, [groups](const ParameterRow& row) { return (row.groups & groups) == 0; });
  return rows;
}

bool is_set(std::string_view flag_value) noexcept {
  return flag_value != "0" && flag_value != "false";
}

}  // namespace dateline
