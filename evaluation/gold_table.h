// Rows of labels: columns parted by tabs or blanks, one row a line. Internal to evaluation/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "evaluation/row_problem.h"
#include "language/country_code.h"
#include "language/date_interval.h"
#include "language/error.h"
#include "language/span.h"

namespace dateline::gold {

/// A value of a row that cannot be read. The message is the reason.
class RowError : public Error {
 public:
  using Error::Error;
};

/// One line of a table. The columns live as long as the call that receives them.
struct Row {
  std::size_t line = 0;  ///< 1-based
  std::vector<std::string_view> columns;
};

/// What parts the columns of a table.
enum class Separator : std::uint8_t {
  tab,     ///< one; columns may be empty and hold blanks
  blanks,  ///< any number of blanks and tabs, none at the ends
};

/// Calls `use` for each row of a file in UTF-8 (a BOM and CRLF line ends are passed over), but not
/// for empty lines and those that begin with '#'. A row that is not UTF-8, that has not as many
/// columns as `names` (they name the columns in messages), or for which `use` throws RowError
/// becomes a problem.
/// @throws CorpusError when the file cannot be read, is binary, or holds no row at all.
[[nodiscard]] std::vector<RowProblem> for_each_row(const std::filesystem::path& path,
                                                   const std::vector<std::string_view>& names,
                                                   const std::function<void(const Row&)>& use,
                                                   Separator separator = Separator::tab);

/// `first/last`, both days in full ("2001-01-01/2001-03-31").
/// @throws RowError when it is written otherwise, a day does not exist, or it ends before it
/// begins.
[[nodiscard]] DateInterval parse_interval(std::string_view text);

/// As parse_interval, several of them joined by commas, in their order. Empty or "-": none.
[[nodiscard]] std::vector<DateInterval> parse_intervals(std::string_view text);

/// ISO 3166-1 alpha-2 codes (and withdrawn ones) joined by commas; sorted, each once. Empty or "-":
/// none.
/// @throws RowError when the finder knows no such code.
[[nodiscard]] std::vector<CountryCode> parse_codes(std::string_view text);

/// A byte span in two columns. @throws RowError when they are no numbers, or the span is empty.
[[nodiscard]] Span parse_span(std::string_view begin, std::string_view end);

}  // namespace dateline::gold
