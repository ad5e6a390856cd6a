// Who acts in a query's events, and with whom.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/country_code.h"
#include "language/date_interval.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {

struct PersonsRequest {
  SearchRequest search;    ///< kind must be event; its limit, offset, sort and facets do not matter
  std::uint32_t top = 20;  ///< persons wanted, the most frequent; 0: all
  std::string
      with;  ///< only events of this person, by any form of the name; the person is left out
};

/// An office that a person holds, by the archive's own words or the table of office-holders.
struct PersonOffice {
  std::string words;  ///< as the text has them ("Russian Foreign Minister"), or the table's
  bool from_table = false;
};

/// A row of the table.
struct PersonRow {
  std::string name;
  std::vector<CountryCode> countries;  ///< for which the person acts in these events, sorted
  std::vector<PersonOffice> offices;   ///< at most kMostOffices, the most frequent words first
  DateInterval days{};                 ///< from the first event's first day to the last one's last
  std::uint64_t events = 0;
};

struct PersonTable {
  std::uint64_t total = 0;      ///< events that match (with --with: of that person)
  std::uint64_t with_any = 0;   ///< of them, those with a person who is counted
  std::uint64_t different = 0;  ///< persons that there are, shown or not
  std::vector<PersonRow> rows;  ///< most frequent first, then by name
  std::vector<std::string> notices;
};

inline constexpr std::size_t kMostOffices = 3;

/// @throws as Searcher::search(). Cost: linear in the mentions of the articles of the events.
[[nodiscard]] PersonTable make_persons(const Searcher& searcher, const PersonsRequest& request);

}  // namespace dateline
