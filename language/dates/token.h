// The words, numbers and marks that the date grammar reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/dates/kinds.h"

namespace dateline::dates {

/// One word, number or mark, as the grammar sees it. `begin` and `end` are bytes of the text. A
/// possessive 's is left out of the span and noted; the dot of an abbreviation (Feb.) is inside.
struct Token {
  enum Flag : std::uint16_t {
    kSpace = 1,         ///< white space stands before it
    kCapital = 2,       ///< begins with a capital letter
    kAllCaps = 4,       ///< two letters or more, all capitals
    kPossessive = 8,    ///< 's follows
    kDot = 16,          ///< an abbreviation with its dot
    kEd = 32,           ///< a lower-case word in -ed
    kPlural = 64,       ///< a word in -s
    kApostrophe = 128,  ///< an apostrophe before two digits ('86), inside the span
    kLine = 256,        ///< a line break stands before it
  };
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t value = 0;
  Kind kind = Kind::end;
  std::uint8_t digits = 0;  ///< how many digits a number has, 0 for words
  std::uint16_t flags = 0;

  [[nodiscard]] bool has(Flag flag) const noexcept { return (flags & flag) != 0; }
};

/// The tokens of one text. Any index may be asked for: outside the list stands a token of
/// Kind::end.
class TokenList {
 public:
  explicit TokenList(std::string_view text) : text_(text) {}

  [[nodiscard]] const Token& at(std::size_t i) const noexcept {
    return i < tokens_.size() ? tokens_[i] : outside_;
  }
  [[nodiscard]] bool is(std::size_t i, Kind kind) const noexcept { return at(i).kind == kind; }
  /// Whether no white space stands between token i and the one before it.
  [[nodiscard]] bool glued(std::size_t i) const noexcept {
    return i > 0 && !at(i).has(Token::kSpace);
  }
  [[nodiscard]] std::size_t size() const noexcept { return tokens_.size(); }
  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] std::string_view text_of(std::size_t i) const noexcept {
    return text_.substr(at(i).begin, at(i).end - at(i).begin);
  }
  void reserve(std::size_t count) { tokens_.reserve(count); }
  void add(const Token& token) { tokens_.push_back(token); }

 private:
  std::string_view text_;
  std::vector<Token> tokens_;
  Token outside_;
};

}  // namespace dateline::dates
