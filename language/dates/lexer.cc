#include "language/dates/lexer.h"

#include <array>
#include <cstdint>
#include <utility>

#include "language/dates/characters.h"
#include "language/dates/word_table.h"

// Most words of a text play no part in dates, so a word must cost little: its letters are read
// once, and the hash that finds it in the table is computed on the way. What a word is by itself is
// decided here (the verb "may", the pronoun "us", the dot of "Feb.", a possessive), what it is by
// its neighbours in TokenRules and the grammar.

namespace dateline::dates {
namespace {

/// Reads one text once, from its first byte to its last.
class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text), list_(text) {
    list_.reserve(text.size() / 5 + 4);
  }

  TokenList run() {
    while (pos_ < size()) step();
    return std::move(list_);
  }

 private:
  [[nodiscard]] std::uint32_t size() const noexcept {
    return static_cast<std::uint32_t>(text_.size());
  }
  [[nodiscard]] unsigned char byte(std::uint32_t i) const noexcept {
    return i < text_.size() ? static_cast<unsigned char>(text_[i]) : 0;
  }
  [[nodiscard]] Class class_at(std::uint32_t i) const noexcept {
    if (i >= text_.size()) return Class::space;
    const Class cls = kClasses[byte(i)];
    return cls == Class::high ? wide_at(i).cls : cls;
  }
  [[nodiscard]] bool digit_at(std::uint32_t i) const noexcept {
    return kClasses[byte(i)] == Class::digit;
  }
  [[nodiscard]] bool letter_at(std::uint32_t i) const noexcept {
    return class_at(i) == Class::letter;
  }

  void step();
  void lex_word();
  void lex_number(std::uint32_t begin, std::uint16_t extra);
  void lex_mark();
  void lex_apostrophe();
  [[nodiscard]] Wide wide_at(std::uint32_t i) const noexcept { return wide_character(text_, i); }
  [[nodiscard]] std::uint32_t apostrophe_size(std::uint32_t i) const noexcept;
  void finish_word(Token& token, std::string_view lower, std::uint32_t hash, bool all_caps);
  bool lex_letters_and_digits(Token& token);
  void lex_dotted(Token& token);
  void lex_number_tail(Token& token);
  bool lex_group(Token& token);
  [[nodiscard]] bool opens_dotted_date() const noexcept;
  void lex_dotted_date(Token day);
  void emit(Token token) {
    token.flags = static_cast<std::uint16_t>(token.flags | pending_);
    pending_ = 0;
    list_.add(token);
  }
  void emit_mark(Kind kind, std::int32_t value, std::uint32_t length) {
    emit({pos_, pos_ + length, value, kind, 0, 0});
    pos_ += length;
  }

  std::string_view text_;
  TokenList list_;
  std::uint32_t pos_ = 0;
  std::uint16_t pending_ = 0;  // flags that white space gives to the next token
};

void Lexer::step() {
  switch (kClasses[byte(pos_)]) {
    case Class::line:
      pending_ |= Token::kLine | Token::kSpace;
      ++pos_;
      return;
    case Class::space:
      pending_ |= Token::kSpace;
      ++pos_;
      return;
    case Class::skip:
      ++pos_;
      return;
    case Class::letter:
      lex_word();
      return;
    case Class::digit:
      lex_number(pos_, 0);
      return;
    case Class::apostrophe:
      lex_apostrophe();
      return;
    case Class::mark:
      lex_mark();
      return;
    case Class::high:
      break;
  }
  const Wide wide = wide_at(pos_);
  if (wide.cls == Class::letter) {
    lex_word();
  } else if (wide.cls == Class::space) {
    pending_ |= Token::kSpace;
    pos_ += wide.size;
  } else if (wide.cls == Class::apostrophe) {
    lex_apostrophe();
  } else {
    emit_mark(wide.kind, wide.value, wide.size);
  }
}

std::uint32_t Lexer::apostrophe_size(std::uint32_t i) const noexcept {
  if (class_at(i) != Class::apostrophe) return 0;
  return byte(i) < 0x80 ? 1 : 3;
}

void Lexer::lex_word() {
  std::array<char, kMaxWordBytes> lower{};
  Token token{pos_, pos_, 0, Kind::other, 0, 0};
  const unsigned char first = byte(pos_);
  const bool capital = first >= 'A' && first <= 'Z';
  if (capital) token.flags |= Token::kCapital;
  std::uint32_t hash = kHashSeed, length = 0;
  bool all_caps = capital;
  for (;; ++pos_) {
    const unsigned char c = byte(pos_);
    const Class cls = kClasses[c];
    if (cls == Class::high) {
      if (pos_ >= text_.size() || wide_at(pos_).cls != Class::letter) break;
      if (length == 0) token.flags |= Token::kCapital;  // matters for É and its like alone
    } else if (cls != Class::letter) {
      break;
    }
    const auto low = static_cast<unsigned char>(cls == Class::letter ? c | 0x20U : c);
    all_caps = all_caps && low != c;
    hash = add_to_hash(hash, low);
    if (length < kMaxWordBytes) lower[length] = static_cast<char>(low);
    ++length;
  }
  token.end = pos_;
  if (length == 1 && byte(pos_) == '.' && letter_at(pos_ + 1) && byte(pos_ + 2) == '.') {
    lex_dotted(token);
    return;
  }
  if (digit_at(pos_) && lex_letters_and_digits(token)) return;
  finish_word(token, {lower.data(), length <= kMaxWordBytes ? length : 0}, hash,
              all_caps && length > 1);
}

// U.S., B.C.E.: letters that each have a dot.
void Lexer::lex_dotted(Token& token) {
  std::array<char, kMaxWordBytes> lower{};
  std::uint32_t hash = kHashSeed, length = 0;
  pos_ = token.begin;
  while (kClasses[byte(pos_)] == Class::letter && byte(pos_ + 1) == '.' &&
         length + 2 < kMaxWordBytes) {
    if (length > 0) {
      hash = add_to_hash(hash, '.');
      lower[length++] = '.';
    }
    const auto low = static_cast<unsigned char>(byte(pos_) | 0x20U);
    hash = add_to_hash(hash, low);
    lower[length++] = static_cast<char>(low);
    pos_ += 2;
  }
  if (pos_ == token.begin)
    ++pos_;  // not reached by lex_word's test, but progress must not depend on it
  token.end = pos_;
  token.flags |= Token::kDot;
  finish_word(token, {lower.data(), length}, hash, true);
}

void Lexer::finish_word(Token& token, std::string_view lower, std::uint32_t hash, bool all_caps) {
  if (all_caps) token.flags |= Token::kAllCaps;
  if (!lower.empty()) {
    const WordEntry entry = WordTable::built_in().find(lower, hash);
    token.kind = entry.kind;
    token.value = entry.value;
  }
  const bool capital = token.has(Token::kCapital);
  const auto word = text_.substr(token.begin, token.end - token.begin);
  // In lower case it is the verb, unless a number follows ("may 2001", as queries have it).
  if (word == "may" && !(byte(pos_) == ' ' && digit_at(pos_ + 1))) {
    token.kind = Kind::modal;
    token.value = 0;
  }
  if (!capital && (token.kind == Kind::month_abbr || token.kind == Kind::weekday_abbr ||
                   token.kind == Kind::weekday)) {
    token.kind = Kind::other;
  }
  // "us" is the pronoun unless in capitals.
  if (word == "us" || word == "Us") token.kind = Kind::pronoun;
  if (token.kind == Kind::month_abbr || token.kind == Kind::weekday_abbr) {
    if (byte(pos_) == '.') {
      token.flags |= Token::kDot;
      token.end = ++pos_;
    }
  }
  if (word.size() > 3 && word.ends_with("ed") && !capital) token.flags |= Token::kEd;
  if (word.size() > 2 && word.back() == 's') token.flags |= Token::kPlural;
  const std::uint32_t quote = apostrophe_size(pos_);
  if (quote > 0 && (byte(pos_ + quote) | 0x20U) == 's' && !letter_at(pos_ + quote + 1)) {
    token.flags |= Token::kPossessive;
    pos_ += quote + 1;
  } else if (quote > 0 && token.has(Token::kPlural) && !letter_at(pos_ + quote)) {
    token.flags |= Token::kPossessive;
    pos_ += quote;
  }
  emit(token);
}

// Whether the digits that end at `pos_` begin a date with full stops (31.12.1999) rather than a
// decimal fraction.
bool Lexer::opens_dotted_date() const noexcept {
  std::uint32_t i = pos_ + 1;
  if (!digit_at(i)) return false;
  i += digit_at(i + 1) ? 2U : 1U;
  if (byte(i) != '.') return false;
  for (std::uint32_t k = 1; k <= 4; ++k) {
    if (!digit_at(i + k)) return false;
  }
  return !digit_at(i + 5) && !letter_at(i + 5) && !(byte(i + 5) == '.' && digit_at(i + 6));
}

// 31.12.1999 as five tokens; `day` has been read.
void Lexer::lex_dotted_date(Token day) {
  day.end = pos_;
  emit(day);
  for (int part = 0; part < 2; ++part) {
    emit_mark(Kind::period, 0, 1);
    Token number{pos_, pos_, 0, Kind::number, 0, 0};
    for (; digit_at(pos_) && number.digits < 4; ++pos_, ++number.digits) {
      number.value = number.value * 10 + (byte(pos_) - '0');
    }
    number.end = pos_;
    emit(number);
  }
}

void Lexer::lex_number(std::uint32_t begin, std::uint16_t extra) {
  Token token{begin, begin, 0, Kind::number, 0, extra};
  while (digit_at(pos_)) {
    if (token.digits < 9) token.value = token.value * 10 + (byte(pos_) - '0');
    if (token.digits < 255) ++token.digits;
    ++pos_;
  }
  if (token.digits > 9) token.kind = Kind::quantity;
  if (token.digits <= 2 && byte(pos_) == '.' && opens_dotted_date()) return lex_dotted_date(token);
  while (lex_group(token)) token.kind = Kind::quantity;
  token.end = pos_;
  lex_number_tail(token);
  emit(token);
}

// ",000" or ".5" after digits.
bool Lexer::lex_group(Token& token) {
  if (byte(pos_) == ',' && token.digits <= 3 && digit_at(pos_ + 1) && digit_at(pos_ + 2) &&
      digit_at(pos_ + 3) && !digit_at(pos_ + 4)) {
    pos_ += 4;
    return true;
  }
  if (byte(pos_) == '.' && digit_at(pos_ + 1)) {
    ++pos_;
    while (digit_at(pos_)) ++pos_;
    return true;
  }
  return false;
}

// Letters stuck to digits: ordinals, decades, Q and H codes, possessives; else it is no number of
// ours.
void Lexer::lex_number_tail(Token& token) {
  const std::uint32_t quote = apostrophe_size(pos_);
  if (quote > 0 && byte(pos_ + quote) == 's' && !letter_at(pos_ + quote + 1)) {
    pos_ += quote + 1;
    // 1970's is the decade as much as 1970s; 1975's is a possessive.
    if (token.digits == 4 && token.value % 10 == 0) {
      token.kind = Kind::years;
      token.end = pos_;
    } else {
      token.flags |= Token::kPossessive;
    }
    return;
  }
  if (!letter_at(pos_)) return;
  std::uint32_t end = pos_;
  while (letter_at(end) || digit_at(end)) ++end;
  const auto tail = text_.substr(pos_, end - pos_);
  const bool plain = token.kind == Kind::number;
  token.kind = Kind::quantity;
  if (plain && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th" || tail == "d")) {
    token.kind = Kind::ordinal;
  } else if (plain && tail == "s" && token.value % 10 == 0 &&
             (token.digits == 4 || token.digits == 2)) {
    token.kind = Kind::years;
  } else if (plain && token.digits == 1 && tail == "Q" && token.value <= 4) {
    token.kind = Kind::quarter_code;
  } else if (plain && token.digits == 1 && tail == "H" && token.value <= 2) {
    token.kind = Kind::half_code;
  } else if (plain && token.digits == 4 && tail.size() == 2 && tail[0] == 'Q' && tail[1] >= '1' &&
             tail[1] <= '4') {
    end = pos_;  // 2001Q1: the year now, the code as the next token
    token.kind = Kind::number;
  }
  pos_ = token.end = end;
}

// Q1, H1, FY2001 are read; any other mixture is a name (T90, A50) and hides its digits.
bool Lexer::lex_letters_and_digits(Token& token) {
  std::uint32_t end = pos_;
  while (digit_at(end)) ++end;
  const auto word = text_.substr(token.begin, token.end - token.begin);
  const bool ends = !letter_at(end);
  if ((word == "FY" || word == "fy") && ends && end - pos_ <= 4) return false;
  const std::int32_t value = byte(pos_) - '0';
  if (word.size() == 1 && end - pos_ == 1 && ends && value >= 1) {
    if (word == "Q" && value <= 4) token.kind = Kind::quarter_code;
    if (word == "H" && value <= 2) token.kind = Kind::half_code;
    token.value = value;
  }
  while (digit_at(end) || letter_at(end)) ++end;
  pos_ = token.end = end;
  emit(token);
  return true;
}

// '86 and '60s; any other apostrophe is a quotation mark.
void Lexer::lex_apostrophe() {
  const std::uint32_t quote = apostrophe_size(pos_);
  const bool word_before = pos_ > 0 && pending_ == 0 && (letter_at(pos_ - 1) || digit_at(pos_ - 1));
  const std::uint32_t at = pos_ + quote;
  if (!word_before && digit_at(at) && digit_at(at + 1) && !digit_at(at + 2)) {
    const std::uint32_t begin = pos_;
    pos_ = at;
    lex_number(begin, Token::kApostrophe);
    return;
  }
  emit_mark(Kind::quote, 0, quote);
}

void Lexer::lex_mark() {
  const unsigned char c = byte(pos_);
  if (c == '-') {
    const bool two = byte(pos_ + 1) == '-';
    emit_mark(Kind::dash, two ? 3 : 1, two ? 2 : 1);
  } else if (c == '.') {
    emit_mark(byte(pos_ + 1) == '.' ? Kind::sentence_mark : Kind::period, 0, 1);
  } else {
    emit_mark(mark_kind(c), 0, 1);
  }
}

}  // namespace

TokenList lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace dateline::dates
