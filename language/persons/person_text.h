// A text under examination: its words, what they may be, and the countries named in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "language/country_code.h"
#include "language/mention.h"
#include "language/persons/person_mention.h"
#include "language/persons/person_words.h"
#include "language/words/name_words.h"
#include "language/words/phrase_trie.h"

namespace dateline::persons {

/// Bodies that belong to a country without naming it: data/person_agencies.tsv. Immutable.
class Agencies {
 public:
  [[nodiscard]] static const Agencies& built_in();

  struct Match {
    CountryCode country;
    std::uint32_t last_word;  ///< included
  };
  /// The longest agency's name that begins at a word. Requires first < words.size().
  [[nodiscard]] std::optional<Match> at(std::string_view text, std::span<const Word> words,
                                        std::size_t first) const;
  /// What is wrong with the table, for a test; empty when all is well.
  [[nodiscard]] const std::vector<std::string>& problems() const noexcept { return problems_; }

 private:
  explicit Agencies(std::string_view table);

  PhraseTrie names_{PhraseSpelling{.broken_hyphens = true, .dotted_capitals = true}};
  std::vector<CountryCode> countries_;
  std::vector<std::string> problems_;
};

/// A country, an organization or an agency named in a text.
struct Place {
  std::uint32_t first_word = 0;
  std::uint32_t last_word = 0;  ///< included
  std::optional<CountryCode> country;
  std::string_view organization;
  bool agency = false;
  bool people = false;   ///< of a country and no state: "Bosnian Serb"
  bool capital = false;  ///< a city's name alone, which may be a given name, too
};

/// A word of a text.
struct TextWord {
  Word word;
  KindMask kinds = 0;
  std::int32_t place = -1;  ///< index into the places
  bool name = false;        ///< it may be a word of a person's name
};

/// Word indices are signed so that a rule may ask beyond both ends: there, words are empty. What it
/// is made from must outlive it.
class PersonText {
 public:
  using Index = std::ptrdiff_t;

  explicit PersonText(const PersonSource& source);

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  [[nodiscard]] Index size() const noexcept { return static_cast<Index>(words_.size()); }
  [[nodiscard]] const TextWord& at(Index i) const noexcept {
    const auto index = static_cast<std::size_t>(i);  // a negative index becomes a large one
    return index < words_.size() ? words_[index] : kNowhere;
  }
  [[nodiscard]] std::string_view word(Index i) const noexcept {
    const Word& found = at(i).word;
    return text_.substr(found.begin, found.size());
  }
  [[nodiscard]] bool is(Index i, KindMask kinds) const noexcept {
    return (at(i).kinds & kinds) != 0;
  }
  [[nodiscard]] bool is(Index i, WordKind kind) const noexcept { return is(i, bit(kind)); }
  [[nodiscard]] bool capital(Index i) const noexcept { return at(i).word.capital; }
  [[nodiscard]] Gap gap(Index i) const noexcept { return at(i).word.gap; }
  /// The place that a word belongs to, or nullptr.
  [[nodiscard]] const Place* place(Index i) const noexcept {
    const auto index = at(i).place;
    return index < 0 ? nullptr : &places_[static_cast<std::size_t>(index)];
  }
  [[nodiscard]] const std::vector<Place>& places() const noexcept { return places_; }
  /// Whether a sentence, a line's text or a quotation begins with the word.
  [[nodiscard]] bool opens(Index i) const noexcept;
  /// The bytes from one word's first to another's last.
  [[nodiscard]] Span span(Index first, Index last) const noexcept {
    return {at(first).word.begin, at(last).word.end};
  }
  /// The same for a name, which keeps the stop of "Jr.".
  [[nodiscard]] Span name_span(Index first, Index last) const noexcept;
  /// What stands between a word and the one before it.
  [[nodiscard]] std::string_view between(Index i) const noexcept;

 private:
  static constexpr TextWord kNowhere{};

  void read(const PersonSource& source, std::span<const Word> words);
  void add_place(Span span, Place place, std::size_t& from);
  void read_kinds();
  void read_dates(std::span<const DateMention> dates);
  void add_agencies(std::span<const Word> words);
  [[nodiscard]] bool may_be_a_name(Index i) const;
  [[nodiscard]] bool is_given_name(Index i) const;
  [[nodiscard]] bool is_free_capital(Index i) const;
  [[nodiscard]] bool is_jan(Index i) const;
  [[nodiscard]] bool is_given_by_hyphen(Index i) const;
  [[nodiscard]] bool is_small_word_as_name(Index i) const;

  std::string_view text_;
  std::vector<TextWord> words_;
  std::vector<Place> places_;
};

}  // namespace dateline::persons
