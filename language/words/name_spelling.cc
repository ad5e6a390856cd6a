#include "language/words/name_spelling.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include "language/icu_strings.h"

namespace dateline {
namespace {

void replace_apostrophes(std::string& text) {
  for (const std::string_view apostrophe : {"’", "ʼ", "ʽ"}) {
    for (auto at = text.find(apostrophe); at != std::string::npos;
         at = text.find(apostrophe, at + 1)) {
      text.replace(at, apostrophe.size(), 1, '\'');
    }
  }
}

}  // namespace

std::string composed_spelling(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string{text};
  std::string result;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  if (nfc->isNormalizedUTF8(piece, status) != 0) {  // as nearly all text is
    result = text;
  } else {
    nfc->normalize(utf16(text), status).toUTF8String(result);
  }
  replace_apostrophes(result);
  return result;
}

std::string spelling_without_marks(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfd = icu::Normalizer2::getNFDInstance(status);
  if (U_FAILURE(status)) return std::string{text};
  const auto decomposed = nfd->normalize(utf16(text), status);
  icu::UnicodeString kept;
  for (std::int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) kept.append(c);
  }
  return utf8(kept);
}

}  // namespace dateline
