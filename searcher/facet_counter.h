// Counts hits by facet.
#pragma once

#include <vector>

#include "index/bitmap.h"
#include "index/snapshot.h"
#include "searcher/search.h"

namespace dateline {

/// Counts `matches` (one set a segment) by one facet: each document counts once for each of its
/// values.
///
/// - country: events their own, articles those they mention.
/// - about: what the (event's) article is about. pair: events any two of their countries, articles any two that they
///   are about; the value is both codes in order ("CN-RU").
/// - date: events their interval, articles every date they speak of; a document counts in each
/// bucket that one of its
///   dates touches. A date whose precision is coarser than the bucket counts in `coarser` alone.
/// - published: the buckets that the (article's) publication period touches; one over more than twelve of them counts
///   in `coarser` alone.
/// - author, origin: the article's authors; an article's origins are those of its events.
///
/// `none` counts the documents without any value, `coarser` aside. `selected` is left false. Linear
/// in the documents and their values.
[[nodiscard]] FacetCounts count_facet(const Snapshot& snapshot, const std::vector<Bitmap>& matches,
                                      DatabaseKind kind, Facet facet, Bucket bucket);

/// The bucket that holds a day: "2001", "2001Q1", "2001-02", "2001-02-19".
[[nodiscard]] std::string bucket_name(Bucket bucket, std::int32_t day);

}  // namespace dateline
