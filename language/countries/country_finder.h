// Finds countries in text.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/countries/country_thread.h"
#include "language/country_code.h"
#include "language/mention.h"
#include "language/words/name_words.h"

namespace dateline {

struct NameOverrides;

/// Finds every mention of a country in a text: names, demonyms, abbreviations, combining forms,
/// capitals and seats of government as metonyms. Built from the lexicon that is compiled into the
/// program. Immutable after construction; one object may serve many threads at once.
class CountryFinder {
 public:
  CountryFinder();
  /// With a user's own names, which are mentions (or none) wherever they stand, and without the
  /// mentions of rules that are switched off. The leftmost, longest surface counts, be it the
  /// user's or the lexicon's; of two that are equally long, the user's.
  explicit CountryFinder(const NameOverrides& overrides);
  ~CountryFinder();
  CountryFinder(CountryFinder&&) noexcept;
  CountryFinder& operator=(CountryFinder&&) noexcept;

  /// Every mention in `text`, in order, not overlapping. `text` is UTF-8, one paragraph, heading or
  /// entry; spans count its bytes. Never throws on any input; time and memory are linear in the
  /// text.
  [[nodiscard]] std::vector<CountryMention> find(std::string_view text) const;
  /// The same for the next block of an article: what `thread` says of the persons in the blocks
  /// before it counts, and the block's own are added.
  [[nodiscard]] std::vector<CountryMention> find(const ScannedText& text,
                                                 CountryThread& thread) const;

 private:
  struct Lexicon;
  [[nodiscard]] std::vector<CountryMention> find_countries(const ScannedText& text,
                                                           CountryThread* thread) const;
  std::unique_ptr<Lexicon> lexicon_;
};

/// What a user may type where a country is asked for: a code in any case (`ru`), a name or a
/// demonym (`russia`, `Russian`, `Ivory Coast`), without regard to case and accents.
/// @return the codes meant, sorted (two for "Koreas"); empty when unknown.
[[nodiscard]] std::vector<CountryCode> country_codes_for(std::string_view typed);

/// Names near to what was typed, best first, at most three, for "did you mean".
[[nodiscard]] std::vector<std::string> country_suggestions(std::string_view typed);

/// The English short name, "Russia" for RU, "Soviet Union" for SU.
/// @return nullopt when no country has (or had) the code.
[[nodiscard]] std::optional<std::string> country_name(CountryCode code);
/// The same, or the code itself where no country has (or had) it.
[[nodiscard]] std::string country_label(CountryCode code);

/// Every code that the finder can return, sorted.
[[nodiscard]] std::vector<CountryCode> all_country_codes();

}  // namespace dateline
