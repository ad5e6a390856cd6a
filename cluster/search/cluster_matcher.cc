#include "cluster/search/cluster_matcher.h"

#include <nlohmann/json.hpp>
#include <utility>

#include "cluster/search/support.h"
#include "searcher/match/loosening.h"

namespace dateline {
namespace {

using nlohmann::json;

json both(json a, json b) {
  return {{"bool", {{"filter", json::array({std::move(a), std::move(b)})}}}};
}

// A set is a query here: what was kept grows by one condition for each part that stays.
class ClusterPartSets : public PartSets {
 public:
  ClusterPartSets(ClusterView& view, const ConditionQueries& queries, const ReadRequest& request)
      : view_(view), queries_(queries), request_(request) {
    auto rest = request;
    rest.condition = with_optional(*request.condition, word_parts(*request.condition));
    kept_ = queries.query(rest);
  }

  std::uint64_t documents(std::size_t child) override { return view_.count(kind(), of(child)); }
  std::uint64_t kept() override { return view_.count(kind(), kept_); }
  bool keep(std::size_t child) override {
    auto met = both(kept_, of(child));
    if (view_.count(kind(), met) == 0) return false;
    kept_ = std::move(met);
    return true;
  }

 private:
  [[nodiscard]] DocumentKind kind() const noexcept { return request_.kind; }
  [[nodiscard]] json of(std::size_t child) const {
    return queries_.query(children_of(*request_.condition)[child], kind());
  }

  ClusterView& view_;
  const ConditionQueries& queries_;
  const ReadRequest& request_;
  json kept_;
};

}  // namespace

void ClusterMatcher::begin(const SearchRequest& request, ReadRequest&) {
  require_supported(request);
}

std::uint64_t ClusterMatcher::match(const ReadRequest& request) {
  return view_.count(request.kind, queries_.query(request));
}

bool ClusterMatcher::is_found(const Condition& condition, DocumentKind kind) {
  return view_.count(kind, queries_.query(condition, kind)) > 0;
}

std::unique_ptr<PartSets> ClusterMatcher::parts(const ReadRequest& request) {
  return std::make_unique<ClusterPartSets>(view_, queries_, request);
}

}  // namespace dateline
