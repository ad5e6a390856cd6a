#include "searcher/answers/person_pairs.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <vector>

#include "searcher/answers/person_meetings.h"
#include "searcher/match_state.h"

namespace dateline {

PersonPairTable make_person_pairs(const Searcher& searcher, const PersonPairsRequest& request) {
  assert(request.search.kind == DocumentKind::event);
  const auto matches = searcher.match(request.search);
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  PersonMeetings meetings;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const Segment& segment = snapshot.segment(s);
    sets[s].for_each([&](std::size_t number) {
      const auto event = static_cast<std::uint32_t>(number);
      std::vector<std::string> names;
      for (const auto person : segment.event_persons[event])
        names.emplace_back(segment.persons.text(person));
      meetings.add(std::move(names), segment.days(event));
    });
  }
  auto table = meetings.table(request.top);
  table.total = matches.total();
  table.notices = matches.notices();
  return table;
}

}  // namespace dateline
