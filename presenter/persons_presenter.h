// Presents who acts in a query's events.
#pragma once

#include <string>

#include "presenter/formats.h"
#include "searcher/answers/persons.h"

namespace dateline {

/// What was asked, and what was counted. Both must outlive it.
struct PersonsAnswer {
  const PersonsRequest& request;
  const PersonTable& table;
};

/// A line a person: events, countries, name, days, offices.
[[nodiscard]] std::string to_text(const PersonsAnswer& answer, const TextStyle& style);
/// One JSON object and a line end.
[[nodiscard]] std::string to_json(const PersonsAnswer& answer);
/// A header, and a record a person.
[[nodiscard]] std::string to_csv(const PersonsAnswer& answer);

template <>
std::span<const Writer<PersonsAnswer>> writers_of() noexcept;

}  // namespace dateline
