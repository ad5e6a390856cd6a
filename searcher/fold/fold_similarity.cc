#include "searcher/fold/fold_similarity.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>

namespace dateline {
namespace {

constexpr auto kUnseen = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kFewestShared = 3;

}  // namespace

std::size_t fewest_shared(const FoldText& a, const FoldText& b) noexcept {
  return std::min({kFewestShared, a.terms.size(), b.terms.size()});
}

FoldSimilarity::FoldSimilarity(const Snapshot& snapshot)
    : snapshot_(snapshot), segments_(snapshot.segment_count()) {}

std::uint32_t FoldSimilarity::number_of(std::uint32_t segment, std::uint32_t term) {
  auto& number = segments_[segment].numbers[term];
  if (number != kUnseen) return number;
  const auto text = snapshot_.segment(segment).terms.text(term);
  const auto next = static_cast<std::uint32_t>(texts_.size());
  const auto [known, is_new] = numbers_.try_emplace(text, next);
  if (is_new) {
    texts_.push_back(text);
    weights_.push_back(-1);
  }
  number = known->second;
  return number;
}

FoldText FoldSimilarity::read(Location event) {
  const auto& segment = snapshot_.segment(event.segment);
  auto& known = segments_[event.segment];
  if (known.classes.empty()) {
    known.classes = fold_classes(segment);
    known.numbers.assign(segment.terms.size(), kUnseen);
  }
  FoldText text;
  auto tokens = segment.event_tokens(event.ordinal);
  for (StoredToken token; tokens.next(token);) {
    if (token.term >= known.classes.size()) continue;  // damaged
    const auto classes = known.classes[token.term];
    if ((classes & kFoldStop) != 0) continue;
    text.classes |= classes;
    text.terms.push_back(number_of(event.segment, token.term));
  }
  std::sort(text.terms.begin(), text.terms.end());
  text.terms.erase(std::unique(text.terms.begin(), text.terms.end()), text.terms.end());
  return text;
}

double FoldSimilarity::weight(std::uint32_t number) {
  auto& weight = weights_[number];
  if (weight >= 0) return weight;
  double events = 0;
  double with_term = 0;
  for (std::size_t s = 0; s < snapshot_.segment_count(); ++s) {
    const Segment& segment = snapshot_.segment(s);
    events += segment.event_count();
    if (const auto term = segment.terms.find(texts_[number]))
      with_term += segment.event_postings.count(*term);
  }
  weight = std::log1p((events + kPrior) / (1 + with_term));
  return weight;
}

double FoldSimilarity::weight_of(FoldText& text) {
  if (text.weight < 0) {
    text.weight = 0;
    for (const auto number : text.terms) text.weight += weight(number);
  }
  return text.weight;
}

double FoldSimilarity::compare(FoldText& a, FoldText& b) {
  const auto needed = fewest_shared(a, b);
  if (needed == 0 || a.classes != b.classes) return 0;
  shared_.clear();
  std::set_intersection(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                        std::back_inserter(shared_));
  if (shared_.size() < needed) return 0;
  double shared = 0;
  for (const auto number : shared_) shared += weight(number);
  return shared / (weight_of(a) + weight_of(b) - shared);
}

}  // namespace dateline
