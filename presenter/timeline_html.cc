#include "presenter/timeline_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "language/countries/country_finder.h"
#include "language/display.h"
#include "language/period_name.h"
#include "presenter/amount.h"
#include "presenter/date_label.h"
#include "presenter/html_escape.h"
#include "presenter/timeline_entry.h"
#include "presenter/timeline_parts.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"

namespace dateline {
namespace {

constexpr const char* kTimelineStyle =
#include "timeline.css.inc"
    ;

// The bars' heights are in these units.
constexpr std::uint64_t kChartHeight = 100;

// What was asked, in the query language.
std::string question_of(const SearchRequest& search) {
  std::string question;
  if (search.query) question = to_query(*search.query);
  for (const auto& selection : search.selections) {
    if (!question.empty()) question += ' ';
    question += to_query(selection.condition);
  }
  return question.empty() ? "All events" : printable(question);
}

std::string bar_of(const TimelineRequest& request, const TimelineBucket& bucket, std::uint32_t at,
                   std::uint64_t most) {
  if (bucket.count == 0) return {};
  const auto height = std::max<std::uint64_t>(1, bucket.count * kChartHeight / most);
  return fmt::format(
      "<rect x=\"{}\" y=\"{}\" width=\".9\" height=\"{}\"><title>{}: {}</title></rect>\n", at,
      kChartHeight - height, height, html_escaped(bucket_title(request.by, bucket.number)),
      plural(bucket.count, "event"));
}

// How many events each period has; nothing where there is only one.
std::string chart_of(const TimelineRequest& request, const Timeline& summary) {
  if (summary.buckets.size() < 2) return {};
  std::uint64_t most = 1;
  for (const auto& bucket : summary.buckets) most = std::max(most, bucket.count);
  const auto first = summary.buckets.front().number;
  const auto last = summary.buckets.back().number;
  const auto begin = html_escaped(bucket_title(request.by, first));
  const auto end = html_escaped(bucket_title(request.by, last));
  const auto caption =
      fmt::format("Events by {}: at most {}", bucket_word(request.by), with_commas(most));
  auto out = fmt::format(
      "<figure>\n<svg role=\"img\" aria-label=\"{}, {} to {}\" viewBox=\"0 0 {} {}\" "
      "preserveAspectRatio=\"none\">\n",
      caption, begin, end, last - first + 1, kChartHeight);
  for (const auto& bucket : summary.buckets)
    out += bar_of(request, bucket, bucket.number - first, most);
  return out +
         fmt::format(
             "</svg>\n<p class=\"ends\" aria-hidden=\"true\"><span>{}</span><span>{}</span></p>\n"
             "<figcaption>{}</figcaption>\n</figure>\n",
             begin, end, caption);
}

// The days as HTML's `datetime` has them, which knows no spans but months and years.
std::optional<std::string> machine_date(const DateInterval& days) {
  auto first = format_day(days.first);
  if (days.first == days.last) return first;
  const std::chrono::year_month_day begin{days.first};
  const std::chrono::year_month_day end{days.last};
  if (begin.year() != end.year() || !is_whole_months(days)) return std::nullopt;
  if (begin.month() == end.month()) return first.substr(0, first.rfind('-'));
  const bool is_year =
      begin.month() == std::chrono::January && end.month() == std::chrono::December;
  return is_year ? std::optional{first.substr(0, first.find('-'))} : std::nullopt;
}

std::string when_of(const HitDate& date) {
  const auto words = html_escaped(short_date(date));
  const auto machine = date.approximate ? std::nullopt : machine_date(date.days);
  return machine ? fmt::format("<time datetime=\"{}\">{}</time>", *machine, words) : words;
}

// "China, Russia (Vladimir Putin)": the persons through whom a country acts that is not named.
std::string who_of(const Hit& hit) {
  std::string out;
  for (const auto code : hit.countries) {
    if (!out.empty()) out += ", ";
    out += country_label(code);
    std::string persons;
    for (const auto& act : hit.acts) {
      if (act.country == code) persons += (persons.empty() ? "" : ", ") + act.name;
    }
    if (!persons.empty()) out += fmt::format(" ({})", persons);
  }
  return html_escaped(printable(out));
}

std::string marked_text(const Hit& hit) {
  const std::string_view text = hit.text;
  std::size_t at = date_prefix_bytes(hit);
  std::string out;
  for (const Span& span : matching_words(hit)) {
    if (span.begin < at) continue;
    out += html_escaped(text.substr(at, span.begin - at)) + "<mark>" + html_escaped(span.of(text)) +
           "</mark>";
    at = span.end;
  }
  return out + html_escaped(text.substr(at));
}

std::string html_source(const Hit& hit) {
  auto out = fmt::format("<cite>{}</cite>",
                         html_escaped(printable(hit.title.empty() ? hit.article_id : hit.title)));
  if (!hit.section.empty()) out += " · " + html_escaped(printable(hit.section));
  if (hit.pages.known()) out += " · " + html_escaped(page_label(hit.pages));
  if (hit.published) out += " · " + html_escaped(period_name(*hit.published));
  return out;
}

std::string anchor_of(std::string_view id) {
  std::string out;
  for (const char c : printable(id)) out += c == ' ' ? std::string{"%20"} : std::string{c};
  return html_escaped(out);
}

std::string item_of(const TimelineEntry& entry) {
  const Hit& hit = entry.hit;
  auto out = fmt::format("<li id=\"{}\">\n<p class=\"when\">{}</p>\n<div>\n<p>{}</p>\n",
                         anchor_of(hit.id), when_of(*hit.date), marked_text(hit));
  if (const auto who = who_of(hit); !who.empty()) out += "<p class=\"who\">" + who + "</p>\n";
  out += "<p class=\"source\">" + html_source(hit) + "</p>\n";
  for (const Hit& same : entry.same) {
    const auto dated = entry.dates_differ
                           ? fmt::format(", dated {}", html_escaped(chronology_date(*same.date)))
                           : "";
    out += fmt::format("<p class=\"source\">also{}: {}</p>\n", dated, html_source(same));
  }
  return out + "</div>\n</li>\n";
}

// How many of the archive's events the period of an entry has here.
std::string share_text(const TimelineRequest& request, const Timeline& summary,
                       const TimelineEntry& entry) {
  if (!has_period(request, entry)) return {};
  const auto number = bucket_number(request.by, to_day_range(entry.hit.date->days).first);
  const auto found = std::lower_bound(
      summary.buckets.begin(), summary.buckets.end(), number,
      [](const TimelineBucket& bucket, std::uint32_t wanted) { return bucket.number < wanted; });
  if (found == summary.buckets.end() || found->number != number) return {};
  return fmt::format(" <small>{} of the archive’s {}</small>", with_commas(found->count),
                     with_commas(found->archive));
}

}  // namespace

std::string html_before_entries(const TimelineRequest& request, const Timeline& summary) {
  const auto question = html_escaped(question_of(request.search));
  auto counted = plural(summary.total, "event");
  if (summary.different < summary.total && summary.different > 0)
    counted += fmt::format(", told as {}", with_commas(summary.different));
  return fmt::format(
             "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
             "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
             "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
             "'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
             "<meta name=\"generator\" content=\"Dateline\">\n"
             "<title>Timeline: {0}</title>\n<style>\n{1}</style>\n</head>\n<body>\n<header>\n"
             "<h1>{0}</h1>\n<p class=\"sum\">{2}</p>\n",
             question, kTimelineStyle, counted) +
         chart_of(request, summary) + "</header>\n<main>\n";
}

std::string html_of_entry(const TimelineRequest& request, const Timeline& summary,
                          const TimelineEntry& entry, std::string& heading) {
  std::string out;
  if (auto title = entry_title(request, entry); title != heading) {
    if (!heading.empty()) out += "</ol>\n</section>\n";
    heading = std::move(title);
    out += fmt::format("<section>\n<h2>{}{}</h2>\n<ol class=\"entries\">\n", html_escaped(heading),
                       share_text(request, summary, entry));
  }
  return out + item_of(entry);
}

std::string html_after_entries(const Timeline& summary, bool has_entries) {
  std::string out = has_entries ? "</ol>\n</section>\n" : "<p>Nothing found.</p>\n";
  out += "</main>\n";
  if (summary.left > 0)
    out += fmt::format("<footer>{} more not shown here.</footer>\n", plural(summary.left, "event"));
  return out + "</body>\n</html>\n";
}

std::string to_html(const TimelineAnswer& answer) {
  const auto& [request, timeline] = answer;
  auto out = html_before_entries(request, timeline);
  std::string heading;
  for (const auto& entry : timeline.entries)
    out += html_of_entry(request, timeline, entry, heading);
  return out + html_after_entries(timeline, !timeline.entries.empty());
}

}  // namespace dateline
