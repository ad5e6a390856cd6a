#include "searcher/rank/ranking_query.h"

#include <algorithm>
#include <set>

#include "searcher/match/prefix.h"

namespace dateline {
namespace {

bool carries_weight(const TextCondition& text, DocumentKind kind) noexcept {
  if (text.field == TextField::any || text.field == TextField::text) return true;
  return kind == DocumentKind::article && text.field != TextField::author;
}

// A word that is typed twice counts twice.
void add_typed(const std::string& term, std::string_view label, std::vector<RankingWord>& words) {
  const auto same = std::find_if(words.begin(), words.end(), [&](const RankingWord& word) {
    return word.origin == RankingWord::Origin::typed && word.terms.front() == term;
  });
  if (same != words.end()) {
    same->factor += 1;
    return;
  }
  words.push_back({RankingWord::Origin::typed, {term}, {}, std::string{label}, 1});
}

void add_variant(const TextCondition& text, std::vector<RankingWord>& words) {
  words.push_back({RankingWord::Origin::variant, text.terms, text.stands_for, text.typed,
                   text.is_family ? kFamilyFactor : kVariantFactor, text.longer});
}

void add_prefix(const TextCondition& text, std::vector<std::string> terms,
                std::vector<RankingWord>& words) {
  if (terms.empty() || terms.size() > kMaxWeighedExpansions) return;
  words.push_back({RankingWord::Origin::prefix, std::move(terms), {}, text.typed + "*", 1});
}

void add_pair(const std::string& first, const std::string& second, std::vector<NearPair>& pairs) {
  if (first == second) return;
  const auto same = std::find_if(pairs.begin(), pairs.end(), [&](const NearPair& pair) {
    return pair.first == first && pair.second == second;
  });
  if (same != pairs.end()) {
    same->times += 1;
  } else {
    pairs.push_back({first, second, 1});
  }
}

}  // namespace

std::vector<std::string> prefix_terms(const Snapshot& snapshot, std::string_view prefix) {
  std::set<std::string> terms;
  for (std::size_t i = 0; i < snapshot.segment_count(); ++i) {
    const Segment& segment = snapshot.segment(i);
    for (const auto id : expand_prefix(segment, prefix)) terms.emplace(segment.terms.text(id));
  }
  return {terms.begin(), terms.end()};
}

RankingQuery ranking_query(const Condition& condition, const Snapshot& snapshot,
                           DocumentKind kind) {
  return ranking_query(
      condition, [&](const std::string& prefix) { return prefix_terms(snapshot, prefix); }, kind);
}

RankingQuery ranking_query(
    const Condition& condition,
    const std::function<std::vector<std::string>(const std::string& prefix)>& prefix_terms,
    DocumentKind kind) {
  RankingQuery query;
  const std::string* before = nullptr;
  for (const TextCondition* text : positive_texts(condition)) {
    if (!carries_weight(*text, kind)) continue;
    if (!text->stands_for.empty()) {
      add_variant(*text, query.words);
      continue;
    }
    if (text->form == TextForm::prefix) {
      add_prefix(*text, prefix_terms(text->terms.front()), query.words);
      before = nullptr;
      continue;
    }
    for (const auto& term : text->terms) {
      add_typed(term, text->terms.size() == 1 ? std::string_view{text->typed} : term, query.words);
      if (before != nullptr) add_pair(*before, term, query.pairs);
      before = &term;
    }
  }
  return query;
}

}  // namespace dateline
