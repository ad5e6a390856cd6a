#include "server/api/endpoints.h"

#include <algorithm>

#include "server/api/answers.h"

namespace dateline {

std::span<const Endpoint> endpoints() {
  using enum Format;
  constexpr unsigned kHits = kQueryParameters | kKindParameters | kPageParameters |
                             kCountParameters | kWhyParameters | kFoldParameters |
                             kFormatParameters;
  static const std::vector<Endpoint> kEndpoints{
      {"search",
       "Ranked articles, or events, with facets",
       "search",
       "search",
       kHits,
       {json, jsonl, csv},
       false,
       true,
       answer_search},
      {"events",
       "Ranked events, with facets",
       "search --events",
       "search",
       kHits,
       {json, jsonl, csv},
       false,
       true,
       answer_events},
      {"facets",
       "How many hits have which values",
       "facets",
       "facets",
       kQueryParameters | kKindParameters | kPageParameters | kCountParameters | kWhyParameters |
           kFormatParameters,
       {json, jsonl, csv},
       false,
       true,
       answer_facets},
      {"timeline",
       "Events in the order of their days",
       "timeline",
       "timeline",
       kQueryParameters | kTimelineParameters | kFoldParameters | kFormatParameters,
       {json, jsonl, csv, ics, md},
       false,
       true,
       answer_timeline},
      {"pairs",
       "Which countries meet in events, by period",
       "pairs",
       "pairs",
       kQueryParameters | kPairParameters | kFormatParameters,
       {json, csv},
       false,
       true,
       answer_pairs},
      {"articles",
       "An article or an event with its mentions; its text",
       "show",
       "show",
       0,
       {json},
       true,
       true,
       answer_article},
      {"similar",
       "What is like an article or an event",
       "similar",
       "search",
       kQueryParameters | kIdParameters | kPageParameters | kCountParameters | kFoldParameters |
           kFormatParameters,
       {json, jsonl, csv},
       false,
       true,
       answer_similar},
      {"explain",
       "Why a document matches or not, and ranks where it does",
       "explain",
       "explain",
       kQueryParameters | kIdParameters,
       {json},
       false,
       true,
       answer_explain},
      {"suggest",
       "How a query that is being typed may go on",
       "",
       "",
       kSuggestParameters,
       {json},
       false,
       true,
       answer_suggest},
      {"info", "What the index holds", "info", "info", 0, {json}, false, false, answer_info},
  };
  return kEndpoints;
}

const Endpoint* find_endpoint(std::string_view name) {
  const auto all = endpoints();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Endpoint& one) { return one.name == name; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace dateline
