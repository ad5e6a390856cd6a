#include "language/dates/word_table.h"

#include <algorithm>
#include <charconv>

namespace dateline::dates {
namespace {

constexpr std::string_view kTable =
#include "date_words.inc"
    ;

constexpr std::array kWordKindNames = std::to_array<std::string_view>({
    "month",
    "month_abbr",
    "weekday",
    "weekday_abbr",
    "unit",
    "units",
    "half",
    "season",
    "cardinal",
    "ordinal",
    "decade",
    "part",
    "part_noun",
    "midyear",
    "the",
    "a",
    "in",
    "on",
    "of",
    "to",
    "through",
    "until",
    "between",
    "and_word",
    "or_word",
    "from",
    "by",
    "since",
    "ever",
    "during",
    "at",
    "before",
    "after",
    "as",
    "for_word",
    "over",
    "within",
    "about",
    "quantifier",
    "pre",
    "post",
    "this_word",
    "that",
    "last",
    "final_word",
    "latter",
    "next",
    "past_word",
    "coming",
    "previous",
    "same",
    "current",
    "ago",
    "earlier",
    "later",
    "now",
    "hence",
    "onward",
    "few",
    "every",
    "day_word",
    "day_time",
    "new_word",
    "eve",
    "christmas",
    "other_calendar",
    "fiscal",
    "modal",
    "be",
    "have",
    "planned",
    "intends",
    "upcoming",
    "ahead",
    "who",
    "clause",
    "pronoun",
    "possessive",
    "function",
    "past",
    "no_verb",
    "number_noun",
    "quantity_noun",
    "clock",
    "era",
    "title",
    "event_noun",
    "ordinal_noun",
    "attack",
    "crackdown",
    "tiananmen",
    "fiscal_us",
    "fiscal_april",
    "states",
    "paper",
    "feast",
    "long_word",
    "vintage",
    "amount",
    "weekend",
    "timetable",
    "anno",
    "level",
    "suffix",
    "cite",
    "versus",
    "participle",
    "offensive",
});
constexpr std::size_t kFirstWordKind = static_cast<std::size_t>(Kind::month);
static_assert(kFirstWordKind + kWordKindNames.size() == kKinds);

Kind kind_of(std::string_view name) noexcept {
  const auto found = std::find(kWordKindNames.begin(), kWordKindNames.end(), name);
  if (found == kWordKindNames.end()) return Kind::other;
  return static_cast<Kind>(kFirstWordKind +
                           static_cast<std::size_t>(found - kWordKindNames.begin()));
}

// Cuts the part before `separator` off the front of `text`.
std::string_view take_until(std::string_view& text, char separator) noexcept {
  const auto end = std::min(text.find(separator), text.size());
  const auto head = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return head;
}

}  // namespace

const WordTable& WordTable::built_in() {
  static const WordTable table(kTable);
  return table;
}

WordTable::WordTable(std::string_view tsv) : slots_(kMask + 1) {
  while (!tsv.empty()) {
    const auto row = take_until(tsv, '\n');
    if (!row.empty() && row.front() != '#') add_row(row);
  }
}

void WordTable::add_row(std::string_view row) {
  auto words = take_until(row, '\t');
  const Kind kind = kind_of(take_until(row, '\t'));
  const auto number = take_until(row, '\t');
  std::int32_t value = 0;
  std::from_chars(number.data(), number.data() + number.size(), value);
  while (!words.empty()) {
    const auto word = take_until(words, ' ');
    std::uint32_t hash = kHashSeed;
    for (const char c : word) hash = add_to_hash(hash, static_cast<unsigned char>(c));
    std::uint32_t i = mix(hash);
    while (!slots_[i].word.empty() && slots_[i].word != word) i = (i + 1) & kMask;
    if (slots_[i].word.empty()) slots_[i] = {word, hash, {kind, value}};
  }
}

}  // namespace dateline::dates
