#include "searcher/query/query_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_date.h"
#include "searcher/query/query_lexer.h"

namespace dateline {
namespace {

using TokenKind = QueryToken::Kind;

// What a part of the grammar gives. `kind:event` is present but leaves no node; "()" is not even
// present.
struct Operand {
  bool is_present = false;
  std::optional<QueryNode> node;
  Span extent;  // the node with the parentheses around it
};

// Joins conditions in one group. A single condition stays as it is; a group of the same kind among
// them is dissolved into it.
template <template <typename> typename Group>
Operand join(std::vector<Operand> operands) {
  Operand joined;
  joined.is_present = !operands.empty();
  std::erase_if(operands, [](const Operand& operand) { return !operand.node; });
  if (operands.empty()) return joined;
  if (operands.size() == 1) return std::move(operands.front());
  joined.extent = {operands.front().extent.begin, operands.back().extent.end};
  Group<QueryNode> group;
  for (auto& operand : operands) {
    if (auto* inner = get_if<Group<QueryNode>>(*operand.node)) {
      std::move(inner->children.begin(), inner->children.end(), std::back_inserter(group.children));
    } else {
      group.children.push_back(std::move(*operand.node));
    }
  }
  joined.node = QueryNode{std::move(group), joined.extent};
  return joined;
}

// How many countries a filter's condition lists.
std::size_t countries_in(const QueryNode& node) noexcept {
  const auto* filter = get_if<FilterCondition>(node);
  if (filter == nullptr) return 0;
  const auto* asked = std::get_if<AskedCountries>(&filter->value);
  return asked != nullptr ? asked->codes.size() : filter->kind == FilterKind::pair ? 2 : 0;
}

TextForm form_of(TokenKind kind) noexcept {
  return kind == TokenKind::phrase   ? TextForm::phrase
         : kind == TokenKind::prefix ? TextForm::prefix
                                     : TextForm::word;
}

// A parser by recursive descent, a function for each rule of the grammar:
//
// query = any;  any = all { OR all };  all = one { [AND] one };  one = NOT one | [-] primary
//
// Each function returns an Operand, which may be present and yet have no node: `kind:event` sets
// the kind of the whole query, and is no condition. An operator needs operands that are present.
// Groups of one are never made, and a group within one of the same kind is dissolved, so that a
// tree has one form only. Depth and number of conditions are limited while reading: whatever walks
// the tree later may recurse.
class Parser {
 public:
  Parser(std::string_view query, const QueryLimits& limits)
      : query_(query), limits_(limits), lexer_(query, limits, parsed_.warnings) {}

  ParsedQuery parse() {
    advance();
    auto operand = parse_any();
    if (token_.kind == TokenKind::close) fail(token_.span, "this ')' has no '(' before it");
    parsed_.root = std::move(operand.node);
    return std::move(parsed_);
  }

 private:
  void advance() { token_ = lexer_.next(); }

  [[noreturn]] void fail(Span span, const std::string& message) const {
    throw QueryError(message, span.begin, std::string{span.of(query_)});
  }

  [[noreturn]] void fail_without_operand(Span op) const {
    fail(op, fmt::format(
                 "'{0}' has nothing {1}: to search for the word itself, write \"{0}\" in quotes",
                 op.of(query_), op.of(query_) == "NOT" ? "behind it" : "on one of its sides"));
  }

  Operand parse_any() {
    const std::uint32_t begin = token_.span.begin;
    std::vector<Operand> operands;
    operands.push_back(parse_all());
    if (token_.kind != TokenKind::op_or) {
      return std::move(operands.front());
    }
    while (token_.kind == TokenKind::op_or) {
      const Span op = token_.span;
      advance();
      operands.push_back(parse_all());
      if (!operands.back().is_present || !operands[operands.size() - 2].is_present) {
        fail_without_operand(op);
      }
    }
    check_no_kind_since(begin, "write it first, and the words joined by OR in parentheses");
    return join<AnyOf>(std::move(operands));
  }

  Operand parse_all() {
    std::vector<Operand> operands;
    for (;;) {
      std::optional<Span> op;
      if (token_.kind == TokenKind::op_and) {
        op = token_.span;
        if (operands.empty()) fail_without_operand(*op);
        advance();
      }
      if (!starts_operand()) {
        if (op) fail_without_operand(*op);
        return join<AllOf>(std::move(operands));
      }
      auto operand = parse_one();
      if (operand.is_present) {
        operands.push_back(std::move(operand));
      } else if (op) {
        fail_without_operand(*op);
      }
    }
  }

  [[nodiscard]] bool starts_operand() const noexcept {
    switch (token_.kind) {
      case TokenKind::end:
      case TokenKind::close:
      case TokenKind::op_and:
      case TokenKind::op_or:
        return false;
      default:
        return true;
    }
  }

  Operand parse_one() {
    if (token_.kind == TokenKind::op_not) {
      const Span op = token_.span;
      enter(op);
      advance();
      auto operand = starts_operand() ? parse_one() : Operand{};
      --depth_;
      if (!operand.is_present) fail_without_operand(op);
      return exclude(op.begin, std::move(operand));
    }
    const bool excluded = token_.excluded;
    const std::uint32_t begin = token_.span.begin;
    auto operand = parse_primary();
    if (!excluded) return operand;
    if (!operand.is_present) fail({begin - 1, begin}, "'-' stands before empty parentheses");
    return exclude(begin - 1, std::move(operand));
  }

  Operand exclude(std::uint32_t begin, Operand operand) {
    check_no_kind_since(begin, "instead of excluding one kind, write the other");
    Operand excluded;
    excluded.is_present = true;
    excluded.extent = {begin, operand.extent.end};
    Exclude<QueryNode> group;
    group.children.push_back(std::move(*operand.node));
    excluded.node = QueryNode{std::move(group), excluded.extent};
    return excluded;
  }

  Operand parse_primary() {
    if (token_.kind == TokenKind::open) return parse_group();
    Operand operand;
    operand.is_present = true;
    operand.extent = token_.span;
    operand.node = token_.kind == TokenKind::filter ? read_filter() : read_words();
    advance();
    return operand;
  }

  Operand parse_group() {
    const Span open = token_.span;
    enter(open);
    advance();
    auto operand = parse_any();
    if (token_.kind != TokenKind::close) fail_unclosed(open);
    operand.extent = {open.begin, token_.span.end};
    --depth_;
    advance();
    return operand;
  }

  [[noreturn]] void fail_unclosed(Span open) const {
    const std::string message = "this '(' is not closed";
    // The commonest cause: a quote swallowed the ')'.
    fail(open, parsed_.warnings.empty() ? message : message + "; " + parsed_.warnings.front());
  }

  std::optional<QueryNode> read_filter() {
    auto node = token_.rule->read(token_.filter, parsed_);
    if (!node) last_kind_ = token_.span;
    count(std::max(token_.filter.values.size(), node ? countries_in(*node) : 0));
    return node;
  }

  QueryNode read_words() {
    count(token_.words);
    return {QueryText{form_of(token_.kind), std::string{token_.text}, token_.field, token_.slop},
            token_.span};
  }

  void enter(Span span) {
    if (++depth_ > limits_.max_depth) {
      fail(span,
           fmt::format("the query is nested too deeply: at most {} levels of parentheses and NOT",
                       limits_.max_depth));
    }
  }

  void count(std::size_t terms) {
    terms_ += terms;
    if (terms_ > limits_.max_terms) {
      fail(token_.span,
           fmt::format("the query is too long: at most {} words and values", limits_.max_terms));
    }
  }

  // `kind:` says what is searched for as a whole; under OR or NOT it would say nothing.
  void check_no_kind_since(std::uint32_t begin, std::string_view advice) const {
    if (!last_kind_ || last_kind_->begin < begin) return;
    fail(*last_kind_, fmt::format("'kind:' speaks of the whole query: {}", advice));
  }

  std::string_view query_;
  const QueryLimits& limits_;
  ParsedQuery parsed_;
  QueryLexer lexer_;
  QueryToken token_;
  std::optional<Span> last_kind_;
  std::size_t depth_ = 0;
  std::size_t terms_ = 0;
};

}  // namespace

ParsedQuery parse_query(std::string_view text, const QueryLimits& limits) {
  if (text.size() > limits.max_bytes) {
    const auto offset = floor_code_point(text, limits.max_bytes);
    const auto end = floor_code_point(text, offset + 20);
    throw QueryError(
        fmt::format("the query has {} bytes: at most {} are read", text.size(), limits.max_bytes),
        offset, std::string{text.substr(offset, end - offset)});
  }
  return Parser{text, limits}.parse();
}

std::optional<DateInterval> parse_query_date(std::string_view text) {
  return read_query_date(text).interval;
}

}  // namespace dateline
