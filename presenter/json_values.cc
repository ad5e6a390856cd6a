#include "presenter/json_values.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "index/article_meta.h"
#include "language/display.h"
#include "language/utf8.h"
#include "presenter/edtf.h"

namespace dateline {
namespace {

// JSON asks for an escape of C0 alone (RFC 8259 §7); all the others stand within strings, too.
std::string with_escapes(std::string&& json) {
  const auto is_plain = [](char c) { return static_cast<unsigned char>(c) < 0x7F; };
  const auto* const end = json.data() + json.size();
  const auto* run_end = std::find_if_not(json.data(), json.data() + json.size(), is_plain);
  if (run_end == end) return std::move(json);
  std::string out;
  out.reserve(json.size());
  for (const char* run = json.data(); run != end;) {
    out.append(run, run_end);
    if (run_end == end) break;
    auto i = static_cast<std::size_t>(run_end - json.data());
    const std::size_t at = i;
    const char32_t c = next_code_point(json, i);
    if (!is_commanding(c)) {
      out.append(json, at, i - at);
    } else if (c <= 0xFFFF) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    } else {
      const auto rest = static_cast<std::uint32_t>(c) - 0x10000;  // as two surrogates
      out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (rest >> 10), 0xDC00 + (rest & 0x3FF));
    }
    run = json.data() + i;
    run_end = std::find_if_not(run, end, is_plain);
  }
  return out;
}

}  // namespace

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
  object["edtf"] = edtf_of(date);
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
  const auto add_known = [&](const char* name, const std::string& value) {
    if (!value.empty() && value != "unknown") object[name] = value;
  };
  object["title"] = meta.title;
  object["authors"] = meta.authors;
  object["published"] = interval_json(meta.published);
  object["published_source"] = meta.published_source;
  add_known("published_from", meta.published_from);
  add_known("title_source", meta.title_source);
  add_known("authors_source", meta.authors_source);
  object["language"] = meta.language;
  add_known("language_source", meta.language_source);
  object["path"] = meta.path;
  object["offsets_in"] = meta.offsets_in;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

std::string dump(const Json& object) {
  return with_escapes(object.dump(2, ' ', false, Json::error_handler_t::replace)) + "\n";
}

std::string dump_line(const Json& object) {
  return with_escapes(object.dump(-1, ' ', false, Json::error_handler_t::replace)) + "\n";
}

}  // namespace dateline
