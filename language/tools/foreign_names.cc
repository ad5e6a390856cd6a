#include "language/tools/foreign_names.h"

#include <unicode/locid.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <stdexcept>
#include <string_view>

#include "language/countries/lexicon.h"
#include "language/spellings/variant_key.h"
#include "language/tools/lexicon_table.h"
#include "language/tools/wordnet.h"
#include "language/utf8.h"

namespace dateline::lexicon {
namespace {

constexpr std::size_t kShortestLatin = 5;  // in bytes; shorter ones are words of other languages

bool is_latin_key(std::string_view key) {
  for (std::size_t i = 0; i < key.size();) {
    const auto c = static_cast<UChar32>(next_code_point(key, i));
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(c, &status);
    if (script != USCRIPT_LATIN && script != USCRIPT_COMMON && script != USCRIPT_INHERITED)
      return false;
  }
  return true;
}

class Collector {
 public:
  explicit Collector(const std::filesystem::path& wordnet) : words_(forms::read_lemmas(wordnet)) {
    for (const auto& entry : lexicon_entries())
      english_[variant_key(entry.surface)].insert(std::string{entry.codes});
    for (const auto& country : lexicon_countries())
      english_[variant_key(country.name)].insert(std::string{country.code.view()});
  }

  void add(std::string_view name, const std::string& code, bool is_reviewed) {
    const auto key = variant_key(name);
    if (key.empty() || english_.contains(key) || key.find_first_of("\t\n\"\\") != key.npos) return;
    const bool is_word = words_.all.contains(key) && !is_place(key, code);
    const bool is_doubtful = key.size() < kShortestLatin || is_word;
    if (is_latin_key(key) && is_doubtful && !is_reviewed) return;
    (is_reviewed ? reviewed_ : codes_)[key].insert(code);
  }

  [[nodiscard]] std::map<std::string, std::string> take() const {
    std::map<std::string, std::string> names;
    for (const auto* from : {&reviewed_, &codes_}) {
      for (const auto& [key, codes] : *from) {
        if (codes.size() == 1) names.emplace(key, *codes.begin());
      }
    }
    return names;
  }

 private:
  // Whether a word of WordNet is nothing but another name of a country: it has "Deutschland" for
  // Germany, and Granada is a town.
  [[nodiscard]] bool is_place(const std::string& key, const std::string& code) const {
    const auto found = words_.places.find(key);
    if (found == words_.places.end()) return false;
    const auto is_country = [&](const std::vector<std::string>& names) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        const auto english = english_.find(variant_key(name));
        return english != english_.end() && english->second.contains(code);
      });
    };
    return std::all_of(found->second.begin(), found->second.end(), is_country);
  }

  forms::Lemmas words_;
  std::map<std::string, std::set<std::string>> english_;  ///< codes by names
  std::map<std::string, std::set<std::string>> reviewed_;
  std::map<std::string, std::set<std::string>> codes_;
};

// ICU shows former states as their successors.
bool is_former(const std::string& code) {
  return icu::Locale::createCanonical(("und_" + code).c_str()).getCountry() != code;
}

// A name that a locale has not is English, or the code.
void add_of_locale(const icu::Locale& locale, Collector& names) {
  for (const auto& country : lexicon_countries()) {
    const std::string code{country.code.view()};
    if (is_former(code)) continue;
    icu::UnicodeString shown;
    icu::Locale("", code.c_str()).getDisplayCountry(locale, shown);
    std::string name;
    shown.toUTF8String(name);
    if (name != code) names.add(name, code, false);
  }
}

}  // namespace

std::map<std::string, std::string> foreign_names(const std::filesystem::path& tables,
                                                 const std::filesystem::path& wordnet) {
  Collector names{wordnet};
  std::int32_t count = 0;
  const auto* locales = icu::Locale::getAvailableLocales(count);
  for (const auto& locale : std::span{locales, static_cast<std::size_t>(count)}) {
    // Regional locales repeat their language's names.
    if (*locale.getCountry() == '\0' && std::string_view{locale.getLanguage()} != "en")
      add_of_locale(locale, names);
  }
  for (const auto& row : read_table(tables / "country_foreign.tsv", 3)) {
    const auto countries = lexicon_countries();
    const bool is_known = std::any_of(countries.begin(), countries.end(), [&](const auto& known) {
      return known.code.view() == row.columns[1];
    });
    if (!is_known) throw std::runtime_error{row.where + ": no country " + row.columns[1]};
    for (const auto& name : split(row.columns[0], '|')) names.add(name, row.columns[1], true);
  }
  return names.take();
}

}  // namespace dateline::lexicon
