// The kinds of things that dates are made of, and the table of words that have one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::dates {

/// What a token is to the grammar. Words get theirs, with a value, from data/date_words.tsv, whose second column
/// holds the names below; the first block is given by the lexer.
enum class Kind : std::uint8_t {
  end,            ///< before the first and after the last token
  other,          ///< a word that plays no part
  number,         ///< digits alone, at most nine; with an apostrophe before it ('86) see Token
  quantity,       ///< digits with separators, decimals or letters stuck on: never part of a date
  years,          ///< 1970s, '70s, 70s: the decade's first year (or its two digits)
  quarter_code,   ///< Q1, 1Q
  half_code,      ///< H1, 1H
  comma,
  period,
  sentence_mark,  ///< ! ? and the ellipsis
  colon,
  semicolon,
  dash,           ///< hyphen (value 1), en dash (2), em dash or two hyphens (3)
  slash,
  open_bracket,
  close_bracket,
  quote,
  currency,
  percent,
  mark,           ///< any other character that is no letter
  // Words.
  month, month_abbr, weekday, weekday_abbr, unit, units, half, season, cardinal, ordinal, decade,
  part, part_noun, midyear,
  the, a, in, on, of, to, through, until, between, and_word, or_word, from, by, since, ever, during,
  at, before, after, as, for_word, over, within, about, quantifier, pre, post,
  this_word, that, last, final_word, latter, next, past_word, coming, previous, same, current,
  ago, earlier, later, now, hence, onward, few, every, day_word, day_time,
  new_word, eve, christmas, other_calendar, fiscal,
  modal, be, have, planned, intends, upcoming, ahead, who, clause, pronoun, possessive, function,
  past, no_verb, number_noun, quantity_noun, clock, era, title, event_noun, ordinal_noun,
  attack, crackdown, tiananmen, fiscal_us, fiscal_april, states, paper, feast, long_word, vintage,
  weekend,
};

inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::weekend) + 1;

/// What the table says about one word.
struct WordEntry {
  Kind kind = Kind::other;
  std::int32_t value = 0;
};

/// The longest word of the table, in bytes; a longer one need not be looked up.
inline constexpr std::size_t kMaxWordBytes = 16;

/// A hash of a lower-case word that the lexer can compute as it reads: start with kHashSeed, add each byte.
inline constexpr std::uint32_t kHashSeed = 2166136261U;
[[nodiscard]] constexpr std::uint32_t add_to_hash(std::uint32_t hash, unsigned char c) noexcept {
  return (hash ^ c) * 16777619U;
}

/// The table of words, immutable.
class WordTable {
 public:
  /// The table compiled into the program.
  [[nodiscard]] static const WordTable& built_in();

  /// `word` in lower case, `hash` its hash. Kind::other when it is not in the table.
  [[nodiscard]] WordEntry find(std::string_view word, std::uint32_t hash) const noexcept {
    for (std::uint32_t i = mix(hash);; i = (i + 1) & kMask) {
      const Slot& slot = slots_[i];
      if (slot.word.empty()) return {};
      if (slot.hash == hash && slot.word == word) return slot.entry;
    }
  }

 private:
  struct Slot {
    std::string_view word;  // into the program's own copy of the table
    std::uint32_t hash = 0;
    WordEntry entry;
  };
  static constexpr std::uint32_t kMask = 4095;  // at most a quarter full
  [[nodiscard]] static constexpr std::uint32_t mix(std::uint32_t hash) noexcept {
    return (hash ^ (hash >> 15)) & kMask;
  }

  explicit WordTable(std::string_view tsv);
  void add_row(std::string_view row);

  std::vector<Slot> slots_;
};

/// The name of a kind as the table's second column has it; empty for kinds of the lexer.
[[nodiscard]] std::string_view kind_name(Kind kind) noexcept;

}  // namespace dateline::dates
