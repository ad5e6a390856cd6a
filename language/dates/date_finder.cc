#include "language/dates/date_finder.h"

#include <algorithm>

#include "language/dates/grammar.h"
#include "language/dates/head.h"
#include "language/dates/lexer.h"
#include "language/dates/resolver.h"
#include "language/dates/word_table.h"

namespace dateline {

DateFinder::DateFinder() { static_cast<void>(dates::WordTable::built_in()); }

namespace {

// Whether the text is a row of a table of numbers: "2003: 20.7 | 7.4", "Year | 1975 | 1980".
bool is_row_of_numbers(std::string_view text, const dates::TokenList& tokens) {
  if (text.find('|') == text.npos) return false;
  std::size_t numbers = 0, words = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const dates::Token& token = tokens.at(i);
    if (token.digits > 0 || token.kind == dates::Kind::quantity) {
      ++numbers;
    } else if (token.kind == dates::Kind::other || token.kind >= dates::Kind::month) {
      ++words;
    }
  }
  return numbers >= 2 && words <= 1;
}

std::vector<DateMention> find_dates(std::string_view text, const DateContext& context,
                                    DateThread* thread) {
  const dates::TokenList tokens = dates::lex(text);
  std::vector<DateMention> mentions;
  if (is_row_of_numbers(text, tokens)) return mentions;
  dates::Grammar grammar(tokens);
  if (thread != nullptr && thread->may_is_person) grammar.take_may_for_a_person();
  auto expressions = grammar.read_all();
  std::optional<dates::Head> head;
  if (context.is_entry) head = dates::read_head(tokens, context);
  std::optional<DateInterval> ruling = context.head;
  if (head) {
    ruling = head->whole.value.days;
    mentions = head->mentions;
    std::erase_if(expressions, [&](const dates::Expression& e) { return e.begin < head->end; });
  }
  dates::Resolver resolver(tokens, context, ruling, head.has_value());
  if (thread != nullptr) resolver.follow(*thread);
  if (head) resolver.take_head(head->whole.span);
  resolver.resolve(expressions, mentions);
  if (thread != nullptr && !thread->may_is_person && text.find("May") != text.npos) {
    thread->may_is_person = grammar.names_may();
  }
  return mentions;
}

}  // namespace

std::vector<DateMention> DateFinder::find(std::string_view text, const DateContext& context) const {
  return find_dates(text, context, nullptr);
}

std::vector<DateMention> DateFinder::find(std::string_view text, const DateContext& context,
                                          DateThread& thread) const {
  return find_dates(text, context, &thread);
}

std::optional<DateMention> find_entry_head(std::string_view text, const DateContext& context) {
  // A head is short: no need to read a whole entry for it.
  constexpr std::size_t kHeadBytes = 160;
  const auto head = dates::read_head(dates::lex(text.substr(0, kHeadBytes)), context);
  return head ? std::optional{head->whole} : std::nullopt;
}

}  // namespace dateline
