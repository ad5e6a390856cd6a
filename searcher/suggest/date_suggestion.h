// Dates that a query names among its words: "Putin visits February 2001".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "language/dates/date_finder.h"
#include "searcher/query/query.h"

namespace dateline {

/// A date among a query's words.
struct SuggestedDate {
  DateInterval interval;  ///< open ranges run to kFirstDay or kLastDay
  std::string
      written;  ///< the words as typed, with "since", "before", "after", "until": those bound it
  std::string label;  ///< for people: "February 2001", "since 2001"
};

/// The query that was perhaps meant: the words of its dates are filters.
struct DateSuggestion {
  std::vector<SuggestedDate> dates;  ///< in the order of the query, never empty
  QueryNode root;     ///< with a date node for the words of the date; several dates: one of them
  std::string query;  ///< the same in the query language
  std::string label;  ///< of all dates: "February 2001 or March 2001"
};

/// Looks for dates in the runs of bare words that stand side by side at the top of a query: not in
/// quotes, fields, OR or NOT. Only dates that mean something by themselves, as the finder sees it
/// ("last November" and "May" do not; "1441" in "resolution 1441" is no year), and ISO forms as the
/// query language reads them. The small words before a date go with it ("in", "during", "the").
/// "since" and "before" make open ranges: since 2001 begins on its first day, after 2001 on the day
/// after its last, until 2001 ends on its last day, before 2001 on the day before its first.
/// `root` is what parse_query() gave. Linear in the query.
/// @return nullopt when there is no such date, or the query has a date filter anywhere.
[[nodiscard]] std::optional<DateSuggestion> suggest_date(const QueryNode& root,
                                                         const DateFinder& finder);

}  // namespace dateline
