#include "language/utf8.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <utility>

#include "language/icu_strings.h"

namespace dateline {
namespace {

// Letters whose bar, stroke or ligature is no combining mark, so that NFD leaves them as they are.
// Source: Unicode 15 names ("… WITH STROKE", "LIGATURE …"); the Latin letters of names in news
// text.
constexpr std::array<std::pair<char32_t, std::string_view>, 14> kLetters{{
    {U'ß', "ss"},
    {U'æ', "ae"},
    {U'ð', "d"},
    {U'ø', "o"},
    {U'þ', "th"},
    {U'đ', "d"},
    {U'ħ', "h"},
    {U'ı', "i"},
    {U'ł', "l"},
    {U'ŋ', "n"},
    {U'œ', "oe"},
    {U'ŧ', "t"},
    {U'ƒ', "f"},
    {U'ə', "e"},
}};

std::string_view plain_letter(char32_t c) noexcept {
  const auto* found =
      std::lower_bound(kLetters.begin(), kLetters.end(), c,
                       [](const auto& row, char32_t key) { return row.first < key; });
  return found != kLetters.end() && found->first == c ? found->second : std::string_view{};
}

void append_utf8(char32_t c, std::string& out) {
  const auto byte = [&out](char32_t value) {
    out += static_cast<char>(static_cast<unsigned char>(value));
  };
  if (c < 0x80) {
    byte(c);
  } else if (c < 0x800) {
    byte(0xC0 | (c >> 6));
    byte(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    byte(0xE0 | (c >> 12));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  } else {
    byte(0xF0 | (c >> 18));
    byte(0x80 | ((c >> 12) & 0x3F));
    byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
  }
}

bool is_trail(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::string fold_unicode(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const auto* decompose = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status))
    return std::string{text};  // ICU's own data is missing: nothing folds at all
  const icu::UnicodeString folded =
      decompose->normalize(casefold->normalize(utf16(text), status), status);
  std::string result;
  result.reserve(text.size());
  for (std::int32_t i = 0; i < folded.length();) {
    const auto c = folded.char32At(i);
    i = folded.moveIndex32(i, 1);
    const auto type = u_charType(c);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
        type == U_COMBINING_SPACING_MARK) {
      continue;
    }
    if (const auto letter = plain_letter(static_cast<char32_t>(c)); !letter.empty()) {
      result += letter;
      continue;
    }
    append_utf8(static_cast<char32_t>(c), result);
  }
  return result;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) noexcept {
  std::size_t i = 0;
  while (i < text.size()) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    if (next_code_point(text, i) == U'\uFFFD' && text.substr(start, 3) != "\xEF\xBF\xBD")
      return start;
  }
  return std::nullopt;
}

bool is_ascii(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Well-formed sequences as in table 3-7 of Unicode 15; an ill-formed one costs its first byte
// alone.
char32_t next_code_point(std::string_view text, std::size_t& offset) noexcept {
  constexpr char32_t kBad = U'\uFFFD';
  const auto at = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const auto lead = at(0);
  const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  const bool well_formed = [&] {
    if (size == 1) return true;
    if (lead < 0xC2 || lead > 0xF4 || offset + size > text.size()) return false;
    for (std::size_t i = 1; i < size; ++i) {
      if (!is_trail(text[offset + i])) return false;
    }
    const auto second = at(1);
    return !((lead == 0xE0 && second < 0xA0) || (lead == 0xED && second > 0x9F) ||
             (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second > 0x8F));
  }();
  if (!well_formed) {
    ++offset;
    return kBad;
  }
  constexpr std::array<unsigned, 5> kLeadBits{0, 0x7F, 0x1F, 0x0F, 0x07};
  char32_t c = lead & kLeadBits[size];
  for (std::size_t i = 1; i < size; ++i) c = (c << 6) | (at(i) & 0x3FU);
  offset += size;
  return c;
}

std::size_t floor_code_point(std::string_view text, std::size_t offset) noexcept {
  if (offset >= text.size()) return text.size();
  while (offset > 0 && is_trail(text[offset])) --offset;
  return offset;
}

std::string fold(std::string_view text) {
  if (!is_ascii(text)) return fold_unicode(text);
  std::string result{text};
  std::transform(result.begin(), result.end(), result.begin(), ascii_lower);
  return result;
}

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view kSpaces = " \t\r\n\f\v";
  constexpr std::array<std::string_view, 2> kWideSpaces{"\u00A0", "\uFEFF"};
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;  // nearly all
  const auto is_wide_at_begin = [&](std::string_view space) { return text.starts_with(space); };
  const auto is_wide_at_end = [&](std::string_view space) { return text.ends_with(space); };
  for (;;) {
    text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
    const auto* const wide = std::find_if(kWideSpaces.begin(), kWideSpaces.end(), is_wide_at_begin);
    if (wide == kWideSpaces.end()) break;
    text.remove_prefix(wide->size());
  }
  for (;;) {
    text = text.substr(0, text.find_last_not_of(kSpaces) + 1);
    const auto* const wide = std::find_if(kWideSpaces.begin(), kWideSpaces.end(), is_wide_at_end);
    if (wide == kWideSpaces.end()) return text;
    text.remove_suffix(wide->size());
  }
}

std::string in_capitals(std::string_view text) {
  return utf8(utf16(text).toUpper(icu::Locale::getRoot()));
}

}  // namespace dateline
