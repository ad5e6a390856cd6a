#include "cluster/search/cluster_matches.h"

#include <utility>

namespace dateline {

using nlohmann::json;

ClusterMatches::ClusterMatches(const SearchableCluster& cluster, SearchRequest request,
                               ReadRequest read)
    : cluster_(cluster),
      request_(std::move(request)),
      read_(std::move(read)),
      queries_(cluster.view, cluster.words),
      query_(queries_.query(read_)),
      facets_(cluster.view, request_, read_,
              [this](std::optional<Facet> without) { return query(without); }),
      order_(cluster.view, cluster.words, cluster.statistics(read_.kind), request_, read_, query_),
      hits_(cluster.copies, cluster.statistics(read_.kind), cluster.analyzer, read_) {}

json ClusterMatches::query(std::optional<Facet> without) const {
  return without ? queries_.query(read_, without) : query_;
}

std::vector<Hit> ClusterMatches::hits_of(const std::vector<std::string>& ids) const {
  return hits_.read(ids);
}

CountForm ClusterMatches::form() const {
  return {request_.date_bucket, request_.facet_limit, request_.facet_match};
}

FacetCounts ClusterMatches::count(Facet facet) const { return count(facet, form()); }

FacetCounts ClusterMatches::count(Facet facet, const CountForm& how) const {
  return facets_.count(facet, how);
}

SearchResult ClusterMatches::summary() const {
  SearchResult result;
  result.kind = request_.kind;
  result.total = read_.total;
  result.notices = read_.notices;
  result.is_loosened = read_.is_loosened;
  result.given_up = read_.given_up;
  if (request_.limit > 0) {
    for (auto& notice : order_.notices()) result.notices.push_back(std::move(notice));
  }
  result.facets = facets_.count(request_.facets, form());
  return result;
}

const std::vector<ClusterRanked>& ClusterMatches::page() const {
  if (!page_) page_ = order_.hits(request_.offset, request_.limit);
  return *page_;
}

std::vector<Hit> ClusterMatches::hits(std::size_t first, std::size_t count) const {
  const auto& page = this->page();
  std::vector<std::string> ids;
  for (auto i = first; i < page.size() && i - first < count; ++i) ids.push_back(page[i].id);
  auto hits = hits_.read(ids);
  for (std::size_t i = 0; i < hits.size(); ++i) {
    hits[i].score = page[first + i].score;
    hits[i].date_boost = page[first + i].date_boost;
  }
  return hits;
}

std::vector<Proof> ClusterMatches::prove(Facet facet, const QueryNode& value) const {
  std::vector<std::string> ids;
  for (const auto& ranked : page()) ids.push_back(ranked.id);
  return hits_.prove(ids, facet, value);
}

}  // namespace dateline
