// The finders of dates, countries, organizations and persons, as a user's own names change them.
#pragma once

#include <string>

#include "index/manifest.h"
#include "language/countries/country_finder.h"
#include "language/countries/name_overrides.h"
#include "language/dates/date_finder.h"
#include "language/organizations/organization_finder.h"
#include "language/persons/person_finder.h"

namespace dateline {

/// The finders, made once. Immutable after construction; one object serves many threads at once.
class Extractor {
 public:
  explicit Extractor(NameOverrides overrides = {});

  [[nodiscard]] const NameOverrides& overrides() const noexcept { return overrides_; }
  [[nodiscard]] const DateFinder& dates() const noexcept { return dates_; }
  [[nodiscard]] const CountryFinder& countries() const noexcept { return countries_; }
  [[nodiscard]] const OrganizationFinder& organizations() const noexcept { return organizations_; }
  [[nodiscard]] const PersonFinder& persons() const noexcept { return persons_; }

  /// Names the rules and the user's names: "dates-1 countries-1 organizations-1 persons-1 events-1
  /// names-none". Kept in the index: facets of another version are stale.
  [[nodiscard]] std::string version() const;

 private:
  NameOverrides overrides_;
  DateFinder dates_;
  CountryFinder countries_;
  OrganizationFinder organizations_;
  PersonFinder persons_;
};

/// What Extractor::version() would be with the names in an index: that of facets that need no
/// renewal. @throws NameOverridesError when the index's names are not well-formed.
[[nodiscard]] std::string current_extractor(const Manifest& manifest);

/// The rules' part of Extractor::version(). Raised when what the rules find changes.
[[nodiscard]] std::string rules_version();

}  // namespace dateline
