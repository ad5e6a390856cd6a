#include "cluster/answers/cluster_persons.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster/answers/event_scan.h"
#include "cluster/documents/mapping.h"
#include "searcher/answers/person_meetings.h"
#include "searcher/answers/person_tallies.h"
#include "searcher/match/persons_named.h"

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::element;

// Whether a name is one of a person's; of nobody, none is. Remembers whom it has looked at.
class WithPerson {
 public:
  explicit WithPerson(const std::string& name) {
    if (!name.empty()) asked_.emplace(std::vector{name});
  }
  [[nodiscard]] bool is_asked() const noexcept { return asked_.has_value(); }
  [[nodiscard]] bool is(std::string_view name) {
    if (!asked_) return false;
    const auto known = known_.find(name);
    if (known != known_.end()) return known->second;
    return known_.emplace(std::string{name}, asked_->mean(name)).first->second;
  }

 private:
  std::optional<PersonsAsked> asked_;
  std::map<std::string, bool, std::less<>> known_;
};

// "name|words|CC"
struct Office {
  std::string_view name;
  std::string_view words;
  CountryCode country;
};

// A name has no `|`, nor has a country.
Office office_in(std::string_view text) {
  Office office;
  const auto first = std::min(text.find('|'), text.size());
  const auto last = std::max(std::min(text.rfind('|'), text.size()), first);
  office.name = text.substr(0, first);
  if (last > first) office.words = text.substr(first + 1, last - first - 1);
  const auto code = text.substr(std::min(last + 1, text.size()));
  if (code.size() == 2) office.country = CountryCode{code};
  return office;
}

void add_event(element event, WithPerson& with, PersonTallies& tallies) {
  std::vector<std::string_view> present;
  for_each_text(event, field::kPersons, [&](std::string_view name) { present.push_back(name); });
  if (with.is_asked() && std::none_of(present.begin(), present.end(),
                                      [&](std::string_view name) { return with.is(name); })) {
    return;
  }
  const auto days = days_in(event);
  bool any = false;
  for (const auto name : present) {
    if (with.is(name)) continue;
    any = true;
    tallies.add(name, days);
  }
  tallies.end_event(any);
  if (!any) return;
  for_each_text(event, field::kOffices, [&](std::string_view text) {
    const auto office = office_in(text);
    if (!with.is(office.name))
      tallies.add_office(office.name, office.country, std::string{office.words});
  });
}

// Of what matches, the events that name somebody.
json with_persons(const ClusterMatches& matches) {
  return {
      {"bool",
       {{"filter", json::array({matches.query(), {{"exists", {{"field", field::kPersons}}}}})}}}};
}

}  // namespace

PersonTable cluster_persons(const ClusterMatches& matches, const PersonsRequest& request) {
  PersonTallies tallies;
  WithPerson with(request.with);
  std::uint64_t read = 0;
  scan_events(matches.view(), with_persons(matches),
              {field::kPersons, field::kOffices, field::kFirst, field::kLast}, [&](element event) {
                ++read;
                add_event(event, with, tallies);
              });
  if (!with.is_asked()) tallies.add_others(matches.total() - read);
  auto table = tallies.table(request.top);
  table.notices = matches.notices();
  return table;
}

PersonPairTable cluster_person_pairs(const ClusterMatches& matches,
                                     const PersonPairsRequest& request) {
  PersonMeetings meetings;
  scan_events(matches.view(), with_persons(matches), {field::kPersons, field::kFirst, field::kLast},
              [&](element event) {
                std::vector<std::string> names;
                for_each_text(event, field::kPersons,
                              [&](std::string_view name) { names.emplace_back(name); });
                meetings.add(std::move(names), days_in(event));
              });
  auto table = meetings.table(request.top);
  table.total = matches.total();
  table.notices = matches.notices();
  return table;
}

}  // namespace dateline
