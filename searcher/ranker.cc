#include "searcher/ranker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "searcher/prefix.h"

namespace dateline {
namespace {

using Kind = QueryNode::Kind;

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

std::vector<std::string> Ranker::expansions(const Condition& condition) const {
  std::set<std::string> terms;
  for (std::size_t i = 0; i < snapshot_.segment_count(); ++i) {
    const Segment& segment = snapshot_.segment(i);
    for (const auto id : expand_prefix(segment, condition.terms.front()))
      terms.emplace(segment.terms.text(id));
  }
  if (terms.size() > kMaxWeighedExpansions) return {};
  return {terms.begin(), terms.end()};
}

std::vector<Ranker::Word> Ranker::words(const Condition& condition) const {
  std::vector<Word> words;
  for (const Condition* text : positive_texts(condition)) {
    const bool in_text = text->field == TextField::any || text->field == TextField::text ||
                         (kind_ == DatabaseKind::articles && text->field != TextField::author);
    if (!in_text) continue;
    if (text->kind == Kind::prefix) {
      if (auto terms = expansions(*text); !terms.empty()) words.push_back({std::move(terms)});
    } else {
      for (const auto& term : text->terms) words.push_back({{term}});
    }
  }
  for (auto& word : words) word.weight = inverse_document_frequency(word);
  return words;
}

// ln(1 + (N - n + ½) / (n + ½)), which is never negative.
double Ranker::inverse_document_frequency(const Word& word) const {
  double documents = 0;
  double with_word = 0;
  for (std::size_t s = 0; s < lists_.size(); ++s) {
    const double count = snapshot_.segment(s).count(kind_);
    double sum = 0;
    for (const auto& term : word.terms) sum += lists_[s].document_frequency(term, kind_);
    documents += count;
    with_word += std::min(sum, count);
  }
  return std::log1p((documents - with_word + 0.5) / (with_word + 0.5));
}

double Ranker::average_length() const {
  double documents = 0;
  double length = 0;
  for (std::size_t s = 0; s < lists_.size(); ++s) {
    documents += snapshot_.segment(s).count(kind_);
    length += static_cast<double>(lists_[s].total_length(kind_));
  }
  return documents == 0 || length == 0 ? 1 : length / documents;
}

void Ranker::score(const std::vector<Word>& words, std::uint32_t segment, double average_length,
                   std::vector<float>& scores) {
  const auto lengths = snapshot_.segment(segment).lengths(kind_);
  const auto per_length = static_cast<float>(kBm25K1 * kBm25B / average_length);
  const auto shortest = static_cast<float>(kBm25MinNormLength * average_length);
  constexpr auto kFixed = static_cast<float>(kBm25K1 * (1 - kBm25B));
  const auto add = [&](float weight, std::uint32_t document, std::uint32_t frequency) {
    const auto length = std::max(static_cast<float>(lengths[document]), shortest);
    const auto wdf = static_cast<float>(frequency);
    scores[document] += weight * wdf / (kFixed + per_length * length + wdf);
  };
  std::vector<std::uint32_t> sums;  // of a prefix: how often each document has any of its words
  for (const Word& word : words) {
    const auto weight = static_cast<float>(word.weight * (kBm25K1 + 1));
    if (word.terms.size() == 1) {
      const auto& list = lists_[segment].get(word.terms.front(), kind_);
      for (std::size_t i = 0; i < list.documents.size(); ++i)
        add(weight, list.documents[i], list.frequencies[i]);
      continue;
    }
    sums.assign(scores.size(), 0);
    for (const auto& term : word.terms) {
      const auto& list = lists_[segment].get(term, kind_);
      for (std::size_t i = 0; i < list.documents.size(); ++i)
        sums[list.documents[i]] += list.frequencies[i];
    }
    for (std::uint32_t document = 0; document < sums.size(); ++document) {
      if (sums[document] > 0) add(weight, document, sums[document]);
    }
  }
}

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

std::optional<std::vector<Ranked>> Ranker::by_relevance(const Condition& condition,
                                                        const std::vector<DayRange>& asked,
                                                        const std::vector<Bitmap>& matches,
                                                        std::uint32_t offset, std::uint32_t limit) {
  const auto weighted = words(condition);
  if (weighted.empty()) return std::nullopt;
  const double length = average_length();
  Best best(std::size_t{offset} + limit);
  std::vector<float> scores;
  for (std::uint32_t s = 0; s < matches.size(); ++s) {
    scores.assign(snapshot_.segment(s).count(kind_), 0);
    score(weighted, s, length, scores);
    const bool boosts = kind_ == DatabaseKind::events && !asked.empty();
    matches[s].for_each([&](std::size_t i) {
      const auto document = static_cast<std::uint32_t>(i);
      const double boost = boosts ? date_boost(snapshot_.segment(s).days(document), asked) : 1;
      if (best.is_too_low(scores[i] * boost)) return;
      best.add({{s, document}, scores[i] * boost, boost});
    });
  }
  return best.from(offset);
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
      const bool own_date = kind_ == DatabaseKind::events && order != SortOrder::published;
      const auto days =
          own_date ? segment.days(ordinal)
                   : segment.published(kind_ == DatabaseKind::events ? segment.article_of(ordinal)
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
