// Which persons are in events together.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "index/rows.h"
#include "searcher/answers/person_pairs.h"

namespace dateline {

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
