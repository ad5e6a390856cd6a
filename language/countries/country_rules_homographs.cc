// Words that are a country's in one neighbourhood and not in another (policy B5), by their
// neighbours alone.
#include <cstdint>
#include <initializer_list>

#include "language/countries/country_rules.h"

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

namespace {

// The suppressions of candidates of one kind alone.
bool is_suppressed_by_kind(const CountryContext& text, const Candidate& candidate) {
  switch (candidate.kind) {
    case NameKind::kAbbreviation:
      return is_before_currency_sign(text, candidate);
    case NameKind::kCombining:
      return is_unjoined_combining_form(text, candidate);
    case NameKind::kDemonym:
      return is_verb(text, candidate);
    case NameKind::kWashington:
      return is_other_washington(text, candidate);
    case NameKind::kAmerica:
      return is_other_america(text, candidate);
    case NameKind::kIndian:
      return is_other_indian(text, candidate);
    case NameKind::kCentralAfrican:
      return is_central_african_region(text, candidate);
    case NameKind::kPeoplesRepublic:
      return is_other_peoples_republic(text, candidate);
    case NameKind::kCompound:
      return is_language_or_region_compound(text, candidate);
    case NameKind::kHague:
      return is_hague_without_article(text, candidate);
    case NameKind::kSeat:
      return is_other_white_house(text, candidate);
    default:
      return false;
  }
}

constexpr std::uint64_t any_of(std::initializer_list<WordClass> classes) noexcept {
  std::uint64_t bits = 0;
  for (const auto c : classes) bits |= class_bit(c);
  return bits;
}

// Whether a neighbour is one that the rules of waters, media, universities and pacts look for: most
// candidates have none, and need not be shown to them.
bool may_be_part_of_a_name(const CountryContext& text, const Candidate& candidate) {
  constexpr auto kAfter =
      any_of({WordClass::kWater, WordClass::kSmallWater, WordClass::kMedia, WordClass::kMediaMiddle,
              WordClass::kBroadcaster, WordClass::kUniversity, WordClass::kUniversityMiddle,
              WordClass::kPact, WordClass::kCapitalPact, WordClass::kPactMiddle});
  constexpr auto kBefore = any_of({WordClass::kWaterBefore, WordClass::kDirection});
  const Index next = Index{candidate.last_word} + 1;
  const Index before = Index{candidate.first_word} - 1;
  if ((text.classes(next) & kAfter) != 0 || (text.classes(before) & kBefore) != 0) return true;
  const auto word_before = text.word(before);
  const auto word_after = text.word(next);
  return word_before == "of" || word_before == "the" || word_before == "College" ||
         word_after == "School" || word_after == "24";
}

bool is_suppressed(const CountryContext& text, const Candidate& candidate) {
  if (is_suppressed_by_kind(text, candidate) || is_language(text, candidate) ||
      is_given_name(text, candidate) || is_town_of_a_state(text, candidate) ||
      is_longer_place(text, candidate)) {
    return true;
  }
  return may_be_part_of_a_name(text, candidate) &&
         (is_water(text, candidate) || is_medium(text, candidate) ||
          is_university(text, candidate) || is_pact(text, candidate));
}

}  // namespace

void apply_suppressions(CountryContext& text) {
  for (auto& candidate : text.candidates()) {
    if (candidate.codes.empty() || candidate.own) continue;
    candidate.person = is_surname(text, candidate);
    candidate.dropped = candidate.person || is_suppressed(text, candidate);
  }
}

}  // namespace dateline
