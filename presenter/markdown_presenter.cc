#include "presenter/markdown_presenter.h"

#include <fmt/format.h>

#include "language/display.h"
#include "language/period_name.h"
#include "presenter/acting.h"
#include "presenter/date_label.h"
#include "presenter/timeline_entry.h"
#include "presenter/timeline_parts.h"

namespace dateline {
namespace {

// Marks that mean something inside a paragraph: CommonMark's, and `~`, `|` and `$` of its common
// extensions. No entry begins a line with its own text, so that marks of blocks need no escape.
std::string escaped_marks(std::string_view text) {
  constexpr std::string_view kMarks = R"(\`*_[]<>&~|$)";
  std::string result;
  for (const char c : printable(text)) {
    if (kMarks.find(c) != std::string_view::npos) result += '\\';
    result += c;
  }
  return result;
}

std::string markdown_source(const Hit& hit) {
  std::string source =
      fmt::format("*{}*", escaped_marks(hit.title.empty() ? hit.article_id : hit.title));
  if (hit.published) source += ", " + period_name(*hit.published);
  return source;
}

std::string entry_text(const TimelineEntry& entry) {
  auto sources = markdown_source(entry.hit);
  if (const auto acting = acting_text(entry.hit, "; "); !acting.empty()) {
    sources = escaped_marks(acting) + "; " + sources;
  }
  for (const Hit& same : entry.same) {
    sources += "; " + markdown_source(same);
    if (entry.dates_differ) sources += ": " + escaped_marks(chronology_date(*same.date));
  }
  const auto text = std::string_view{entry.hit.text}.substr(date_prefix_bytes(entry.hit));
  return fmt::format("**{}:** {} ({})\n", escaped_marks(chronology_date(*entry.hit.date)),
                     escaped_marks(text), sources);
}

}  // namespace

std::string markdown_of(const TimelineRequest& request, const TimelineEntry& entry,
                        std::string& heading, bool is_first) {
  std::string out;
  if (entry.heading != heading) {
    heading = entry.heading;
    const auto day = to_day_range(entry.hit.date->days).first;
    out += fmt::format("{}## {}\n", is_first ? "" : "\n",
                       bucket_title(request.by, bucket_number(request.by, day)));
  }
  return out + "\n" + entry_text(entry);
}

std::string to_markdown(const TimelineAnswer& answer) {
  std::string out;
  std::string heading;
  for (const auto& entry : answer.timeline.entries)
    out += markdown_of(answer.request, entry, heading, out.empty());
  return out;
}

}  // namespace dateline
