// The texts of labelled sentences for the date finder. How they are scored: evaluation/.
#pragma once

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "language/date_interval.h"

namespace dateline::test {

/// A labelled sentence without its labels.
struct DateRow {
  std::optional<DateInterval> anchor;
  std::string text;
};

/// The rows of a file `anchor ⇥ text ⇥ intervals`; comments are passed over. Empty when it is not
/// there.
inline std::vector<DateRow> read_date_rows(const std::string& path) {
  std::vector<DateRow> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (line.empty() || line.front() == '#' || second == std::string::npos) continue;
    auto anchor = line.substr(0, first);
    if (const auto slash = anchor.find('/'); slash != std::string::npos) {
      anchor.replace(slash, 1, "..");
    }
    rows.push_back({parse_iso_interval(anchor), line.substr(first + 1, second - first - 1)});
  }
  return rows;
}

}  // namespace dateline::test
