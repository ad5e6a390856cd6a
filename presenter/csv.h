// Comma-separated values (RFC 4180).
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/answer.h"

namespace dateline {

/// One record, with its line end (CRLF). Cells are quoted where that is needed, and what would
/// command a terminal is escaped (escaped_controls()). A cell that a
/// spreadsheet would take for a formula (it begins with = + - @, a tab or a carriage return) gets
/// an apostrophe before it.
[[nodiscard]] std::string csv_record(const std::vector<std::string>& cells);

/// A header and a record a hit. Columns: docs/output.md.
[[nodiscard]] std::string hits_csv(DocumentKind kind, const std::vector<Hit>& hits);
/// The record of one hit, as hits_csv() has it.
[[nodiscard]] std::string hit_record(const Hit& hit);

}  // namespace dateline
