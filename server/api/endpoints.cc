#include "server/api/endpoints.h"

#include <algorithm>
#include <array>

#include "server/api/answers.h"

namespace dateline {

namespace {

constexpr std::array kListFormats{Format::json, Format::jsonl, Format::csv};
constexpr std::array kTableFormats{Format::json, Format::csv};
constexpr std::array kTimelineFormats{Format::json, Format::jsonl, Format::csv,
                                      Format::ics,  Format::md,    Format::html};
constexpr std::array kJsonAlone{Format::json};

constexpr unsigned kHits = kQueryParameters | kKindParameters | kPageParameters | kCountParameters |
                           kWhyParameters | kFoldParameters | kFormatParameters;

constexpr Endpoint kEndpoints[]{
    {"search", "Ranked articles, or events, with facets", "search", "search", kHits, kListFormats,
     false, true, answer_search},
    {"events", "Ranked events, with facets", "search --events", "search", kHits, kListFormats,
     false, true, answer_events},
    {"facets", "How many hits have which values", "facets", "facets", kHits & ~kFoldParameters,
     kListFormats, false, true, answer_facets},
    {"timeline", "Events in the order of their days", "timeline", "timeline",
     kQueryParameters | kTimelineParameters | kFoldParameters | kFormatParameters, kTimelineFormats,
     false, true, answer_timeline},
    {"pairs", "Which countries meet in events, by period", "pairs", "pairs",
     kQueryParameters | kPairParameters | kFormatParameters, kTableFormats, false, true,
     answer_pairs},
    {"persons", "Who acts in events, for which countries, and with whom", "persons", "persons",
     kQueryParameters | kPersonParameters | kFormatParameters, kTableFormats, false, true,
     answer_persons},
    {"articles", "An article or an event with its mentions; its text", "show", "show", 0,
     kJsonAlone, true, true, answer_article},
    {"similar", "What is like an article or an event", "similar", "search",
     kQueryParameters | kIdParameters | kPageParameters | kCountParameters | kFoldParameters |
         kFormatParameters,
     kListFormats, false, true, answer_similar},
    {"explain", "Why a document matches or not, and ranks where it does", "explain", "explain",
     kQueryParameters | kIdParameters, kJsonAlone, false, true, answer_explain},
    {"suggest", "How a query that is being typed may go on", "", "", kSuggestParameters, kJsonAlone,
     false, true, answer_suggest},
    {"info", "What the index holds", "info", "info", 0, kJsonAlone, false, false, answer_info},
};

}  // namespace

std::span<const Endpoint> endpoints() noexcept { return kEndpoints; }

const Endpoint* find_endpoint(std::string_view name) noexcept {
  const auto all = endpoints();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Endpoint& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace dateline
