// Labelled sentences for the country finder: text, a tab, codes joined by commas.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "language/country_finder.h"

namespace dateline::test {

struct LabelledSentence {
  std::size_t line;
  std::string text;
  std::set<std::string> codes;
};

/// Counts as the policy's section D scores countries: sets of codes a row, micro-averaged.
struct CountryScore {
  std::size_t rows = 0;
  std::size_t exact = 0;
  std::size_t found = 0;
  std::size_t labelled = 0;
  std::size_t both = 0;
  std::vector<std::string> failures;  ///< "line: text ==> wanted, got"

  [[nodiscard]] double f1() const {
    return found + labelled == 0
               ? 1.0
               : 2.0 * static_cast<double>(both) / static_cast<double>(found + labelled);
  }
};

/// Lines that begin with `#` are comments. Empty when the file cannot be read.
[[nodiscard]] std::vector<LabelledSentence> read_labelled_sentences(
    const std::filesystem::path& path);

/// The codes of all mentions in `text`.
[[nodiscard]] std::set<std::string> codes_in(const CountryFinder& finder, std::string_view text);

[[nodiscard]] CountryScore score(const CountryFinder& finder,
                                 const std::vector<LabelledSentence>& sentences);

}  // namespace dateline::test
