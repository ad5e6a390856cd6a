#include "language/organizations/organization_words.h"

#include <algorithm>
#include <array>

#include "language/ascii.h"
#include "language/organizations/organization_rows.h"

namespace dateline::organizations {
namespace {

constexpr std::string_view kWordTable =
#include "organization_words.inc"
    ;

constexpr std::size_t kMostClasses = 64;
constexpr std::size_t kLongestWord = 24;  // bytes; no word of the table is longer

}  // namespace

const WordClasses& WordClasses::built_in() {
  static const WordClasses classes{kWordTable};
  return classes;
}

WordClasses::WordClasses(std::string_view table) {
  for (const auto& row : rows_of(table)) {
    if (row.size() == 3 && !row[2].empty()) {
      add_row(row);
    } else {
      problems_.push_back("not three columns: " + std::string{row[0]});
    }
  }
  opener_ = bit("opener");
  direction_ = bit("direction");
  continental_ = bit("continental");
  if (nouns_.size() > kMostNouns) problems_.emplace_back("too many nouns");
  if (names_.size() > kMostClasses) problems_.emplace_back("too many classes");
}

void WordClasses::add_row(const std::vector<std::string_view>& row) {
  const auto words = split(row[1], '|');
  if (row[0] == "noun") {
    nouns_ = words;
  } else if (row[0] == "spelling") {
    for (const auto group : words) spellings_.push_back(split(group, ' '));
  } else if (row[0] == "prefix") {
    for (const auto pair : words) {
      const auto parts = split(pair, '=');
      if (parts.size() == 2) prefixes_.emplace_back(parts[0], parts[1]);
    }
  } else if (row[0] == "block") {
    blocks_.insert(blocks_.end(), words.begin(), words.end());
  } else {
    add_class(row[0], row[1]);
  }
}

void WordClasses::add_class(std::string_view name, std::string_view words) {
  const ClassMask mask = ClassMask{1} << (names_.size() % kMostClasses);
  names_.push_back(name);
  for (const auto word : split(words, '|')) {
    if (word.empty() || word.size() > kLongestWord) {
      problems_.push_back("word of class " + std::string{name} + " is empty or too long");
      continue;
    }
    const auto next = static_cast<std::uint32_t>(masks_.size());
    const auto id = words_.insert(spelled_.emplace_back(word), next);
    if (id == next) masks_.push_back(0);
    masks_[id] |= mask;
  }
}

ClassMask WordClasses::classes(std::string_view word) const noexcept {
  if (word.size() > kLongestWord) return 0;
  std::array<char, kLongestWord> lower{};
  std::transform(word.begin(), word.end(), lower.begin(), ascii_lower);
  const auto id = words_.find({lower.data(), word.size()});
  return id == StringTable::kNotFound ? 0 : masks_[id];
}

ClassMask WordClasses::bit(std::string_view class_name) const noexcept {
  const auto found = std::find(names_.begin(), names_.end(), class_name);
  return found == names_.end() ? 0 : ClassMask{1} << (found - names_.begin());
}

}  // namespace dateline::organizations
