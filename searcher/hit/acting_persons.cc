#include "searcher/hit/acting_persons.h"

#include <algorithm>

#include "searcher/hit/first_mention.h"

namespace dateline {

std::vector<ActingPerson> acting_persons(const Segment& segment, std::uint32_t event) {
  std::vector<ActingPerson> found;
  const auto acting = segment.event_acting[event];
  if (acting.empty()) return found;
  const Span span = segment.event(event).span;
  const auto mentions = segment.mentions(segment.article_of(event));
  for (auto i = first_mention_at(mentions, span.begin); i < mentions.size(); ++i) {
    const MentionRow& mention = mentions[i];
    if (mention.span.begin >= span.end) break;
    if (mention.kind != MentionKind::person || mention.value == 0) continue;
    if (std::find(acting.begin(), acting.end(), mention.value) == acting.end()) continue;
    const auto country = unpack_country(mention.value);
    const auto name = segment.persons.text(person_number(mention));
    const bool again = std::any_of(found.begin(), found.end(), [&](const ActingPerson& one) {
      return one.country == country && one.name == name;
    });
    if (!again) found.push_back({country, std::string{name}});
  }
  return found;
}

}  // namespace dateline
