#include "searcher/match_state.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "searcher/explain/explainer.h"
#include "searcher/facet/facet_counter.h"
#include "searcher/facet_question.h"
#include "searcher/fold/fold.h"
#include "searcher/hit/hit_reader.h"
#include "searcher/hit/prover.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

std::uint64_t rank_in(const std::vector<Ranked>& ranked, Location location) {
  const auto found = std::find_if(ranked.begin(), ranked.end(),
                                  [&](const Ranked& one) { return one.location == location; });
  return static_cast<std::uint64_t>(found - ranked.begin()) + 1;
}

// Widens `span` to hold `days`, when they are known.
void add_days(DayRange days, std::optional<DayRange>& span) {
  if (!days.known()) return;
  if (!span) span = days;
  span->first = std::min(span->first, days.first);
  span->last = std::max(span->last, days.last);
}

}  // namespace

MatchState::MatchState(SearchableIndex& index, const RequestMatcher& matcher,
                       const SearchRequest& request)
    : index_(index),
      matcher_(matcher),
      request_(request),
      matched_(matcher.match(request)),
      order_(index, request_, matched_) {}

// From the first to the last day that a facet by time counts in these documents.
std::optional<DayRange> MatchState::days_counted(Facet facet,
                                                 const std::vector<Bitmap>& sets) const {
  const bool is_event = request_.kind == DocumentKind::event;
  std::optional<DayRange> span;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const Segment& segment = index_.snapshot.segment(s);
    sets[s].for_each([&](std::size_t i) {
      const auto ordinal = static_cast<std::uint32_t>(i);
      if (facet == Facet::published) {
        add_days(segment.published(is_event ? segment.article_of(ordinal) : ordinal), span);
      } else if (is_event) {
        add_days(segment.days(ordinal), span);
      } else {
        for (const auto& date : segment.dates(ordinal)) add_days(date.days, span);
      }
    });
  }
  return span;
}

SearchResult MatchState::summary() const {
  SearchResult result;
  result.kind = request_.kind;
  result.total = matched_.matches.total;
  result.notices = matched_.notices;
  result.is_loosened = matched_.is_loosened;
  result.given_up = matched_.given_up;
  result.different = page().different;
  if (request_.limit > 0) add_order_notices(result.notices);
  for (const Facet facet : request_.facets) result.facets.push_back(count(facet));
  return result;
}

std::vector<Hit> MatchState::hits(std::size_t first, std::size_t count) const {
  const auto& page = this->page();
  std::vector<Hit> hits;
  for (auto i = first; i < page.hits.size() && i - first < count; ++i)
    hits.push_back(hit_at(page, i));
  return hits;
}

Hit MatchState::hit_at(const Page& page, std::size_t i) const {
  auto hit = hit_of(page.hits[i]);
  if (!page.different) return hit;
  for (const auto event : page.same[i]) hit.same.push_back(retelling(event));
  return hit;
}

const MatchState::Page& MatchState::page() const {
  if (page_) return *page_;
  if (request_.fold && request_.kind == DocumentKind::event) return page_.emplace(folded_page());
  return page_.emplace(Page{order_.hits(request_.offset, request_.limit), {}, {}});
}

// Of hits that tell the same, the best one leads. Hits are folded first, and cut into pages then.
MatchState::Page MatchState::folded_page() const {
  const auto ranked = order_.all();
  std::vector<Location> events;
  events.reserve(ranked.size());
  for (const auto& one : ranked) events.push_back(one.location);
  const auto folds = fold_events(index_.snapshot, events);
  Page page;
  page.different = folds.size();
  const auto end =
      std::min<std::size_t>(folds.size(), std::size_t{request_.offset} + request_.limit);
  for (std::size_t i = request_.offset; i < end; ++i) {
    const auto& members = folds[i].members;
    page.hits.push_back(ranked[members.front()]);
    auto& same = page.same.emplace_back();
    for (auto member = members.begin() + 1; member != members.end(); ++member)
      same.push_back(events[*member]);
  }
  return page;
}

FacetCounts MatchState::count(Facet facet, const CountForm& how) const {
  index_.stop.check();
  auto [spec, leaves_out_own] =
      facet_question(matched_, facet, how, [this](const auto& name) { return is_author(name); });
  std::vector<Bitmap> without;
  if (leaves_out_own) without = matched_.matches_without(facet);
  const auto& sets = leaves_out_own ? without : matched_.matches.sets;
  const bool fits = request_.fits_bucket && is_by_time(facet);
  if (fits) spec.bucket = fitting_bucket(days_counted(facet, sets));
  auto counts = count_facet(index_.snapshot, sets, request_.kind, spec);
  add_asked_buckets(matched_, facet, spec.bucket, fits, counts);
  return counts;
}

bool MatchState::asks_for_predecessor_pair() const {
  return dateline::asks_for_predecessor_pair(matched_);
}

std::vector<Proof> MatchState::prove(Facet facet, const QueryNode& value) const {
  std::vector<Proof> proofs;
  for (const auto& hit : page().hits) {
    const DocumentRef document{request_.kind, hit.location};
    proofs.push_back(prove_value(index_.snapshot, document, facet, value));
  }
  return proofs;
}

Hit MatchState::read(Location location) const {
  index_.stop.check();
  return read_hit(index_.snapshot, {request_.kind, location}, matched_.targets[location.segment],
                  index_.analyzer);
}

Explanation MatchState::explain(const DocumentRef& document) const {
  Explanation result;
  result.total = matched_.matches.total;
  Explainer explainer(index_, matcher_, matched_, document);
  explainer.add_conditions(result);
  const auto location = document.location;
  result.hit = read(location);
  result.matches = matched_.matches.sets[location.segment].test(location.ordinal);
  add_order_notices(result.notices);
  if (!result.matches) return result;
  result.score = order_.explain(location);
  if (result.score) {
    explainer.put_into_words(*result.score);
    result.rank = result.score->rank;
    result.hit.score = result.score->score;
    result.hit.date_boost = result.score->date_boost;
  } else {
    result.rank = rank_in(order_.all(), location);
  }
  return result;
}

Hit MatchState::hit_of(const Ranked& ranked) const {
  auto hit = read(ranked.location);
  hit.score = ranked.score;
  hit.date_boost = ranked.date_boost;
  return hit;
}

void MatchState::add_order_notices(std::vector<std::string>& notices) const {
  for (auto& notice : order_.notices()) notices.push_back(std::move(notice));
}

Retelling MatchState::retelling(Location event) const {
  const Segment& segment = index_.snapshot.segment(event.segment);
  return {segment.event_id(event.ordinal),
          std::string{segment.title(segment.article_of(event.ordinal))},
          to_interval(segment.days(event.ordinal))};
}

bool MatchState::is_author(const std::string& name) const {
  for (std::size_t s = 0; s < index_.snapshot.segment_count(); ++s) {
    if (index_.snapshot.segment(s).authors.find(name)) return true;
  }
  return false;
}

}  // namespace dateline
