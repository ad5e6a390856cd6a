// Presents the facets of what a search finds, without its hits.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/answer.h"
#include "searcher/query/request.h"

namespace dateline {

/// What was asked, and what was counted. Both must outlive it.
struct FacetsAnswer {
  const SearchRequest& request;
  const SearchResult& result;
};

/// A value a line, with bars; regions as a tree.
[[nodiscard]] std::string to_text(const FacetsAnswer& answer, const TextStyle& style);
/// One JSON object and a line end: that of a search, without hits.
[[nodiscard]] std::string to_json(const FacetsAnswer& answer);
/// A JSON object a line, one a value.
[[nodiscard]] std::string to_json_lines(const FacetsAnswer& answer);
/// A header, and a record a value.
[[nodiscard]] std::string to_csv(const FacetsAnswer& answer);

/// How wide the buckets of a facet by time are: by the name of the first; where there is none,
/// `otherwise`.
[[nodiscard]] Bucket bucket_of(const FacetCounts& counts, Bucket otherwise) noexcept;

/// "Countries", "Dates by month".
[[nodiscard]] std::string facet_title(Facet facet, Bucket bucket);

template <>
std::span<const Writer<FacetsAnswer>> writers_of() noexcept;

}  // namespace dateline
