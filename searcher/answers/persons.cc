#include "searcher/answers/persons.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <vector>

#include "index/schema.h"
#include "searcher/answers/person_tallies.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/hit/first_mention.h"
#include "searcher/match/persons_named.h"
#include "searcher/match_state.h"

namespace dateline {
namespace {

/// Reads the events of one segment.
class EventReader {
 public:
  EventReader(const Segment& segment, const std::string& with, PersonTallies& tallies)
      : segment_{segment}, tallies_{tallies} {
    if (with.empty()) return;
    with_ = persons_named(segment, {with});
    has_with_ = true;
  }

  void add(std::uint32_t event) {
    const auto present = segment_.event_persons[event];
    if (has_with_ && std::none_of(present.begin(), present.end(),
                                  [this](std::uint32_t person) { return is_with(person); })) {
      return;
    }
    bool any = false;
    for (const auto person : present) {
      if (is_with(person)) continue;
      any = true;
      tallies_.add(segment_.persons.text(person), segment_.days(event));
    }
    tallies_.end_event(any);
    if (any) add_offices(event);
  }

 private:
  [[nodiscard]] bool is_with(std::uint32_t person) const {
    return std::binary_search(with_.begin(), with_.end(), person);
  }

  // Countries and the words of offices, from the mentions within the event.
  void add_offices(std::uint32_t event) {
    const auto article = segment_.article_of(event);
    const Span span = segment_.event(event).span;
    const auto mentions = segment_.mentions(article);
    for (auto i = first_mention_at(mentions, span.begin);
         i < mentions.size() && mentions[i].span.begin < span.end; ++i) {
      const MentionRow& mention = mentions[i];
      if (mention.kind != MentionKind::person || is_with(person_number(mention))) continue;
      const Span words = office_words(mention);
      tallies_.add_office(
          segment_.persons.text(person_number(mention)),
          mention.value != 0 ? unpack_country(mention.value) : CountryCode{},
          words.empty() ? std::string{} : copy_for_display(segment_.text(article), words, {}).text);
    }
  }

  const Segment& segment_;
  PersonTallies& tallies_;
  std::vector<std::uint32_t> with_;
  bool has_with_ = false;
};

}  // namespace

PersonTable make_persons(const Searcher& searcher, const PersonsRequest& request) {
  assert(request.search.kind == DocumentKind::event);
  const auto matches = searcher.match(request.search);
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  PersonTallies tallies;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    EventReader reader{snapshot.segment(s), request.with, tallies};
    sets[s].for_each([&](std::size_t event) { reader.add(static_cast<std::uint32_t>(event)); });
  }
  auto table = tallies.table(request.top);
  table.notices = matches.notices();
  return table;
}

}  // namespace dateline
