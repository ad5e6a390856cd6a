#include "presenter/csv.h"
#include "presenter/json_values.h"
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

// All events in the order of the timeline, those that are folded behind the one that stands for
// them.
std::vector<Hit> hits_of(const Timeline& timeline) {
  std::vector<Hit> hits;
  for (const auto& entry : timeline.entries) {
    hits.push_back(entry.hit);
    hits.insert(hits.end(), entry.same.begin(), entry.same.end());
  }
  return hits;
}

}  // namespace

std::string to_json(const TimelineAnswer& answer) {
  const auto& [request, timeline] = answer;
  Json buckets = Json::array();
  for (const auto& bucket : timeline.buckets) buckets.push_back(bucket_json(request.by, bucket));
  Json entries = Json::array();
  for (const auto& entry : timeline.entries) entries.push_back(entry_json(entry));
  const Json object{{"schema", kOutputSchema},
                    {"total", timeline.total},
                    {"different", timeline.different},
                    {"by", bucket_word(request.by)},
                    {"reverse", request.reverse},
                    {"coarser", timeline.coarser},
                    {"notices", timeline.notices},
                    {"buckets", std::move(buckets)},
                    {"entries", std::move(entries)},
                    {"left", timeline.left},
                    {"next", text_or_null(timeline.next)}};
  return dump(object);
}

std::string to_json_lines(const TimelineAnswer& answer) {
  std::string lines;
  for (const Hit& hit : hits_of(answer.timeline)) lines += dump_line(hit_json(hit));
  return lines;
}

std::string to_csv(const TimelineAnswer& answer) {
  return hits_csv(DocumentKind::event, hits_of(answer.timeline));
}

}  // namespace dateline
