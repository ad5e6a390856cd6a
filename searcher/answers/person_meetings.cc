#include "searcher/answers/person_meetings.h"

#include <algorithm>

namespace dateline {

void PersonMeetings::add(std::vector<std::string> names, DayRange days) {
  if (names.size() < 2) return;
  ++paired_;
  std::sort(names.begin(), names.end());
  names.resize(std::min(names.size(), kMostPairedPersons));
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = i + 1; k < names.size(); ++k) {
      Meetings& both = meetings_[{names[i], names[k]}];
      ++both.events;
      both.days.widen(days);
    }
  }
}

PersonPairTable PersonMeetings::table(std::uint32_t top) const {
  PersonPairTable table;
  table.paired = paired_;
  table.different = meetings_.size();
  for (const auto& [names, both] : meetings_)
    table.rows.push_back({names.first, names.second, both.events, to_interval(both.days)});
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& a, const auto& b) { return a.events > b.events; });
  if (top != 0 && table.rows.size() > top) table.rows.resize(top);
  return table;
}

}  // namespace dateline
