// How well found values agree with labelled ones.
#pragma once

#include <cstddef>
#include <string>

namespace dateline {

/// Counts over many rows, and the micro-averaged figures that follow from them.
/// Of nothing expected and nothing found, precision, recall and F1 are 1.
/// Source: C. J. van Rijsbergen, Information Retrieval, 1979, ch. 7 (precision, recall, F).
struct Score {
  std::size_t rows = 0;      ///< labelled rows
  std::size_t exact = 0;     ///< of them, those with all that is labelled and nothing else
  std::size_t labelled = 0;  ///< values that the labels have
  std::size_t found = 0;     ///< values that the program has
  std::size_t both = 0;      ///< values that both have

  /// The share of the found values that are labelled; 0 when none is found though some are
  /// labelled.
  [[nodiscard]] double precision() const noexcept;
  /// The share of the labelled values that are found; 0 when none is labelled though some are
  /// found.
  [[nodiscard]] double recall() const noexcept;
  [[nodiscard]] double f1() const noexcept;
};

/// "rows 98/102 P 0.981 R 0.979 F1 0.980", without a line end.
[[nodiscard]] std::string score_line(const Score& score);

}  // namespace dateline
