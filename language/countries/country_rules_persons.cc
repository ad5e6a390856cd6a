// Persons who bear a country's or a capital's name (policy B6).
#include <algorithm>
#include <array>

#include "language/countries/country_rules.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

constexpr int kMostParticles = 3;  // "de la", "von und zu"

bool is_single_word(const Candidate& candidate) {
  return candidate.first_word == candidate.last_word;
}

bool may_be_a_name(const CountryContext& text, const Candidate& candidate) {
  if (!is_single_word(candidate)) return false;
  switch (candidate.kind) {
    case NameKind::kName:
    case NameKind::kTerritory:
    case NameKind::kFormer:
    case NameKind::kCapital:
    case NameKind::kAmbiguousCapital:
    case NameKind::kWashington:
    case NameKind::kHague:
    case NameKind::kGeorgia:
    case NameKind::kTripoli:
      return true;
    default:
      return text.is(candidate.first_word, WordClass::kSurnameCountry);
  }
}

bool is_initial(const CountryContext& text, Index i) {
  const auto word = text.word(i);
  return word.size() == 2 && word[1] == '.' && text.capital(i);
}

bool is_given(const CountryContext& text, Index i) {
  return text.capital(i) && text.is(i, WordClass::kGivenName);
}

// A title before a name: "Sen." has a stop between, "Professor" has not.
bool is_titled(const CountryContext& text, Index i, WordClass title) {
  const Gap gap = text.gap(i);
  return (gap == Gap::kSpace || gap == Gap::kDot) && !text.possessive(i - 1) &&
         text.capital(i - 1) && text.is(i - 1, title);
}

bool may_be_a_given_name(const CountryContext& text, Index i);
bool tells_of_a_person(const CountryContext& text, Index i);

// "Miguel de la Madrid": small words between a given name and the surname.
bool has_given_name_before_particles(const CountryContext& text, Index i) {
  Index before = i - 1;
  int particles = 0;
  while (particles < kMostParticles && text.follows(before + 1) && !text.capital(before) &&
         text.is(before, WordClass::kParticle)) {
    --before;
    ++particles;
  }
  const bool told = may_be_a_given_name(text, before) && tells_of_a_person(text, i);
  return particles > 0 && text.follows(before + 1) &&
         (is_given(text, before) || is_initial(text, before) || told);
}

// A city's name alone: the Grand Duke of Luxembourg is its head of state.
bool is_noble(const CountryContext& text, const Candidate& candidate) {
  const Index i = candidate.first_word;
  if (candidate.kind != NameKind::kCapital && candidate.kind != NameKind::kAmbiguousCapital) {
    return false;
  }
  return text.follows(i) && text.word(i - 1) == "of" && text.follows(i - 1) &&
         text.capital(i - 2) && text.is(i - 2, WordClass::kNobility);
}

// What follows a given name and may be a surname: a capitalised word that is no country,
// institution or day.
bool may_be_a_surname(const CountryContext& text, Index i) {
  if (!text.follows(i) || !text.capital(i) || text.word(i).size() < 3) return false;
  if (text.words()[static_cast<std::size_t>(i)].all_caps) return false;
  return text.beginning_at(i) == nullptr && !text.is(i, WordClass::kInstitution) &&
         !text.is(i, WordClass::kCalendar) && !text.is(i, WordClass::kWater) &&
         !text.is(i, WordClass::kMedia) && !text.is(i, WordClass::kPact) &&
         !text.is(i, WordClass::kUniversity);
}

bool has_surname_ending(const CountryContext& text, Index i) {
  const auto word = text.word(i);
  for (std::size_t length = 2; length <= 6 && length + 2 <= word.size(); ++length) {
    const auto classes = text.index().classes(word.substr(word.size() - length));
    if ((classes & class_bit(WordClass::kSurnameEnding)) != 0) return true;
  }
  return false;
}

bool is_known_surname(const CountryContext& text, Index i) {
  return text.is(i, WordClass::kSurname) || has_surname_ending(text, i);
}

// "the German Green Party": what looks like a surname belongs to an institution's name.
bool begins_institution(const CountryContext& text, Index i) {
  return text.follows(i + 1) && text.capital(i + 1) && text.is(i + 1, WordClass::kInstitution);
}

// A capitalised word that can be a given name which no list has.
bool may_be_a_given_name(const CountryContext& text, Index i) {
  if (!text.capital(i) || text.possessive(i) || text.word(i).size() < 3) return false;
  if (text.words()[static_cast<std::size_t>(i)].all_caps) return false;
  if (text.beginning_at(i) != nullptr || text.ending_at(i) != nullptr) return false;
  constexpr std::array kNever{
      WordClass::kNoGivenName, WordClass::kCalendar,  WordClass::kInstitution,
      WordClass::kTitle,       WordClass::kWeakTitle, WordClass::kDirection,
      WordClass::kWater,       WordClass::kMedia,     WordClass::kUniversity,
      WordClass::kPact,        WordClass::kCredit,    WordClass::kLanguageEnd};
  for (const auto c : kNever) {
    if (text.is(i, c)) return false;
  }
  constexpr std::array<std::string_view, 8> kEndings{"ing",  "ern", "ist", "ous",
                                                     "ward", "ish", "ese", "ian"};
  const auto word = text.word(i);
  return std::none_of(kEndings.begin(), kEndings.end(),
                      [word](std::string_view ending) { return word.ends_with(ending); });
}

// Whether a verb of persons stands behind word i: testified, was sentenced.
bool tells_of_a_person(const CountryContext& text, Index i) {
  if (!text.follows(i + 1)) return false;
  if (text.is(i + 1, WordClass::kPersonVerb)) return true;
  const auto verb = text.word(i + 1);
  const bool be = verb == "was" || verb == "is" || verb == "has" || verb == "had" || verb == "were";
  return be && text.follows(i + 2) && text.is(i + 2, WordClass::kPersonVerb);
}

// Whether names stand before word i whose first is a given name, or which an office or a title
// introduces, or of whose bearer the sentence tells: Miriam Defensor Santiago, Foreign Minister
// Shigenori Togo, Lynndie England was sentenced. "Under President Putin Russia" is none.
bool is_introduced(const CountryContext& text, Index i) {
  constexpr int kMostNames = 3;
  Index before = i - 1;
  int names = 0;
  while (names < kMostNames && text.follows(before + 1) &&
         (may_be_a_given_name(text, before) || is_initial(text, before))) {
    --before;
    ++names;
  }
  if (names == 0 || text.title_case()) return false;
  if (names > 1 && is_given(text, before + 1)) return true;
  const bool office =
      (text.is(before, WordClass::kTitle) || text.is(before, WordClass::kWeakTitle)) &&
      text.capital(before) && !text.possessive(before) &&
      (text.gap(before + 1) == Gap::kSpace || text.gap(before + 1) == Gap::kDot);
  if (office) {
    Index start = before;
    while (text.follows(start) && text.capital(start - 1)) --start;
    const auto preposition = text.word(start - 1);
    return preposition != "under" && preposition != "Under" && text.word(start) != "Under" &&
           text.word(start) != "Since" && preposition != "since";
  }
  return text.starts_sentence(before + 1) && tells_of_a_person(text, i);
}

bool has_any_title(const CountryContext& text, Index i) {
  return is_titled(text, i, WordClass::kTitle) || is_titled(text, i, WordClass::kWeakTitle);
}

}  // namespace

bool is_surname(const CountryContext& text, const Candidate& candidate) {
  if (!may_be_a_name(text, candidate)) return false;
  const Index i = candidate.first_word;
  const bool well_known = text.is(i, WordClass::kSurnameCountry);
  if (text.follows(i) && is_given(text, i - 1)) return true;
  if (is_titled(text, i, WordClass::kTitle)) return true;
  if (has_given_name_before_particles(text, i) || is_noble(text, candidate)) return true;
  if (text.follows(i) && text.capital(i - 1) && text.is(i - 1, WordClass::kNobility)) return true;
  const bool joined = text.gap(i) == Gap::kHyphen && text.follows(i - 1);
  if (joined && is_given(text, i - 2) && may_be_a_given_name(text, i - 1)) return true;
  if (is_introduced(text, i)) return true;
  if (!well_known) return false;
  if (text.follows(i) && is_initial(text, i - 1)) return true;
  return is_titled(text, i, WordClass::kWeakTitle) && !text.is(i + 1, WordClass::kWeakTitle);
}

bool is_given_name(const CountryContext& text, const Candidate& candidate) {
  const Index i = candidate.first_word;
  if (!is_single_word(candidate) || text.possessive(i)) return false;
  const bool often = text.is(i, WordClass::kGivenCountry);
  if (!often && !text.is(i, WordClass::kWeakGivenCountry)) return false;
  if (text.follows(i + 1) && is_initial(text, i + 1)) return text.capital(i + 2);
  if (!may_be_a_surname(text, i + 1) || begins_institution(text, i + 1)) return false;
  if (has_any_title(text, i) || is_known_surname(text, i + 1)) return true;
  if (text.starts_sentence(i) && !text.title_case() && tells_of_a_person(text, i + 1)) return true;
  return often && !text.title_case() && !text.is(i - 1, WordClass::kPersonPlace) &&
         text.word(i - 1) != "of";
}

void drop_repeated_surnames(CountryContext& text, CountryThread* thread) {
  std::vector<const LexiconEntry*> surnames;
  if (thread != nullptr) {
    for (const auto& name : thread->surnames) {
      const auto* entry = text.phrase(name, {});
      if (entry != nullptr) surnames.push_back(entry);
    }
  }
  for (auto& candidate : text.candidates()) {
    const bool known =
        std::find(surnames.begin(), surnames.end(), candidate.entry) != surnames.end();
    if (candidate.person && !known) {
      surnames.push_back(candidate.entry);
      if (thread != nullptr) thread->surnames.emplace_back(candidate.entry->surface);
    }
    if (!known || !candidate.counts()) continue;
    const Index i = candidate.first_word;
    const bool a_place = text.is(i - 1, WordClass::kPersonPlace) ||
                         text.is(i - 1, WordClass::kPlacePrep) || text.word(i - 1) == "of" ||
                         text.is(i + 1, WordClass::kNationalNoun) || text.word(i + 1) == "king" ||
                         text.word(i + 1) == "government";
    if (!a_place) candidate.dropped = true;
  }
}

}  // namespace dateline
