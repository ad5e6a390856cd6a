#include "searcher/answers/person_tallies.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "language/persons/office_holders.h"

namespace dateline {
namespace {

std::vector<PersonOffice> offices_of(const std::string& name, const PersonTally& tally) {
  std::vector<std::pair<std::uint64_t, std::string>> ordered;
  ordered.reserve(tally.offices.size());
  for (const auto& [words, count] : tally.offices) ordered.emplace_back(count, words);
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<PersonOffice> offices;
  for (auto& [count, words] : ordered) {
    if (offices.size() < kMostOffices) offices.push_back({std::move(words), false});
  }
  if (!offices.empty()) return offices;
  for (const auto* row : persons::OfficeHolders::built_in().named(name)) {
    const bool is_of_these = to_day_range(row->term).overlaps(tally.days);
    if (is_of_these && offices.size() < kMostOffices) {
      offices.push_back({std::string{row->office}, true});
    }
  }
  return offices;
}

PersonRow row_of(const std::string& name, const PersonTally& tally) {
  PersonRow row;
  row.name = name;
  row.events = tally.events;
  row.days = to_interval(tally.days);
  for (const auto& [code, count] : tally.countries) row.countries.push_back(code);
  row.offices = offices_of(name, tally);
  return row;
}

}  // namespace

PersonTally& PersonTallies::tally_of(std::string_view name) {
  const auto found = tallies_.find(name);
  return found != tallies_.end() ? found->second : tallies_[std::string{name}];
}

void PersonTallies::add(std::string_view name, DayRange days) {
  PersonTally& tally = tally_of(name);
  ++tally.events;
  tally.days.widen(days);
}

void PersonTallies::add_office(std::string_view name, CountryCode country,
                               const std::string& words) {
  PersonTally& tally = tally_of(name);
  if (country != CountryCode{}) ++tally.countries[country];
  if (!words.empty()) ++tally.offices[words];
}

PersonTable PersonTallies::table(std::uint32_t top) const {
  PersonTable table;
  table.total = total_;
  table.with_any = with_any_;
  std::vector<std::pair<std::uint64_t, const std::string*>> ordered;
  for (const auto& [name, tally] : tallies_) {
    if (tally.events > 0) ordered.emplace_back(tally.events, &name);
  }
  table.different = ordered.size();
  std::stable_sort(ordered.begin(), ordered.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  if (top != 0 && ordered.size() > top) ordered.resize(top);
  for (const auto& [count, name] : ordered) table.rows.push_back(row_of(*name, tallies_.at(*name)));
  return table;
}

}  // namespace dateline
