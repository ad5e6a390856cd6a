// Bytes of a text file → UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace dateline {

/// A file's text, and what was done to it.
struct DecodedText {
  std::string text;            ///< valid UTF-8
  std::string converted_from;  ///< "windows-1252", "UTF-16LE", …; empty: the bytes as they stood
  std::size_t replaced = 0;    ///< ill-formed sequences that became U+FFFD, in what else is UTF-8
};

/// What was done to the text, for a user; empty when nothing was.
[[nodiscard]] std::string repair_note(const DecodedText& decoded);

/// Detection below this confidence (ICU's scale, 0 to 100) is not trusted. ICU gives Latin text of
/// one line with a few accents 30 and more; what is no text at all stays below.
inline constexpr int kMinEncodingConfidence = 25;
/// A file with more than one NUL in so many bytes is binary. (A stray NUL in an article does no
/// harm.)
inline constexpr std::size_t kBytesPerNul = 1024;

/// - UTF-8 (strict, Unicode table 3-7) is passed through untouched, its BOM included.
/// - UTF-8 with a few ill-formed bytes (one to ten well-formed sequences beyond ASCII, or fewer) is
///   repaired with U+FFFD.
/// - UTF-16 and UTF-32 are known by their BOM, which is dropped.
/// - Anything else is judged by ICU's detector from the lines that are not ASCII. ISO-8859-1 is
///   read as windows-1252, which has it as a part (as the WHATWG encoding standard does).
///
/// `declared` is what the file says its encoding is: trusted where the bytes are not UTF-8 and fit
/// it, and where it is an encoding that hides in ASCII (ISO-2022-JP). `path` is for the error only.
/// @throws CorpusError when the bytes are binary, or their encoding is not recognised.
[[nodiscard]] DecodedText decode_text(std::string bytes, const std::string& path,
                                      std::string_view declared = {});

}  // namespace dateline
