#include "searcher/query/request.h"

#include <array>
#include <utility>

namespace dateline {

namespace {

constexpr std::array<std::pair<Facet, std::string_view>, 9> kFacets{{
    {Facet::country, "country"},
    {Facet::region, "region"},
    {Facet::organization, "organization"},
    {Facet::about, "about"},
    {Facet::pair, "pair"},
    {Facet::date, "date"},
    {Facet::published, "published"},
    {Facet::author, "author"},
    {Facet::origin, "origin"},
}};

}  // namespace

std::span<const Facet> all_facets() noexcept {
  static constexpr auto kAll = [] {
    std::array<Facet, kFacets.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = kFacets[i].first;
    return all;
  }();
  return kAll;
}

std::string_view facet_name(Facet facet) noexcept {
  return kFacets[static_cast<std::size_t>(facet)].second;
}

std::optional<Facet> facet_for(std::string_view name) noexcept {
  for (const auto& [facet, own] : kFacets) {
    if (own == name) return facet;
  }
  return std::nullopt;
}

std::string_view unit_name(DocumentKind kind, std::uint64_t count) noexcept {
  if (kind == DocumentKind::article) return count == 1 ? "article" : "articles";
  return count == 1 ? "event" : "events";
}

}  // namespace dateline
