#include "searcher/query/query_lexer.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include <algorithm>

#include "language/utf8.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

// People paste text into queries. What could be text is therefore read as text, and only what must
// be a slip is refused: a colon makes a field only behind the name of one, or behind letters that
// are followed by a value at once; a hyphen excludes only before a word and not inside one; a quote
// that is never closed runs to the end, with a warning; punctuation alone is passed over. The
// lexer goes back only within a piece, to read "12:30" as a word once it has seen that "12" is no
// field, so that it stays linear.
using Kind = QueryToken::Kind;

constexpr std::size_t kMinPrefix = 2;

bool is_letters(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if ((U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  }
  return !text.empty();
}

Kind operator_kind(std::string_view bare) noexcept {
  if (bare == "AND") return Kind::op_and;
  if (bare == "OR") return Kind::op_or;
  if (bare == "NOT") return Kind::op_not;
  return Kind::word;
}

// Where a prefix's text ends, npos when `bare` is none: at a star with no letter or digit behind it
// ("U.S.*", "prolif*,").
std::size_t find_star(std::string_view bare) noexcept {
  std::size_t tail = 0;
  for (std::size_t i = 0; i < bare.size();) {
    if (is_word_character(next_code_point(bare, i))) tail = i;
  }
  return bare.find('*', tail);
}

}  // namespace

void QueryLexer::fail(Span span, const std::string& message) const {
  throw QueryError(message, span.begin, std::string{span.of(query_)});
}

void QueryLexer::fail_without_value(const FieldRule& rule, Span span) const {
  fail(span, fmt::format("a value is missing for '{}:': write it without a blank, as in {}",
                         rule.name, rule.example));
}

QueryToken QueryLexer::next() {
  for (;;) {
    const std::uint32_t before = cursor_.offset();
    cursor_.skip_blanks();
    is_joint_ = is_joint_ && cursor_.offset() == before;
    QueryToken token;
    token.excluded = take_minus();
    token.span.begin = cursor_.offset();
    const bool found = read_piece(token);
    token.span.end = cursor_.offset();
    is_joint_ = found && token.kind != Kind::open;
    if (found) return token;
  }
}

// A hyphen excludes only where a word could begin and directly before something. "--" is a dash,
// "->" an arrow, and behind a quote or a parenthesis it joins ("missile defense"-related).
bool QueryLexer::take_minus() {
  if (is_joint_) {
    while (cursor_.take('-')) continue;
    return false;
  }
  const std::uint32_t begin = cursor_.offset();
  if (!cursor_.take('-')) return false;
  const char32_t c = cursor_.peek();
  if (!cursor_.at_end() && c != U'-' && c != U'>' && c != U')' && !is_query_blank(c)) return true;
  cursor_.move_to(begin);
  return false;
}

// Reads a piece. Passes over what is punctuation alone, and returns false then.
bool QueryLexer::read_piece(QueryToken& token) {
  if (cursor_.at_end()) return true;
  if (cursor_.at_quote()) return read_phrase(token);
  if (!cursor_.at('(') && !cursor_.at(')')) return read_bare_piece(token);
  token.kind = cursor_.at('(') ? Kind::open : Kind::close;
  cursor_.skip();
  return true;
}

bool QueryLexer::read_bare_piece(QueryToken& token) {
  const std::uint32_t begin = cursor_.offset();
  const auto bare = cursor_.read_bare();
  if (const auto kind = operator_kind(bare); kind != Kind::word && !token.excluded) {
    token.kind = kind;
    return true;
  }
  const auto colon = bare.find(':');
  if (colon == std::string_view::npos) return read_word(token, bare);
  const auto name = bare.substr(0, colon);
  const std::uint32_t end = cursor_.offset();
  cursor_.move_to(begin + colon + 1);
  if (const auto* rule = find_field(name); rule != nullptr) {
    if (rule->text_field) {
      read_text_field(token, *rule);
    } else {
      read_filter(token, *rule);
    }
    return true;
  }
  check_no_unknown_field(name, begin);
  cursor_.move_to(end);
  return read_word(token, bare);
}

bool QueryLexer::read_word(QueryToken& token, std::string_view bare) {
  if (!has_word(bare)) return false;
  const auto star = find_star(bare);
  token.kind = star == std::string_view::npos ? Kind::word : Kind::prefix;
  token.text = bare.substr(0, star);
  token.span.end = cursor_.offset();
  token.words = count_words(token.text);
  if (token.kind == Kind::prefix && count_word_characters(token.text) < kMinPrefix) {
    fail(token.span,
         fmt::format("{} is too short: write at least {} letters or digits before the star",
                     quote_piece(token.span.of(query_)), kMinPrefix));
  }
  check_words(token);
  return true;
}

bool QueryLexer::read_phrase(QueryToken& token) {
  const auto quoted = read_quoted();
  token.kind = Kind::phrase;
  token.text = quoted.text;
  token.slop = read_slop();
  token.span.end = cursor_.offset();
  token.words = count_words(token.text);
  check_words(token);
  return has_word(token.text);
}

QuotedPiece QueryLexer::read_quoted() {
  const auto quoted = cursor_.read_quoted();
  if (!quoted.is_closed) {
    warnings_.push_back(
        fmt::format("the quote at {} was not closed; read to the end", quoted.span.begin));
  }
  return quoted;
}

std::uint32_t QueryLexer::read_slop() {
  const std::uint32_t begin = cursor_.offset();
  if (!cursor_.take('~')) return 0;
  const auto bare = cursor_.read_bare();
  std::size_t slop = 0;
  std::size_t digits = 0;
  for (; digits < bare.size() && bare[digits] >= '0' && bare[digits] <= '9'; ++digits) {
    // Saturates: what is beyond the limit needs no exact value.
    slop =
        std::min(slop * 10 + static_cast<std::size_t>(bare[digits] - '0'), limits_.max_window + 1);
  }
  const Span span{begin, cursor_.offset()};
  if (digits == 0 || has_word(bare.substr(digits))) {
    fail(span, "'~' behind a phrase needs a number, as in \"trade record\"~5");
  }
  if (slop > limits_.max_window) {
    fail(span, fmt::format("the window {} is too wide: at most ~{}", quote_piece(span.of(query_)),
                           limits_.max_window));
  }
  return static_cast<std::uint32_t>(slop);
}

void QueryLexer::read_text_field(QueryToken& token, const FieldRule& rule) {
  token.field = *rule.text_field;
  if (cursor_.at('(')) {
    fail({token.span.begin, cursor_.offset()},
         fmt::format("'{}:' cannot stand before a parenthesis: repeat it before each word inside",
                     rule.name));
  }
  const bool found =
      cursor_.at_quote() ? read_phrase(token) : read_word(token, cursor_.read_bare());
  if (!found) fail_without_value(rule, {token.span.begin, cursor_.offset()});
}

void QueryLexer::read_filter(QueryToken& token, const FieldRule& rule) {
  token.kind = Kind::filter;
  token.rule = &rule;
  token.filter.name = rule.name;
  do {
    token.filter.values.push_back(read_value(rule));
  } while (take_separator(token.filter, rule));
  token.filter.source = {token.span.begin, cursor_.offset()};
}

FilterValue QueryLexer::read_value(const FieldRule& rule) {
  FilterValue value;
  const std::uint32_t begin = cursor_.offset();
  if (cursor_.at_quote()) {
    const auto quoted = read_quoted();
    value = {quoted.text, quoted.text_span};
  } else {
    value.text = cursor_.read_bare(rule.list == ValueList::any_or_all ? ",&+" : ",&");
    value.span = {begin, cursor_.offset()};
  }
  // The error points at the mark before the gap, since there may be nothing behind it.
  if (!has_word(value.text)) fail_without_value(rule, {begin - 1, cursor_.offset()});
  return value;
}

// Takes what stands behind a value. True: a comma or '&', so that another value follows; false: the
// filter ends.
bool QueryLexer::take_separator(Filter& filter, const FieldRule& rule) {
  if (!cursor_.at_quote() && cursor_.at_boundary()) return false;
  const bool comma = cursor_.at(',');
  const bool ampersand = cursor_.at('&') || cursor_.at('+');
  const std::uint32_t begin = cursor_.offset();
  cursor_.skip();
  const Span mark{begin, cursor_.offset()};
  if (!comma && !ampersand) {
    fail(mark, fmt::format("put a comma or a blank behind the value of '{}:'", rule.name));
  }
  if (rule.list == ValueList::one) {
    fail(mark, fmt::format("'{}:' takes one value, as in {}", rule.name, rule.example));
  }
  if (ampersand && rule.list == ValueList::any) {
    fail(mark, fmt::format("join the values of '{}:' with commas, not with '&'", rule.name));
  }
  if (filter.values.size() > 1 && ampersand != filter.match_all) {
    fail(mark, fmt::format("'{0}:' takes commas (any) or '&' (all), not both: write '{0}:' twice",
                           rule.name));
  }
  if (filter.values.size() >= limits_.max_terms) {
    fail(mark,
         fmt::format("the query is too long: at most {} words and values", limits_.max_terms));
  }
  filter.match_all = ampersand;
  return true;
}

void QueryLexer::check_words(const QueryToken& token) const {
  if (token.words <= limits_.max_phrase) return;
  fail(token.span, fmt::format("the phrase {} has more than {} words", quote_piece(token.text),
                               limits_.max_phrase));
}

// "contry:RU" is a slip; "12:30", "http://…", "Re: …", "std::move" are words as they stand.
void QueryLexer::check_no_unknown_field(std::string_view name, std::uint32_t begin) const {
  if (!is_letters(name)) return;
  const char32_t c = cursor_.peek();
  if (c != U'(' && c != U'.' && !is_query_quote(c) && !is_word_character(c)) return;
  throw QueryError(unknown_field_message(name), begin, std::string{name},
                   std::string{nearest_field(name)});
}

}  // namespace dateline
