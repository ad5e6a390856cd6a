#include "searcher/rank/likeness.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "searcher/fold/fold.h"
#include "searcher/match/term_counts.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMinWords = 2;

std::set<std::string, std::less<>> stems_of(const StopWords& stop_words, Analyzer& analyzer) {
  std::set<std::string, std::less<>> stems;
  for (const auto& word : stop_words.words()) {
    for (const Token& token : analyzer.analyze(word)) stems.emplace(token.term);
  }
  return stems;
}

// How often each term stands in the text, without the words of dates, which are no subject.
std::map<std::uint32_t, std::uint32_t> counts_of(const Segment& segment,
                                                 const DocumentRef& document) {
  const auto ordinal = document.location.ordinal;
  const auto article = document.kind == DocumentKind::event ? segment.article_of(ordinal) : ordinal;
  const auto mentions = segment.mentions(article);
  auto mention = mentions.begin();
  return term_counts(segment, ordinal, document.kind, [&](Span word) {
    while (mention != mentions.end() &&
           (mention->kind != MentionKind::date || mention->span.end <= word.begin))
      ++mention;
    return mention == mentions.end() || !mention->span.overlaps(word);
  });
}

}  // namespace

std::uint64_t Likeness::document_frequency(const std::string& term) const {
  std::uint64_t documents = 0;
  for (const auto& one : lists_) documents += one.document_frequency(term, searched_);
  return documents;
}

std::vector<RankingWord> Likeness::words_of(const DocumentRef& document, Analyzer& analyzer,
                                            const StopWords& stop_words) const {
  const Segment& segment = snapshot_.segment(document.location.segment);
  const auto stops = stems_of(stop_words, analyzer);
  const std::uint64_t own = document.kind == searched_ ? 1 : 0;
  std::vector<std::pair<double, RankingWord>> weighed;
  for (const auto& [number, count] : counts_of(segment, document)) {
    std::string term{segment.terms.text(number)};
    if (stops.contains(term) || is_number_or_letter(term)) continue;
    if (document_frequency(term) <= own) continue;
    const double factor = 1 + std::log(static_cast<double>(count));
    const double weight = weighting_.inverse_document_frequency(term) * factor;
    weighed.emplace_back(weight, RankingWord{RankingWord::Origin::typed, {term}, {}, term, factor});
  }
  std::sort(weighed.begin(), weighed.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.label < b.second.label;
  });
  if (weighed.size() > kLikenessWords) weighed.resize(kLikenessWords);
  std::vector<RankingWord> words;
  words.reserve(weighed.size());
  for (auto& [weight, word] : weighed) words.push_back(std::move(word));
  return words;
}

std::vector<Bitmap> Likeness::alike(const std::vector<RankingWord>& words) {
  const auto weighed = weighting_.weigh(words);
  double total = 0;
  for (const auto& word : weighed) total += word.weight;
  const auto enough = static_cast<float>(total * kLikenessShare);
  const auto fewest = std::min<std::size_t>(kMinWords, words.size());
  std::vector<Bitmap> sets;
  std::vector<float> held;
  std::vector<std::uint8_t> counts;  // how many of the words a document has
  for (std::size_t s = 0; s < lists_.size(); ++s) {
    const auto size = snapshot_.segment(s).count(searched_);
    auto& set = sets.emplace_back(size);
    held.assign(size, 0);
    counts.assign(size, 0);
    for (const auto& word : weighed) {
      for (const auto document : lists_[s].get(word.word.terms.front(), searched_).documents) {
        held[document] += static_cast<float>(word.weight);
        ++counts[document];
      }
    }
    for (std::size_t i = 0; i < size; ++i) {
      if (counts[i] > 0 && counts[i] >= fewest && held[i] >= enough) set.set(i);
    }
    set &= snapshot_.segment(s).live(searched_);
  }
  return sets;
}

// The event goes first, so that it leads a fold of those that tell the same.
void put_retellings_first(const Snapshot& snapshot, Location event, std::vector<Ranked>& ranked) {
  const auto depth = std::min(kRetellingDepth, ranked.size());
  std::vector<Location> events{event};
  for (std::size_t i = 0; i < depth; ++i) events.push_back(ranked[i].location);
  const auto folds = fold_events(snapshot, events);
  std::vector<bool> retells(depth);
  for (const auto member : folds.front().members) {
    if (member > 0) retells[member - 1] = true;
  }
  std::vector<Ranked> first;
  std::vector<Ranked> rest;
  for (std::size_t i = 0; i < depth; ++i) (retells[i] ? first : rest).push_back(ranked[i]);
  first.insert(first.end(), rest.begin(), rest.end());
  std::copy(first.begin(), first.end(), ranked.begin());
}

}  // namespace dateline
