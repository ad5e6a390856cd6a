// What the words of a query may mean as filters: dates, two countries, and persons.
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
  std::string label;        ///< for people: "Japan–Russia, Igor Ivanov, September 2000"
  bool has_pair = false;    ///< two countries are among it
  bool has_person = false;  ///< a person is

  /// Whether it has filters of whom or what names among the words mean.
  [[nodiscard]] bool has_names() const noexcept { return has_pair || has_person; }
};

/// What to look for.
struct ReadingWishes {
  bool dates = true;
  bool pairs = true;
  bool persons = true;
};

/// Reads the words of queries. What it reads with is made when it is first needed. For one thread.
class QueryReader {
 public:
  /// @param language of the index: its small words say nothing beside a filter.
  explicit QueryReader(std::string_view language) : stop_words_(language) {}

  /// Dates (date_suggestion.h), two countries (pair_suggestion.h) and persons
  /// (person_suggestion.h) as filters, as far as they are wanted; nullopt where there are none.
  [[nodiscard]] std::optional<Reading> read(const QueryNode& root, const ReadingWishes& wishes);
  /// Whether two countries and persons are worth looking for: the query asks, or joins words by
  /// "between" or a hyphen.
  [[nodiscard]] bool may_name_a_pair(const QueryNode& root) const;

 private:
  StopWords stop_words_;
  std::optional<DateFinder> dates_;
  std::optional<CountryFinder> countries_;
};

/// "a pair", "a person" or "a date": what a query with all that was found in it is read as.
[[nodiscard]] std::string_view kind_of_reading(const Reading& reading) noexcept;

}  // namespace dateline
