#include "language/words/name_words.h"

#include <unicode/uchar.h>

#include <array>

#include "language/utf8.h"

namespace dateline {
namespace {

enum ByteClass : std::uint8_t { kPunctuation, kSmall, kCapital, kDigit, kWhite, kHigh };

constexpr std::array<ByteClass, 256> byte_classes() {
  std::array<ByteClass, 256> table{};
  for (std::size_t b = 0; b < table.size(); ++b) {
    if (b >= 'a' && b <= 'z') table[b] = kSmall;
    if (b >= 'A' && b <= 'Z') table[b] = kCapital;
    if (b >= '0' && b <= '9') table[b] = kDigit;
    if (b == ' ' || (b >= '\t' && b <= '\r')) table[b] = kWhite;
    if (b >= 0x80) table[b] = kHigh;
  }
  return table;
}
constexpr auto kClasses = byte_classes();

ByteClass class_of(char c) noexcept { return kClasses[static_cast<unsigned char>(c)]; }

/// One code point: where it ends, and what it is to a word.
struct Unit {
  std::size_t end;
  ByteClass kind;
  char32_t code;
};

ByteClass class_of_code_point(char32_t c) noexcept {
  const auto point = static_cast<UChar32>(c);
  if (u_isUWhiteSpace(point) != 0) return kWhite;
  if (u_isupper(point) != 0) return kCapital;
  const auto mask = U_GET_GC_MASK(point);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK)) != 0) return kSmall;
  return (mask & U_GC_ND_MASK) != 0 ? kDigit : kPunctuation;
}

Unit high_unit_at(std::string_view text, std::size_t at) noexcept {
  std::size_t end = at;
  const char32_t c = next_code_point(text, end);
  return {end, class_of_code_point(c), c};
}

inline Unit unit_at(std::string_view text, std::size_t at) noexcept {
  const auto kind = class_of(text[at]);
  if (kind == kHigh) return high_unit_at(text, at);
  return {at + 1, kind, static_cast<unsigned char>(text[at])};
}

bool is_letter(ByteClass kind) noexcept { return kind == kSmall || kind == kCapital; }
bool is_word(ByteClass kind) noexcept { return is_letter(kind) || kind == kDigit; }
bool is_apostrophe(char32_t c) noexcept { return c == '\'' || c == U'’' || c == U'ʼ' || c == U'ʽ'; }
bool is_dash(char32_t c) noexcept {
  return c == '-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212' || c == U'\uFF0D';
}

/// Reads words one by one, and remembers what stood between them.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_{text} {}

  std::vector<Word> run() {
    std::vector<Word> words;
    words.reserve(text_.size() / 6 + 4);
    while (skip_gap()) words.push_back(read_word(words.empty()));
    return words;
  }

 private:
  // Moves to the next word; false at the end of the text.
  bool skip_gap() {
    stop_ = false;
    if (at_ + 1 < text_.size() && text_[at_] == ' ' && is_word(class_of(text_[at_ + 1]))) {
      ++at_;
      gap_ = Gap::kSpace;
      return true;
    }
    gap_ = Gap::kNone;
    while (at_ < text_.size()) {
      const Unit unit = unit_at(text_, at_);
      if (is_word(unit.kind) || unit.code == '&') return true;
      gap_ = joined_gap(gap_, unit);
      stop_ = stop_ || unit.code == '.' || unit.code == '!' || unit.code == '?';
      at_ = unit.end;
    }
    return false;
  }

  static Gap joined_gap(Gap before, const Unit& unit) noexcept {
    if (unit.kind == kWhite) {
      if (before == Gap::kNone || before == Gap::kSpace) return Gap::kSpace;
      if (before == Gap::kHyphen) return Gap::kHyphenSpace;
      return before;  // a stop, a comma, a slash keep their kind before space
    }
    if (before != Gap::kNone) return Gap::kOther;
    if (is_dash(unit.code)) return Gap::kHyphen;
    if (unit.code == '.') return Gap::kDot;
    if (unit.code == ',') return Gap::kComma;
    if (unit.code == '/') return Gap::kSlash;
    // The apostrophe of a plural's possessive; an opening quote has a space before it.
    return is_apostrophe(unit.code) ? Gap::kNone : Gap::kOther;
  }

  Word read_word(bool first) {
    Word word{static_cast<std::uint32_t>(at_), 0, gap_, false, false, false, true, stop_};
    if (first || word.gap == Gap::kNone) word.gap = first ? Gap::kNone : Gap::kOther;
    if (text_[at_] == '&') {
      word.end = static_cast<std::uint32_t>(++at_);
      return word;
    }
    std::size_t letters = 0;
    std::size_t small = 0;
    while (at_ < text_.size()) {
      const std::size_t plain_small = skip_small();
      letters += plain_small;
      small += plain_small;
      if (at_ == text_.size() || class_of(text_[at_]) == kWhite) break;
      const Unit unit = unit_at(text_, at_);
      if (!is_word(unit.kind) && !joins(unit)) break;
      if (unit.kind == kCapital && letters < 2) word.capital = true;
      if (is_letter(unit.kind)) ++letters;
      if (unit.kind == kSmall) ++small;
      if (unit.code >= 0x80) word.plain = false;
      at_ = unit.end;
    }
    word.all_caps = letters >= 2 && small == 0;
    take_final_stop(word, letters, small);
    word.end = static_cast<std::uint32_t>(at_);
    skip_possessive(word);
    return word;
  }

  // Moves past the small letters of ASCII, which most of a text is made of. @return how many they
  // were.
  std::size_t skip_small() noexcept {
    const std::size_t begin = at_;
    while (at_ < text_.size() && class_of(text_[at_]) == kSmall) ++at_;
    return at_ - begin;
  }

  // Whether an apostrophe, a full stop or a low line stands between two letters of one word.
  [[nodiscard]] bool joins(const Unit& unit) const {
    const bool apostrophe = is_apostrophe(unit.code);
    if (!apostrophe && unit.code != '.' && unit.code != '_') return false;
    if (unit.end >= text_.size()) return false;
    const Unit next = unit_at(text_, unit.end);
    if (!is_letter(next.kind)) return false;
    if (!apostrophe) return unit.code == '_' || class_of(text_[at_ - 1]) != kDigit;
    return !is_possessive_s(next);
  }

  [[nodiscard]] bool is_possessive_s(const Unit& next) const {
    if (next.code != 's' && next.code != 'S') return false;
    return next.end >= text_.size() || !is_word(unit_at(text_, next.end).kind);
  }

  // "U.S." owns its last stop, and so does an initial ("J."): single capitals with stops between
  // them.
  void take_final_stop(const Word& word, std::size_t letters, std::size_t small) {
    if (small != 0 || letters == 0 || at_ >= text_.size() || text_[at_] != '.') return;
    if (at_ - word.begin == 2 * letters - 1) ++at_;
  }

  void skip_possessive(Word& word) {
    if (at_ >= text_.size() || class_of(text_[at_]) == kWhite) return;
    const Unit unit = unit_at(text_, at_);
    if (!is_apostrophe(unit.code) || unit.end >= text_.size()) return;
    const Unit next = unit_at(text_, unit.end);
    if (!is_possessive_s(next)) return;
    word.possessive = true;
    at_ = next.end;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Gap gap_ = Gap::kNone;
  bool stop_ = false;
};

}  // namespace

std::vector<Word> scan_words(std::string_view text) { return Scanner{text}.run(); }

}  // namespace dateline
