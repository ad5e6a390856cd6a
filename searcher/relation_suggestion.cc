#include "searcher/relation_suggestion.h"

#include <fmt/format.h>

#include "language/display.h"
#include "searcher/query/query_writer.h"

namespace dateline {

std::optional<Suggestion> suggest_relation(const Searcher& searcher, const SearchRequest& request,
                                           std::uint64_t found) {
  if (!request.query || request.kind != DocumentKind::event) return std::nullopt;
  auto wider = request;
  bool has_pair = false;
  for_each_part<FilterCondition>(*wider.query, [&](FilterCondition& filter) {
    if (filter.kind != FilterKind::pair) return;
    filter.kind = FilterKind::relation;
    has_pair = true;
  });
  if (!has_pair) return std::nullopt;
  const auto total = searcher.match(wider).total();
  if (total <= found) return std::nullopt;
  return Suggestion{Suggestion::Kind::relation,
                    fmt::format("{} {}, with the chronologies about the two", with_commas(total),
                                unit_name(DocumentKind::event, total)),
                    to_query(*wider.query)};
}

}  // namespace dateline
