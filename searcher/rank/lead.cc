#include "searcher/rank/lead.h"

#include <algorithm>
#include <cmath>

namespace dateline {

Lead::Lead(const Snapshot& snapshot, const std::vector<WeighedWord>& words) : snapshot_(snapshot) {
  for (const auto& word : words) {
    if (word.word.origin == RankingWord::Origin::typed)
      words_.push_back({word.word.terms.front(), word.idf});
  }
  const double each =
      kLeadWeight / std::sqrt(static_cast<double>(std::max<std::size_t>(words_.size(), 1)));
  for (auto& word : words_) word.weight *= each;
}

void Lead::enter(std::uint32_t segment) {
  if (has_entered_ && segment == segment_) return;
  has_entered_ = true;
  segment_ = segment;
  by_number_.clear();
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (const auto number = snapshot_.segment(segment).terms.find(words_[i].term))
      by_number_.emplace_back(*number, i);
  }
  std::sort(by_number_.begin(), by_number_.end());
}

void Lead::look(Location article) {
  stands_.assign(words_.size(), false);
  const Segment& segment = snapshot_.segment(article.segment);
  if (words_.empty() || !segment.title(article.ordinal).empty()) return;
  enter(article.segment);
  auto tokens = segment.article_tokens(article.ordinal);
  StoredToken token;
  for (std::uint32_t i = 0; i < kLeadWords && tokens.next(token); ++i) {
    const auto found = std::lower_bound(by_number_.begin(), by_number_.end(),
                                        std::pair{token.term, std::size_t{0}});
    if (found != by_number_.end() && found->first == token.term) stands_[found->second] = true;
  }
}

std::vector<Lead::Found> Lead::find(Location article) {
  look(article);
  std::vector<Found> found;
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (stands_[i]) found.push_back({words_[i].term, words_[i].weight});
  }
  return found;
}

double Lead::score(Location article) {
  look(article);
  double sum = 0;
  for (std::size_t i = 0; i < words_.size(); ++i) sum += stands_[i] ? words_[i].weight : 0;
  return sum;
}

}  // namespace dateline
