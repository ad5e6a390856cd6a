#include "language/persons/person_words.h"

#include <algorithm>

#include "language/ascii.h"
#include "language/organizations/organization_rows.h"

namespace dateline::persons {
namespace {

using organizations::rows_of;
using organizations::split;

constexpr std::string_view kPersonWordTable =
#include "person_words.inc"
    ;

constexpr std::size_t kLongestPersonWord = 32;  // bytes; no word of the table is longer

// In the order of WordKind.
constexpr std::array<std::string_view, 32> kClasses{
    "office", "firm",        "weak",       "leader",       "royal",     "local",     "private",
    "kin",    "rank",        "soldier",    "courtesy",     "former",    "outside",   "party",
    "mod",    "institution", "particle",   "suffix",       "surname",   "stop",      "calendar",
    "thing",  "admin",       "meeting",    "before-thing", "receiving", "possessor", "predicate",
    "ethnic", "common",      "legislator", "secretariat"};

}  // namespace

void append_key(const LatinFold& fold, std::string_view whole, std::string& key) {
  auto word = whole;
  const auto begin = key.size();
  // Nearly every word is ASCII.
  for (const char c : whole) {
    if ((c & '\x80') != 0) break;
    if (c != '\'') key += ascii_lower(c);
    word.remove_prefix(1);
  }
  if (word.empty()) return;
  key.resize(begin);
  fold.append(whole, key);
  std::size_t to = begin;
  for (std::size_t i = begin; i < key.size();) {
    if (key[i] == '\'') {
      ++i;
    } else if (key.compare(i, 3, "’") == 0 || key.compare(i, 3, "‘") == 0) {
      i += 3;
    } else if (key.compare(i, 2, "ʻ") == 0 || key.compare(i, 2, "ʼ") == 0) {
      i += 2;
    } else {
      key[to++] = key[i++];
    }
  }
  key.resize(to);
}

const PersonWords& PersonWords::built_in() {
  static const PersonWords words{kPersonWordTable};
  return words;
}

PersonWords::PersonWords(std::string_view table) {
  for (const auto& row : rows_of(table)) {
    if (row.size() != 3 || row[2].empty()) {
      problems_.push_back("not three columns: " + std::string{row[0]});
    } else if (row[0] == "oneparty") {
      for (const auto code : split(row[1], '|')) one_party_.emplace_back(code);
    } else if (const auto at = std::find(kClasses.begin(), kClasses.end(), row[0]);
               at != kClasses.end()) {
      add(row[1], KindMask{1} << static_cast<unsigned>(at - kClasses.begin()));
    } else {
      problems_.push_back("unknown class: " + std::string{row[0]});
    }
  }
}

void PersonWords::add(std::string_view words, KindMask mask) {
  for (const auto word : split(words, '|')) {
    std::string key;
    append_key(fold_, word, key);
    if (key.empty() || key.size() > kLongestPersonWord) {
      problems_.push_back("empty or too long: " + std::string{word});
      continue;
    }
    const auto next = static_cast<std::uint32_t>(masks_.size());
    const auto id = words_.insert(spelled_.emplace_back(std::move(key)), next);
    if (id == next) masks_.push_back(0);
    masks_[id] |= mask;
  }
}

KindMask PersonWords::known(std::string_view folded) const noexcept {
  if (folded.size() > kLongestPersonWord) return 0;
  const auto id = words_.find(folded);
  return id == StringTable::kNotFound ? 0 : masks_[id];
}

KindMask PersonWords::kinds(std::string_view word) const {
  if (word.size() > kLongestPersonWord) return 0;
  std::string key;
  append_key(fold_, word, key);
  return kinds_of_key(key);
}

KindMask PersonWords::kinds_of_key(std::string_view key) const {
  KindMask mask = known(key);
  if (key.size() <= 3 || key.size() > kLongestPersonWord || key.back() != 's') return mask;
  KindMask heads = 0;
  if (key.ends_with("ies")) {
    std::string singular{key.substr(0, key.size() - 3)};
    singular += 'y';
    heads = known(singular);
  } else {
    heads = known(key.substr(0, key.size() - 1));
  }
  heads &= kHeads | bit(WordKind::firm);
  return heads == 0 ? mask : mask | heads | bit(WordKind::plural);
}

KindMask PersonWords::kinds(std::string_view first, std::string_view second) const {
  if (first.size() + second.size() >= kLongestPersonWord) return 0;
  std::string key;
  append_key(fold_, first, key);
  key += ' ';
  append_key(fold_, second, key);
  return known(key);
}

bool PersonWords::one_party(CountryCode code) const noexcept {
  return std::find(one_party_.begin(), one_party_.end(), code) != one_party_.end();
}

}  // namespace dateline::persons
