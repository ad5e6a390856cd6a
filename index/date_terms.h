// Bucket terms for dates: how an article's dates become terms, and a query's interval a set of
// terms.
#pragma once

#include <string>
#include <vector>

#include "index/rows.h"

namespace dateline {

/// The bucket terms of an interval (schema.h, XD). Levels, from fine to coarse: month, quarter,
/// year, decade, century. The interval's level is the coarsest one of which it fills a whole
/// bucket, else month; its terms are the buckets of that level that it touches. So an interval
/// gives few terms: fewer than twenty-one up to a century, and one a century beyond. Requires
/// days.known(), within years 1 to 9999.
[[nodiscard]] std::vector<std::string> date_terms(DayRange days);

/// The first and last term of one level whose buckets touch an interval.
struct DateTermRange {
  std::string first;  ///< terms of a level order as their buckets do
  std::string last;
};

/// One range a level: an article speaks of a day of `days` only if it has a term within one of the
/// ranges. (Not the reverse: a bucket may touch `days` where the article's date does not. Exactness
/// is the columns' business.)
[[nodiscard]] std::vector<DateTermRange> date_term_ranges(DayRange days);

}  // namespace dateline
