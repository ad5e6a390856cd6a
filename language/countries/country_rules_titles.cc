// Country words and capitals inside the names of papers, universities and pacts (policy B6).
#include "language/countries/country_rules.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

constexpr int kMostMiddleWords = 3;  // "Moscow State Technical University"

bool is_adjective(const Candidate& candidate) {
  return candidate.kind == NameKind::kDemonym || candidate.kind == NameKind::kIndian ||
         candidate.kind == NameKind::kAmerica || candidate.kind == NameKind::kDominican;
}

bool is_capital_kind(const Candidate& candidate) {
  switch (candidate.kind) {
    case NameKind::kCapital:
    case NameKind::kAmbiguousCapital:
    case NameKind::kWashington:
    case NameKind::kBrussels:
    case NameKind::kHague:
    case NameKind::kTripoli:
      return true;
    default:
      return false;
  }
}

bool is_paper_word(const CountryContext& text, Index i, bool after_adjective) {
  if (!text.follows(i) || !text.capital(i) || !text.is(i, WordClass::kMedia)) return false;
  if (text.follows(i + 1) && text.is(i + 1, WordClass::kAgency)) return false;
  if (!after_adjective) return true;
  // After an adjective most of these words are common nouns with a capital; these are titles.
  const auto word = text.word(i);
  if (word == "News")
    return text.gap(i + 1) != Gap::kSpace;  // (Irish News), not Russian News Service
  return word == "Times" || word == "Herald" || word == "Journal" || word == "Tribune" ||
         word == "Gazette" || word == "Observer";
}

// "of" or "of the" before word i; the index of the word before that, or i when there is none.
Index before_of(const CountryContext& text, Index i) {
  Index before = i - 1;
  if (text.word(before) == "the" && text.follows(i)) --before;
  return text.word(before) == "of" && text.follows(before + 1) && text.follows(before) ? before - 1
                                                                                       : i;
}

bool is_pact_word(const CountryContext& text, Index i) {
  if (text.is(i, WordClass::kPact)) return true;
  return text.capital(i) && text.is(i, WordClass::kCapitalPact);
}

// The station France 24, but "in France 24 people" and "France 24 hours later".
bool is_station(const CountryContext& text, const Candidate& candidate) {
  const Index number = Index{candidate.last_word} + 1;
  if (candidate.entry->surface != "France" || !text.follows(number) || text.word(number) != "24") {
    return false;
  }
  const Index next = number + 1;
  return text.gap(next) != Gap::kSpace || text.capital(next) ||
         text.is(next, WordClass::kLanguageEnd) || text.is(next, WordClass::kMediumVerb);
}

}  // namespace

bool is_medium(const CountryContext& text, const Candidate& candidate) {
  if (is_station(text, candidate)) return true;
  const Index next = Index{candidate.last_word} + 1;
  const bool adjective = is_adjective(candidate);
  if (is_paper_word(text, next, adjective)) return true;
  if (text.follows(next) && text.capital(next)) {
    if (text.is(next, WordClass::kBroadcaster)) return true;
    if (text.is(next, WordClass::kMediaMiddle) && is_paper_word(text, next + 1, adjective))
      return true;
  }
  const Index first = candidate.first_word;
  const Index before = before_of(text, first);
  return before != first && text.capital(before) && text.is(before, WordClass::kMediaOf);
}

void drop_credits(CountryContext& text) {
  constexpr std::size_t kLongestCredit = 64;  // bytes
  auto& candidates = text.candidates();
  if (candidates.empty()) return;
  const auto whole = text.text();
  const auto close = whole.find_last_not_of(" .\t\r\n*_");
  if (close == std::string_view::npos || whole[close] != ')') return;
  const auto open = whole.rfind('(', close);
  if (open == std::string_view::npos || close - open > kLongestCredit) return;
  bool credit = false;
  auto i = static_cast<Index>(text.words().size()) - 1;
  for (; i >= 0 && text.words()[static_cast<std::size_t>(i)].begin > open; --i) {
    const auto word = text.word(i);
    if (!text.capital(i) && word != "of" && word != "the") return;
    credit = credit || text.is(i, WordClass::kCredit);
  }
  if (!credit) return;
  for (auto c = candidates.rbegin(); c != candidates.rend(); ++c) {
    if (text.words()[c->first_word].begin < open) break;
    if (!c->own) c->dropped = true;
  }
}

bool is_university(const CountryContext& text, const Candidate& candidate) {
  Index next = Index{candidate.last_word} + 1;
  for (int i = 0; i < kMostMiddleWords && text.follows(next) && text.capital(next) &&
                  text.is(next, WordClass::kUniversityMiddle);
       ++i) {
    ++next;
  }
  if (text.follows(next) && text.capital(next) && text.is(next, WordClass::kUniversity))
    return true;
  if (text.word(next) == "School" && text.follows(next) && text.word(next + 1) == "of" &&
      text.word(next + 2) == "Economics") {
    return true;
  }
  const Index first = candidate.first_word;
  if (text.word(first - 1) == "College" && text.follows(first)) return true;
  Index of = before_of(text, first);
  // "University of East London"
  if (of == first && text.follows(first) && text.is(first - 1, WordClass::kDirection)) {
    of = before_of(text, first - 1);
    if (of == first - 1) return false;
  }
  return of != first && text.capital(of) && text.is(of, WordClass::kUniversity);
}

bool is_pact(const CountryContext& text, const Candidate& candidate) {
  if (!is_capital_kind(candidate) || text.gap(candidate.first_word) == Gap::kHyphen) return false;
  Index next = Index{candidate.last_word} + 1;
  for (int i = 0; i < kMostMiddleWords && text.follows(next) && text.capital(next) &&
                  text.is(next, WordClass::kPactMiddle) && !is_pact_word(text, next);
       ++i) {
    ++next;
  }
  if (text.follows(next) && is_pact_word(text, next)) return true;
  // "Helsinki Final Act", "Nuclear Security Summit" after a middle word that is itself a pact word
  const Index first = candidate.first_word;
  const Index before = before_of(text, first);
  return before != first && text.is(before, WordClass::kPactOf) &&
         (text.capital(before) || text.is(before, WordClass::kPact));
}

}  // namespace dateline
