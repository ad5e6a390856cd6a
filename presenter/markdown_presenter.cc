#include "presenter/markdown_presenter.h"

#include <fmt/format.h>

#include "language/display.h"
#include "language/period_name.h"
#include "presenter/date_label.h"
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

// The text without the date and the colon that chronologies begin their entries with.
std::string_view without_date(const Hit& hit) {
  std::string_view text = hit.text;
  const auto& written = hit.date->written;
  if (written.empty() || !text.starts_with(written)) return text;
  text.remove_prefix(written.size());
  if (!text.starts_with(':')) return hit.text;
  text.remove_prefix(1);
  if (text.starts_with(' ')) text.remove_prefix(1);
  return text.empty() ? std::string_view{hit.text} : text;
}

std::string markdown_source(const Hit& hit) {
  std::string source =
      fmt::format("*{}*", escaped_marks(hit.title.empty() ? hit.article_id : hit.title));
  if (hit.published) source += ", " + period_name(*hit.published);
  return source;
}

std::string entry_text(const TimelineEntry& entry) {
  auto sources = markdown_source(entry.hit);
  for (const Hit& same : entry.same) {
    sources += "; " + markdown_source(same);
    if (entry.dates_differ) sources += ": " + escaped_marks(chronology_date(*same.date));
  }
  return fmt::format("**{}:** {} ({})\n", escaped_marks(chronology_date(*entry.hit.date)),
                     escaped_marks(without_date(entry.hit)), sources);
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
