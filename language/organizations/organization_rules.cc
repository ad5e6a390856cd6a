#include "language/organizations/organization_rules.h"

#include <algorithm>
#include <string_view>

#include "language/ascii.h"
#include "language/utf8.h"

namespace dateline::organizations {
namespace {

using WordIndex = Text::WordIndex;

bool is_digits(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

bool is_year(std::string_view word) {
  return word.size() == 4 && (word[0] == '1' || word[0] == '2');
}

// What a word beside a name says about capitals: it has them all, it has small letters, neither.
enum class Case { kNone, kCapitals, kSmall };

Case case_of(const Text& text, WordIndex i) {
  const Word* word = text.word_at(i);
  if (word == nullptr || is_digits(text.word(i))) return Case::kNone;
  return word->all_caps || (word->capital && word->size() == 1) ? Case::kCapitals : Case::kSmall;
}

bool ends_before(const Text& text, std::size_t candidate) {
  const auto& all = text.candidates();
  return candidate > 0 && all[candidate - 1].last_word + 1 == all[candidate].first_word;
}

bool begins_after(const Text& text, std::size_t candidate) {
  const auto& all = text.candidates();
  return candidate + 1 < all.size() &&
         all[candidate].last_word + 1 == all[candidate + 1].first_word;
}

// "The UN's General Assembly": the capital before the name is the organization itself.
bool is_after_own_name(const Text& text, std::size_t candidate) {
  if (!ends_before(text, candidate)) return false;
  const auto& own = text.candidates()[candidate].entry->readings;
  const auto& before = text.candidates()[candidate - 1].entry->readings;
  return std::any_of(own.begin(), own.end(), [&before](const Name* name) {
    return std::any_of(before.begin(), before.end(), [name](const Name* other) {
      return other->organization == name->organization;
    });
  });
}

// Whether a word of `classes`, which says that a state belongs to an organization, stands before
// the name: directly, before "the", or before "of" or "from", perhaps with "the".
bool comes_after(const Text& text, const Candidate& candidate, ClassMask classes) {
  WordIndex before = WordIndex{candidate.first_word} - 1;
  if (text.word(before) == "the") --before;
  if ((text.classes(before) & classes) != 0) return true;
  const auto link = text.word(before);
  if (link != "of" && link != "from") return false;
  return (text.classes(before - 1) & classes) != 0;
}

}  // namespace

bool is_shouted(const Text& text, std::size_t candidate) {
  const Candidate& found = text.candidates()[candidate];
  if (found.dotted) return false;
  // Another organization's letters beside it are no shouting: "FAO/WHO".
  const bool other_before = ends_before(text, candidate);
  const bool other_after = begins_after(text, candidate);
  const Case before = other_before ? Case::kNone : case_of(text, WordIndex{found.first_word} - 1);
  const Case after = other_after ? Case::kNone : case_of(text, WordIndex{found.last_word} + 1);
  if (before == Case::kSmall || after == Case::kSmall) return false;
  if (before == Case::kCapitals || after == Case::kCapitals) return true;
  return !other_before && !other_after;
}

bool is_after_capital(const Text& text, const Candidate& candidate) {
  const WordIndex first = candidate.first_word;
  if (!text.joined(first) || !text.capital(first - 1)) return false;
  return (text.classes(first - 1) & text.word_classes().opener()) == 0;
}

bool is_of_another(const Text& text, const Candidate& candidate) {
  const WordIndex of = WordIndex{candidate.last_word} + 1;
  if (!text.follows(of) || text.word(of) != "of") return false;
  return text.capital(text.word(of + 1) == "the" ? of + 2 : of + 1);
}

bool is_after_number(const Text& text, const Candidate& candidate) {
  const WordIndex before = WordIndex{candidate.first_word} - 1;
  return text.joined(before + 1) && is_digits(text.word(before)) && !is_year(text.word(before));
}

bool is_before_currency_sign(const Text& text, const Candidate& candidate) {
  std::size_t at = text.word_at(candidate.last_word)->end;
  if (at >= text.text().size() || text.text()[at] == ' ') return false;
  const char32_t next = next_code_point(text.text(), at);
  return next == U'$' || next == U'£' || next == U'€' || next == U'¥';
}

bool is_narrowed(const Text& text, const Candidate& candidate) {
  const WordIndex first = candidate.first_word;
  if (!text.joined(first) || !text.capital(first - 1)) return false;
  if ((text.classes(first - 1) & text.word_classes().direction()) == 0) return false;
  return (text.classes(first) & text.word_classes().continental()) != 0;
}

bool is_short_reference(const Text& text, const Candidate& candidate) {
  const WordIndex first = candidate.first_word;
  const auto article = text.word(first - 1);
  if (candidate.by_capitals || !text.follows(first) || (article != "the" && article != "The")) {
    return false;
  }
  const WordIndex next = first + 1;
  return !(text.joined(next) && text.capital(next)) && !is_of_another(text, candidate);
}

bool is_unknown_name(const Text& text, const Candidate& candidate) {
  return is_after_capital(text, candidate) || is_of_another(text, candidate);
}

bool holds(const Text& text, std::size_t candidate, const Conditions& when, bool named) {
  const Candidate& found = text.candidates()[candidate];
  const WordIndex next = WordIndex{found.last_word} + 1;
  if (when.word && is_shouted(text, candidate)) return false;
  if (when.bare && is_after_capital(text, found) && !is_after_own_name(text, candidate)) {
    return false;
  }
  if (when.whole && is_of_another(text, found)) return false;
  if (when.unit && is_after_number(text, found)) return false;
  if (when.unless != 0 && text.follows(next) && (text.classes(next) & when.unless) != 0) {
    return false;
  }
  if (named) return true;
  if (when.without != 0 && (text.signs() & when.without) != 0) return false;
  if (!when.needs_sign()) return true;
  if (when.before != 0 && text.joined(next) && (text.classes(next) & when.before) != 0) return true;
  if (when.after != 0 && comes_after(text, found, when.after)) return true;
  return when.near != 0 && (text.signs() & when.near) != 0;
}

}  // namespace dateline::organizations
