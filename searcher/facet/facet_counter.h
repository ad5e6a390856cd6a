// Counts hits by facet.
#pragma once

#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/answer.h"
#include "searcher/facet/facet_report.h"

namespace dateline {

/// Counts `matches` (one set a segment) by one facet: each document counts once for each of its
/// values.
///
/// - country, organization, person: events their own, articles those they mention.
/// - region: those of the countries, and all regions above them.
/// - about: what the (event's) article is about. pair: events any two of their countries, articles
/// any two that they are about; the value is both codes in order ("CN-RU").
/// - date: events their interval, articles every date they speak of; a document counts in each
/// bucket that one of its dates touches. A date whose precision is coarser than the bucket counts
/// in `coarser` alone, as does one that touches more than kMaxBucketsOfADate.
/// - published: the buckets that the (article's) publication period touches.
/// - author, origin: the article's authors; an article's origins are those of its events.
///
/// `none` counts the documents without any value, `coarser` aside. Linear in the documents and
/// their values; what events inherit is looked up once an article.
[[nodiscard]] FacetCounts count_facet(const Snapshot& snapshot, const std::vector<Bitmap>& matches,
                                      DocumentKind kind, const FacetSpec& spec);

}  // namespace dateline
