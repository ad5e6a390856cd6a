#include "presenter/persons_presenter.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "language/display.h"
#include "presenter/csv.h"
#include "presenter/json_values.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

std::string offices_text(const PersonRow& row) {
  std::string text;
  for (const auto& office : row.offices) {
    if (!text.empty()) text += "; ";
    text += office.from_table ? office.words : "“" + office.words + "”";
  }
  return text;
}

std::string codes_text(const PersonRow& row) {
  return row.countries.empty() ? "–" : join_codes(row.countries, ",");
}

}  // namespace

std::string to_text(const PersonsAnswer& answer, const TextStyle& style) {
  const auto& [request, table] = answer;
  auto out =
      fmt::format("{} {}", with_commas(table.total), unit_name(DocumentKind::event, table.total));
  if (!request.with.empty()) out += fmt::format(" with {}", printable(request.with));
  out += fmt::format(", {} with {}\n", with_commas(table.with_any),
                     request.with.empty() ? "persons" : "others");
  if (table.rows.empty()) return out;
  std::size_t name_width = 0;
  std::size_t code_width = 0;
  for (const auto& row : table.rows) {
    name_width = std::max(name_width, display_width(row.name));
    code_width = std::max(code_width, display_width(codes_text(row)));
  }
  name_width = std::min(name_width, style.width / 2);
  out += "\n";
  for (const auto& row : table.rows) {
    const auto pad = [](std::size_t width, std::size_t used) {
      return std::string(width > used ? width - used : 0, ' ');
    };
    const auto codes = codes_text(row);
    out += fmt::format("{:>7}  ", with_commas(row.events));
    out += style.country(codes) + pad(code_width, display_width(codes)) + "  ";
    out += style.person(printable(row.name)) + pad(name_width, display_width(row.name)) + "  ";
    out += style.date(format_interval(row.days));
    if (!row.offices.empty()) out += "  " + style.dim(printable(offices_text(row)));
    out += "\n";
  }
  if (const auto left_out = table.different - table.rows.size(); left_out > 0) {
    out += style.dim(fmt::format("({} more persons: --top 0 lists all)\n", with_commas(left_out)));
  }
  return out;
}

std::string to_json(const PersonsAnswer& answer) {
  const auto& [request, table] = answer;
  Json persons = Json::array();
  for (const auto& row : table.rows) {
    Json offices = Json::array();
    for (const auto& office : row.offices) {
      offices.push_back({{"words", office.words}, {"from", office.from_table ? "table" : "text"}});
    }
    persons.push_back({{"name", row.name},
                       {"countries", countries_json(row.countries)},
                       {"offices", std::move(offices)},
                       {"days", interval_json(row.days)},
                       {"events", row.events}});
  }
  Json object{{"schema", kOutputSchema},    {"total", table.total},
              {"with_any", table.with_any}, {"different", table.different},
              {"notices", table.notices},   {"persons", std::move(persons)}};
  if (!request.with.empty()) object["with"] = request.with;
  return dump(object);
}

std::string to_csv(const PersonsAnswer& answer) {
  auto text = csv_record({"name", "countries", "events", "first", "last", "offices"});
  for (const auto& row : answer.table.rows) {
    text += csv_record({row.name, join_codes(row.countries, " "), std::to_string(row.events),
                        format_day(row.days.first), format_day(row.days.last), offices_text(row)});
  }
  return text;
}

std::string to_text(const PersonPairsAnswer& answer, const TextStyle& style) {
  const auto& table = answer.table;
  std::string out;
  for (const auto& notice : table.notices) out += style.dim("note: " + notice) + "\n";
  out += fmt::format("{} {}, {} with two persons or more\n", with_commas(table.total),
                     unit_name(DocumentKind::event, table.total), with_commas(table.paired));
  if (!table.rows.empty()) out += "\n";
  for (const auto& row : table.rows) {
    out += fmt::format("{:>7}  {} – {}  {}\n", with_commas(row.events),
                       style.person(printable(row.first)), style.person(printable(row.second)),
                       style.date(format_interval(row.days)));
  }
  if (const auto left_out = table.different - table.rows.size(); left_out > 0) {
    out += style.dim(fmt::format("({} more pairs: --top 0 lists all)\n", with_commas(left_out)));
  }
  return out;
}

std::string to_json(const PersonPairsAnswer& answer) {
  const auto& table = answer.table;
  Json pairs = Json::array();
  for (const auto& row : table.rows) {
    pairs.push_back({{"persons", {row.first, row.second}},
                     {"events", row.events},
                     {"days", interval_json(row.days)}});
  }
  return dump(Json{{"schema", kOutputSchema},
                   {"total", table.total},
                   {"paired", table.paired},
                   {"different", table.different},
                   {"notices", table.notices},
                   {"pairs", std::move(pairs)}});
}

std::string to_csv(const PersonPairsAnswer& answer) {
  auto text = csv_record({"first_person", "second_person", "events", "first", "last"});
  for (const auto& row : answer.table.rows) {
    text += csv_record({row.first, row.second, std::to_string(row.events),
                        format_day(row.days.first), format_day(row.days.last)});
  }
  return text;
}

}  // namespace dateline
