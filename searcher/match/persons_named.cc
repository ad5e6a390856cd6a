#include "searcher/match/persons_named.h"

#include <algorithm>
#include <string_view>

#include "language/ascii.h"
#include "language/persons/person_name.h"

namespace dateline {
namespace {

/// Rules out most persons before their names are read: names that can be the same have two words
/// that begin alike.
class FirstLetters {
 public:
  explicit FirstLetters(const std::vector<persons::Name>& asked) {
    for (const auto& name : asked) {
      for (const auto& word : name) {
        letters_ += word.first;
        tells_ = tells_ && is_plain(word.first);
      }
    }
  }

  [[nodiscard]] bool may_begin(std::string_view name) const noexcept {
    if (!tells_) return true;
    char before = ' ';
    for (const char c : name) {
      if ((c & '\x80') != 0) return true;  // letters with marks fold to others
      const char letter = ascii_lower(c);
      if (is_plain(letter) && !is_plain(before) && letters_.find(letter) != std::string::npos)
        return true;
      before = letter;
    }
    return false;
  }

 private:
  [[nodiscard]] static bool is_plain(char c) noexcept {
    return is_ascii_small(c) || is_ascii_digit(c);
  }

  std::string letters_;
  bool tells_ = true;
};

}  // namespace

std::vector<std::uint32_t> persons_named(const Segment& segment,
                                         const std::vector<std::string>& names) {
  const persons::NameReader reader;
  std::vector<persons::Name> asked;
  asked.reserve(names.size());
  for (const auto& name : names) asked.push_back(reader.name(name));
  const FirstLetters letters(asked);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < segment.persons.size(); ++i) {
    if (!letters.may_begin(segment.persons.text(i))) continue;
    const auto person = reader.name(segment.persons.text(i));
    if (std::any_of(asked.begin(), asked.end(), [&](const persons::Name& name) {
          return persons::can_be_same(name, person);
        })) {
      numbers.push_back(i);
    }
  }
  return numbers;
}

}  // namespace dateline
