#include "presenter/csv.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "language/display.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

constexpr std::string_view kFormulaStarts = "=+-@\t\r";

void add_cell(std::string& record, std::string_view raw) {
  const auto cell = escaped_controls(raw);
  const bool formula = !cell.empty() && kFormulaStarts.find(cell.front()) != std::string_view::npos;
  if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    if (formula) record += '\'';
    record += cell;
    return;
  }
  record += '"';
  if (formula) record += '\'';
  for (const char c : cell) {
    if (c == '"') record += '"';
    record += c;
  }
  record += '"';
}

// What stands between the values of one cell.
constexpr std::string_view kBetween = "; ";

std::string cell_of(const std::vector<std::string>& values) {
  return fmt::format("{}", fmt::join(values, kBetween));
}

std::string first_day(const std::optional<DateInterval>& days) {
  return days ? format_day(days->first) : std::string{};
}

std::string last_day(const std::optional<DateInterval>& days) {
  return days ? format_day(days->last) : std::string{};
}

std::string article_record(const Hit& hit) {
  return csv_record({hit.id, hit.title, cell_of(hit.authors), first_day(hit.published),
                     last_day(hit.published), join_codes(hit.countries, kBetween)});
}

std::string event_record(const Hit& hit) {
  return csv_record({hit.id, format_day(hit.date->days.first), format_day(hit.date->days.last),
                     std::string{precision_name(hit.date->precision)},
                     hit.date->approximate ? "true" : "false", hit.date->written,
                     join_codes(hit.countries, kBetween), cell_of(hit.organizations),
                     std::string{event_origin_name(hit.origin)}, hit.article_id, hit.title,
                     first_day(hit.published), last_day(hit.published), hit.section, hit.text});
}

}  // namespace

std::string csv_record(const std::vector<std::string>& cells) {
  std::string record;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) record += ',';
    add_cell(record, cells[i]);
  }
  return record + "\r\n";
}

std::string hit_record(const Hit& hit) {
  return hit.kind == DocumentKind::article ? article_record(hit) : event_record(hit);
}

std::string hits_csv(DocumentKind kind, const std::vector<Hit>& hits) {
  if (kind == DocumentKind::article) {
    auto text =
        csv_record({"id", "title", "authors", "published_first", "published_last", "countries"});
    for (const Hit& hit : hits) text += article_record(hit);
    return text;
  }
  auto text = csv_record({"id", "first", "last", "precision", "approximate", "written", "countries",
                          "organizations", "origin", "article", "title", "published_first",
                          "published_last", "section", "text"});
  for (const Hit& hit : hits) text += event_record(hit);
  return text;
}

}  // namespace dateline
