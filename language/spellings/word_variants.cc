#include "language/spellings/word_variants.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "language/ascii.h"
#include "language/countries/country_finder.h"
#include "language/spellings/english_spelling.h"
#include "language/spellings/variant_key.h"
#include "language/spellings/variant_rows.h"
#include "language/utf8.h"
#include "language/words/folded_word.h"
#include "language/words/sorted_rows.h"

namespace dateline {
namespace {

constexpr std::size_t kLongestRun = 160;  // in bytes; no name of the tables is as long

/// Variants without repeats, as many as may be.
class VariantList {
 public:
  /// `form`: what is varied, and so is no variant of itself.
  explicit VariantList(std::string form) { forms_.push_back(std::move(form)); }

  void add(std::string_view text, VariantReason reason) {
    if (variants_.size() == WordVariants::kMaxVariants) return;
    auto form = variant_form(text);
    if (std::find(forms_.begin(), forms_.end(), form) != forms_.end()) return;
    forms_.push_back(std::move(form));
    variants_.push_back({std::string{text}, reason});
  }
  [[nodiscard]] std::vector<Variant> take() { return std::move(variants_); }

 private:
  std::vector<std::string> forms_;
  std::vector<Variant> variants_;
};

// What a word may begin or end with: "U.S." and "Belarus'" keep their signs.
bool belongs_to_word(char32_t c) noexcept {
  constexpr auto kLetters = U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK;
  return c == U'.' || c == U'\'' || c == U'\u2019' ||
         (U_GET_GC_MASK(static_cast<UChar32>(c)) & kLetters) != 0;
}

// The word without the punctuation around it.
std::string_view trimmed(std::string_view word) noexcept {
  std::size_t begin = word.size();
  std::size_t end = word.size();
  for (std::size_t i = 0; i < word.size();) {
    const auto start = i;
    if (!belongs_to_word(next_code_point(word, i))) continue;
    begin = std::min(begin, start);
    end = i;
  }
  return word.substr(begin, end - begin);
}

// Whether punctuation parts adjacent words: "Burma, Korea" is no name.
bool are_parted(std::span<const std::string_view> words) noexcept {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) {
    const bool is_last = &word == &words.back();
    const bool is_first = &word == &words.front();
    const auto inner = trimmed(word);
    return (!is_last && inner.data() + inner.size() != word.data() + word.size()) ||
           (!is_first && inner.data() != word.data());
  });
}

bool is_typed_as_abbreviation(std::span<const std::string_view> words) noexcept {
  return std::all_of(words.begin(), words.end(), [](std::string_view word) {
    const bool small = std::any_of(word.begin(), word.end(), is_ascii_small);
    return !small || word.substr(0, word.find_last_not_of('.') + 1).find('.') != word.npos;
  });
}

// A name is the same for "NATO's", and an abbreviation for several "IEDs".
std::string_view without_ending(std::string_view word, bool is_alone) noexcept {
  word = trimmed(word);
  word = word.substr(0, size_without_possessive(word));
  return is_alone ? word.substr(0, size_without_plural(word, false)) : word;
}

std::string joined(std::span<const std::string_view> words) {
  std::string run;
  for (const auto word : words) {
    if (!run.empty()) run += ' ';
    run += trimmed(word);
    if (run.size() > kLongestRun) return {};
  }
  return run;
}

/// The rows of the tables for a key, all reasons.
std::span<const VariantRow> rows_of(std::string_view key) noexcept {
  const auto rows = variant_rows();
  const auto begin = std::partition_point(rows.begin(), rows.end(),
                                          [&](const VariantRow& row) { return row.key < key; });
  const auto end = std::find_if(begin, rows.end(), [&](const auto& row) { return row.key != key; });
  return {begin, end};
}

void add_row(const VariantRow& row, VariantReason reason, VariantList& variants) {
  for (std::string_view rest = row.variants; !rest.empty();) {
    const auto bar = rest.find('|');
    variants.add(rest.substr(0, bar), reason);
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
  }
}

// The usual English name of a country, and what else it is called.
void add_country(CountryCode code, VariantReason reason, VariantList& variants) {
  const auto name = country_name(code);
  if (!name) return;
  variants.add(*name, reason);
  for (const auto& row : rows_of(variant_key(*name))) {
    if (row.reason == VariantReason::country) add_row(row, reason, variants);
  }
}

// "World Trade Organisation" is the same name: each word in the other spelling, where no name is
// spelled so.
void add_respelled_name(std::string_view key, VariantList& variants) {
  if (key.find(' ') == std::string_view::npos || !rows_of(key).empty()) return;
  std::string name;
  for (std::size_t begin = 0; begin < key.size();) {
    const auto end = std::min(key.find(' ', begin), key.size());
    const auto word = key.substr(begin, end - begin);
    const auto spellings = english_spellings(word);
    if (!name.empty()) name += ' ';
    name += spellings.empty() ? std::string{word} : spellings.front();
    begin = end + 1;
  }
  for (const auto& row : rows_of(name)) {
    if (row.capitals_only) continue;
    variants.add(name, row.reason);
    add_row(row, row.reason, variants);
  }
}

}  // namespace

std::optional<CountryCode> foreign_country(std::string_view name) {
  if (name.size() > kLongestRun) return std::nullopt;
  const auto key = variant_key(name);
  const auto value = sorted_row_value(foreign_name_rows(), key);
  return key.empty() || value.empty() ? std::nullopt : std::optional{CountryCode{value}};
}

std::vector<LongerVariant> WordVariants::longer_names(std::string_view name) const {
  const auto key = variant_key(name);
  const auto rows = longer_name_rows();
  const auto found = std::partition_point(rows.begin(), rows.end(),
                                          [&](const auto& row) { return row.key < key; });
  std::vector<LongerVariant> longer;
  if (found == rows.end() || found->key != key) return longer;
  for (std::string_view rest = found->names; !rest.empty();) {
    const auto bar = std::min(rest.find('|'), rest.size());
    const bool is_same = rest.front() == '=';
    longer.push_back({rest.substr(is_same ? 1 : 0, bar - (is_same ? 1 : 0)), is_same});
    rest.remove_prefix(std::min(bar + 1, rest.size()));
  }
  return longer;
}

std::vector<Variant> WordVariants::of(std::span<const std::string_view> words) const {
  if (words.empty() || words.size() > kMaxWords || are_parted(words)) return {};
  if (std::any_of(words.begin(), words.end(), [](auto word) { return !is_latin(word); })) {
    return of_script(words);
  }
  std::vector<std::string_view> plain(words.begin(), words.end());
  plain.back() = without_ending(plain.back(), words.size() == 1);
  const auto run = joined(plain);
  const auto key = variant_key(run);
  if (key.empty()) return {};
  VariantList variants{variant_form(run)};
  for (const auto& row : rows_of(key)) {
    if (row.capitals_only && !is_typed_as_abbreviation(plain)) continue;
    add_row(row, row.reason, variants);
  }
  add_respelled_name(key, variants);
  for (const auto& spelled : english_spellings(key)) variants.add(spelled, VariantReason::spelling);
  if (const auto country = foreign_country(run))
    add_country(*country, VariantReason::foreign, variants);
  return variants.take();
}

std::vector<Variant> WordVariants::of_script(std::span<const std::string_view> words) const {
  const auto run = joined(words);
  if (const auto country = foreign_country(run)) {
    VariantList names{variant_form(run)};
    add_country(*country, VariantReason::country, names);
    return names.take();
  }
  const auto word = trimmed(words.front());
  if (words.size() > 1 || word.size() > kLongestRun) return {};
  const auto spellings = transliteration_.latin(word);
  VariantList variants{variant_form(word)};
  for (const auto& spelled : spellings) variants.add(spelled, VariantReason::script);
  // What the name is known by may be none of its romanizations: Kyiv, Chiang Kai-shek.
  for (const auto& spelled : spellings) {
    for (const auto& row : rows_of(variant_key(spelled))) {
      if (!row.capitals_only) add_row(row, VariantReason::script, variants);
    }
  }
  return variants.take();
}

}  // namespace dateline
