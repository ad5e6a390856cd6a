#include "presenter/csv.h"
#include "presenter/json_list.h"
#include "presenter/json_values.h"
#include "presenter/timeline_parts.h"
#include "presenter/timeline_presenter.h"

namespace dateline {
namespace {

Json entry_json(const TimelineEntry& entry) {
  Json same = Json::array();
  for (const Hit& hit : entry.same) same.push_back(hit_json(hit));
  return {{"heading", entry.heading},
          {"event", hit_json(entry.hit)},
          {"same", std::move(same)},
          {"dates_differ", entry.dates_differ}};
}

Json bucket_json(Bucket by, const TimelineBucket& bucket) {
  Json object{{"bucket", bucket.name}};
  object.update(interval_json(to_interval(bucket_days(by, bucket.number))));
  object["count"] = bucket.count;
  object["archive"] = bucket.archive;
  return object;
}

Json timeline_head(const TimelineRequest& request, const Timeline& timeline) {
  Json buckets = Json::array();
  for (const auto& bucket : timeline.buckets) buckets.push_back(bucket_json(request.by, bucket));
  return {{"schema", kOutputSchema},         {"total", timeline.total},
          {"different", timeline.different}, {"by", bucket_word(request.by)},
          {"reverse", request.reverse},      {"coarser", timeline.coarser},
          {"notices", timeline.notices},     {"buckets", std::move(buckets)}};
}

// What stands behind the entries.
Json timeline_tail(const Timeline& timeline) {
  return {{"left", timeline.left}, {"next", text_or_null(timeline.next)}};
}

}  // namespace

std::string to_json(const TimelineAnswer& answer) {
  const auto& [request, timeline] = answer;
  auto object = timeline_head(request, timeline);
  object["entries"] = Json::array();
  for (const auto& entry : timeline.entries) object["entries"].push_back(entry_json(entry));
  object.update(timeline_tail(timeline));
  return dump(object);
}

std::string json_before_entries(const TimelineRequest& request, const Timeline& summary) {
  return json_list_begin(timeline_head(request, summary), "entries");
}

std::string json_of_entry(const TimelineEntry& entry, bool is_first) {
  return json_list_item(entry_json(entry), is_first);
}

std::string json_after_entries(const Timeline& summary, bool has_entries) {
  return json_list_end(timeline_tail(summary), has_entries);
}

std::string json_lines_of(const TimelineEntry& entry) {
  auto lines = dump_line(hit_json(entry.hit));
  for (const Hit& hit : entry.same) lines += dump_line(hit_json(hit));
  return lines;
}

std::string to_json_lines(const TimelineAnswer& answer) {
  std::string lines;
  for (const auto& entry : answer.timeline.entries) lines += json_lines_of(entry);
  return lines;
}

std::string csv_of(const TimelineEntry& entry) {
  auto records = hit_record(entry.hit);
  for (const Hit& hit : entry.same) records += hit_record(hit);
  return records;
}

std::string to_csv(const TimelineAnswer& answer) {
  auto text = hits_csv(DocumentKind::event, {});
  for (const auto& entry : answer.timeline.entries) text += csv_of(entry);
  return text;
}

}  // namespace dateline
