#include "language/dates/date_finder.h"

#include <algorithm>

#include "language/dates/grammar.h"
#include "language/dates/head.h"
#include "language/dates/lexer.h"
#include "language/dates/resolver.h"
#include "language/dates/word_table.h"

namespace dateline {

DateFinder::DateFinder() { static_cast<void>(dates::WordTable::built_in()); }

std::vector<DateMention> DateFinder::find(std::string_view text, const DateContext& context) const {
  const dates::TokenList tokens = dates::lex(text);
  dates::Grammar grammar(tokens);
  auto expressions = grammar.read_all();
  std::optional<dates::Head> head;
  if (context.is_entry) head = dates::read_head(tokens, context);
  std::optional<DateInterval> ruling = context.head;
  std::vector<DateMention> mentions;
  if (head) {
    ruling = head->whole.value.days;
    mentions = head->mentions;
    std::erase_if(expressions, [&](const dates::Expression& e) { return e.begin < head->end; });
  }
  dates::Resolver resolver(tokens, context, ruling, head.has_value());
  resolver.resolve(expressions, mentions);
  return mentions;
}

std::optional<DateMention> find_entry_head(std::string_view text, const DateContext& context) {
  // A head is short: no need to read a whole entry for it.
  constexpr std::size_t kHeadBytes = 160;
  const auto head = dates::read_head(dates::lex(text.substr(0, kHeadBytes)), context);
  return head ? std::optional{head->whole} : std::nullopt;
}

}  // namespace dateline
