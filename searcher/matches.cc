#include "searcher/matches.h"

#include <utility>

#include "searcher/engine.h"
#include "searcher/match_state.h"

namespace dateline {

Matches::Matches(std::unique_ptr<MatchReader> reader) : reader_(std::move(reader)) {}
Matches::~Matches() = default;
Matches::Matches(Matches&&) noexcept = default;
Matches& Matches::operator=(Matches&&) noexcept = default;

std::uint64_t Matches::total() const noexcept { return reader_->total(); }

const std::vector<std::string>& Matches::notices() const noexcept { return reader_->notices(); }

FacetCounts Matches::count(Facet facet) const { return reader_->count(facet); }

FacetCounts Matches::count(Facet facet, const CountForm& how) const {
  return reader_->count(facet, how);
}

SearchResult Matches::answer() const {
  auto result = summary();
  result.hits = hits(0, hit_count());
  return result;
}

SearchResult Matches::summary() const { return reader_->summary(); }

std::size_t Matches::hit_count() const { return reader_->hit_count(); }

std::vector<Hit> Matches::hits(std::size_t first, std::size_t count) const {
  return reader_->hits(first, count);
}

std::vector<Proof> Matches::prove(Facet facet, const QueryNode& value) const {
  return reader_->prove(facet, value);
}

const MatchState& Matches::state() const { return dynamic_cast<const MatchState&>(*reader_); }

}  // namespace dateline
