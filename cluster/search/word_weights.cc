#include "cluster/search/word_weights.h"

#include <algorithm>

namespace dateline {
namespace {

// It stands for what was typed, and is worth no more than that however rare it is.
double idf_of_variant(const RankingWord& word, TermStatistics& statistics) {
  double typed = 0;
  double own = 0;
  for (const auto& term : word.stands_for) typed += statistics.inverse_document_frequency(term);
  for (const auto& term : word.terms)
    own = std::max(own, statistics.inverse_document_frequency(term));
  return std::min(own, typed);
}

void add(const std::vector<std::string>& more, std::vector<std::string>& terms) {
  terms.insert(terms.end(), more.begin(), more.end());
}

}  // namespace

std::vector<std::string> terms_of(const RankingQuery& query) {
  std::vector<std::string> terms;
  for (const auto& word : query.words) {
    add(word.terms, terms);
    add(word.stands_for, terms);
  }
  for (const auto& pair : query.pairs) add({pair.first, pair.second}, terms);
  return terms;
}

std::vector<WeighedWord> weigh(const std::vector<RankingWord>& words, TermStatistics& statistics) {
  std::vector<WeighedWord> weighed;
  weighed.reserve(words.size());
  for (const auto& word : words) {
    WeighedWord& result = weighed.emplace_back();
    result.word = word;
    if (word.origin == RankingWord::Origin::variant) {
      result.idf = idf_of_variant(word, statistics);
    } else {
      TermFigures sum;
      for (const auto& term : word.terms) {
        const auto figures = statistics.of(term);
        sum.documents += figures.documents;
        sum.occurrences += figures.occurrences;
      }
      result.idf = inverse_document_frequency(sum.documents, statistics.documents());
      result.burstiness = burstiness_of(sum.occurrences, sum.documents);
    }
    result.weight = word.factor * result.idf * result.burstiness;
  }
  return weighed;
}

}  // namespace dateline
