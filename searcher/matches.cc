#include "searcher/matches.h"

#include <utility>

#include "searcher/match/searchable_index.h"
#include "searcher/match_state.h"

namespace dateline {

Matches::Matches(std::unique_ptr<MatchState> state) : state_(std::move(state)) {}
Matches::~Matches() = default;
Matches::Matches(Matches&&) noexcept = default;
Matches& Matches::operator=(Matches&&) noexcept = default;

std::uint64_t Matches::total() const noexcept { return state_->matches().total; }

const std::vector<std::string>& Matches::notices() const noexcept { return state_->notices(); }

FacetCounts Matches::count(Facet facet) const {
  return guarded(state_->index(), [&] { return state_->count(facet); });
}

FacetCounts Matches::count(Facet facet, const CountForm& how) const {
  return guarded(state_->index(), [&] { return state_->count(facet, how); });
}

SearchResult Matches::answer() const {
  return guarded(state_->index(), [&] { return state_->answer(); });
}

SearchResult Matches::summary() const {
  return guarded(state_->index(), [&] { return state_->summary(); });
}

std::size_t Matches::hit_count() const {
  return guarded(state_->index(), [&] { return state_->hit_count(); });
}

std::vector<Hit> Matches::hits(std::size_t first, std::size_t count) const {
  return guarded(state_->index(), [&] { return state_->hits(first, count); });
}

std::vector<Proof> Matches::prove(Facet facet, const QueryNode& value) const {
  return guarded(state_->index(), [&] { return state_->prove(facet, value); });
}

}  // namespace dateline
