#include "presenter/timeline_pieces.h"

#include "presenter/csv.h"
#include "presenter/timeline_parts.h"

namespace dateline {

std::string TimelinePieces::before() const {
  if (format_ == Format::json) return json_before_entries(request_, summary_);
  if (format_ == Format::csv) return hits_csv(DocumentKind::event, {});
  if (format_ == Format::html) return html_before_entries(request_, summary_);
  return {};
}

std::string TimelinePieces::entry(const TimelineEntry& entry) {
  ++given_;
  switch (format_) {
    case Format::json:
      return json_of_entry(entry, given_ == 1);
    case Format::jsonl:
      return json_lines_of(entry);
    case Format::csv:
      return csv_of(entry);
    case Format::ics:  // an empty calendar is none: it begins with its first event
      return (given_ == 1 ? calendar_begin() : std::string{}) + calendar_event(entry);
    case Format::html:
      return html_of_entry(request_, summary_, entry, heading_);
    default:
      return markdown_of(request_, entry, heading_, given_ == 1);
  }
}

std::string TimelinePieces::after() const {
  if (format_ == Format::json) return json_after_entries(summary_, given_ > 0);
  if (format_ == Format::html) return html_after_entries(summary_, given_ > 0);
  if (format_ == Format::ics && given_ > 0) return calendar_end();
  return {};
}

}  // namespace dateline
