#include "presenter/json_values.h"

#include "index/article_meta.h"

namespace dateline {

Json interval_json(const DateInterval& interval) {
  return {{"first", format_day(interval.first)}, {"last", format_day(interval.last)}};
}

Json interval_json(const std::optional<DateInterval>& interval) {
  return interval ? interval_json(*interval) : Json(nullptr);
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

void add_description(const ArticleMeta& meta, Json& object) {
  object["title"] = meta.title;
  object["authors"] = meta.authors;
  object["published"] = interval_json(meta.published);
  object["published_source"] = meta.published_source;
  object["language"] = meta.language;
  object["path"] = meta.path;
  object["offsets_in"] = meta.offsets_in;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string dump(const Json& object) {
  return object.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string dump_line(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dateline
