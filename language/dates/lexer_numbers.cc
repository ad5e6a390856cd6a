// Numbers and what is stuck to them.
#include "language/dates/scanner.h"

namespace dateline::dates {

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

}  // namespace dateline::dates
