#include "language/countries/region.h"

#include <algorithm>
#include <array>
#include <utility>

#include "language/countries/region_key.h"
#include "language/utf8.h"
#include "language/words/edit_distance.h"

namespace dateline {
namespace {

/// A country and the regions that it is in.
struct RegionsOfCountry {
  CountryCode code;
  std::uint64_t regions;
};

/// A spelling as region_key() makes it, and the region's index.
struct RegionKey {
  std::string_view key;
  std::size_t region;
};

// A group's countries are its codes, run together.
struct GroupCodes {
  std::string_view codes;
};

// Defines kRegions, kCountries (by code), kGroups, kGroupCodes (in the groups' order) and kKeys (by
// key).
#include "region_data.inc"

static_assert(std::size(kRegions) <= kMaxRegions);

constexpr std::size_t kMostRegionSuggestions = 3;
constexpr std::size_t kLetters = 26;
constexpr std::size_t kNoCode = kLetters * kLetters;

constexpr std::size_t place_of(CountryCode code) noexcept {
  const char a = code.view()[0];
  const char b = code.view()[1];
  if (a < 'A' || a > 'Z' || b < 'A' || b > 'Z') return kNoCode;
  return static_cast<std::size_t>(a - 'A') * kLetters + static_cast<std::size_t>(b - 'A');
}

// Facets ask once for each country of each hit: a table of all codes saves the search.
constexpr auto kRegionsByCode = [] {
  std::array<std::uint64_t, kNoCode + 1> by_code{};
  for (const auto& country : kCountries) by_code[place_of(country.code)] = country.regions;
  return by_code;
}();

}  // namespace

std::span<const Region> all_regions() noexcept { return kRegions; }

std::span<const Region> all_groups() noexcept { return kGroups; }

const Region& region_at(std::size_t index) noexcept {
  return index < std::size(kRegions) ? kRegions[index] : kGroups[index - std::size(kRegions)];
}

std::optional<std::size_t> region_for(std::string_view typed) {
  const auto wanted = region_key(typed);
  const auto* found =
      std::lower_bound(std::begin(kKeys), std::end(kKeys), wanted,
                       [](const RegionKey& row, const std::string& key) { return row.key < key; });
  if (found == std::end(kKeys) || found->key != wanted) return std::nullopt;
  return found->region;
}

std::vector<std::string> region_suggestions(std::string_view typed) {
  const auto wanted = region_key(typed.substr(0, floor_code_point(typed, kLongestCompared)));
  const std::size_t limit = wanted.size() / 3;
  std::vector<std::pair<std::size_t, std::size_t>> near;  // distance, region
  for (const auto& [key, region] : kKeys) {
    // A code of three digits is near to half of all others.
    if (key.front() <= '9') continue;
    const auto distance = edit_distance(wanted, key, limit);
    if (distance <= limit) near.emplace_back(distance, region);
  }
  std::sort(near.begin(), near.end());
  std::vector<std::string> ids;
  for (const auto& [distance, region] : near) {
    if (ids.size() == kMostRegionSuggestions) break;
    const auto id = region_at(region).id;
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.emplace_back(id);
  }
  return ids;
}

std::uint64_t regions_of(CountryCode code) noexcept { return kRegionsByCode[place_of(code)]; }

std::vector<CountryCode> countries_of(std::size_t region) {
  std::vector<CountryCode> codes;
  if (region >= std::size(kRegions)) {
    const auto joined = kGroupCodes[region - std::size(kRegions)].codes;
    for (std::size_t i = 0; i + 1 < joined.size(); i += 2) codes.emplace_back(joined.substr(i, 2));
    return codes;
  }
  for (const auto& country : kCountries) {
    if (((country.regions >> region) & 1U) != 0) codes.push_back(country.code);
  }
  return codes;
}

}  // namespace dateline
