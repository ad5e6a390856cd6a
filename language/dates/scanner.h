// The date lexer's inner state; see date_lexer.h for what it gives.
#pragma once

#include <string_view>
#include <utility>

#include "language/dates/characters.h"
#include "language/dates/lexer.h"

namespace dateline::dates {

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

}  // namespace dateline::dates
