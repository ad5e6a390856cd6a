// Names of other scripts in Latin letters.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Whether every letter of a word is Latin (digits and marks do not count).
[[nodiscard]] bool is_latin(std::string_view word) noexcept;

/// Spells words of other scripts in plain Latin letters, in the ways that English texts use. ICU's
/// romanizations are loaded when a word first needs one (up to 20 ms, for Chinese 80 ms), and kept.
/// One object may serve many threads at once.
/// - Cyrillic: BGN/PCGN by language, and the usual variants (data/cyrillic_spellings.tsv).
/// - Han, read as Chinese: pinyin, as a name (surname, given name joined) and joined. Japanese
///   readings are out of reach.
/// - Hangul: the Revised Romanization, in the same two forms.
/// - Greek, Georgian, Armenian: one romanization each; other scripts as ICU reads them. Scripts
///   that do not write vowels (Arabic, Hebrew) give nothing.
class Transliteration {
 public:
  /// In spellings of one word.
  static constexpr std::size_t kMaxSpellings = 8;

  Transliteration();
  ~Transliteration();
  Transliteration(Transliteration&&) noexcept;
  Transliteration& operator=(Transliteration&&) noexcept;

  /// The spellings of one word (UTF-8), the most usual first, ASCII with a capital where the word
  /// has one or its script has none; empty for a Latin word, for one of several scripts, and
  /// where it cannot be done. Never throws on any input.
  [[nodiscard]] std::vector<std::string> latin(std::string_view word) const;

 private:
  class Romanizers;
  std::unique_ptr<Romanizers> romanizers_;
};

}  // namespace dateline
