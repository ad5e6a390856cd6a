// Labelled sentences for the date finder, and how they are scored.
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/date_finder.h"

namespace dateline::test {

/// One labelled row: `anchor ⇥ text ⇥ intervals`, as in the extraction policy, section D.
struct DateRow {
  std::optional<DateInterval> anchor;  ///< empty or "-": unknown
  std::string text;
  std::vector<std::string> intervals;  ///< "2001-02-19/2001-02-19", sorted
};

inline std::vector<std::string> split(std::string_view line, char separator) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = line.find(separator);
    parts.emplace_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

/// "first/last" as the gold files write it.
inline std::optional<DateInterval> parse_gold_interval(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos) return std::nullopt;
  return parse_iso_interval(text.substr(0, slash) + ".." + text.substr(slash + 1));
}

inline std::string gold_interval(const DateInterval& days) {
  return format_day(days.first) + "/" + format_day(days.last);
}

/// The rows of a gold file; comments are passed over. Empty when the file is not there.
inline std::vector<DateRow> read_date_rows(const std::string& path) {
  std::vector<DateRow> rows;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    const auto columns = split(line, '\t');
    DateRow row;
    row.anchor = parse_gold_interval(columns.at(0));
    row.text = columns.at(1);
    if (columns.size() > 2 && !columns[2].empty()) row.intervals = split(columns[2], ',');
    std::sort(row.intervals.begin(), row.intervals.end());
    rows.push_back(row);
  }
  return rows;
}

/// The intervals found in a row, sorted. A row that begins with a date and a colon is a chronology
/// entry.
inline std::vector<std::string> find_intervals(const DateFinder& finder, const DateRow& row) {
  DateContext context;
  context.anchor = row.anchor;
  context.is_entry = find_entry_head(row.text, context).has_value();
  std::vector<std::string> found;
  for (const DateMention& m : finder.find(row.text, context)) {
    found.push_back(gold_interval(m.value.days));
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// Counts over many rows: multisets of intervals.
struct DateScore {
  std::size_t rows = 0, exact = 0, found = 0, gold = 0, both = 0;

  void add(const std::vector<std::string>& predicted, const std::vector<std::string>& expected) {
    std::vector<std::string> common;
    std::set_intersection(predicted.begin(), predicted.end(), expected.begin(), expected.end(),
                          std::back_inserter(common));
    ++rows;
    if (predicted == expected) ++exact;
    found += predicted.size();
    gold += expected.size();
    both += common.size();
  }
  [[nodiscard]] double f1() const {
    return found + gold == 0 ? 1
                             : 2.0 * static_cast<double>(both) / static_cast<double>(found + gold);
  }
};

}  // namespace dateline::test
