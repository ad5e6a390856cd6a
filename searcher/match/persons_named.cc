#include "searcher/match/persons_named.h"

#include <algorithm>

#include "language/ascii.h"

namespace dateline {
namespace {

bool is_plain(char c) noexcept { return is_ascii_small(c) || is_ascii_digit(c); }

}  // namespace

PersonsAsked::PersonsAsked(const std::vector<std::string>& names) {
  asked_.reserve(names.size());
  for (const auto& name : names) asked_.push_back(reader_.name(name));
  for (const auto& name : asked_) {
    for (const auto& word : name) {
      letters_ += word.first;
      tells_ = tells_ && is_plain(word.first);
    }
  }
}

// Rules out most persons before their names are read: names that can be the same have two words
// that begin alike.
bool PersonsAsked::may_mean(std::string_view name) const noexcept {
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

bool PersonsAsked::mean(std::string_view name) const {
  if (!may_mean(name)) return false;
  const auto person = reader_.name(name);
  return std::any_of(asked_.begin(), asked_.end(), [&](const persons::Name& asked) {
    return persons::can_be_same(asked, person);
  });
}

std::vector<std::uint32_t> persons_named(const Segment& segment,
                                         const std::vector<std::string>& names) {
  const PersonsAsked asked(names);
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t i = 0; i < segment.persons.size(); ++i) {
    if (asked.mean(segment.persons.text(i))) numbers.push_back(i);
  }
  return numbers;
}

}  // namespace dateline
