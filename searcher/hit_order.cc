#include "searcher/hit_order.h"

#include <fmt/format.h>

#include <algorithm>

#include "searcher/match/condition.h"
#include "searcher/match/prefix.h"
#include "searcher/match/written_words.h"
#include "searcher/rank/ranking_query.h"

namespace dateline {
namespace {

// The words that a model is known by, for people.
std::string describe_words(const std::vector<RankingWord>& words, const Snapshot& snapshot) {
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

bool HitOrder::ranks_by_query() const noexcept {
  return request_.sort == SortOrder::relevance && !matched_.model && matched_.condition;
}

Ranker HitOrder::ranker() const {
  return {index_.snapshot, index_.lists, index_.stop_words, matched_.matches.kind};
}

std::vector<Ranked> HitOrder::hits(std::uint32_t offset, std::uint32_t limit) const {
  if (limit == 0 || index_.snapshot.segment_count() == 0) return {};
  const auto all = static_cast<std::uint32_t>(matched_.matches.total);
  limit = std::min(limit, all - std::min(all, offset));
  auto ranker = this->ranker();
  const auto& sets = matched_.matches.sets;
  if (request_.sort == SortOrder::relevance && matched_.model)
    return like_model(ranker, offset, limit);
  if (ranks_by_query()) {
    const RankingRequest ranking{matched_.asked_days(FilterKind::date), request_.expand, offset,
                                 limit};
    if (auto ranked = ranker.by_relevance(*matched_.condition, ranking, sets)) return *ranked;
  }
  const auto sort = request_.sort == SortOrder::relevance ? SortOrder::date : request_.sort;
  return ranker.by_date(sort, sets, offset, limit);
}

std::vector<Ranked> HitOrder::all() const {
  return hits(0, static_cast<std::uint32_t>(matched_.matches.total));
}

std::vector<Ranked> HitOrder::like_model(Ranker& ranker, std::uint32_t offset,
                                         std::uint32_t limit) const {
  const auto& model = *matched_.model;
  const bool are_events =
      model.document.kind == DocumentKind::event && matched_.matches.kind == DocumentKind::event;
  const auto wanted = std::size_t{offset} + limit;
  const auto looked_at = are_events ? std::max(wanted, kRetellingDepth) : wanted;
  auto ranked =
      ranker.by_words(model.words, matched_.matches.sets, static_cast<std::uint32_t>(looked_at));
  if (are_events) put_retellings_first(index_.snapshot, model.document.location, ranked);
  ranked.resize(std::min(ranked.size(), wanted));
  const auto skipped = std::min<std::size_t>(offset, ranked.size());
  ranked.erase(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(skipped));
  return ranked;
}

std::optional<RankExplanation> HitOrder::explain(Location location) const {
  if (!ranks_by_query()) return std::nullopt;
  const RankingRequest ranking{matched_.asked_days(FilterKind::date), request_.expand, 0, 0};
  return ranker().explain(*matched_.condition, ranking, matched_.matches.sets, location);
}

std::vector<std::string> HitOrder::notices() const {
  std::vector<std::string> notices;
  if (matched_.model) notices.push_back(describe_words(matched_.model->words, index_.snapshot));
  if (!ranks_by_query()) return notices;
  for (const TextCondition* text : positive_texts(*matched_.condition)) {
    if (text->form != TextForm::prefix || text->field == TextField::author) continue;
    const auto words = expansions(index_.snapshot, text->terms.front());
    if (words > kMaxWeighedExpansions) notices.push_back(unranked_prefix_notice(*text, words));
  }
  return notices;
}

}  // namespace dateline
