// The rules by which the words around a surface decide whether it is a mention, and of what (policy
// B2, B4-B6). Each suppression is true when the candidate is no mention. All look at a bounded
// number of words.
#pragma once

#include "language/countries/country_context.h"
#include "language/countries/country_thread.h"

namespace dateline {

/// A surface in a form or sense that names no country.
[[nodiscard]] bool is_before_currency_sign(const CountryContext& text, const Candidate& candidate);
/// "Franco" without a dash and another country word behind it.
[[nodiscard]] bool is_unjoined_combining_form(const CountryContext& text,
                                              const Candidate& candidate);
/// "in English", "speaks Russian", "French-speaking", `Russian for "peace"`.
[[nodiscard]] bool is_language(const CountryContext& text, const Candidate& candidate);
/// "Polish your shoes".
[[nodiscard]] bool is_verb(const CountryContext& text, const Candidate& candidate);

/// "Michael Jordan", "Sen. England", "Miguel de la Madrid", "Duke of Wellington": a surname or a
/// title of nobility.
[[nodiscard]] bool is_surname(const CountryContext& text, const Candidate& candidate);
/// "Israel Katz", "German Gref", "Chad E. Smith": a given name.
[[nodiscard]] bool is_given_name(const CountryContext& text, const Candidate& candidate);

/// "Paris, Texas", but not "London, New York and Tokyo".
[[nodiscard]] bool is_town_of_a_state(const CountryContext& text, const Candidate& candidate);
/// "Santiago de Cuba", "Santiago del Estero".
[[nodiscard]] bool is_longer_place(const CountryContext& text, const Candidate& candidate);
/// "Indian Ocean", "Gulf of Oman", "Lake Chad", "the Niger delta".
[[nodiscard]] bool is_water(const CountryContext& text, const Candidate& candidate);

/// "Washington Post", "Times of India", "Voice of Russia".
[[nodiscard]] bool is_medium(const CountryContext& text, const Candidate& candidate);
/// "Moscow State University", "University of London", "University College Dublin".
[[nodiscard]] bool is_university(const CountryContext& text, const Candidate& candidate);
/// A capital in the title of a pact or a conference: "Treaty of Rome", "Paris Peace Accords",
/// "Minsk agreements".
[[nodiscard]] bool is_pact(const CountryContext& text, const Candidate& candidate);

/// Homographs, each for its own kind.
[[nodiscard]] bool is_other_washington(const CountryContext& text, const Candidate& candidate);
[[nodiscard]] bool is_other_america(const CountryContext& text, const Candidate& candidate);
[[nodiscard]] bool is_other_indian(const CountryContext& text, const Candidate& candidate);
[[nodiscard]] bool is_central_african_region(const CountryContext& text,
                                             const Candidate& candidate);
[[nodiscard]] bool is_other_peoples_republic(const CountryContext& text,
                                             const Candidate& candidate);
[[nodiscard]] bool is_language_or_region_compound(const CountryContext& text,
                                                  const Candidate& candidate);
[[nodiscard]] bool is_hague_without_article(const CountryContext& text, const Candidate& candidate);
/// "the Russian White House", "Moscow's White House": not the American one.
[[nodiscard]] bool is_other_white_house(const CountryContext& text, const Candidate& candidate);

/// Drops what is no mention by its own neighbours alone.
void apply_suppressions(CountryContext& text);
/// Drops what stands in a bracket at the end of the text that gives its source: "(Philippine
/// Star)".
void drop_credits(CountryContext& text);
/// A surname dropped once is the same person again when it stands bare and names no place, in this
/// text and in those of the article behind it. `thread` may be null.
void drop_repeated_surnames(CountryContext& text, CountryThread* thread);
/// Decides what needs the sentence or the paragraph: Congo, Dominican, Georgia, Brussels, Tripoli,
/// ambiguous capitals, the North and the South. Requires that apply_suppressions has run.
void resolve_by_surroundings(CountryContext& text);

}  // namespace dateline
