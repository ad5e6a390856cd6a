// The facets: what hits are counted by. One table declares them.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace dateline {

/// What hits are counted by.
enum class Facet : std::uint8_t {
  country,       ///< countries mentioned
  region,        ///< regions of the countries mentioned, and those above them
  organization,  ///< organizations mentioned
  person,        ///< persons mentioned
  about,         ///< countries that the article is about
  pair,          ///< two countries: any two of an event, any two that an article is about
  date,          ///< days spoken of, in buckets
  published,     ///< the publication period, in buckets
  author,
  source,  ///< that entries of logs name at their end
  origin,  ///< of events
};

/// Which facets are counted beside hits when a request names none.
enum class FacetUse : std::uint8_t {
  usual,      ///< beside any hits
  of_events,  ///< beside events
  on_demand,  ///< only where it is named
};

/// One facet. How it is counted stands in facet/facet_counter.cc.
struct FacetRow {
  Facet facet = Facet::country;
  std::string_view name;   ///< its own, and that of the query's field that selects in it
  std::string_view title;  ///< above its values
  std::string_view help;   ///< what a value asks for; empty: no option has the facet's name
  FacetUse use = FacetUse::usual;
  bool is_by_time = false;     ///< its values are buckets of days
  bool titles_bucket = false;  ///< the title ends with the width of the buckets
};

/// Every facet, in the order of the enumeration.
inline constexpr std::array kFacetRows{
    FacetRow{Facet::country, "country", "Countries",
             "Mentions it: RU, Russia, Russian; RU,CN is either, RU&CN both"},
    FacetRow{Facet::region, "region", "Regions",
             "Mentions a country of it: central-asia, \"Middle East\"", FacetUse::on_demand},
    FacetRow{Facet::organization, "organization", "Organizations",
             "Mentions it: NATO, \"European Union\""},
    FacetRow{Facet::person, "person", "Persons", "Mentions them: putin, \"Igor Ivanov\"",
             FacetUse::on_demand},
    FacetRow{Facet::about, "about", "About",
             "The article is about it: its title, or much of its text", FacetUse::on_demand},
    FacetRow{Facet::pair, "pair", "Pairs",
             "Two countries: of an event, or those that an article is about: CN-RU"},
    FacetRow{Facet::date, "date", "Dates by", {}, FacetUse::usual, true, true},
    FacetRow{Facet::published, "published", "Published",
             "Appeared in this period: 2001, 2001Q1, 2001..2003", FacetUse::usual, true},
    FacetRow{Facet::author, "author", "Authors", "A name of an author"},
    FacetRow{Facet::source, "source", "Sources",
             "An entry of a log names it as its source: reuters, \"The Guardian\"",
             FacetUse::on_demand},
    FacetRow{Facet::origin, "origin", "Origins", "Of events: chronology, prose or log",
             FacetUse::of_events},
};

[[nodiscard]] constexpr const FacetRow& facet_row(Facet facet) noexcept {
  return kFacetRows[static_cast<std::size_t>(facet)];
}
/// "country", "date", …
[[nodiscard]] constexpr std::string_view facet_name(Facet facet) noexcept {
  return facet_row(facet).name;
}
/// Whether its values are buckets of days.
[[nodiscard]] constexpr bool is_by_time(Facet facet) noexcept {
  return facet_row(facet).is_by_time;
}
/// @return nullopt when no facet has the name.
[[nodiscard]] constexpr std::optional<Facet> facet_for(std::string_view name) noexcept {
  for (const auto& row : kFacetRows) {
    if (row.name == name) return row.facet;
  }
  return std::nullopt;
}
/// Every facet, in the order of their declaration.
[[nodiscard]] std::span<const Facet> all_facets() noexcept;
/// Their names, in the same order.
[[nodiscard]] std::span<const std::string_view> facet_names() noexcept;

}  // namespace dateline
