#include "searcher/answers/person_pairs.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "index/schema.h"
#include "searcher/match_state.h"

namespace dateline {
namespace {

using Names = std::pair<std::string, std::string>;

/// The events that name two persons.
struct Meetings {
  std::uint64_t events = 0;
  DayRange days;
};

void add_meetings(const Segment& segment, std::uint32_t event,
                  std::map<Names, Meetings>& meetings) {
  std::vector<std::string> names;
  for (const auto person : segment.event_persons[event]) {
    names.emplace_back(segment.persons.text(person));
  }
  std::sort(names.begin(), names.end());
  names.resize(std::min(names.size(), kMostPairedPersons));
  const auto days = segment.days(event);
  for (std::size_t i = 0; i < names.size(); ++i) {
    for (std::size_t k = i + 1; k < names.size(); ++k) {
      Meetings& both = meetings[{names[i], names[k]}];
      ++both.events;
      both.days.widen(days);
    }
  }
}

}  // namespace

PersonPairTable make_person_pairs(const Searcher& searcher, const PersonPairsRequest& request) {
  assert(request.search.kind == DocumentKind::event);
  const auto matches = searcher.match(request.search);
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  PersonPairTable table;
  table.total = matches.total();
  table.notices = matches.notices();
  std::map<Names, Meetings> meetings;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const Segment& segment = snapshot.segment(s);
    sets[s].for_each([&](std::size_t number) {
      const auto event = static_cast<std::uint32_t>(number);
      if (segment.event_persons[event].size() < 2) return;
      ++table.paired;
      add_meetings(segment, event, meetings);
    });
  }
  table.different = meetings.size();
  for (const auto& [names, both] : meetings) {
    table.rows.push_back({names.first, names.second, both.events, to_interval(both.days)});
  }
  std::stable_sort(table.rows.begin(), table.rows.end(),
                   [](const auto& a, const auto& b) { return a.events > b.events; });
  if (request.top != 0 && table.rows.size() > request.top) table.rows.resize(request.top);
  return table;
}

}  // namespace dateline
