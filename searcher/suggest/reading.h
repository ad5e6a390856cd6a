// What the words of a query may mean as filters: dates, and two countries.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "language/countries/country_finder.h"
#include "language/dates/date_finder.h"
#include "searcher/match/stop_words.h"
#include "searcher/query/query.h"

namespace dateline {

/// A query with filters in place of words.
struct Reading {
  QueryNode root;
  std::string label;      ///< for people: "Japan–Russia, September 2000"
  bool has_pair = false;  ///< two countries are among it
};

/// Reads the words of queries. What it reads with is made when it is first needed. For one thread.
class QueryReader {
 public:
  /// @param language of the index: its small words say nothing beside a filter.
  explicit QueryReader(std::string_view language) : stop_words_(language) {}

  /// Dates (date_suggestion.h) and, where wanted, two countries (pair_suggestion.h) as filters;
  /// nullopt where there are none.
  [[nodiscard]] std::optional<Reading> read(const QueryNode& root, bool with_pairs);
  /// Whether two countries are worth looking for: the query asks, or joins words by "between" or a
  /// hyphen.
  [[nodiscard]] bool may_name_a_pair(const QueryNode& root) const;

 private:
  StopWords stop_words_;
  std::optional<DateFinder> dates_;
  std::optional<CountryFinder> countries_;
};

}  // namespace dateline
