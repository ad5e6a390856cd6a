#include "language/spellings/han_names.h"

#include <algorithm>
#include <span>

#include "language/spellings/variant_rows.h"

namespace dateline {
namespace {

std::string with_capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  }
  return text;
}

std::string joined(std::span<const std::string> syllables, std::string_view before_vowel) {
  std::string word;
  for (const auto& syllable : syllables) {
    const bool parted = !word.empty() && !syllable.empty() &&
                        std::string_view{"aeo"}.find(syllable[0]) != std::string_view::npos;
    if (parted) word += before_vowel;
    word += syllable;
  }
  return with_capital(std::move(word));
}

const HanSurname* double_surname(std::string_view word) noexcept {
  const auto surnames = han_surnames();
  const auto found = std::find_if(surnames.begin(), surnames.end(), [&](const auto& surname) {
    return word.starts_with(surname.characters);
  });
  return found == surnames.end() ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> names_of_syllables(std::string_view word,
                                            const std::vector<std::string>& syllables) {
  const std::span<const std::string> all{syllables};
  if (all.size() < 2 || all.size() > kMaxNameSyllables) return {};
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  const auto add_joined = [&] {
    add(joined(all, ""));
    add(joined(all, "'"));
  };
  const auto* surname = all.size() > 2 ? double_surname(word) : nullptr;
  if (all.size() == 2) add_joined();
  if (surname != nullptr) add(std::string{surname->pinyin} + ' ' + joined(all.subspan(2), ""));
  if (all.size() <= 3) add(joined(all.first(1), "") + ' ' + joined(all.subspan(1), ""));
  add_joined();
  return names;
}

}  // namespace dateline
