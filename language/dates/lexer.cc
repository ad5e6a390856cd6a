#include "language/dates/lexer.h"

#include "language/dates/scanner.h"

namespace dateline::dates {

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
      if (length == 0) token.flags |= Token::kCapital;  // of no consequence but for É and its like
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

TokenList lex(std::string_view text) { return Lexer(text).run(); }

}  // namespace dateline::dates
