// Labelled sentences: what a reader says is in them.
#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "evaluation/row_problem.h"
#include "language/country_code.h"
#include "language/date_interval.h"

namespace dateline {

/// A paragraph (or a chronology entry) with the dates that are in it.
struct DateSentence {
  std::size_t line = 0;                ///< of the file, 1-based
  std::optional<DateInterval> anchor;  ///< publication period; unknown: nullopt
  std::string text;
  std::vector<DateInterval> intervals;  ///< in order of mention, with repeats
};

/// A paragraph with the countries that are in it.
struct CountrySentence {
  std::size_t line = 0;
  std::string text;
  std::vector<CountryCode> codes;  ///< sorted, each once
};

/// A paragraph (or a chronology entry) with the persons that are in it.
struct PersonSentence {
  std::size_t line = 0;                ///< of the file, 1-based
  std::optional<DateInterval> anchor;  ///< publication period; unknown: nullopt
  std::string text;
  /// "Name@RU", "Name@-" or "Name@org:UN", in order of first mention; no name twice.
  std::vector<std::string> persons;
};

/// The rows of a file that can be read, and what is wrong with the others.
template <typename Sentence>
struct GoldSentences {
  std::string path;
  std::vector<Sentence> rows;
  std::vector<RowProblem> problems;
};

/// Reads `anchor ⇥ text ⇥ intervals`: the anchor and each interval are `first/last`, both days
/// written in full; intervals are joined by commas; an empty anchor is unknown, no intervals means
/// that the text has no date. UTF-8; lines that begin with '#' are comments.
/// @throws CorpusError when the file cannot be read or holds no rows.
[[nodiscard]] GoldSentences<DateSentence> read_date_sentences(const std::filesystem::path& path);

/// Reads `text ⇥ codes`, the codes joined by commas, in the same manner.
[[nodiscard]] GoldSentences<CountrySentence> read_country_sentences(
    const std::filesystem::path& path);

/// Reads `anchor ⇥ text ⇥ persons`, the persons joined by semicolons, "-" for none, in the same
/// manner.
[[nodiscard]] GoldSentences<PersonSentence> read_person_sentences(
    const std::filesystem::path& path);

}  // namespace dateline
