// Towns, waters and other nature with a country's or a capital's name (policy B6).
#include "language/countries/country_rules.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

bool is_state(const Candidate* candidate) {
  return candidate != nullptr &&
         (candidate->kind == NameKind::kState || candidate->kind == NameKind::kUsState ||
          candidate->kind == NameKind::kStateShort);
}

// The state that stands after a comma behind a candidate: "Paris, Texas".
const Candidate* state_after(const CountryContext& text, const Candidate& candidate) {
  const Index next = Index{candidate.last_word} + 1;
  if (text.gap(next) != Gap::kComma) return nullptr;
  const Candidate* state = text.beginning_at(next);
  return is_state(state) ? state : nullptr;
}

bool is_demonym(const Candidate& candidate) {
  return candidate.kind == NameKind::kDemonym || candidate.kind == NameKind::kIndian ||
         (candidate.kind == NameKind::kKorea && candidate.entry->surface.starts_with("Korean"));
}

bool is_place_name(const Candidate& candidate) {
  switch (candidate.kind) {
    case NameKind::kName:
    case NameKind::kTerritory:
    case NameKind::kFormer:
    case NameKind::kCapital:
    case NameKind::kAmbiguousCapital:
    case NameKind::kGeorgia:
    case NameKind::kWashington:
    case NameKind::kTripoli:
    case NameKind::kBrussels:
      return true;
    case NameKind::kCongo:
      return candidate.entry->surface == "Congo";
    case NameKind::kKorea:
      return candidate.entry->surface == "Korea";
    default:
      return false;
  }
}

// "the Russian Lake Baikal": the water has a name of its own.
bool has_own_name(const CountryContext& text, Index water) {
  return text.follows(water + 1) && text.capital(water + 1) && text.word(water) != "Sea" &&
         text.word(water) != "Ocean";
}

bool is_numbered(const CountryContext& text, Index channel) {
  const auto next = text.word(channel + 1);
  return text.follows(channel + 1) && !next.empty() && next[0] >= '0' && next[0] <= '9';
}

bool is_before_water(const CountryContext& text, const Candidate& candidate) {
  const Index next = Index{candidate.last_word} + 1;
  if (!text.follows(next) || (!is_demonym(candidate) && !is_place_name(candidate))) return false;
  if (!text.capital(next)) {
    return !is_demonym(candidate) && text.is(next, WordClass::kSmallWater);
  }
  if (!text.is(next, WordClass::kWater) || is_numbered(text, next)) return false;
  if (!is_demonym(candidate)) return true;
  if (text.word(next) == "Gulf") return text.is(candidate.last_word, WordClass::kGulf);
  return !has_own_name(text, next) || text.word(next) == "Channel";
}

bool is_after_water(const CountryContext& text, const Candidate& candidate) {
  const Index i = candidate.first_word;
  if (!text.follows(i)) return false;
  Index before = i - 1;
  if (text.capital(before) && text.is(before, WordClass::kWaterBefore)) {
    // "the River Jordan", but "on the Yalu River China"
    return text.word(before) != "River" || !text.follows(before) || !text.capital(before - 1) ||
           text.word(before - 1) == "The";
  }
  if (text.word(before) == "the") --before;
  return text.word(before) == "of" && text.follows(before) && text.capital(before - 1) &&
         text.is(before - 1, WordClass::kWaterOf);
}

// "Lagos, Portugal": another place of the capital's name; a list goes on with "and" or another
// country.
bool is_elsewhere(const CountryContext& text, const Candidate& candidate) {
  const Index next = Index{candidate.last_word} + 1;
  if (!text.is(candidate.last_word, WordClass::kElsewhere) || text.gap(next) != Gap::kComma)
    return false;
  const Candidate* country = text.beginning_at(next);
  if (country == nullptr || !is_place_name(*country) || country->codes == candidate.codes)
    return false;
  const Index after = Index{country->last_word} + 1;
  return !text.is(after, WordClass::kListWord) &&
         (text.gap(after) != Gap::kComma || text.beginning_at(after) == nullptr);
}

}  // namespace

bool is_town_of_a_state(const CountryContext& text, const Candidate& candidate) {
  if (!is_place_name(candidate)) return false;
  if (is_elsewhere(text, candidate)) return true;
  const Candidate* state = state_after(text, candidate);
  if (state == nullptr) return false;
  // In "London, New York and Tokyo" the state is one more item of a list of places.
  Index next = Index{state->last_word} + 1;
  if (text.follows(next) && text.word(next) == "City") return false;
  const bool listed = text.gap(next) == Gap::kComma || text.is(next, WordClass::kListWord);
  if (!listed) return true;
  if (text.is(next, WordClass::kListWord)) ++next;
  const Candidate* item = text.beginning_at(next);
  return item == nullptr || !is_place_name(*item) || state_after(text, *item) != nullptr;
}

bool is_longer_place(const CountryContext& text, const Candidate& candidate) {
  const Index next = Index{candidate.last_word} + 1;
  const bool capital_kind =
      candidate.kind == NameKind::kCapital || candidate.kind == NameKind::kAmbiguousCapital;
  if (!capital_kind || !text.follows(next) || !text.capital(next + 1)) return false;
  return text.word(next) == "de" || text.word(next) == "del";
}

bool is_water(const CountryContext& text, const Candidate& candidate) {
  return is_before_water(text, candidate) || is_after_water(text, candidate);
}

}  // namespace dateline
