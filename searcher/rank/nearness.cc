#include "searcher/rank/nearness.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

std::uint64_t key(std::uint32_t first, std::uint32_t second) noexcept {
  return (std::uint64_t{first} << 32U) | second;
}

std::uint64_t bit(std::uint32_t term) noexcept { return std::uint64_t{1} << (term % 64); }

}  // namespace

Nearness::Nearness(const Snapshot& snapshot, const Weighting& weighting, DocumentKind kind,
                   const std::vector<NearPair>& pairs)
    : snapshot_(snapshot), weighting_(weighting), kind_(kind), pairs_(pairs) {
  const double each =
      kNearWeight / std::sqrt(static_cast<double>(std::max<std::size_t>(pairs.size(), 1)));
  for (const auto& pair : pairs) {
    const double idf = (weighting.inverse_document_frequency(pair.first) +
                        weighting.inverse_document_frequency(pair.second)) /
                       2;
    weights_.push_back(each * pair.times * idf);
  }
}

// The pairs by the numbers that their terms have in a segment.
void Nearness::enter(std::uint32_t segment) {
  if (has_entered_ && segment == segment_) return;
  has_entered_ = true;
  segment_ = segment;
  by_numbers_.clear();
  firsts_ = 0;
  const auto& terms = snapshot_.segment(segment).terms;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const auto first = terms.find(pairs_[i].first);
    const auto second = terms.find(pairs_[i].second);
    if (!first || !second) continue;
    by_numbers_.emplace(key(*first, *second), i);
    firsts_ |= bit(*first);
  }
}

void Nearness::count(Location location) {
  counts_.assign(pairs_.size(), 0);
  enter(location.segment);
  if (by_numbers_.empty()) return;
  const Segment& segment = snapshot_.segment(location.segment);
  auto tokens = kind_ == DocumentKind::article ? segment.article_tokens(location.ordinal)
                                               : segment.event_tokens(location.ordinal);
  StoredToken token;
  if (!tokens.next(token)) return;
  for (auto before = token.term; tokens.next(token); before = token.term) {
    if ((firsts_ & bit(before)) == 0) continue;
    const auto found = by_numbers_.find(key(before, token.term));
    if (found != by_numbers_.end()) ++counts_[found->second];
  }
}

std::vector<Nearness::Found> Nearness::find(Location location) {
  count(location);
  std::vector<Found> found;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] == 0) continue;
    found.push_back({i, counts_[i], weights_[i] * weighting_.saturation(counts_[i], location)});
  }
  return found;
}

double Nearness::score(Location location) {
  double sum = 0;
  count(location);
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    if (counts_[i] > 0) sum += weights_[i] * weighting_.saturation(counts_[i], location);
  }
  return sum;
}

}  // namespace dateline
