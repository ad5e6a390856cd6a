#include "searcher/rank/feedback.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "searcher/match/term_counts.h"

namespace dateline {
namespace {

using Origin = RankingWord::Origin;

struct Candidate {
  double share = 0;        // of the hits' texts
  std::uint32_t hits = 0;  // that have it
};

using Candidates = std::map<std::string, Candidate, std::less<>>;

Candidates candidates_of(const std::vector<FeedbackHit>& hits, const Snapshot& snapshot,
                         DocumentKind kind) {
  Candidates candidates;
  for (const auto& hit : hits) {
    const Segment& segment = snapshot.segment(hit.location.segment);
    const double length = segment.lengths(kind)[hit.location.ordinal];
    const double trust = std::pow(hit.score / hits.front().score, kFeedbackSharpness);
    for (const auto& [term, count] : term_counts(segment, hit.location.ordinal, kind)) {
      auto& candidate = candidates[std::string{segment.terms.text(term)}];
      candidate.share += trust * count / std::max(length, 1.0);
      ++candidate.hits;
    }
  }
  return candidates;
}

// How much of the query's weight the words have that stand in a hit, on average over the hits.
double coverage(const std::vector<WeighedWord>& words, const std::vector<FeedbackHit>& hits,
                Weighting& weighting) {
  double all = 0;
  double found = 0;
  for (const auto& word : words) {
    if (word.word.origin == Origin::variant) continue;
    const double weight = word.word.factor * word.idf;
    all += weight;
    for (const auto& hit : hits) {
      if (weighting.frequency(word.word, hit.location) > 0)
        found += weight / static_cast<double>(hits.size());
    }
  }
  return all > 0 ? found / all : 1;
}

// A short query says little of what it leaves out.
double length_factor(const std::vector<WeighedWord>& words) {
  const auto typed =
      static_cast<double>(std::count_if(words.begin(), words.end(), [](const WeighedWord& word) {
        return word.word.origin == Origin::typed;
      }));
  return std::clamp((typed - kFeedbackFewWords) / (kFeedbackFullWords - kFeedbackFewWords), 0.0,
                    1.0);
}

}  // namespace

std::vector<RankingWord> with_feedback(const std::vector<WeighedWord>& words,
                                       const std::vector<FeedbackHit>& hits, Weighting& weighting,
                                       const StopWords& stop_words) {
  std::vector<RankingWord> result;
  std::set<std::string, std::less<>> typed;
  double total = 0;
  for (const auto& word : words) {
    result.push_back(word.word);
    total += word.word.factor;
    if (word.word.origin == Origin::typed) typed.insert(word.word.terms.front());
  }
  if (hits.empty() || hits.front().score <= 0) return result;
  std::vector<std::pair<double, std::string>> best;
  for (const auto& [term, candidate] :
       candidates_of(hits, weighting.snapshot(), weighting.kind())) {
    if (stop_words.contains(term)) continue;
    const bool is_new = !typed.contains(term);
    if (is_new && (candidate.hits < 2 || is_number_or_letter(term) ||
                   weighting.share_of_documents(term) > kFeedbackMaxShareOfDocuments))
      continue;
    best.emplace_back(candidate.share, term);
  }
  std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  if (best.size() > kFeedbackWords) best.resize(kFeedbackWords);
  double sum = 0;
  for (const auto& [share, term] : best) sum += share;
  if (sum <= 0) return result;
  const double part =
      kFeedbackShare * length_factor(words) * (1 - coverage(words, hits, weighting));
  for (auto& word : result) word.factor *= 1 - part;
  for (auto& [share, term] : best)
    result.push_back({Origin::feedback, {term}, {}, term, total * part * share / sum});
  return result;
}

}  // namespace dateline
