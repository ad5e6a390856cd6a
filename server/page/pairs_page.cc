// Which countries meet: a matrix of the most frequent, and the pairs by year.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "language/countries/country_finder.h"
#include "language/display.h"
#include "searcher/answers/pairs.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

constexpr std::size_t kCountries = 16;
constexpr std::uint32_t kPairs = 20;
constexpr std::size_t kPeriods = 12;
constexpr double kHeats = 6;

using Counts = std::map<std::pair<std::string, std::string>, std::uint64_t>;

std::string name_of(const std::string& code) {
  return country_label(CountryCode(std::string_view{code}));
}

// A step of the heat for a count: by its logarithm, since counts spread over orders of magnitude.
std::string heat_of(std::uint64_t count, std::uint64_t most) {
  if (count == 0 || most == 0) return "0";
  const auto share = std::log1p(static_cast<double>(count)) / std::log1p(static_cast<double>(most));
  return std::to_string(std::max(1, static_cast<int>(std::ceil(share * kHeats))));
}

// The countries of the most frequent pairs.
std::vector<std::string> leading_codes(const PairTable& table) {
  std::map<std::string, std::uint64_t> events;
  for (const auto& row : table.rows) {
    events[row.first.str()] += row.total;
    events[row.second.str()] += row.total;
  }
  std::vector<std::pair<std::string, std::uint64_t>> codes(events.begin(), events.end());
  std::stable_sort(codes.begin(), codes.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> leading;
  for (std::size_t i = 0; i < codes.size() && i < kCountries; ++i)
    leading.push_back(codes[i].first);
  return leading;
}

std::string pair_name(const std::string& a, const std::string& b) {
  return a < b ? fmt::format("{}-{}", a, b) : fmt::format("{}-{}", b, a);
}

// The events of a pair: the search that the page would make of it.
std::string pair_url(const PageCall& call, const std::string& pair) {
  return call.url("/", call.state.shared().and_with("pair", pair).with("events", "1"));
}

View cell_view(const PageCall& call, const std::string& row, const std::string& column,
               std::uint64_t count, std::uint64_t most) {
  View cell{{"heat", heat_of(count, most)}, {"count", with_commas(count)}};
  const auto tip = fmt::format("{} – {}: {}", name_of(row), name_of(column),
                               count_text(call.texts, DocumentKind::event, count));
  cell["tip"] = tip;
  if (count > 0) cell["url"] = pair_url(call, pair_name(row, column));
  return cell;
}

void add_matrix(const PageCall& call, const PairTable& table, View& view) {
  auto codes = leading_codes(table);
  if (call.state.value("order") == "name") {
    std::sort(codes.begin(), codes.end(),
              [](const std::string& a, const std::string& b) { return name_of(a) < name_of(b); });
  }
  Counts counts;
  for (const auto& row : table.rows) counts[{row.first.str(), row.second.str()}] = row.total;
  // The most frequent come first.
  const std::uint64_t most = table.rows.empty() ? 0 : table.rows.front().total;
  view["columns"] = View::array();
  view["rows"] = View::array();
  for (const auto& row : codes) {
    view["columns"].push_back({{"code", row}, {"label", name_of(row)}});
    View cells = View::array();
    for (const auto& column : codes) {
      const auto found = counts.find(std::minmax(row, column));
      cells.push_back(
          cell_view(call, row, column, found == counts.end() ? 0 : found->second, most));
    }
    view["rows"].push_back({{"label", name_of(row)}, {"cells", std::move(cells)}});
  }
}

void add_periods(const PageCall& call, const PairTable& table, View& view) {
  const auto first = table.periods.size() > kPeriods ? table.periods.size() - kPeriods : 0;
  view["periods"] = View::array();
  for (auto i = first; i < table.periods.size(); ++i) view["periods"].push_back(table.periods[i]);
  view["pairs"] = View::array();
  for (std::size_t r = 0; r < table.rows.size() && r < kPairs; ++r) {
    const auto& row = table.rows[r];
    std::uint64_t most = 0;
    for (const auto count : row.counts) most = std::max(most, count);
    View counts = View::array();
    for (auto i = first; i < row.counts.size(); ++i)
      counts.push_back(
          {{"count", with_commas(row.counts[i])}, {"heat", heat_of(row.counts[i], most)}});
    const auto a = row.first.str();
    const auto b = row.second.str();
    view["pairs"].push_back({{"label", fmt::format("{} – {}", name_of(a), name_of(b))},
                             {"url", pair_url(call, pair_name(a, b))},
                             {"counts", std::move(counts)},
                             {"coarser", with_commas(row.coarser)},
                             {"total", with_commas(row.total)}});
  }
}

}  // namespace

View pairs_page(const PageCall& call) {
  View view = page_values();
  const auto matches = match_page(call, DocumentKind::event, 0);
  // All of them, which the matrix needs; by year, which costs more, only the most frequent.
  const auto table = call.reader.archive().pairs(matches.found.matches,
                                                 {matches.request, Bucket::year, 0, kPairs});
  view["no_hits"] = table.rows.empty();
  view["count_line"] =
      call.texts.filled("pairs_line", with_commas(table.total), with_commas(table.paired));
  const auto order = call.state.value("order");
  view["orders"] = View::array();
  for (const std::string_view name : {"", "name"}) {
    view["orders"].push_back({{"label", call.texts.of(name.empty() ? "order_count" : "order_name")},
                              {"url", call.url(call.state.with("order", name))},
                              {"current", order == name}});
  }
  add_matrix(call, table, view);
  add_periods(call, table, view);
  add_notices(call, matches, view);
  view["has_exports"] = !table.rows.empty();
  view["exports"] = exports_view(call, "pairs", {"csv", "json"});
  add_layout(call, call.texts.of("tab_pairs"), view);
  return view;
}

}  // namespace dateline
