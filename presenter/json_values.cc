#include "presenter/json_values.h"

namespace dateline {

Json interval_json(const DateInterval& interval) {
  return {{"first", format_day(interval.first)}, {"last", format_day(interval.last)}};
}

Json date_json(const HitDate& date) {
  auto object = interval_json(date.days);
  object["precision"] = precision_name(date.precision);
  object["approximate"] = date.approximate;
  object["written"] = date.written;
  return object;
}

Json countries_json(const std::vector<CountryCode>& countries) {
  Json list = Json::array();
  for (const auto code : countries) list.push_back(code.str());
  return list;
}

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

void add_pages(PageRange pages, Json& object) {
  if (!pages.known()) return;
  object["page"] = pages.first;
  if (pages.last != pages.first) object["last_page"] = pages.last;
}

std::string dump(const Json& object) {
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string dump_line(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
