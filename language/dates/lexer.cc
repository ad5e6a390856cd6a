#include "language/dates/lexer.h"

#include <array>
#include <cstdint>
#include <utility>

#include "language/dates/addresses.h"
#include "language/dates/characters.h"
#include "language/dates/word_table.h"

// Most words of a text play no part in dates, so a word must cost little: its letters are read
// once, and the hash that finds it in the table is computed on the way. What a word is by itself is
// decided here (the verb "may", the pronoun "us", the dot of "Feb.", a possessive), what it is by
// its neighbours in TokenRules and the grammar.

namespace dateline::dates {
namespace {

// Q1998, Q98, H1998: the letter of a code and its year.
bool is_code_with_year(std::string_view tail) noexcept {
  if ((tail.size() != 5 && tail.size() != 3) || (tail[0] != 'Q' && tail[0] != 'H')) return false;
  return tail.substr(1).find_first_not_of("0123456789") == std::string_view::npos;
}

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
  void lex_wide_number();
  void lex_rest_of_address(Token token);
  bool lex_apart(const Token& token);
  void lex_time();
  void lex_year_of_code(Token code);
  [[nodiscard]] bool in_address() noexcept;
  [[nodiscard]] std::uint32_t digits_at(std::uint32_t i, std::uint32_t most) const noexcept;
  [[nodiscard]] bool opens_time(const Token& token) const noexcept;
  [[nodiscard]] bool has_note_behind(const Token& token) const noexcept;
  bool lex_group(Token& token);
  [[nodiscard]] bool opens_dotted_date() const noexcept;
  [[nodiscard]] bool opens_dotted_range() const noexcept;
  [[nodiscard]] bool opens_dotted_year() const noexcept;
  void lex_dotted(Token first, int more);
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
  std::uint32_t run_ = 0;      // where the characters without white space around pos_ begin
  std::uint32_t judged_run_ = kNoRun;
  bool run_is_address_ = false;
  static constexpr std::uint32_t kNoRun = 0xFFFFFFFFU;
};

void Lexer::step() {
  switch (kClasses[byte(pos_)]) {
    case Class::line:
      pending_ |= Token::kLine | Token::kSpace;
      run_ = ++pos_;
      return;
    case Class::space:
      pending_ |= Token::kSpace;
      run_ = ++pos_;
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
    run_ = pos_ += wide.size;
  } else if (wide.cls == Class::apostrophe) {
    lex_apostrophe();
  } else if (wide.cls == Class::skip) {
    pos_ += wide.size;
  } else if (wide.cls == Class::digit) {
    lex_wide_number();
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
      if (pos_ >= text_.size()) break;
      const Wide wide = wide_at(pos_);
      if (wide.cls == Class::skip && letter_at(pos_ + wide.size)) {  // a soft hyphen in a word
        pos_ += wide.size - 1;
        continue;
      }
      if (wide.cls != Class::letter) break;
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
  // "AD" and "CE" need their capitals.
  if (token.kind == Kind::anno && !all_caps) token.kind = Kind::other;
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

// How many digits stand at byte `i`, at most one more than `most`.
std::uint32_t Lexer::digits_at(std::uint32_t i, std::uint32_t most) const noexcept {
  std::uint32_t count = 0;
  while (count <= most && digit_at(i + count)) ++count;
  return count;
}

// Whether the digits that end at `pos_` begin a date with full stops (31.12.1999) rather than a
// decimal fraction.
bool Lexer::opens_dotted_date() const noexcept {
  const std::uint32_t month = digits_at(pos_ + 1, 2);
  if (month == 0 || month > 2) return false;
  const std::uint32_t stop = pos_ + 1 + month;
  return byte(stop) == '.' && digits_at(stop + 1, 4) == 4 && !letter_at(stop + 5) &&
         !digit_at(stop + 5) && !(byte(stop + 5) == '.' && digit_at(stop + 6));
}

// Whether they begin a range with full stops whose right side gives the year: 28.9.-2.10.1998.
bool Lexer::opens_dotted_range() const noexcept {
  const std::uint32_t month = digits_at(pos_ + 1, 2);
  if (month == 0 || month > 2) return false;
  const std::uint32_t stop = pos_ + 1 + month;
  if (byte(stop) != '.') return false;
  if (byte(stop + 1) == '-') return digits_at(stop + 2, 2) >= 1 && digits_at(stop + 2, 2) <= 2;
  const Wide dash = wide_at(stop + 1);
  return kClasses[byte(stop + 1)] == Class::high && dash.kind == Kind::dash &&
         digits_at(stop + 1 + dash.size, 2) >= 1;
}

// Whether they are a year that begins a date with full stops: 1999.05.03.
bool Lexer::opens_dotted_year() const noexcept {
  const std::uint32_t month = digits_at(pos_ + 1, 2);
  if (month == 0 || month > 2) return false;
  const std::uint32_t stop = pos_ + 1 + month;
  const std::uint32_t day = digits_at(stop + 1, 2);
  if (byte(stop) != '.' || day == 0 || day > 2) return false;
  const std::uint32_t end = stop + 1 + day;
  return !letter_at(end) && !(byte(end) == '.' && digit_at(end + 1));
}

// 31.12.1999 as five tokens; `first` has been read, `more` numbers follow.
void Lexer::lex_dotted(Token first, int more) {
  first.end = pos_;
  emit(first);
  for (int part = 0; part < more; ++part) {
    emit_mark(Kind::period, 0, 1);
    Token number{pos_, pos_, 0, Kind::number, 0, 0};
    for (; digit_at(pos_) && number.digits < 4; ++pos_, ++number.digits) {
      number.value = number.value * 10 + (byte(pos_) - '0');
    }
    number.end = pos_;
    emit(number);
  }
}

// Whether the number of a note is stuck to the year and full stop at `pos_`: "in 1998.12 In 1997".
bool Lexer::has_note_behind(const Token& token) const noexcept {
  constexpr int kFirst = 1000, kLast = 2200;
  const std::uint32_t note = digits_at(pos_ + 1, 3);
  if (token.value < kFirst || token.value > kLast || note == 0 || note > 3) return false;
  std::uint32_t next = pos_ + 1 + note;
  if (next >= size()) return true;
  if (kClasses[byte(next)] != Class::space && kClasses[byte(next)] != Class::line) return false;
  while (kClasses[byte(next)] == Class::space || kClasses[byte(next)] == Class::line) {
    if (++next >= size()) return true;
  }
  const unsigned char c = byte(next);
  return (c >= 'A' && c <= 'Z') || c == '"' || c == '(' || kClasses[c] == Class::high;
}

// What is written apart from its neighbours though it touches them: 28.9.-2.10.1998, 1999.05.03, a
// year with the number of a note behind its stop. @return false when it is nothing of these.
bool Lexer::lex_apart(const Token& token) {
  if (byte(pos_) != '.' || !digit_at(pos_ + 1)) return false;
  if (token.digits <= 2 && opens_dotted_date()) return lex_dotted(token, 2), true;
  if (token.digits <= 2 && opens_dotted_range()) return lex_dotted(token, 1), true;
  if (token.digits != 4) return false;
  if (opens_dotted_year()) return lex_dotted(token, 2), true;
  if (!has_note_behind(token)) return false;
  lex_dotted(token, 0);
  emit_mark(Kind::period, 0, 1);
  emit_mark(Kind::mark, 0, digits_at(pos_, 3));
  return true;
}

// Whether a clock time follows the day at `pos_`, as ISO has it: 1999-05-03T08:15.
bool Lexer::opens_time(const Token& token) const noexcept {
  return token.digits == 2 && byte(pos_) == 'T' && token.begin > run_ &&
         digits_at(pos_ + 1, 2) == 2 && (byte(pos_ + 3) == ':' || !letter_at(pos_ + 3));
}

// T08:15:00+02:00 as one token.
void Lexer::lex_time() {
  constexpr std::string_view kInside = ":.,+-";
  Token time{pos_, pos_, 0, Kind::quantity, 0, 0};
  ++pos_;
  for (;; ++pos_) {
    const auto c = static_cast<char>(byte(pos_));
    const bool joint = kInside.find(c) != std::string_view::npos && digit_at(pos_ + 1);
    if (!digit_at(pos_) && !joint && c != 'Z') break;
  }
  time.end = pos_;
  emit(time);
}

// The code of a quarter or half with its year stuck to it: 1Q1998, Q31998, 2Q98.
void Lexer::lex_year_of_code(Token code) {
  emit(code);
  lex_number(pos_, digits_at(pos_, 2) == 2 ? std::uint16_t{Token::kApostrophe} : std::uint16_t{0});
}

void Lexer::lex_wide_number() {
  Token token{pos_, pos_, 0, Kind::number, 0, 0};
  for (Wide wide = wide_at(pos_); pos_ < size() && byte(pos_) >= 0x80 && wide.cls == Class::digit;
       wide = wide_at(pos_)) {
    if (token.digits < 9) token.value = token.value * 10 + wide.value;
    if (token.digits < 255) ++token.digits;
    pos_ += wide.size;
  }
  if (token.digits > 9) token.kind = Kind::quantity;
  token.end = pos_;
  emit(token);
}

// Whether the characters without white space around `pos_` are an address or a file's name. Each
// such run is read once.
bool Lexer::in_address() noexcept {
  if (judged_run_ != run_) {
    judged_run_ = run_;
    const auto end = text_.find_first_of(" \t\r\n", run_);
    run_is_address_ = is_address(text_.substr(run_, end == text_.npos ? end : end - run_));
  }
  return run_is_address_;
}

// The rest of an address as one token, without the marks behind it.
void Lexer::lex_rest_of_address(Token token) {
  const auto end = text_.find_first_of(" \t\r\n", pos_);
  const auto rest = text_.substr(pos_, end == text_.npos ? end : end - pos_);
  pos_ += static_cast<std::uint32_t>(without_closing_marks(rest).size());
  token.kind = Kind::quantity;
  token.end = pos_;
  emit(token);
}

void Lexer::lex_number(std::uint32_t begin, std::uint16_t extra) {
  Token token{begin, begin, 0, Kind::number, 0, extra};
  while (digit_at(pos_)) {
    if (token.digits < 9) token.value = token.value * 10 + (byte(pos_) - '0');
    if (token.digits < 255) ++token.digits;
    ++pos_;
  }
  const Class behind = kClasses[byte(pos_)];
  const bool touches = begin != run_ || (behind != Class::space && behind != Class::line);
  if (touches && in_address()) return lex_rest_of_address(token);
  if (token.digits > 9) token.kind = Kind::quantity;
  if (lex_apart(token)) return;
  while (lex_group(token)) token.kind = Kind::quantity;
  token.end = pos_;
  if (opens_time(token)) {
    emit(token);
    return lex_time();
  }
  lex_number_tail(token);
  const bool code = token.kind == Kind::quarter_code || token.kind == Kind::half_code;
  if (code && digit_at(pos_)) return lex_year_of_code(token);
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
    // 1970's and 70's are the decade as much as 1970s; 1975's is a possessive.
    if ((token.digits == 4 || token.digits == 2) && token.value % 10 == 0) {
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
  } else if (plain && token.digits == 1 && is_code_with_year(tail) && token.value >= 1 &&
             token.value <= (tail[0] == 'Q' ? 4 : 2)) {
    token.kind = tail[0] == 'Q' ? Kind::quarter_code : Kind::half_code;
    end = pos_ + 1;
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
  // Q31998: the year is stuck to the code.
  if (word == "Q" && end - pos_ == 5 && ends && value >= 1 && value <= 4) {
    token.kind = Kind::quarter_code;
    token.value = value;
    pos_ = token.end = pos_ + 1;
    lex_year_of_code(token);
    return true;
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
  if (c == ':' && byte(pos_ + 1) == '/' && byte(pos_ + 2) == '/' && in_address()) {
    return lex_rest_of_address({pos_, pos_, 0, Kind::quantity, 0, 0});
  }
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
