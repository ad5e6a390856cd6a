// What persons do in events.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "index/rows.h"
#include "language/country_code.h"
#include "searcher/answers/persons.h"

namespace dateline {

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
