#include "language/persons/person_name.h"

#include <xxhash.h>

#include <algorithm>
#include <string>

#include "language/ascii.h"
#include "language/persons/person_words.h"
#include "language/words/name_words.h"

namespace dateline::persons {
namespace {

bool is_vowel(char c) noexcept {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// Letters that usual transcriptions write for one another, and those that they leave out.
char consonant_of(char c, char next) noexcept {
  if (is_vowel(c)) return 0;
  switch (c) {
    case 'q':
    case 'c':
      return c == 'c' && next == 'h' ? 'x' : 'k';
    case 'w':
      return 'v';
    default:
      return c;
  }
}

// The consonants, and whether vowels stand around them: "Ahmad" is not Hamad, "Mbarki" not Mubarak.
std::string skeleton_of(std::string_view key) {
  std::string bare;
  if (!key.empty() && is_vowel(key.front())) bare += 'a';
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char next = i + 1 < key.size() ? key[i + 1] : '\0';
    char c = consonant_of(key[i], next);
    if ((key[i] == 'k' || key[i] == 'g') && next == 'h') {
      c = key[i] == 'k' ? 'h' : 'g';
      ++i;
    } else if ((key[i] == 'd' || key[i] == 't' || key[i] == 'c') && next == 'h') {
      ++i;
    } else if (key[i] == 's' && next == 'h') {
      c = 'x';
      ++i;
    } else if (key[i] == 'p' && next == 'h') {
      c = 'f';
      ++i;
    } else if (key[i] == 'd' && next == 'j') {
      c = 'j';
      ++i;
    } else if (key[i] == 'x') {
      bare += "k";
      c = 's';
    }
    if (c != 0 && (bare.empty() || bare.back() != c)) bare += c;
  }
  if (key.size() > 1 && is_vowel(key.back())) bare += 'a';
  return bare;
}

// "Hussein II", "Marcos Jr.", and not "Xi", a surname.
bool is_suffix(std::string_view word, std::string_view key) noexcept {
  return key == "jr" || key == "sr" || std::all_of(word.begin(), word.end(), is_ascii_capital);
}

// Whether a word with a capital is neither particle nor suffix, whatever else it is: it goes on in
// small letters, and has four or more.
bool is_plain_name(std::string_view word) noexcept {
  constexpr std::size_t kLongestParticle = 3;  // of those with a capital
  return word.size() > kLongestParticle &&
         std::all_of(word.begin() + 1, word.end(), is_ascii_small);
}

// Whether two words can be the same: equal, or one is the other's initial.
bool words_match(const NameWord& a, const NameWord& b) noexcept {
  if (a.key == b.key) return true;
  return (a.initial || b.initial) && a.first == b.first;
}

// Whether the words of `few` stand in `many` in order, read from `many`'s end when `reversed`.
bool stands_in(const Name& few, const Name& many, bool reversed) noexcept {
  std::size_t at = 0;
  for (const auto& word : few) {
    bool found = false;
    while (at < many.size() && !found) {
      const auto& other = many[reversed ? many.size() - 1 - at : at];
      found = words_match(word, other);
      ++at;
    }
    if (!found && !word.particle && !word.initial) return false;
    if (!found) at = 0;
  }
  return true;
}

bool is_single(const Name& name) noexcept { return name.telling() == 1; }

}  // namespace

std::size_t Name::telling() const noexcept {
  std::size_t count = 0;
  for (const auto& word : *this) count += word.tells() ? 1U : 0U;
  return count;
}

const NameWord* Name::first() const noexcept {
  for (const auto& word : *this) {
    if (word.tells()) return &word;
  }
  return nullptr;
}

const NameWord* Name::last() const noexcept {
  for (std::size_t i = count_; i > 0; --i) {
    if (words_[i - 1].tells()) return &words_[i - 1];
  }
  return nullptr;
}

NameReader::NameReader() : words_{PersonWords::built_in()} {}

NameWord NameReader::word(std::string_view word, bool capital) const {
  auto unstopped = word;
  if (unstopped.ends_with('.')) unstopped.remove_suffix(1);
  // Its kinds are looked up only where it may be a particle or a suffix.
  const bool is_plain = capital && is_plain_name(unstopped);
  return this->word(word, capital, is_plain ? KindMask{0} : words_.kinds(unstopped));
}

NameWord NameReader::word(std::string_view word, bool capital, std::uint64_t kinds) const {
  NameWord result;
  const WordKey folded{words_.fold(), word};
  auto key = folded.view();
  const bool stop = key.ends_with('.');
  if (stop) key.remove_suffix(1);
  result.key = XXH3_64bits(key.data(), key.size());
  result.first = key.empty() ? '\0' : key.front();
  const auto skeleton = skeleton_of(key);
  result.skeleton = skeleton.empty() ? result.key : XXH3_64bits(skeleton.data(), skeleton.size());
  result.initial = key.size() == 1 && stop;
  result.particle = (kinds & bit(WordKind::particle)) != 0 && (!capital || key.size() < 4);
  result.suffix = (kinds & bit(WordKind::suffix)) != 0 && capital &&
                  is_suffix(stop ? word.substr(0, word.size() - 1) : word, key);
  return result;
}

Name NameReader::name(std::string_view text) const {
  Name result;
  for (const Word& word : scan_words(text)) {
    result.add(this->word(text.substr(word.begin, word.size()), word.capital));
  }
  return result;
}

bool can_be_same(const Name& a, const Name& b) noexcept {
  const Name& few = a.size() <= b.size() ? a : b;
  const Name& many = a.size() <= b.size() ? b : a;
  const auto* few_last = few.last();
  const auto* many_last = many.last();
  if (few_last == nullptr || many_last == nullptr) return false;
  if (is_single(few)) {
    for (const auto& word : many) {
      if (word.tells() && word.key == few_last->key) return true;
    }
    return false;
  }
  if (words_match(*few_last, *many_last) || words_match(*few.first(), *many.first())) {
    return stands_in(few, many, false);
  }
  return few.telling() == many.telling() && stands_in(few, many, true);
}

}  // namespace dateline::persons
