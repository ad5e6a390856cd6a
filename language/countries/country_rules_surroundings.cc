// Words whose sense only the sentence or the paragraph shows (policy B2, B5).
#include "language/countries/country_rules.h"
#include "language/countries/country_surroundings.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

constexpr int kLongestPlaceList = 6;    // places in a list before Brussels
constexpr int kLongestSenatorName = 4;  // "Senator Sam B. Nunn of Georgia"

// ---- Georgia

// "the state of Georgia", "Senator Sam Nunn of Georgia", "D-Georgia"
bool is_marked_as_state(const CountryContext& text, Index i) {
  if (text.gap(i) == Gap::kHyphen) return text.word(i - 1) == "D" || text.word(i - 1) == "R";
  if (text.word(i - 1) != "of" && text.word(i - 1) != "from") return false;
  if (text.is(i - 2, WordClass::kStateWord)) return true;
  for (Index before = i - 2; before >= i - 2 - kLongestSenatorName && text.capital(before);
       --before) {
    const auto word = text.word(before);
    if (word == "Senator" || word == "Sen" || word == "Governor" || word == "Gov" ||
        word == "Representative" || word == "Rep" || word == "Congressman") {
      return true;
    }
  }
  return false;
}

// "in Savannah, Georgia": a capitalised word that is no country and no day, after which the place
// is complete.
bool follows_a_city(const CountryContext& text, Index i) {
  if (text.gap(i) != Gap::kComma || !text.capital(i - 1) || text.possessive(i - 1)) return false;
  if (text.is(i - 1, WordClass::kCalendar)) return false;
  if (text.words()[static_cast<std::size_t>(i - 1)].all_caps) return false;
  const Candidate* before = text.ending_at(i - 1);
  if (before != nullptr && before->kind != NameKind::kCapital &&
      before->kind != NameKind::kAmbiguousCapital) {
    return false;
  }
  if (text.gap(i + 1) != Gap::kSpace) return true;
  Index city = i - 1;
  while (text.follows(city) && text.capital(city - 1)) --city;
  return text.is(city - 1, WordClass::kCityPrep) && !text.starts_sentence(city - 1);
}

// "Georgia, Alabama and Florida": one item of a list of states.
bool is_listed_with_states(const CountryContext& text, const Candidate& c) {
  const auto is_us_state = [](const Candidate* neighbour) {
    return neighbour != nullptr && neighbour->kind == NameKind::kUsState;
  };
  const auto listed = [&](Index between) {
    return text.gap(between) == Gap::kComma || text.is(between, WordClass::kListWord);
  };
  Index next = Index{c.last_word} + 1;
  if (listed(next) && is_us_state(text.beginning_at(next))) return true;
  if (text.is(next, WordClass::kListWord) && is_us_state(text.beginning_at(next + 1))) return true;
  const Index first = c.first_word;
  if (listed(first) && is_us_state(text.ending_at(first - 1))) return true;
  return text.is(first - 1, WordClass::kListWord) && is_us_state(text.ending_at(first - 2));
}

bool is_georgia_state(const CountryContext& text, const Surroundings& around, const Candidate& c) {
  const Index i = c.first_word;
  if (is_marked_as_state(text, i)) return true;
  if (text.word(i - 1) == "Soviet") return false;
  if (around.in_text(Sign::kCaucasus)) return false;
  if (text.is(i + 1, WordClass::kNationalNoun) && text.gap(i + 1) == Gap::kSpace) return false;
  if (follows_a_city(text, i) || is_listed_with_states(text, c)) return true;
  if (around.in_sentence(c.sentence, Sign::kRussia)) return false;
  return around.in_sentence(c.sentence, Sign::kGeorgiaState) ||
         around.in_sentence(c.sentence, Sign::kUsState);
}

// ---- Brussels

// The first place of the list that ends with word i: "in Paris, Bonn and Brussels".
Index first_of_list(const CountryContext& text, Index i) {
  for (int items = 0; items < kLongestPlaceList; ++items) {
    Index before = i - 1;
    if (text.is(before, WordClass::kListWord)) --before;
    if (before == i - 1 && text.gap(i) != Gap::kComma) return i;
    const Candidate* place = text.ending_at(before);
    if (place == nullptr || place->codes.empty()) return i;
    i = place->first_word;
  }
  return i;
}

bool is_brussels_the_place(const CountryContext& text, const Surroundings& around,
                           const Candidate& c) {
  if (around.in_sentence(c.sentence, Sign::kBelgium)) return true;
  const Index i = c.first_word;
  // A dateline: "BRUSSELS, March 3 (Reuters)"
  if (i == 0 && text.words()[0].all_caps && !text.words().empty() && text.words().size() > 1 &&
      !text.words()[1].all_caps) {
    return true;
  }
  if (text.follows(i + 1) && text.is(i + 1, WordClass::kPlaceNoun)) return true;
  return text.is(first_of_list(text, i) - 1, WordClass::kPlacePrep);
}

// ---- North and South

bool is_korean_actor(const CountryContext& text, const Candidate& c) {
  const auto surface = c.entry->surface;
  if (surface != "North" && surface != "South") return false;
  const Index i = c.first_word;
  const auto other = [&](const Candidate* direction) {
    return direction != nullptr && direction->kind == NameKind::kDirection;
  };
  if (text.gap(i + 1) == Gap::kHyphen && other(text.beginning_at(i + 1))) return true;
  if (text.gap(i) == Gap::kHyphen && other(text.ending_at(i - 1))) return true;
  const auto article = text.word(i - 1);
  if (!text.follows(i) || (article != "the" && article != "The")) return false;
  return text.possessive(i) || text.gap(i + 1) != Gap::kSpace || !text.capital(i + 1);
}

// "inter-Korean", "intra-Korean"
bool is_between_koreas(const CountryContext& text, const Candidate& c) {
  const Index i = c.first_word;
  const auto prefix = text.word(i - 1);
  return text.gap(i) == Gap::kHyphen &&
         (prefix == "inter" || prefix == "Inter" || prefix == "intra" || prefix == "Intra");
}

// "North and South Korea": the entry that the first direction would have with the second's noun.
const LexiconEntry* joined_direction(const CountryContext& text, const Candidate& c) {
  const Index i = c.last_word;
  Index second = i + 1;
  const bool dash_or_slash = text.gap(second) == Gap::kHyphen || text.gap(second) == Gap::kSlash;
  if (!dash_or_slash) {
    if (!text.is(second, WordClass::kListWord) && text.word(second) != "&") return nullptr;
    ++second;
  }
  const Candidate* noun = text.beginning_at(second);
  if (noun == nullptr || noun->codes.empty() || noun->first_word == noun->last_word) return nullptr;
  if (!text.is(second, WordClass::kDirection)) return nullptr;
  const auto tail = text.words().subspan(noun->first_word + 1, noun->last_word - noun->first_word);
  const auto* entry = text.phrase(c.entry->surface, tail);
  return entry != nullptr && !entry->codes.empty() ? entry : nullptr;
}

void resolve_direction(CountryContext& text, const Surroundings& around, Candidate& c) {
  if (const auto* entry = joined_direction(text, c)) {
    c.codes = entry->codes;
    c.rule = "joined-direction";
    return;
  }
  const bool korea = around.names("KP") || around.names("KR");
  if (!korea || !is_korean_actor(text, c)) return;
  c.codes = c.entry->surface == "North" ? "KP" : "KR";
  c.rule = "korea";
}

void resolve_one(CountryContext& text, const Surroundings& around, Candidate& c) {
  switch (c.kind) {
    case NameKind::kDirection:
      resolve_direction(text, around, c);
      break;
    case NameKind::kKorea:
      if (is_between_koreas(text, c)) c.codes = "KPKR";
      break;
    case NameKind::kCongo:
      c.codes = around.nearest_congo(c).value_or("CD");
      break;
    case NameKind::kDominican:
      if (around.in_sentence(c.sentence, Sign::kDominica) &&
          !around.in_sentence(c.sentence, Sign::kDominicanRepublic)) {
        c.codes = "DM";
      }
      break;
    case NameKind::kGeorgia:
      c.dropped = c.dropped || is_georgia_state(text, around, c);
      break;
    case NameKind::kBrussels:
      c.dropped = c.dropped || !is_brussels_the_place(text, around, c);
      break;
    case NameKind::kTripoli:
      c.dropped = c.dropped || (around.names("LB") && !around.names("LY"));
      break;
    case NameKind::kAmbiguousCapital:
      c.dropped = c.dropped || !around.names(c.codes);
      break;
    default:
      break;
  }
}

// Once the state is meant, a later bare Georgia in the same text means it too, unless the Caucasus
// is spoken of.
void follow_the_state_of_georgia(CountryContext& text, const Surroundings& around) {
  if (around.in_text(Sign::kCaucasus)) return;
  bool state = false;
  for (auto& c : text.candidates()) {
    if (c.kind == NameKind::kBlock && c.entry->surface.starts_with("Georgia")) state = true;
    if (c.kind != NameKind::kGeorgia) continue;
    if (c.dropped) state = true;
    const bool country = around.in_sentence(c.sentence, Sign::kRussia) ||
                         text.is(Index{c.last_word} + 1, WordClass::kNationalNoun);
    if (state && !country) c.dropped = true;
  }
}

// "Athens, Georgia": the town goes with the state.
void drop_towns_of_georgia(CountryContext& text) {
  auto& candidates = text.candidates();
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const Candidate& state = candidates[i];
    Candidate& town = candidates[i - 1];
    if (state.kind != NameKind::kGeorgia || !state.dropped) continue;
    const bool joined =
        town.last_word + 1 == state.first_word && text.gap(Index{state.first_word}) == Gap::kComma;
    if (joined && (town.kind == NameKind::kCapital || town.kind == NameKind::kAmbiguousCapital)) {
      town.dropped = true;
    }
  }
}

// "Virgin Islands (British)": the owner in brackets decides, and is no mention of its own.
void join_bracketed_owners(CountryContext& text) {
  auto& candidates = text.candidates();
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    Candidate& islands = candidates[i - 1];
    Candidate& owner = candidates[i];
    if (islands.entry->surface != "Virgin Islands" || islands.last_word + 1 != owner.first_word)
      continue;
    const auto end = text.words()[islands.last_word].end;
    const auto between = text.text().substr(end, text.words()[owner.first_word].begin - end);
    if (between.find('(') == std::string_view::npos) continue;
    if (owner.codes != "GB" && owner.codes != "US") continue;
    islands.codes = owner.codes == "GB" ? "VG" : "VI";
    owner.dropped = true;
  }
}

}  // namespace

void resolve_by_surroundings(CountryContext& text) {
  join_bracketed_owners(text);
  const Surroundings around{text};
  for (auto& candidate : text.candidates()) resolve_one(text, around, candidate);
  follow_the_state_of_georgia(text, around);
  drop_towns_of_georgia(text);
}

}  // namespace dateline
