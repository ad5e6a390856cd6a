#include "searcher/rank/weighting.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline {
namespace {

using Origin = RankingWord::Origin;

std::uint32_t frequency_in(const PostingList& list, std::uint32_t document) {
  const auto found = std::lower_bound(list.documents.begin(), list.documents.end(), document);
  if (found == list.documents.end() || *found != document) return 0;
  return list.frequencies[static_cast<std::size_t>(found - list.documents.begin())];
}

using Documents = std::vector<std::uint32_t>::const_iterator;

// The first document from `from` on that is not below `document`, in steps that double: what is
// near is found at once. Source: Bentley and Yao, "An almost optimal algorithm for unbounded
// searching" (1976).
Documents first_from(Documents from, Documents end, std::uint32_t document) {
  std::ptrdiff_t step = 1;
  while (end - from > step && from[step] < document) {
    from += step;
    step *= 2;
  }
  return std::lower_bound(from, from + std::min(step + 1, end - from), document);
}

// Lowers the number of each document, which ascend, to how often it has the list's term.
void limit_to(const PostingList& list, const std::vector<std::uint32_t>& documents,
              std::vector<std::uint32_t>& numbers) {
  const auto begin = list.documents.begin();
  auto at = begin;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (numbers[i] == 0) continue;
    at = first_from(at, list.documents.end(), documents[i]);
    const bool has = at != list.documents.end() && *at == documents[i];
    numbers[i] =
        has ? std::min(numbers[i], list.frequencies[static_cast<std::size_t>(at - begin)]) : 0;
  }
}

}  // namespace

double inverse_document_frequency(double documents, double all) noexcept {
  const auto with = std::min(documents, all);
  return std::log1p((all - with + 0.5) / (with + 0.5));
}

double burstiness_of(double occurrences, double documents) noexcept {
  return documents > 0 ? std::pow(occurrences / documents, kBurstiness) : 1;
}

double bm25_saturation(double frequency, double length, double average_length) noexcept {
  return frequency * (kBm25K1 + 1) /
         (frequency + kBm25K1 * (1 - kBm25B + kBm25B * length / average_length));
}

Weighting::Weighting(const Snapshot& snapshot, std::vector<PostingLists>& lists, DocumentKind kind)
    : snapshot_(snapshot), lists_(lists), kind_(kind) {
  double length = 0;
  for (std::size_t s = 0; s < lists_.size(); ++s) {
    documents_ += snapshot_.segment(s).count(kind_);
    length += static_cast<double>(lists_[s].total_length(kind_));
  }
  if (documents_ > 0 && length > 0) average_length_ = length / documents_;
}

double Weighting::inverse_document_frequency(double documents) const {
  return dateline::inverse_document_frequency(documents, documents_);
}

double Weighting::document_frequency(const std::string& term) const {
  double documents = 0;
  for (const auto& lists : lists_) documents += lists.document_frequency(term, kind_);
  return documents;
}

double Weighting::inverse_document_frequency(const std::string& term) const {
  return inverse_document_frequency(document_frequency(term));
}

double Weighting::share_of_documents(const std::string& term) const {
  return documents_ > 0 ? document_frequency(term) / documents_ : 0;
}

std::vector<WeighedWord> Weighting::weigh(const std::vector<RankingWord>& words) {
  std::vector<WeighedWord> weighed;
  weighed.reserve(words.size());
  for (const auto& word : words) {
    WeighedWord& result = weighed.emplace_back();
    result.word = word;
    if (word.origin == Origin::variant) {
      // It stands for what was typed, and is worth no more than that however rare it is.
      double typed = 0;
      for (const auto& term : word.stands_for) typed += inverse_document_frequency(term);
      for (const auto& term : word.terms)
        result.idf = std::max(result.idf, inverse_document_frequency(term));
      result.idf = std::min(result.idf, typed);
    } else {
      double documents = 0;
      double occurrences = 0;
      for (auto& lists : lists_) {
        for (const auto& term : word.terms) {
          const auto& list = lists.get(term, kind_);
          documents += static_cast<double>(list.documents.size());
          occurrences += static_cast<double>(list.total);
        }
      }
      result.idf = inverse_document_frequency(documents);
      result.burstiness = burstiness_of(occurrences, documents);
    }
    result.weight = word.factor * result.idf * result.burstiness;
  }
  return weighed;
}

double Weighting::saturation(double frequency, Location location) const {
  const auto lengths = snapshot_.segment(location.segment).lengths(kind_);
  const double length = lengths[location.ordinal];
  return bm25_saturation(frequency, length, average_length_);
}

double Weighting::part(const WeighedWord& word, std::uint32_t frequency, Location location) const {
  return frequency == 0 ? 0 : word.weight * saturation(frequency, location);
}

std::uint32_t Weighting::frequency(const RankingWord& word, Location location) {
  if (word.origin == Origin::variant)
    return variant_frequencies(word, location.segment, {location.ordinal}).front();
  auto& lists = lists_[location.segment];
  std::uint32_t result = 0;
  for (const auto& term : word.terms)
    result += frequency_in(lists.get(term, kind_), location.ordinal);
  return result;
}

// How often each document, in ascending order, has all terms of a variant, but for where it is a
// piece of names that mean something else. Goes list by list, since one is good until the next is
// read.
std::vector<std::uint32_t> Weighting::variant_frequencies(
    const RankingWord& word, std::uint32_t segment, const std::vector<std::uint32_t>& documents) {
  auto& lists = lists_[segment];
  std::vector<std::uint32_t> result(documents.size(), std::numeric_limits<std::uint32_t>::max());
  for (const auto& term : word.terms) limit_to(lists.get(term, kind_), documents, result);
  if (word.longer.empty()) return result;
  const auto most = result;
  std::vector<std::uint32_t> times;
  for (const auto& longer : word.longer) {
    if (longer.is_same) continue;
    times = most;
    for (const auto& term : longer.terms) limit_to(lists.get(term, kind_), documents, times);
    for (std::size_t i = 0; i < times.size(); ++i) result[i] -= std::min(result[i], times[i]);
  }
  return result;
}

// Adding up the scores is what most of a query's time goes into, so the factors of a document's
// length are worked out once a segment.
void Weighting::add_word(const WeighedWord& word, std::uint32_t segment,
                         std::vector<float>& scores) {
  const auto lengths = snapshot_.segment(segment).lengths(kind_);
  const auto per_length = static_cast<float>(kBm25K1 * kBm25B / average_length_);
  constexpr auto kFixed = static_cast<float>(kBm25K1 * (1 - kBm25B));
  const auto weight = static_cast<float>(word.weight * (kBm25K1 + 1));
  const auto add = [&](std::uint32_t document, std::uint32_t frequency) {
    const auto length = static_cast<float>(lengths[document]);
    const auto wdf = static_cast<float>(frequency);
    scores[document] += weight * wdf / (kFixed + per_length * length + wdf);
  };
  const auto& terms = word.word.terms;
  if (terms.size() == 1 && word.word.longer.empty()) {
    const auto& list = lists_[segment].get(terms.front(), kind_);
    for (std::size_t i = 0; i < list.documents.size(); ++i)
      add(list.documents[i], list.frequencies[i]);
    return;
  }
  if (word.word.origin == Origin::variant) {
    const auto candidates = lists_[segment].get(terms.front(), kind_).documents;
    const auto least = variant_frequencies(word.word, segment, candidates);
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (least[i] > 0) add(candidates[i], least[i]);
    }
    return;
  }
  frequencies_.assign(scores.size(), 0);
  for (const auto& term : terms) {
    const auto& list = lists_[segment].get(term, kind_);
    for (std::size_t i = 0; i < list.documents.size(); ++i)
      frequencies_[list.documents[i]] += list.frequencies[i];
  }
  for (std::uint32_t document = 0; document < frequencies_.size(); ++document) {
    if (frequencies_[document] > 0) add(document, frequencies_[document]);
  }
}

void Weighting::add_scores(const std::vector<WeighedWord>& words, std::uint32_t segment,
                           std::vector<float>& scores) {
  for (const auto& word : words) add_word(word, segment, scores);
}

}  // namespace dateline
