// Cuts a query into words, phrases, filters, parentheses and operators.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/filter.h"
#include "searcher/query/query.h"
#include "searcher/query/query_cursor.h"
#include "searcher/query/query_limits.h"

namespace dateline {

/// One piece of a query. Views point into the query.
struct QueryToken {
  enum class Kind : std::uint8_t {
    end,
    open,
    close,
    op_and,
    op_or,
    op_not,
    word,
    prefix,
    phrase,
    filter,
  };

  Kind kind = Kind::end;
  Span span;              ///< field, quotes, star and ~N included; the `-` before it is not
  bool excluded = false;  ///< a `-` stands directly before it
  std::string_view text;  ///< word, phrase, prefix: quotes, field and star left out
  TextField field = TextField::any;
  std::uint32_t slop = 0;
  std::size_t words = 0;            ///< of `text`
  const FieldRule* rule = nullptr;  ///< filter
  Filter filter;
};

/// Hands out a query's pieces in order, punctuation left out, each read once. Linear in the query.
class QueryLexer {
 public:
  /// `query`, `limits` and `warnings` must outlive the lexer.
  QueryLexer(std::string_view query, const QueryLimits& limits, std::vector<std::string>& warnings)
      : query_(query), limits_(limits), warnings_(warnings), cursor_(query) {}

  /// The next piece; Kind::end for ever after the last.
  /// @throws QueryError for an unknown field, a value that is missing or misplaced, a prefix that
  /// is too short, a phrase or a window beyond its limit.
  [[nodiscard]] QueryToken next();

 private:
  [[noreturn]] void fail(Span span, const std::string& message) const;
  [[noreturn]] void fail_without_value(const FieldRule& rule, Span span) const;

  bool take_minus();
  bool read_piece(QueryToken& token);
  bool read_bare_piece(QueryToken& token);
  bool read_word(QueryToken& token, std::string_view bare);
  bool read_phrase(QueryToken& token);
  QuotedPiece read_quoted();
  std::uint32_t read_slop();
  void read_text_field(QueryToken& token, const FieldRule& rule);
  void read_filter(QueryToken& token, const FieldRule& rule);
  FilterValue read_value(const FieldRule& rule);
  bool take_separator(Filter& filter, const FieldRule& rule);
  void check_words(const QueryToken& token) const;
  void check_no_unknown_field(std::string_view name, std::uint32_t begin) const;

  std::string_view query_;
  const QueryLimits& limits_;
  std::vector<std::string>& warnings_;
  QueryCursor cursor_;
  bool is_joint_ =
      false;  ///< the piece before ends just here, so that a hyphen joins the next one to it
};

}  // namespace dateline
