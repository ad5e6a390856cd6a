#include "searcher/searcher.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/error.h"
#include "searcher/facet/selected_values.h"
#include "searcher/explain/explainer.h"
#include "searcher/explain/explanation.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/fold/fold.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/hit_order.h"
#include "searcher/match/stop_words.h"
#include "searcher/request_matcher.h"
#include "searcher/spell/speller.h"

namespace dateline {
// The open index, and what answering one request needs.
class Searcher::State {
 public:
  explicit State(Snapshot snapshot)
      : snapshot_(std::move(snapshot)),
        analyzer_(snapshot_.manifest().language),
        stop_words_(snapshot_.manifest().language),
        lists_(open_lists(snapshot_)),
        matcher_(snapshot_, lists_, analyzer_, stop_words_, variants_),
        order_(snapshot_, lists_, stop_words_, matcher_),
        speller_(snapshot_, lists_, analyzer_, variants_) {
    check_analyzer(snapshot_.directory(), snapshot_.manifest(), analyzer_);
  }

  SearchResult search(const SearchRequest& request) {
    auto matched = match(request);
    SearchResult result;
    result.kind = request.kind;
    result.total = matched.total;
    result.notices = std::move(matched.notices);
    if (request.fold && matcher_.kind() == DocumentKind::event) {
      add_folded(request, result);
    } else {
      for (const Ranked& ranked : order_.hits(request, request.offset, request.limit))
        result.hits.push_back(hit_of(ranked));
    }
    if (request.limit > 0) add_notices(request, result.notices);
    for (const Facet facet : request.facets) result.facets.push_back(count_values(request, facet));
    return result;
  }

  MatchSet match(const SearchRequest& request) {
    matcher_.match(request);
    const auto& sets = matcher_.matches();
    return {request.kind, sets, count_all(sets), matcher_.notices()};
  }

  [[nodiscard]] Hit read(const Location& location) {
    return read_hit(snapshot_, matcher_.kind(), location, matcher_.target(location.segment),
                    analyzer_);
  }

  FacetCounts count_values(const SearchRequest& request, Facet facet) {
    FacetSpec spec{facet, request.date_bucket, request.facet_limit, request.facet_match, {}};
    bool is_selected = false;
    for (const auto& selection : matcher_.selections()) {
      if (selection.facet != facet) continue;
      is_selected = true;
      if (selection.condition) add_selected(*selection.condition, spec.selected);
    }
    if (facet == Facet::author) {  // a part of a name selects, and is no value
      std::erase_if(spec.selected, [this](const auto& name) { return !is_author(name); });
    }
    auto counts =
        count_facet(snapshot_, is_selected ? matcher_.matches_without(facet) : matcher_.matches(),
                    matcher_.kind(), spec);
    if (!is_by_time(facet)) return counts;
    const auto kind = facet == Facet::date ? QueryNode::Kind::date : QueryNode::Kind::published;
    add_empty_buckets(matcher_.asked_days(kind), request.date_bucket, counts);
    for (const auto& selection : matcher_.selections()) {
      if (selection.facet == facet && selection.condition)
        mark_buckets(*selection.condition, request.date_bucket, counts);
    }
    return counts;
  }

  [[nodiscard]] Respelling respell(const QueryNode& query, DocumentKind kind) const {
    return speller_.respell(query, kind);
  }

  [[nodiscard]] std::optional<DocumentRef> find(std::string_view id) const {
    const Finder finder(snapshot_);
    if (const auto article = finder.article(id))
      return DocumentRef{DocumentKind::article, *article};
    if (const auto event = finder.event(id)) return DocumentRef{DocumentKind::event, *event};
    return std::nullopt;
  }

  Explanation explain(const SearchRequest& request, const DocumentRef& document) {
    Explanation result;
    result.total = match(request).total;
    Explainer explainer(snapshot_, matcher_, analyzer_, document);
    explainer.add_conditions(result);
    result.hit = read(document.location);
    const auto& sets = matcher_.matches();
    result.matches = sets[document.location.segment].test(document.location.ordinal);
    add_notices(request, result.notices);
    if (!result.matches) return result;
    result.score = order_.explain(request, document.location);
    if (result.score) {
      explainer.put_into_words(*result.score);
      result.rank = result.score->rank;
      result.hit.score = result.score->score;
      result.hit.date_boost = result.score->date_boost;
    } else {
      result.rank = rank_in(all_hits(request), document.location);
    }
    return result;
  }

  [[nodiscard]] const Snapshot& snapshot() const noexcept { return snapshot_; }

 private:
  static std::uint64_t rank_in(const std::vector<Ranked>& ranked, Location location) {
    const auto found = std::find_if(ranked.begin(), ranked.end(),
                                    [&](const Ranked& one) { return one.location == location; });
    return static_cast<std::uint64_t>(found - ranked.begin()) + 1;
  }

  [[nodiscard]] Hit hit_of(const Ranked& ranked) {
    auto hit = read(ranked.location);
    hit.score = ranked.score;
    hit.date_boost = ranked.date_boost;
    return hit;
  }

  [[nodiscard]] std::vector<Ranked> all_hits(const SearchRequest& request) const {
    return order_.hits(request, 0, static_cast<std::uint32_t>(count_all(matcher_.matches())));
  }

  void add_notices(const SearchRequest& request, std::vector<std::string>& notices) const {
    for (auto& notice : order_.notices(request)) notices.push_back(std::move(notice));
  }

  // The best of those that tell the same leads them; pages are cut behind the folding.
  void add_folded(const SearchRequest& request, SearchResult& result) {
    const auto ranked = all_hits(request);
    std::vector<Location> events;
    events.reserve(ranked.size());
    for (const auto& one : ranked) events.push_back(one.location);
    const auto folds = fold_events(snapshot_, events);
    result.different = folds.size();
    const auto end =
        std::min<std::size_t>(folds.size(), std::size_t{request.offset} + request.limit);
    for (std::size_t i = request.offset; i < end; ++i) {
      const auto& members = folds[i].members;
      result.hits.push_back(hit_of(ranked[members.front()]));
      for (auto member = members.begin() + 1; member != members.end(); ++member)
        result.hits.back().same.push_back(retelling(events[*member]));
    }
  }

  [[nodiscard]] Retelling retelling(const Location& event) const {
    const Segment& segment = snapshot_.segment(event.segment);
    return {segment.event_id(event.ordinal),
            std::string{segment.title(segment.article_of(event.ordinal))},
            to_interval(segment.days(event.ordinal))};
  }

  [[nodiscard]] bool is_author(const std::string& name) const {
    for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
      if (snapshot_.segment(s).authors.find(name)) return true;
    }
    return false;
  }

  Snapshot snapshot_;
  Analyzer analyzer_;
  StopWords stop_words_;
  WordVariants variants_;
  std::vector<PostingLists> lists_;  // never grows: others refer to them
  RequestMatcher matcher_;
  HitOrder order_;
  Speller speller_;
};

Searcher::Searcher(const std::filesystem::path& index) : Searcher(Snapshot(index)) {}
Searcher::Searcher(Snapshot snapshot) : state_(std::make_unique<State>(std::move(snapshot))) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

// Runs `work`; what Xapian throws means that the index is damaged.
template <typename Work>
auto Searcher::guarded(Work work) const {
  try {
    return work();
  } catch (const Xapian::Error& error) {
    const auto& directory = snapshot().directory();
    throw IndexError(IndexFault::missing, directory,
                     fmt::format("index {}: cannot be read ({}); it is damaged, build it again",
                                 directory.string(), error.get_msg()));
  }
}

SearchResult Searcher::search(const SearchRequest& request) {
  return guarded([&] { return state_->search(request); });
}

MatchSet Searcher::match(const SearchRequest& request) {
  return guarded([&] { return state_->match(request); });
}

Hit Searcher::read(Location location) const { return state_->read(location); }

std::optional<DocumentKind> Searcher::kind_of(std::string_view id) const {
  const auto document = guarded([&] { return state_->find(id); });
  return document ? std::optional{document->kind} : std::nullopt;
}

std::optional<Explanation> Searcher::explain(const SearchRequest& request, std::string_view id) {
  return guarded([&]() -> std::optional<Explanation> {
    const auto document = state_->find(id);
    if (!document) return std::nullopt;
    auto own = request;
    own.kind = document->kind;
    own.similar_to.clear();
    return state_->explain(own, *document);
  });
}

Respelling Searcher::respell(const QueryNode& query, DocumentKind kind) const {
  return guarded([&] { return state_->respell(query, kind); });
}

FacetCounts Searcher::count(const SearchRequest& request, Facet facet) {
  return guarded([&] { return state_->count_values(request, facet); });
}

const Snapshot& Searcher::snapshot() const noexcept { return state_->snapshot(); }

}  // namespace dateline
