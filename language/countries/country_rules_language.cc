// Words that look like a country's and mean something else by their grammar: languages, verbs, bare
// prefixes.
#include "language/countries/country_rules.h"

namespace dateline {
namespace {

using Index = CountryContext::Index;

constexpr int kLongestPredicate = 4;  // words before the noun in "is the only official language"
constexpr int kLongestList = 6;       // "English, French and Russian"; bounds the look along a list

Index first_of(const Candidate& candidate) { return candidate.first_word; }
Index last_of(const Candidate& candidate) { return candidate.last_word; }

bool is_country_word(const Candidate* candidate) {
  return candidate != nullptr && (!candidate->codes.empty());
}

bool is_language_word(const CountryContext& text, Index i) {
  return text.is(i, WordClass::kLanguage);
}

// Whether the phrase that ends with word i has no noun: punctuation follows, or a word that cannot
// be one.
bool ends_phrase(const CountryContext& text, Index i) {
  const Index next = i + 1;
  const Gap gap = text.gap(next);
  if (gap == Gap::kHyphen || gap == Gap::kHyphenSpace) return false;
  if (gap != Gap::kSpace || text.possessive(i)) return !text.possessive(i);
  return text.is(next, WordClass::kLanguageEnd) && !text.capital(next);
}

// The last language of the list that word i stands in: "English, French and Russian".
Index end_of_list(const CountryContext& text, Index i) {
  for (int items = 0; items < kLongestList; ++items) {
    const Index next = i + 1;
    if (text.gap(next) == Gap::kComma && is_language_word(text, next)) {
      i = next;
    } else if (text.is(next, WordClass::kListWord) && text.gap(next + 1) == Gap::kSpace &&
               is_language_word(text, next + 1)) {
      i = next + 1;
    } else {
      return i;
    }
  }
  return i;
}

// The word before the list of languages that word i stands in.
Index before_list(const CountryContext& text, Index i) {
  for (int items = 0; items < kLongestList; ++items) {
    if (text.gap(i) == Gap::kComma && is_language_word(text, i - 1)) {
      i = i - 1;
    } else if (text.is(i - 1, WordClass::kListWord) && is_language_word(text, i - 2)) {
      i = i - 2;
    } else {
      return i - 1;
    }
  }
  return i - 1;
}

// "is spoken", "is the official language", "are taught": what is said of the language before word
// `verb`.
bool is_called_a_language(const CountryContext& text, Index verb) {
  const auto word = text.word(verb);
  if (word != "is" && word != "was" && word != "are" && word != "were") return false;
  if (text.word(verb + 1) == "spoken" || text.word(verb + 1) == "taught") return true;
  for (Index i = verb + 1; i <= verb + kLongestPredicate && text.follows(i); ++i) {
    if (text.word(i) == "language" || text.word(i) == "languages") return true;
  }
  return false;
}

bool names_a_language_by_what_follows(const CountryContext& text, Index i) {
  const Index next = i + 1;
  if (text.possessive(i)) return false;
  const Gap gap = text.gap(next);
  if (gap == Gap::kHyphen) {
    if (text.is(next, WordClass::kLanguageNoun)) return true;
    // "a German-English dictionary"
    return is_language_word(text, next) && text.gap(next + 1) == Gap::kSpace &&
           text.is(next + 1, WordClass::kLanguageThing);
  }
  if (gap != Gap::kSpace) return false;
  if (text.is(next, WordClass::kLanguageNoun) || text.is(next, WordClass::kLanguageThing))
    return true;
  if (text.is(next, WordClass::kLanguageTerm)) return text.word(next + 1) == "for";
  if (text.word(next) == "for") return text.gap(next + 1) == Gap::kOther;  // Russian for "peace"
  return is_called_a_language(text, next);
}

bool names_a_language_by_what_precedes(const CountryContext& text, Index i) {
  if (!ends_phrase(text, end_of_list(text, i))) return false;
  Index before = before_list(text, i);
  if (!text.follows(before + 1)) return false;
  while (text.is(before, WordClass::kLanguageQuality) && text.follows(before)) {
    if (!text.is(before - 1, WordClass::kLanguageQuality)) {
      const bool described = text.word(before) == "fluent" || text.word(before) == "broken";
      if (described) return true;
    }
    --before;
  }
  return text.is(before, WordClass::kOwner) || text.is(before, WordClass::kLanguageVerb) ||
         text.is(before, WordClass::kLanguagePrep);
}

// "translated from Spanish into Hebrew", "switched from French to English": the first of two
// languages that end their phrase.
bool is_left_for_another_language(const CountryContext& text, Index i) {
  const auto joint = text.word(i + 1);
  return text.word(i - 1) == "from" && text.follows(i) && (joint == "to" || joint == "into") &&
         text.follows(i + 1) && text.follows(i + 2) && is_language_word(text, i + 2) &&
         ends_phrase(text, i + 2);
}

bool speaks(const CountryContext& text, Index i) {
  const auto verb = text.word(before_list(text, i));
  return verb == "speak" || verb == "speaks" || verb == "spoke" || verb == "speaking";
}

}  // namespace

bool is_before_currency_sign(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kAbbreviation) return false;
  const Index last = last_of(candidate);
  std::size_t at = text.words()[candidate.last_word].end;
  const char32_t next = text.character_after(last);
  if (next == ' ') ++at;
  const auto rest = text.text().substr(at);
  return rest.starts_with('$') || rest.starts_with("\\$") || rest.starts_with("€") ||
         rest.starts_with("£") || rest.starts_with("¥");
}

bool is_unjoined_combining_form(const CountryContext& text, const Candidate& candidate) {
  if (candidate.kind != NameKind::kCombining) return false;
  const Index next = last_of(candidate) + 1;
  const Gap gap = text.gap(next);
  if (gap == Gap::kHyphen || gap == Gap::kHyphenSpace) {
    if (is_country_word(text.beginning_at(next))) return false;
    // "Sino- and Russo-Japanese": the hyphen is suspended
    if (text.is(next, WordClass::kListWord) && is_country_word(text.beginning_at(next + 1))) {
      return false;
    }
  }
  const Index first = first_of(candidate);
  return text.gap(first) != Gap::kHyphen || !is_country_word(text.ending_at(first - 1));
}

bool is_language(const CountryContext& text, const Candidate& candidate) {
  if (candidate.first_word != candidate.last_word || !is_language_word(text, last_of(candidate))) {
    return false;
  }
  const Index i = last_of(candidate);
  const Index end = end_of_list(text, i);
  if (end != i && text.follows(end + 1)) {
    // "the Czech, Slovak and Hungarian languages", "English and French are official languages"
    if (text.word(end + 1) == "languages" || is_called_a_language(text, end + 1)) return true;
  }
  return names_a_language_by_what_follows(text, i) || names_a_language_by_what_precedes(text, i) ||
         is_left_for_another_language(text, i) || (speaks(text, i) && text.follows(i));
}

bool is_verb(const CountryContext& text, const Candidate& candidate) {
  const Index i = first_of(candidate);
  return candidate.entry->surface == "Polish" && text.starts_sentence(i) && text.follows(i + 1) &&
         text.is(i + 1, WordClass::kVerbObject);
}

}  // namespace dateline
