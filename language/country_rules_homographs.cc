// Words that are a country's in one neighbourhood and not in another (policy B5), by their
// neighbours alone.
#include "language/country_rules.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

bool is_neighbour_state(const CountryContext& text, const Candidate* candidate) {
  return candidate != nullptr && candidate->kind == NameKind::kUsState &&
         !text.is(candidate->first_word, WordClass::kCapitalArea);
}

// "Oregon and Washington", "Idaho, Washington": the states around Washington state.
bool stands_among_states(const CountryContext& text, const Candidate& candidate) {
  const Index next = Index{candidate.last_word} + 1;
  if (text.gap(next) == Gap::kComma && is_neighbour_state(text, text.beginning_at(next)))
    return true;
  if (text.is(next, WordClass::kListWord) && text.is(next + 1, WordClass::kPacificState))
    return true;
  const Index first = candidate.first_word;
  Index before = first - 1;
  if (text.is(before, WordClass::kListWord)) --before;
  return before < first && text.is(before, WordClass::kPacificState) &&
         !text.starts_sentence(first) && (before != first - 1 || text.gap(first) == Gap::kComma);
}

}  // namespace

bool is_other_washington(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kWashington) return false;
  const Index i = candidate.first_word;
  if (text.follows(i + 1)) {
    const bool state = text.is(i + 1, WordClass::kStateWord);
    if (state && text.word(i + 2) != "Department") return true;
    if (text.word(i + 1) == "County" || text.word(i + 1) == "Redskins") return true;
  }
  if (text.word(i - 1) == "of" && text.is(i - 2, WordClass::kStateWord)) return true;
  return stands_among_states(text, candidate);
}

bool is_other_america(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kAmerica) return false;
  const Index i = candidate.first_word;
  return text.follows_or_joined(i) && text.is(i - 1, WordClass::kAmericanBefore);
}

bool is_other_indian(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kIndian) return false;
  const Index i = candidate.first_word;
  if (text.follows_or_joined(i) &&
      (text.is(i - 1, WordClass::kIndianBefore) || text.is(i - 1, WordClass::kAmericanDemonym))) {
    return true;
  }
  return text.follows(i + 1) && text.is(i + 1, WordClass::kIndianAfter);
}

bool is_central_african_region(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kCentralAfrican) return false;
  const Index next = Index{candidate.last_word} + 1;
  return text.follows(next) && text.is(next, WordClass::kRegionNoun);
}

bool is_other_peoples_republic(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kPeoplesRepublic) return false;
  const Index next = Index{candidate.last_word} + 1;
  if (text.follows(next) && text.word(next) == "of") return true;
  const Index first = candidate.first_word;
  const bool named =
      text.follows(first) && text.capital(first - 1) && text.word(first - 1) != "The";
  return named;  // "Donetsk People's Republic"
}

bool is_language_or_region_compound(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kCompound) return false;
  const Index next = Index{candidate.last_word} + 1;
  return !text.follows(next) || !text.is(next, WordClass::kRelation);
}

bool is_hague_without_article(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kHague) return false;
  const Index i = candidate.first_word;
  return !text.follows(i) || text.word(i - 1) != "the";
}

bool is_other_white_house(const CountryContext& text, const Candidate& candidate) {
  if (candidate.entry->surface != "White House") return false;
  const Index first = candidate.first_word;
  const Candidate* owner = text.possessive(first - 1) ? text.ending_at(first - 1) : nullptr;
  return owner != nullptr && owner->codes == "RU";
}

void apply_suppressions(CountryContext& text) {
  using Suppression = bool (*)(const CountryContext&, const Candidate&);
  static constexpr Suppression kSuppressions[] = {is_before_currency_sign,
                                                  is_unjoined_combining_form,
                                                  is_language,
                                                  is_verb,
                                                  is_given_name,
                                                  is_town_of_a_state,
                                                  is_longer_place,
                                                  is_water,
                                                  is_medium,
                                                  is_university,
                                                  is_pact,
                                                  is_other_washington,
                                                  is_other_america,
                                                  is_other_indian,
                                                  is_central_african_region,
                                                  is_other_peoples_republic,
                                                  is_language_or_region_compound,
                                                  is_hague_without_article,
                                                  is_other_white_house};
  for (auto& candidate : text.candidates()) {
    if (candidate.codes.empty() || candidate.own) continue;
    candidate.person = is_surname(text, candidate);
    candidate.dropped = candidate.person;
    for (const auto suppressed : kSuppressions) {
      if (candidate.dropped) break;
      candidate.dropped = suppressed(text, candidate);
    }
  }
}

}  // namespace dateline
