#include "searcher/answers/persons.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <utility>

#include "index/schema.h"
#include "language/persons/office_holders.h"
#include "searcher/hit/copy_for_display.h"
#include "searcher/match_state.h"

namespace dateline {
namespace {

/// What the events tell of one person.
struct Tally {
  std::uint64_t events = 0;
  DayRange days;
  std::map<CountryCode, std::uint64_t> countries;
  std::map<std::string, std::uint64_t> offices;
};
using Tallies = std::map<std::string, Tally, std::less<>>;

void widen_days(DayRange& days, const DayRange& by) {
  if (!days.known()) {
    days = by;
    return;
  }
  days.first = std::min(days.first, by.first);
  days.last = std::max(days.last, by.last);
}

/// Reads the events of one segment.
class EventReader {
 public:
  EventReader(const Segment& segment, const std::string& with, Tallies& tallies, PersonTable& table)
      : segment_{segment}, tallies_{tallies}, table_{table} {
    if (with.empty()) return;
    const persons::NameReader reader{persons::PersonWords::built_in()};
    const auto asked = reader.name(with);
    for (std::uint32_t i = 0; i < segment.persons.size(); ++i) {
      if (persons::can_be_same(asked, reader.name(segment.persons.text(i)))) with_.push_back(i);
    }
    has_with_ = true;
  }

  void add(std::uint32_t event) {
    const auto present = segment_.event_persons[event];
    if (has_with_ && std::none_of(present.begin(), present.end(),
                                  [this](std::uint32_t person) { return is_with(person); })) {
      return;
    }
    ++table_.total;
    bool any = false;
    for (const auto person : present) {
      if (is_with(person)) continue;
      any = true;
      Tally& tally = tally_of(person);
      ++tally.events;
      widen_days(tally.days, segment_.days(event));
    }
    if (any) {
      ++table_.with_any;
      add_offices(event);
    }
  }

 private:
  [[nodiscard]] bool is_with(std::uint32_t person) const {
    return std::binary_search(with_.begin(), with_.end(), person);
  }

  Tally& tally_of(std::uint32_t person) {
    return tallies_.try_emplace(std::string{segment_.persons.text(person)}).first->second;
  }

  // Countries and the words of offices, from the mentions within the event.
  void add_offices(std::uint32_t event) {
    const auto article = segment_.article_of(event);
    const Span span = segment_.event(event).span;
    const auto mentions = segment_.mentions(article);
    // They are in order of the text: those of the event begin where it begins.
    std::size_t low = 0;
    std::size_t high = mentions.size();
    while (low < high) {
      const auto middle = low + (high - low) / 2;
      if (mentions[middle].span.begin < span.begin) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; low < mentions.size() && mentions[low].span.begin < span.end; ++low) {
      const MentionRow& mention = mentions[low];
      if (mention.kind != MentionKind::person || is_with(person_number(mention))) continue;
      Tally& tally = tally_of(person_number(mention));
      if (mention.value != 0) ++tally.countries[unpack_country(mention.value)];
      if (const Span words = office_words(mention); !words.empty()) {
        ++tally.offices[copy_for_display(segment_.text(article), words, {}).text];
      }
    }
  }

  const Segment& segment_;
  Tallies& tallies_;
  PersonTable& table_;
  std::vector<std::uint32_t> with_;
  bool has_with_ = false;
};

std::vector<PersonOffice> offices_of(const std::string& name, const Tally& tally) {
  std::vector<std::pair<std::uint64_t, std::string>> ordered;
  for (const auto& [words, count] : tally.offices) ordered.emplace_back(count, words);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<PersonOffice> offices;
  for (auto& [count, words] : ordered) {
    if (offices.size() < kMostOffices) offices.push_back({std::move(words), false});
  }
  if (!offices.empty()) return offices;
  const persons::NameReader reader{persons::PersonWords::built_in()};
  for (const auto* row : persons::OfficeHolders::built_in().find(reader.name(name))) {
    const bool shown = row->name == name && to_day_range(row->term).overlaps(tally.days);
    if (shown && offices.size() < kMostOffices) {
      offices.push_back({std::string{row->office}, true});
    }
  }
  return offices;
}

PersonRow row_of(const std::string& name, const Tally& tally) {
  PersonRow row;
  row.name = name;
  row.events = tally.events;
  row.days = to_interval(tally.days);
  for (const auto& [code, count] : tally.countries) row.countries.push_back(code);
  row.offices = offices_of(name, tally);
  return row;
}

}  // namespace

PersonTable make_persons(const Searcher& searcher, const PersonsRequest& request) {
  assert(request.search.kind == DocumentKind::event);
  const auto matches = searcher.match(request.search);
  const Snapshot& snapshot = matches.state().snapshot();
  const auto& sets = matches.state().matches().sets;
  PersonTable table;
  table.notices = matches.notices();
  Tallies tallies;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    EventReader reader{snapshot.segment(s), request.with, tallies, table};
    sets[s].for_each([&](std::size_t event) { reader.add(static_cast<std::uint32_t>(event)); });
  }
  std::vector<std::pair<std::uint64_t, const std::string*>> ordered;
  for (const auto& [name, tally] : tallies) {
    if (tally.events > 0) ordered.emplace_back(tally.events, &name);
  }
  table.different = ordered.size();
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (request.top != 0 && ordered.size() > request.top) ordered.resize(request.top);
  for (const auto& [count, name] : ordered) table.rows.push_back(row_of(*name, tallies.at(*name)));
  return table;
}

}  // namespace dateline
