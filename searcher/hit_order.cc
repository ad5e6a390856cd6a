#include "searcher/hit_order.h"

#include <fmt/format.h>

#include <algorithm>

#include "language/display.h"
#include "searcher/match/condition.h"
#include "searcher/match/prefix.h"
#include "searcher/match/written_words.h"
#include "searcher/rank/ranking_query.h"

namespace dateline {
namespace {

// The words that a model is known by, for people.
std::string told(const std::vector<RankingWord>& words, const Snapshot& snapshot) {
  constexpr std::size_t kShown = 8;
  if (words.empty()) return "it has no word that tells it from others";
  std::vector<std::string> terms;
  for (const auto& word : words) {
    if (terms.size() < kShown) terms.push_back(word.terms.front());
  }
  WrittenWords written;
  written.look_up(terms, snapshot);
  std::string list;
  for (const auto& term : terms) list += (list.empty() ? "" : ", ") + written.of(term);
  if (words.size() > kShown) list += fmt::format(" and {} more", words.size() - kShown);
  return "by its words " + list;
}

// How many terms a prefix stands for. Segments share most of their terms; what all have together is
// enough to tell that there are few, and costs less.
std::size_t expansions(const Snapshot& snapshot, std::string_view prefix) {
  std::size_t most = 0;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s)
    most += expand_prefix(snapshot.segment(s), prefix).size();
  return most <= kMaxWeighedExpansions ? most : prefix_terms(snapshot, prefix).size();
}

}  // namespace

bool HitOrder::ranks_by_query(const SearchRequest& request) const noexcept {
  return request.sort == SortOrder::relevance && !matcher_.model() && matcher_.condition();
}

std::vector<Ranked> HitOrder::hits(const SearchRequest& request, std::uint32_t offset,
                                   std::uint32_t limit) const {
  if (limit == 0 || snapshot_.segment_count() == 0) return {};
  Ranker ranker(snapshot_, lists_, stop_words_, matcher_.kind());
  if (request.sort == SortOrder::relevance && matcher_.model())
    return like_model(ranker, offset, limit);
  if (ranks_by_query(request)) {
    const RankingRequest ranking{matcher_.asked_days(QueryNode::Kind::date), request.expand, offset,
                                 limit};
    if (auto ranked = ranker.by_relevance(*matcher_.condition(), ranking, matcher_.matches()))
      return *ranked;
  }
  const auto sort = request.sort == SortOrder::relevance ? SortOrder::date : request.sort;
  return ranker.by_date(sort, matcher_.matches(), offset, limit);
}

std::vector<Ranked> HitOrder::like_model(Ranker& ranker, std::uint32_t offset,
                                         std::uint32_t limit) const {
  const auto& model = *matcher_.model();
  const bool are_events =
      model.document.kind == DocumentKind::event && matcher_.kind() == DocumentKind::event;
  const auto wanted = std::size_t{offset} + limit;
  const auto looked_at = are_events ? std::max(wanted, kRetellingDepth) : wanted;
  auto ranked =
      ranker.by_words(model.words, matcher_.matches(), static_cast<std::uint32_t>(looked_at));
  if (are_events) put_retellings_first(snapshot_, model.document.location, ranked);
  ranked.resize(std::min(ranked.size(), wanted));
  const auto skipped = std::min<std::size_t>(offset, ranked.size());
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(skipped));
  return ranked;
}

std::optional<RankExplanation> HitOrder::explain(const SearchRequest& request,
                                                 Location location) const {
  if (!ranks_by_query(request)) return std::nullopt;
  Ranker ranker(snapshot_, lists_, stop_words_, matcher_.kind());
  const RankingRequest ranking{matcher_.asked_days(QueryNode::Kind::date), request.expand, 0, 0};
  return ranker.explain(*matcher_.condition(), ranking, matcher_.matches(), location);
}

std::vector<std::string> HitOrder::notices(const SearchRequest& request) const {
  std::vector<std::string> notices;
  if (matcher_.model()) notices.push_back(told(matcher_.model()->words, snapshot_));
  if (!ranks_by_query(request)) return notices;
  for (const Condition* text : positive_texts(*matcher_.condition())) {
    if (text->kind != QueryNode::Kind::prefix || text->field == TextField::author) continue;
    const auto words = expansions(snapshot_, text->terms.front());
    if (words > kMaxWeighedExpansions) {
      notices.push_back(fmt::format("{}* stands for {} words: they match, and do not rank",
                                    text->value, with_commas(words)));
    }
  }
  return notices;
}

}  // namespace dateline
