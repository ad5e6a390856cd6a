#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/countries/country_finder.h"
#include "language/display.h"
#include "presenter/csv.h"
#include "presenter/json_values.h"
#include "presenter/pairs_presenter.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

constexpr std::size_t kPeriodsShown = 12;
constexpr std::string_view kGap = "  ";

std::string name_of(const PairRow& row) {
  return fmt::format("{} – {}", country_label(row.first), country_label(row.second));
}
std::string value_of(const PairRow& row) {
  const auto [first, second] = std::minmax(row.first, row.second);
  return fmt::format("{}-{}", first.view(), second.view());
}

// A column of numbers under its name. A 0 is left blank.
struct Column {
  std::string name;
  std::vector<std::uint64_t> counts;
  bool is_total = false;

  [[nodiscard]] std::size_t width() const {
    auto widest = display_width(name);
    for (const auto count : counts) widest = std::max(widest, with_commas(count).size());
    return widest;
  }
};

template <typename Count>
Column column_of(std::string name, const PairTable& table, Count count) {
  Column column{std::move(name), {}};
  for (const auto& row : table.rows) column.counts.push_back(count(row));
  return column;
}

std::string group_name(const PairTable& table, std::size_t first, std::size_t last) {
  const auto& from = table.periods[first];
  const auto& to = table.periods[last];
  if (first == last) return from;
  // "1998–2001" of years, "2001–05" within a century.
  const bool are_years = from.size() == 4 && to.size() == 4;
  const bool same_century = are_years && from.substr(0, 2) == to.substr(0, 2);
  return fmt::format("{}–{}", from, same_century ? to.substr(2) : to);
}

// The periods, `each` to a column.
std::vector<Column> period_columns(const PairTable& table, std::uint32_t each) {
  std::vector<Column> columns;
  for (std::size_t first = 0; first < table.periods.size();) {
    auto last = first;
    const auto group = table.numbers[first] / each;
    while (last + 1 < table.periods.size() && table.numbers[last + 1] / each == group) ++last;
    columns.push_back(column_of(group_name(table, first, last), table, [&](const PairRow& row) {
      std::uint64_t sum = 0;
      for (auto i = first; i <= last; ++i) sum += row.counts[i];
      return sum;
    }));
    first = last + 1;
  }
  return columns;
}

std::size_t width_of(const std::vector<Column>& columns) {
  std::size_t width = 0;
  for (const auto& column : columns) width += kGap.size() + column.width();
  return width;
}

// All periods, beside the names and the two columns at the end; where they have no room, several to
// a column.
std::vector<Column> columns_of(const PairTable& table, std::size_t names_width, std::size_t width) {
  constexpr std::array<std::uint32_t, 12> kEach{1, 2, 3, 4, 5, 6, 10, 12, 20, 50, 100, 1000};
  std::vector<Column> last;
  auto coarser = column_of("coarser", table, [](const PairRow& row) { return row.coarser; });
  if (std::any_of(coarser.counts.begin(), coarser.counts.end(), [](auto n) { return n > 0; }))
    last.push_back(std::move(coarser));
  last.push_back(column_of("all", table, [](const PairRow& row) { return row.total; }));
  last.back().is_total = true;
  const auto used = names_width + width_of(last);
  std::vector<Column> columns;
  for (const auto each : kEach) {
    columns = period_columns(table, each);
    if (columns.size() <= kPeriodsShown && used + width_of(columns) <= width) break;
  }
  columns.insert(columns.end(), last.begin(), last.end());
  return columns;
}

std::string cell(std::string_view text, std::size_t width) {
  return std::string(width - std::min(width, display_width(text)), ' ') + std::string{text};
}

// Names stand before their numbers where both have room on a line, else above them.
std::string table_text(const PairTable& table, const std::vector<Column>& columns,
                       std::size_t names_width, const TextStyle& style) {
  std::string head(names_width, ' ');
  for (const auto& column : columns) head += std::string{kGap} + cell(column.name, column.width());
  std::string out = style.dim(head) + "\n";
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const auto name = name_of(table.rows[r]);
    const auto width = display_width(name);
    out += style.country(name);
    if (width > names_width) out += "\n";
    out += std::string(width > names_width ? names_width : names_width - width, ' ');
    for (const auto& column : columns) {
      const auto count = column.counts[r];
      const auto text = cell(count == 0 ? "·" : with_commas(count), column.width());
      out += kGap;
      out += column.is_total ? style.bold(text) : count == 0 ? style.dim(text) : text;
    }
    out += "\n";
  }
  return out;
}

std::string notes_of(const PairTable& table) {
  std::string out;
  if (const auto left_out = table.different - table.rows.size(); left_out > 0)
    out += fmt::format("({} more pairs: --top 0 lists all)\n", with_commas(left_out));
  return out;
}

}  // namespace

std::string to_text(const PairsAnswer& answer, const TextStyle& style) {
  const auto& [request, table] = answer;
  std::string out;
  out += fmt::format("{} {}, {} with two countries or more; by {}\n", with_commas(table.total),
                     unit_name(DocumentKind::event, table.total), with_commas(table.paired),
                     bucket_word(request.by));
  if (table.rows.empty()) return out;
  std::size_t names_width = 0;
  for (const auto& row : table.rows)
    names_width = std::max(names_width, display_width(name_of(row)));
  names_width = std::min(names_width, style.width / 2);
  const auto columns = columns_of(table, names_width, style.width);
  out += "\n" + table_text(table, columns, names_width, style);
  out += style.dim(notes_of(table));
  return out;
}

std::string to_json(const PairsAnswer& answer) {
  const auto& [request, table] = answer;
  Json periods = Json::array();
  for (std::size_t i = 0; i < table.periods.size(); ++i) {
    Json period{{"bucket", table.periods[i]}};
    period.update(interval_json(to_interval(bucket_days(request.by, table.numbers[i]))));
    periods.push_back(std::move(period));
  }
  Json pairs = Json::array();
  for (const auto& row : table.rows) {
    pairs.push_back({{"pair", value_of(row)},
                     {"countries", countries_json({row.first, row.second})},
                     {"label", name_of(row)},
                     {"total", row.total},
                     {"coarser", row.coarser},
                     {"counts", row.counts}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"total", table.total},
                   {"paired", table.paired},
                   {"different", table.different},
                   {"by", bucket_word(request.by)},
                   {"notices", table.notices},
                   {"periods", std::move(periods)},
                   {"pairs", std::move(pairs)}});
}

std::string to_csv(const PairsAnswer& answer) {
  const auto& table = answer.table;
  std::vector<std::string> cells{"pair", "first", "second"};
  cells.insert(cells.end(), table.periods.begin(), table.periods.end());
  cells.insert(cells.end(), {"coarser", "total"});
  auto text = csv_record(cells);
  for (const auto& row : table.rows) {
    cells = {value_of(row), country_label(row.first), country_label(row.second)};
    for (const auto count : row.counts) cells.push_back(std::to_string(count));
    cells.insert(cells.end(), {std::to_string(row.coarser), std::to_string(row.total)});
    text += csv_record(cells);
  }
  return text;
}

}  // namespace dateline
