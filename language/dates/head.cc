#include "language/dates/head.h"

#include <algorithm>

#include "language/dates/grammar.h"
#include "language/dates/resolver.h"

namespace dateline::dates {
namespace {

// List marks before a head: "- ", "• ", "1." do not count as text.
std::size_t after_list_mark(const TokenList& tokens) {
  const Token& first = tokens.at(0);
  const bool mark =
      (first.kind == Kind::dash || first.kind == Kind::mark) && tokens.at(1).has(Token::kSpace);
  return mark ? 1 : 0;
}

// A head ends with a colon; a day with its year may end with a dash between spaces, or with a full
// stop and a dash.
std::size_t head_end(const TokenList& tokens, std::size_t i, const Expression& e) {
  if (tokens.is(i, Kind::close_bracket)) ++i;
  if (tokens.is(i, Kind::colon))
    return tokens.glued(i + 1) && tokens.is(i + 1, Kind::number) ? 0 : i + 1;
  const bool dated = e.left.base == Precision::day && (e.left.year != 0 || e.right.year != 0);
  if (!dated) return 0;
  const bool stop = tokens.is(i, Kind::period);
  if (stop) ++i;
  const Token& dash = tokens.at(i);
  if (dash.kind != Kind::dash || dash.value < 2) return 0;
  return stop || (dash.has(Token::kSpace) && tokens.at(i + 1).has(Token::kSpace)) ? i + 1 : 0;
}

}  // namespace

std::optional<Head> read_head(const TokenList& tokens, const DateContext& context) {
  Grammar grammar(tokens);
  std::vector<Expression> expressions;
  const std::size_t start = after_list_mark(tokens);
  const std::size_t after = grammar.read_head(start, expressions);
  if (after == 0 || expressions.empty()) return std::nullopt;
  const std::size_t end = head_end(tokens, after, expressions.back());
  if (end == 0) return std::nullopt;
  // Only the text's own words may give a head: what points elsewhere has nothing to point from.
  DateContext around = context;
  around.head = context.previous_head;
  Resolver resolver(tokens, around, std::nullopt, true);
  Head head;
  head.end = tokens.at(end - 1).end;
  for (Expression& e : expressions) {
    if (e.form != Form::calendar) return std::nullopt;
    e.begin = tokens.at(e.first).begin;
    e.end = tokens.at(e.last - 1).end;
    const auto m = resolver.resolve_head(e);
    if (!m) return std::nullopt;
    head.mentions.push_back(*m);
  }
  head.whole = head.mentions.front();
  for (const DateMention& m : head.mentions) {
    head.whole.span.end = m.span.end;
    head.whole.value.days.first = std::min(head.whole.value.days.first, m.value.days.first);
    head.whole.value.days.last = std::max(head.whole.value.days.last, m.value.days.last);
  }
  return head;
}

}  // namespace dateline::dates
