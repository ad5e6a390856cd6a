#include "evaluation/gold_table.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>

#include "corpus/article_reader.h"
#include "corpus/input/byte_stream.h"
#include "evaluation/numbers.h"
#include "language/countries/country_finder.h"
#include "language/utf8.h"

namespace dateline::gold {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMaxFileBytes = std::size_t{256} << 20;

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const auto at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

std::vector<std::string_view> split_at_blanks(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\v\f\r";
  std::vector<std::string_view> parts;
  for (;;) {
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return parts;
    text.remove_prefix(begin);
    const auto end = std::min(text.find_first_of(kBlanks), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

bool is_none(std::string_view text) noexcept { return text.empty() || text == "-"; }

std::chrono::sys_days parse_day(std::string_view text) {
  const bool shaped = text.size() == 10 && text[4] == '-' && text[7] == '-';
  const auto year = shaped ? parse_number<unsigned>(text.substr(0, 4)) : std::nullopt;
  const auto month = shaped ? parse_number<unsigned>(text.substr(5, 2)) : std::nullopt;
  const auto day = shaped ? parse_number<unsigned>(text.substr(8, 2)) : std::nullopt;
  if (!year || !month || !day) {
    throw RowError(fmt::format("'{}' is no day: write 2001-02-19", text));
  }
  const auto interval =
      day_interval(static_cast<int>(*year), static_cast<int>(*month), static_cast<int>(*day));
  if (!interval) throw RowError(fmt::format("'{}' is a day that does not exist", text));
  return interval->first;
}

CountryCode parse_code(std::string_view text) {
  static const auto known = all_country_codes();
  if (text.size() == 2 && std::binary_search(known.begin(), known.end(), CountryCode{text})) {
    return CountryCode{text};
  }
  throw RowError(fmt::format("unknown country code '{}'", text));
}

Row checked(std::string_view line, std::size_t number, const std::vector<std::string_view>& names,
            Separator separator) {
  if (const auto at = find_invalid_utf8(line)) {
    throw RowError(fmt::format("not UTF-8: byte {} of the row", *at + 1));
  }
  const bool by_tab = separator == Separator::tab;
  Row row{number, by_tab ? split(line, '\t') : split_at_blanks(line)};
  if (row.columns.size() != names.size()) {
    throw RowError(fmt::format("{} {} column{} where {} belong ({})", row.columns.size(),
                               by_tab ? "tab-separated" : "blank-separated",
                               row.columns.size() == 1 ? "" : "s", names.size(),
                               fmt::join(names, ", ")));
  }
  return row;
}

std::string read_text(const std::filesystem::path& path) {
  ByteStream stream{path, kMaxFileBytes};
  auto bytes = read_all(stream);
  if (bytes.find('\0') != std::string::npos) {
    throw CorpusError(path.string(), 0, "binary, or not in UTF-8: it holds NUL bytes");
  }
  return bytes;
}

}  // namespace

std::vector<RowProblem> for_each_row(const std::filesystem::path& path,
                                     const std::vector<std::string_view>& names,
                                     const std::function<void(const Row&)>& use,
                                     Separator separator) {
  const auto bytes = read_text(path);
  std::string_view text{bytes};
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  std::vector<RowProblem> problems;
  std::size_t number = 0;
  bool any = false;
  for (auto line : split(text, '\n')) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    any = true;
    try {
      use(checked(line, number, names, separator));
    } catch (const RowError& error) {
      problems.push_back({path.string(), number, error.what()});
    }
  }
  if (!any) throw CorpusError(path.string(), 0, "no rows in it");
  return problems;
}

DateInterval parse_interval(std::string_view text) {
  const auto slash = text.find('/');
  if (slash == std::string_view::npos) {
    throw RowError(fmt::format("'{}' is no interval: write 2001-01-01/2001-03-31", text));
  }
  const DateInterval interval{parse_day(text.substr(0, slash)), parse_day(text.substr(slash + 1))};
  if (interval.last < interval.first) {
    throw RowError(fmt::format("the interval '{}' ends before it starts", text));
  }
  return interval;
}

std::vector<DateInterval> parse_intervals(std::string_view text) {
  std::vector<DateInterval> intervals;
  if (is_none(text)) return intervals;
  for (const auto part : split(text, ',')) intervals.push_back(parse_interval(part));
  return intervals;
}

std::vector<CountryCode> parse_codes(std::string_view text) {
  std::vector<CountryCode> codes;
  if (is_none(text)) return codes;
  for (const auto part : split(text, ',')) codes.push_back(parse_code(part));
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Span parse_span(std::string_view begin, std::string_view end) {
  const auto first = parse_number<std::uint32_t>(begin);
  const auto last = parse_number<std::uint32_t>(end);
  if (!first || !last) {
    throw RowError(fmt::format("'{}' and '{}' are no byte offsets", begin, end));
  }
  if (*last <= *first) throw RowError(fmt::format("the span {}-{} is empty", *first, *last));
  return {*first, *last};
}

}  // namespace dateline::gold
