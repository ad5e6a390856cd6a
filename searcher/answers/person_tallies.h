// What persons do in events.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "index/rows.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "searcher/query/request.h"

namespace dateline {

struct PersonsRequest {
  SearchRequest search;    ///< kind must be event; its limit, offset, sort and facets do not matter
  std::uint32_t top = 20;  ///< persons wanted, the most frequent; 0: all
  std::string
      with;  ///< only events of this person, by any form of the name; the person is left out
};

/// An office that a person holds, by the archive's own words or the table of office-holders.
struct PersonOffice {
  std::string words;  ///< as the text has them ("Russian Foreign Minister"), or the table's
  bool from_table = false;
};

/// A row of the table.
struct PersonRow {
  std::string name;
  std::vector<CountryCode> countries;  ///< for which the person acts in these events, sorted
  std::vector<PersonOffice> offices;   ///< at most kMostOffices, the most frequent words first
  DateInterval days{};                 ///< from the first event's first day to the last one's last
  std::uint64_t events = 0;
};

struct PersonTable {
  std::uint64_t total = 0;      ///< events that match (with --with: of that person)
  std::uint64_t with_any = 0;   ///< of them, those with a person who is counted
  std::uint64_t different = 0;  ///< persons that there are, shown or not
  std::vector<PersonRow> rows;  ///< most frequent first, then by name
  std::vector<std::string> notices;
};

inline constexpr std::size_t kMostOffices = 3;

/// What a person does in the events that match.
struct PersonTally {
  std::uint64_t events = 0;
  DayRange days;
  std::map<CountryCode, std::uint64_t> countries;
  std::map<std::string, std::uint64_t> offices;
};

/// Counts the persons of events, whichever engine reads these.
class PersonTallies {
 public:
  /// A person of an event; each once.
  void add(std::string_view name, DayRange days);
  /// A mention of a person in an event that has any who is counted. @param country for which the
  /// person acts, or CountryCode{} @param words that tell the office; empty: none do
  void add_office(std::string_view name, CountryCode country, const std::string& words);
  /// Ends an event. @param any whether it has a person who is counted
  void end_event(bool any) {
    ++total_;
    if (any) ++with_any_;
  }
  /// Counts events without any person.
  void add_others(std::uint64_t events) { total_ += events; }
  /// The table, but for its notices. @param top rows wanted; 0: all
  [[nodiscard]] PersonTable table(std::uint32_t top) const;

 private:
  [[nodiscard]] PersonTally& tally_of(std::string_view name);

  std::map<std::string, PersonTally, std::less<>> tallies_;
  std::uint64_t total_ = 0;
  std::uint64_t with_any_ = 0;
};

}  // namespace dateline
