#include "searcher/rank/ranker.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "searcher/match/match_set.h"
#include "searcher/rank/feedback.h"
#include "searcher/rank/lead.h"
#include "searcher/rank/nearness.h"

// A query is ranked in passes, each over fewer documents than the one before. First the posting
// lists of all words are added up, list by list, into an array of scores for each segment. Exact
// counts have made the matcher read these lists whole, so they lie in memory: adding them up costs
// a third of a second walk through them that would skip, as engines do that need no exact counts.
// The scores are floats, since it is this array that fills the cache. A heap keeps the best. Only
// the best kNearDepth of these are then looked up in their token streams for neighbours of the
// query: a fixed number, so that pages of any size join to one order. With `expand`, the words of
// the first hits join those of the query and the first pass runs again.

namespace dateline {
namespace {

// Whether `a` comes before `b`.
bool is_better(const Ranked& a, const Ranked& b) noexcept {
  if (a.score != b.score) return a.score > b.score;
  return a.location < b.location;
}

// Keeps the best `size` of what is added.
class Best {
 public:
  explicit Best(std::size_t size) : size_(size) {}

  /// Whether a document of this score, behind all that were added, would not be kept.
  [[nodiscard]] bool is_too_low(double score) const noexcept {
    return heap_.size() == size_ && (heap_.empty() || score <= heap_.front().score);
  }

  void add(const Ranked& ranked) {
    if (heap_.size() < size_) {
      heap_.push_back(ranked);
      std::push_heap(heap_.begin(), heap_.end(), is_better);
    } else if (is_better(ranked, heap_.front())) {
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.back() = ranked;
      std::push_heap(heap_.begin(), heap_.end(), is_better);
    }
  }

  /// Those after the first `offset`, the best first.
  [[nodiscard]] std::vector<Ranked> from(std::size_t offset) {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    const auto skipped = std::min(offset, heap_.size());
    return {heap_.begin() + static_cast<std::ptrdiff_t>(skipped), heap_.end()};
  }

 private:
  std::size_t size_;
  std::vector<Ranked> heap_;  // the worst at the front
};

}  // namespace

double date_boost(DayRange days, const std::vector<DayRange>& asked) noexcept {
  double best = 0;
  for (const auto& range : asked) {
    const auto first = std::max(days.first, range.first);
    const auto last = std::min(days.last, range.last);
    if (first > last) continue;
    best = std::max(best, static_cast<double>(last - first + 1) /
                              (static_cast<double>(days.last) - days.first + 1));
  }
  return 1 + kDateBoost * best;
}

std::vector<Ranked> Ranker::best_by_words(const std::vector<WeighedWord>& words,
                                          const std::vector<DayRange>& asked,
                                          const std::vector<Bitmap>& matches, std::size_t count) {
  Best best(count);
  std::vector<float> scores;
  const bool boosts = kind_ == DocumentKind::event && !asked.empty();
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    scores.assign(snapshot_.segment(s).count(kind_), 0);
    weighting_.add_scores(words, s, scores);
    matches[s].for_each([&](std::size_t i) {
      const auto document = static_cast<std::uint32_t>(i);
      const double boost = boosts ? date_boost(snapshot_.segment(s).days(document), asked) : 1;
      if (best.is_too_low(scores[i] * boost)) return;
      best.add({{s, document}, scores[i] * boost, boost});
    });
  }
  return best.from(0);
}

// Only the first documents are looked at for pairs, and for the words that they begin with. Both
// only add to a score, so that no document behind these can pass one of them.
std::vector<Ranked> Ranker::best(const Plan& plan, const std::vector<DayRange>& asked,
                                 const std::vector<Bitmap>& matches, std::size_t count) {
  const bool may_lead = kind_ == DocumentKind::article;
  const auto looked_at = plan.query.pairs.empty() && !may_lead ? 0 : kNearDepth;
  auto ranked = best_by_words(plan.words, asked, matches, std::max(count, looked_at));
  if (looked_at > 0) {
    Nearness nearness(snapshot_, weighting_, kind_, plan.query.pairs);
    Lead lead(snapshot_, plan.words);
    const auto end = std::min(looked_at, ranked.size());
    for (std::size_t i = 0; i < end; ++i) {
      ranked[i].score += nearness.score(ranked[i].location) * ranked[i].date_boost;
      if (may_lead) ranked[i].score += lead.score(ranked[i].location);
    }
    std::sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(end), is_better);
  }
  if (ranked.size() > count) ranked.resize(count);
  return ranked;
}

Ranker::Plan Ranker::plan(const Condition& condition, const RankingRequest& request,
                          const std::vector<Bitmap>& matches) {
  Plan plan;
  plan.query = ranking_query(condition, snapshot_, kind_);
  plan.words = weighting_.weigh(plan.query.words);
  if (!request.expand || plan.words.empty()) return plan;
  std::vector<FeedbackHit> hits;
  for (const auto& ranked : best(plan, request.asked, matches, kFeedbackDocuments))
    hits.push_back({ranked.location, ranked.score});
  plan.words = weighting_.weigh(with_feedback(plan.words, hits, weighting_, stop_words_));
  return plan;
}

std::optional<std::vector<Ranked>> Ranker::by_relevance(const Condition& condition,
                                                        const RankingRequest& request,
                                                        const std::vector<Bitmap>& matches) {
  const auto plan = this->plan(condition, request, matches);
  if (plan.words.empty()) return std::nullopt;
  auto ranked = best(plan, request.asked, matches, std::size_t{request.offset} + request.limit);
  const auto skipped = std::min<std::size_t>(request.offset, ranked.size());
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(skipped));
  return ranked;
}

std::vector<Ranked> Ranker::by_words(const std::vector<RankingWord>& words,
                                     const std::vector<Bitmap>& matches, std::uint32_t limit) {
  return best_by_words(weighting_.weigh(words), {}, matches, limit);
}

std::optional<RankExplanation> Ranker::explain(const Condition& condition,
                                               const RankingRequest& request,
                                               const std::vector<Bitmap>& matches,
                                               Location location) {
  const auto plan = this->plan(condition, request, matches);
  if (plan.words.empty()) return std::nullopt;
  const auto ranked = best(plan, request.asked, matches, count_all(matches));
  RankExplanation result;
  const auto found = std::find_if(ranked.begin(), ranked.end(),
                                  [&](const Ranked& one) { return one.location == location; });
  if (found != ranked.end()) {
    result.rank = static_cast<std::uint64_t>(found - ranked.begin()) + 1;
    result.score = found->score;
    result.date_boost = found->date_boost;
  }
  result.length = snapshot_.segment(location.segment).lengths(kind_)[location.ordinal];
  result.average_length = weighting_.average_length();
  for (const auto& word : plan.words) result.parts.push_back(part_of(word, location));
  if (result.rank > 0 && result.rank <= kNearDepth) {
    add_pairs(plan.query.pairs, location, result);
    if (kind_ == DocumentKind::article) add_lead(plan.words, location, result);
  }
  for (const auto& part : result.parts) result.sum += part.score;
  return result;
}

ScorePart Ranker::part_of(const WeighedWord& word, Location location) {
  ScorePart part;
  part.kind = static_cast<ScorePart::Kind>(word.word.origin);
  part.label = word.word.label;
  for (const auto& term : word.word.stands_for)
    part.stands_for += (part.stands_for.empty() ? "" : " ") + term;
  part.frequency = weighting_.frequency(word.word, location);
  part.idf = word.idf;
  part.burstiness = word.burstiness;
  part.factor = word.word.factor;
  part.score = weighting_.part(word, part.frequency, location);
  return part;
}

void Ranker::add_pairs(const std::vector<NearPair>& pairs, Location location,
                       RankExplanation& result) {
  Nearness nearness(snapshot_, weighting_, kind_, pairs);
  for (const auto& found : nearness.find(location)) {
    ScorePart part;
    part.kind = ScorePart::Kind::near;
    part.label = pairs[found.pair].first + " " + pairs[found.pair].second;
    part.frequency = found.frequency;
    part.score = found.part;
    result.parts.push_back(std::move(part));
  }
}

void Ranker::add_lead(const std::vector<WeighedWord>& words, Location location,
                      RankExplanation& result) {
  for (const auto& found : Lead(snapshot_, words).find(location)) {
    ScorePart part;
    part.kind = ScorePart::Kind::lead;
    part.label = found.term;
    part.frequency = 1;
    part.score = found.part;
    result.parts.push_back(std::move(part));
  }
}

std::vector<Ranked> Ranker::by_date(SortOrder order, const std::vector<Bitmap>& matches,
                                    std::uint32_t offset, std::uint32_t limit) const {
  struct Dated {
    DayRange days;
    Location location;
  };
  constexpr DayRange kNever{std::numeric_limits<std::int32_t>::min(),
                            std::numeric_limits<std::int32_t>::min()};
  std::vector<Dated> all;
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    const Segment& segment = snapshot_.segment(s);
    matches[s].for_each([&](std::size_t i) {
      const auto ordinal = static_cast<std::uint32_t>(i);
      const bool own_date = kind_ == DocumentKind::event && order != SortOrder::published;
      const auto days =
          own_date ? segment.days(ordinal)
                   : segment.published(kind_ == DocumentKind::event ? segment.article_of(ordinal)
                                                                    : ordinal);
      all.push_back({days.known() ? days : kNever, {s, ordinal}});
    });
  }
  const auto newer = [](const Dated& a, const Dated& b) {
    if (a.days != b.days) return a.days > b.days;
    return a.location < b.location;
  };
  const auto last = std::min<std::size_t>(std::size_t{offset} + limit, all.size());
  std::partial_sort(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(last), all.end(), newer);
  std::vector<Ranked> ranked;
  for (std::size_t i = offset; i < last; ++i) ranked.push_back({all[i].location, 0});
  return ranked;
}

}  // namespace dateline
