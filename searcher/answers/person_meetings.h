// Which persons are in events together.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "index/rows.h"
#include "language/date_interval.h"
#include "searcher/query/request.h"

namespace dateline {

struct PersonPairsRequest {
  SearchRequest search;    ///< kind must be event; its limit, offset, sort and facets do not matter
  std::uint32_t top = 10;  ///< pairs wanted, the most frequent; 0: all
};

/// Two persons, and the events that name both.
struct PersonPairRow {
  std::string first;  ///< before `second` in the alphabet
  std::string second;
  std::uint64_t events = 0;
  DateInterval days{};  ///< from the first event's first day to the last one's last
};

struct PersonPairTable {
  std::uint64_t total = 0;          ///< events that match
  std::uint64_t paired = 0;         ///< of them, those with two persons or more
  std::uint64_t different = 0;      ///< pairs that there are, shown or not
  std::vector<PersonPairRow> rows;  ///< most frequent first, then by names
  std::vector<std::string> notices;
};

/// Of an event with more persons only so many, the first of the alphabet, make pairs: it is a list.
inline constexpr std::size_t kMostPairedPersons = 64;

/// Counts the pairs of persons of events, whichever engine reads these.
class PersonMeetings {
 public:
  /// An event, by its persons; those with fewer than two do not count.
  void add(std::vector<std::string> names, DayRange days);
  /// The table, but for its total and notices. @param top rows wanted; 0: all
  [[nodiscard]] PersonPairTable table(std::uint32_t top) const;

 private:
  struct Meetings {
    std::uint64_t events = 0;
    DayRange days;
  };
  std::map<std::pair<std::string, std::string>, Meetings> meetings_;
  std::uint64_t paired_ = 0;
};

}  // namespace dateline
