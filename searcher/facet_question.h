// How the facets of a request are counted, whichever engine counts them.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "index/rows.h"
#include "searcher/answer.h"
#include "searcher/facet/facet_report.h"
#include "searcher/query/bucket.h"
#include "searcher/query/count_form.h"
#include "searcher/query/facet.h"
#include "searcher/request_reader.h"

namespace dateline {

/// What is counted of a facet, and over what.
struct FacetQuestion {
  FacetSpec spec;
  bool leaves_out_own = false;  ///< the facet's own selections do not count
};

/// @param is_author whether an author has exactly this name
[[nodiscard]] FacetQuestion facet_question(
    const ReadRequest& request, Facet facet, const CountForm& how,
    const std::function<bool(const std::string& name)>& is_author);

/// Adds and marks the buckets that a request asks for, where a facet is one by time. @param fits the
/// width was chosen to fit: then holes are filled
void add_asked_buckets(const ReadRequest& request, Facet facet, Bucket bucket, bool fits,
                       FacetCounts& counts);

/// A width of buckets that gives some dozens at most, but for years. @param span from the first to
/// the last day; nullopt: there is none
[[nodiscard]] Bucket fitting_bucket(const std::optional<DayRange>& span);

/// Whether a pair of a state and its own predecessor is asked for.
[[nodiscard]] bool asks_for_predecessor_pair(const ReadRequest& request);

}  // namespace dateline
