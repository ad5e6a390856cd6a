// Regions of the world, and the countries in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/country_code.h"

namespace dateline {

/// A region: one of UN M49 ("eastern-asia"), or one of usage that M49 does not have ("balkans").
/// Regions make a tree: a region's countries are all in its parent too. They overlap: a country is
/// in every region that it belongs to.
struct Region {
  std::string_view id;      ///< small letters and hyphens: "central-asia"
  std::string_view name;    ///< English: "Central Asia"
  std::string_view parent;  ///< id of the region that holds it; empty for the top ones
  bool across = false;      ///< it, or the top one that holds it, is of usage: across continents
};

/// There are never more regions than bits in a mask.
inline constexpr std::size_t kMaxRegions = 64;

/// All regions in the order of their tree: a parent before its children, M49's continents first.
/// What other functions call a region's index counts here. It may differ from one version of the
/// program to the next: store ids. The world as a whole is no region. Static lifetime.
/// Source: UN M49 as ICU has it when the program is built, and language/data/regions.tsv.
[[nodiscard]] std::span<const Region> all_regions() noexcept;

/// Sets of states that can be asked for as regions are, and are counted nowhere: the members of
/// organizations ("nato"). Their indexes follow those of all_regions(). Static lifetime.
[[nodiscard]] std::span<const Region> all_groups() noexcept;

/// The region or group of an index. Requires an index below the number of both.
[[nodiscard]] const Region& region_at(std::size_t index) noexcept;

/// The index of the region or group that a user means by its id, name, another usual name ("East Asia",
/// "Mideast") or M49 code ("145"). Case, accents, blanks, hyphens and underscores do not count, nor
/// does "the" at the beginning.
/// @return nullopt when unknown; countries are no regions.
[[nodiscard]] std::optional<std::size_t> region_for(std::string_view typed);

/// The ids of regions with names near to what was typed, best first, at most three, for "did you
/// mean".
[[nodiscard]] std::vector<std::string> region_suggestions(std::string_view typed);

/// The regions that a country is in: bit i for all_regions()[i], those above them included. None
/// for a code that no country has, and for Antarctica. Constant time.
[[nodiscard]] std::uint64_t regions_of(CountryCode code) noexcept;

/// The countries of region_at(region), sorted, former states by their withdrawn codes among them.
/// Requires an index below the number of regions and groups.
[[nodiscard]] std::vector<CountryCode> countries_of(std::size_t region);

}  // namespace dateline
