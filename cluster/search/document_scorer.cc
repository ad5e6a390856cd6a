#include "cluster/search/document_scorer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "cluster/documents/mapping.h"
#include "cluster/search/word_weights.h"
#include "index/schema.h"
#include "searcher/rank/lead.h"
#include "searcher/rank/nearness.h"

namespace dateline {
namespace {

// Calls `visit` with each text of a value that is one text or a list of them.
template <typename Visit>
void for_each_text(simdjson::dom::element value, Visit visit) {
  std::string_view text;
  simdjson::dom::array values;
  if (value.get_string().get(text) == simdjson::SUCCESS) {
    visit(text);
  } else if (value.get_array().get(values) == simdjson::SUCCESS) {
    for (const auto one : values) for_each_text(one, visit);
  }
}

double each_of(double weight, std::size_t count) noexcept {
  return weight / std::sqrt(static_cast<double>(std::max<std::size_t>(count, 1)));
}

}  // namespace

DocumentScorer::DocumentScorer(const RankingQuery& query, const std::vector<WeighedWord>& words,
                               TermStatistics& statistics, DocumentKind kind)
    : query_(query), words_(words), kind_(kind), average_length_(statistics.average_length()) {
  for (const auto& word : words) {
    for (const auto& term : word.word.terms) frequencies_.emplace(term, 0);
    for (const auto& longer : word.word.longer) {
      for (const auto& term : longer.terms) frequencies_.emplace(term, 0);
    }
  }
  for (std::size_t i = 0; i < query.pairs.size(); ++i) {
    const auto& pair = query.pairs[i];
    pairs_.emplace(std::pair<std::string_view, std::string_view>{pair.first, pair.second}, i);
    const double idf = (statistics.inverse_document_frequency(pair.first) +
                        statistics.inverse_document_frequency(pair.second)) /
                       2;
    pair_weights_.push_back(each_of(kNearWeight, query.pairs.size()) * pair.times * idf);
  }
}

std::vector<std::string_view> DocumentScorer::fields(DocumentKind kind) {
  if (kind == DocumentKind::event) return {field::kToken};
  return {field::kTitleToken, field::kHeadingToken, field::kBodyToken, field::kTitleBlockToken};
}

void DocumentScorer::read_value(std::string_view tokens, double weight) {
  std::string_view before;
  while (!tokens.empty()) {
    const auto end = std::min(tokens.find(' '), tokens.size());
    const auto token = tokens.substr(0, end);
    tokens.remove_prefix(std::min(end + 1, tokens.size()));
    if (const auto found = frequencies_.find(token); found != frequencies_.end())
      found->second += weight;
    if (!pairs_.empty()) {
      if (const auto found = pairs_.find({before, token}); found != pairs_.end())
        pair_frequencies_[found->second] += 1;
    }
    before = token;
    if (first_words_.size() < kLeadWords) first_words_.push_back(token);
  }
}

void DocumentScorer::read(simdjson::dom::element source, std::string_view name, double weight) {
  simdjson::dom::element value;
  if (source[name].get(value) != simdjson::SUCCESS) return;
  for_each_text(value, [&](std::string_view tokens) {
    has_title_ = has_title_ || (name == field::kTitleToken && !tokens.empty());
    read_value(tokens, weight);
  });
}

double DocumentScorer::least(const std::vector<std::string>& terms) const {
  double least = std::numeric_limits<double>::max();
  for (const auto& term : terms) least = std::min(least, frequencies_.find(term)->second);
  return least;
}

double DocumentScorer::frequency(const RankingWord& word) const {
  if (word.origin != RankingWord::Origin::variant) {
    double sum = 0;
    for (const auto& term : word.terms) sum += frequencies_.find(term)->second;
    return sum;
  }
  const auto all = least(word.terms);
  auto left = all;
  for (const auto& longer : word.longer) {
    if (!longer.is_same) left -= std::min(left, std::min(all, least(longer.terms)));
  }
  return left;
}

double DocumentScorer::lead() const {
  if (has_title_) return 0;
  std::size_t typed = 0;
  double sum = 0;
  for (const auto& word : words_) {
    if (word.word.origin != RankingWord::Origin::typed) continue;
    ++typed;
    const auto stands = std::find(first_words_.begin(), first_words_.end(),
                                  word.word.terms.front()) != first_words_.end();
    if (stands) sum += word.idf;
  }
  return sum * each_of(kLeadWeight, typed);
}

// In floats, as Weighting::add_scores(): documents that tie there tie here.
double DocumentScorer::by_words(double length) const {
  const auto per_length = static_cast<float>(kBm25K1 * kBm25B / average_length_);
  constexpr auto kFixed = static_cast<float>(kBm25K1 * (1 - kBm25B));
  float sum = 0;
  for (const auto& word : words_) {
    const auto times = static_cast<float>(frequency(word.word));
    const auto weight = static_cast<float>(word.weight * (kBm25K1 + 1));
    if (times > 0)
      sum += weight * times / (kFixed + per_length * static_cast<float>(length) + times);
  }
  return sum;
}

double DocumentScorer::score(simdjson::dom::element source, double length, double date_boost) {
  for (auto& [term, frequency] : frequencies_) frequency = 0;
  pair_frequencies_.assign(query_.pairs.size(), 0);
  first_words_.clear();
  has_title_ = false;
  if (kind_ == DocumentKind::event) {
    read(source, field::kToken, 1);
  } else {
    read(source, field::kTitleToken, kTitleWeight);
    read(source, field::kHeadingToken, kHeadingWeight);
    read(source, field::kBodyToken, 1);
    read(source, field::kTitleBlockToken, 1);
  }
  double sum = by_words(length);
  for (std::size_t i = 0; i < pair_weights_.size(); ++i) {
    if (pair_frequencies_[i] > 0)
      sum += pair_weights_[i] * bm25_saturation(pair_frequencies_[i], length, average_length_);
  }
  return sum * date_boost + (kind_ == DocumentKind::article ? lead() : 0);
}

}  // namespace dateline
