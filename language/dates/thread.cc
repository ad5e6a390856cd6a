#include "language/dates/thread.h"

#include <array>
#include <cstddef>

#include "language/ascii.h"
#include "language/dates/calendar.h"
#include "language/dates/word_table.h"

namespace dateline {
namespace {

constexpr std::size_t kMinYears = 3;
constexpr std::size_t kShare = 10;  // a tenth of them

bool is_word_byte(char c) noexcept {
  return is_ascii_letter(c) || is_ascii_digit(c) || (c & '\x80') != 0;
}

// Whether what stands behind four digits says that they count or measure: 2000 troops, 1900 hours,
// 1500 %, 1,998 or 1998.5.
bool is_counted(std::string_view text, std::size_t end) noexcept {
  const char next = end < text.size() ? text[end] : ' ';
  if (is_word_byte(next) && next != '\xE2') return true;
  if (next == '%') return true;
  if ((next == '.' || next == ',') && end + 1 < text.size() && is_ascii_digit(text[end + 1])) {
    return true;
  }
  if (next != ' ') return false;
  std::array<char, dates::kMaxWordBytes> word{};
  std::size_t length = 0;
  std::uint32_t hash = dates::kHashSeed;
  for (std::size_t i = end + 1; i < text.size() && is_ascii_letter(text[i]); ++i) {
    if (length == word.size()) return false;
    const char low = ascii_lower(text[i]);
    hash = dates::add_to_hash(hash, static_cast<unsigned char>(low));
    word[length++] = low;
  }
  const auto kind = dates::WordTable::built_in().find({word.data(), length}, hash).kind;
  return kind == dates::Kind::quantity_noun || kind == dates::Kind::clock;
}

// The year that begins at byte `i`, the first of its digits, or 0.
int year_at(std::string_view text, std::size_t i) noexcept {
  constexpr std::string_view kNotBefore = "$.,/_#";
  if (i > 0 && (is_word_byte(text[i - 1]) || kNotBefore.find(text[i - 1]) != kNotBefore.npos)) {
    return 0;
  }
  int value = 0;
  std::size_t end = i;
  for (; end < text.size() && is_ascii_digit(text[end]); ++end) {
    if (end - i == 4) return 0;
    value = value * 10 + (text[end] - '0');
  }
  if (end - i != 4 || value < dates::kFirstYear || value > dates::kLastYear) return 0;
  return is_counted(text, end) ? 0 : value;
}

}  // namespace

bool looks_back(std::string_view text, const std::optional<DateInterval>& published) {
  const int last = published ? dates::year_of(published->last) : 0;
  std::size_t years = 0, recent = 0;
  for (std::size_t i = 0; i + 4 <= text.size(); ++i) {
    if (!is_ascii_digit(text[i])) continue;
    const int year = year_at(text, i);
    if (year != 0) {
      ++years;
      if (year == last || year == last - 1) ++recent;
    }
    while (i + 1 < text.size() && is_ascii_digit(text[i + 1])) ++i;
  }
  return years >= kMinYears && (!published || recent * kShare < years);
}

}  // namespace dateline
