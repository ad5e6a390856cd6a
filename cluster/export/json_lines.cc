#include "cluster/export/json_lines.h"

#include <fmt/format.h>

#include "cluster/documents/json_object.h"
#include "cluster/documents/json_values.h"
#include "language/date_interval.h"
#include "searcher/query/query.h"

namespace dateline {
namespace {

constexpr std::size_t kPieceBytes = std::size_t{1} << 18;
constexpr std::string_view kFirstLine = R"({"kind":"export","format":"dateline","schema":1)";

std::string iso_days(DayRange days) {
  const auto interval = to_interval(days);
  return fmt::format(R"({{"first":"{}","last":"{}"}})", format_day(interval.first),
                     format_day(interval.last));
}

std::string date_object(DayRange days, Precision precision, bool approximate,
                        std::string_view written) {
  const auto interval = to_interval(days);
  std::string json;
  JsonObject object(json);
  object.add("first", format_day(interval.first));
  object.add("last", format_day(interval.last));
  object.add("precision", precision_name(precision));
  object.add_flag("approximate", approximate);
  object.add("written", written);
  object.end();
  return json;
}

void add_description(const InheritedFields& fields, JsonObject& object) {
  object.add("title", fields.meta.title);
  object.add_texts("authors", fields.meta.authors);
  if (fields.published.known()) object.add_raw("published", iso_days(fields.published));
  object.add("language", fields.meta.language);
  add_countries(object, "about", fields.about);
}

void add_values(const OwnFields& own, JsonObject& object) {
  add_countries(object, "countries", own.countries);
  add_countries(object, "named", own.named);
  object.add_texts("regions", own.regions);
  object.add_texts("pairs", own.pairs);
  object.add_texts("organizations", own.organizations);
  object.add_texts("persons", own.persons);
  object.add_texts("sources", own.sources);
}

void append_mention_line(const DocumentMention& mention, std::string& to) {
  JsonObject object(to);
  object.add("kind", mention_kind_name(mention.kind));
  if (mention.span.empty()) {
    object.add("from", "title");
  } else {
    add_span(object, "span", mention.span);
  }
  if (mention.kind == MentionKind::date)
    object.add_raw("date", date_object(mention.days, mention.precision, mention.approximate, {}));
  if (mention.country != CountryCode{}) object.add("country", mention.country.view());
  object.add("name", mention.name);
  if (!mention.proof.empty()) add_span(object, "proof", mention.proof);
  object.add("rule", mention.rule);
  object.end();
}

void append_line(const ArticleDocument& document, std::string& to) {
  JsonObject object(to);
  object.add("kind", "article");
  object.add("id", document.inherited.meta.id);
  add_description(document.inherited, object);
  add_values(document.own, object);
  object.add_raw("meta", to_json(document.inherited.meta));
  object.add("text", document.text);
  object.add_list("mentions", document.mentions, append_mention_line);
  object.end();
  to += '\n';
}

void append_line(const EventDocument& document, std::string& to) {
  JsonObject object(to);
  object.add("kind", "event");
  object.add("id", document.id);
  object.add("article", document.inherited->meta.id);
  if (document.days.known()) {
    object.add_raw("date", date_object(document.days, document.precision, document.approximate,
                                       document.date_text));
  }
  object.add("origin", event_origin_name(document.origin));
  object.add("text", document.text);
  object.add("section", document.section);
  add_span(object, "span", document.span);
  add_values(document.own, object);
  add_countries(object, "acting", document.acting);
  object.add_texts("offices", document.offices);
  add_description(*document.inherited, object);
  object.end();
  to += '\n';
}

std::string first_line(const ExportSource& source) {
  std::string line{kFirstLine};
  line += R"(,"language":)";
  append_json_string(source.language(), line);
  line += R"(,"analyzer":)";
  append_json_string(source.analyzer(), line);
  return line + "}\n";
}

}  // namespace

ExportReport write_json_lines(ExportSource& source, const TakeLines& take) {
  auto lines = first_line(source);
  const auto pass_on = [&] {
    if (lines.size() < kPieceBytes) return;
    take(lines);
    lines.clear();
  };
  ExportReport report;
  report.articles = source.articles([&](const ArticleDocument& document, std::uint64_t) {
    append_line(document, lines);
    pass_on();
  });
  report.events = source.events([&](const EventDocument& document, std::uint64_t) {
    append_line(document, lines);
    pass_on();
  });
  take(lines);
  report.is_stopped = source.is_stopped();
  return report;
}

bool begins_json_lines(std::string_view bytes) noexcept { return bytes.starts_with(kFirstLine); }

}  // namespace dateline
