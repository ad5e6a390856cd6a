#include "cluster/answers/cluster_timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cluster/documents/mapping.h"
#include "cluster/search/support.h"
#include "cluster/search/text_query.h"
#include "searcher/answers/cursor.h"
#include "searcher/answers/timeline_parts.h"
#include "searcher/relation_suggestion.h"

// The order is that of an index: by first day, last day, the article's id and the place in its text.
// The cluster sorts by fields of these names, and goes on behind a place by `search_after`; so a
// page costs the same wherever it begins, and no scroll is kept open.

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::array kKeys{field::kFirst, field::kLast, field::kArticleId, field::kAt};
constexpr int kMostPeriods = 60'000;
constexpr std::size_t kPage = 1'000;

// Where an event stands in a timeline.
struct Place {
  std::string id;
  json key;  // by kKeys
};

// What stands behind a place: the first key that differs decides.
json behind(const json& key, bool reverse) {
  const auto* const beyond = reverse ? "lt" : "gt";
  std::vector<json> any;
  json equal = json::array();
  for (std::size_t i = 0; i < kKeys.size(); ++i) {
    auto all = equal;
    all.push_back({{"range", {{kKeys[i], {{beyond, key.at(i)}}}}}});
    any.push_back({{"bool", {{"filter", std::move(all)}}}});
    equal.push_back({{"term", {{kKeys[i], key.at(i)}}}});
  }
  return any_query(std::move(any));
}

json both(json a, json b) {
  return {{"bool", {{"filter", json::array({std::move(a), std::move(b)})}}}};
}

std::string event_id(const TimelineCursor& cursor) {
  auto id = fmt::format("{}#{:08x}", cursor.article, cursor.event_hash);
  if (cursor.occurrence > 0) id += fmt::format(".{}", cursor.occurrence + 1);
  return id;
}

// The parts of an event's id: article, `#`, hash, and `.` with a number for those that are alike.
void read_id(std::string_view id, TimelineCursor& cursor) {
  const auto mark = std::min(id.rfind('#'), id.size() - 1);
  cursor.article = id.substr(0, mark);
  const auto hash = id.substr(mark + 1);
  const auto dot = std::min(hash.find('.'), hash.size());
  std::from_chars(hash.data(), hash.data() + dot, cursor.event_hash, 16);
  if (dot == hash.size()) return;
  std::from_chars(hash.data() + dot + 1, hash.data() + hash.size(), cursor.occurrence);
  --cursor.occurrence;
}

DayRange days_of(const json& key) {
  return {day_of_number(key.at(0).get<std::int32_t>()),
          day_of_number(key.at(1).get<std::int32_t>())};
}

std::string cursor_at(const Place& place, std::uint64_t index, std::uint64_t request) {
  TimelineCursor cursor;
  cursor.index = index;
  cursor.request = request;
  cursor.days = days_of(place.key);
  cursor.byte = place.key.at(3).get<std::uint32_t>();
  read_id(place.id, cursor);
  return to_string(cursor);
}

// Events of a query by the buckets of a width; how many are coarser.
std::uint64_t count_buckets(ClusterView& view, const json& query, Bucket by, ValueCounts& counts) {
  const auto width = static_cast<std::size_t>(by);
  json body{{"size", 0}, {"track_total_hits", false}, {"query", view.in_force(query)}};
  body["aggs"]["periods"]["terms"] = {
      {"field", field::kBuckets[width]}, {"size", kMostPeriods}, {"shard_size", kMostBuckets}};
  body["aggs"]["coarser"]["filter"]["term"][std::string{field::kCoarse[width]}] = true;
  const auto answer = view.search(DocumentKind::event, body);
  for (const auto bucket : answer.read<array>("aggregations.periods.buckets")) {
    const auto number = bucket_named(by, answer.read<std::string_view>(bucket, "key"));
    const auto count = answer.read<std::int64_t>(bucket, "doc_count");
    if (number) counts.add(*number, static_cast<std::uint32_t>(count));
  }
  return static_cast<std::uint64_t>(answer.read<std::int64_t>("aggregations.coarser.doc_count"));
}

class ClusterTimeline : public TimelineSource {
 public:
  ClusterTimeline(const Searcher& searcher, TimelineRequest asked)
      : request_{std::move(asked)},
        own_{searcher.match(request_.search)},
        matched_{dynamic_cast<const ClusterMatches&>(own_->reader())} {
    begin();
    if (const auto more = suggest_relation(searcher, request_.search, summary_.total))
      summary_.notices.push_back(fmt::format("{}: search for {}", more->label, more->query));
  }
  ClusterTimeline(const Matches& made, TimelineRequest asked)
      : request_{std::move(asked)}, matched_{dynamic_cast<const ClusterMatches&>(made.reader())} {
    begin();
  }

  const TimelineRequest& request() const noexcept override { return request_; }
  const Timeline& summary() const noexcept override { return summary_; }
  std::vector<TimelineEntry> next(std::size_t count) override;

 private:
  void begin();
  [[nodiscard]] std::uint64_t index_hash() const {
    return short_hash(matched_.view().state().note.copy_id);
  }
  [[nodiscard]] json resume_after(const TimelineCursor& cursor) const;
  [[nodiscard]] std::vector<Place> places_after(const json& key, std::size_t count) const;
  [[nodiscard]] std::vector<Place> take(std::size_t count);

  TimelineRequest request_;
  std::optional<Matches> own_;  // unless they were there already
  const ClusterMatches& matched_;
  Timeline summary_;
  std::vector<Place> places_;  // of the page, where it has an end
  std::size_t taken_ = 0;
  json after_;  // where the next place follows, where the page has no end; null: at the begin
};

std::vector<Place> ClusterTimeline::places_after(const json& key, std::size_t count) const {
  json body{{"track_total_hits", false}, {"_source", false}};
  body["docvalue_fields"] = json::array({field::kEventId});
  body["query"] = matched_.view().in_force(matched_.query());
  body["sort"] = json::array();
  for (const auto name : kKeys) body["sort"].push_back({{name, request_.reverse ? "desc" : "asc"}});
  if (!key.is_null()) body["search_after"] = key;
  std::vector<Place> places;
  while (places.size() < count) {
    const auto wanted = std::min(kPage, count - places.size());
    body["size"] = wanted;
    const auto answer = matched_.view().search(DocumentKind::event, body);
    const auto hits = answer.read<array>("hits.hits");
    for (const auto hit : hits) {
      const auto ids = answer.read<array>(hit, "fields.eid");
      places.push_back({std::string{std::string_view{ids.at(0)}},
                        json::parse(simdjson::minify(answer.read<element>(hit, "sort")))});
    }
    if (hits.size() < wanted) break;
    body["search_after"] = places.back().key;
  }
  return places;
}

// The place after which the page begins: that of the cursor's event as it is now; when that event
// has gone or has other days now, the place where it was.
json ClusterTimeline::resume_after(const TimelineCursor& cursor) const {
  json key = json::array(
      {day_number(cursor.days.first), day_number(cursor.days.last), cursor.article, cursor.byte});
  const json same = json::array({{{"term", {{field::kEventId, event_id(cursor)}}}},
                                 {{"term", {{field::kFirst, key.at(0)}}}},
                                 {{"term", {{field::kLast, key.at(1)}}}}});
  json body{{"size", 1}, {"track_total_hits", false}, {"_source", {field::kAt}}};
  body["query"] = matched_.view().in_force(both(matched_.query(), {{"bool", {{"filter", same}}}}));
  const auto answer = matched_.view().search(DocumentKind::event, body);
  for (const auto hit : answer.read<array>("hits.hits"))
    key[3] = answer.read<std::int64_t>(hit, "_source.at");
  return key;
}

void ClusterTimeline::begin() {
  if (request_.fold) refuse(ClusterWish::fold);
  summary_.total = matched_.total();
  summary_.notices = matched_.notices();
  summary_.different = summary_.total;
  if (!request_.cursor.empty()) after_ = resume_after(read_timeline_cursor(request_, index_hash()));
  if (request_.limit > 0) {
    places_ = places_after(after_, request_.limit);
    if (!places_.empty()) {
      const auto rest = both(matched_.query(), behind(places_.back().key, request_.reverse));
      if (places_.size() == request_.limit)
        summary_.left = matched_.view().count(DocumentKind::event, rest);
      if (summary_.left > 0)
        summary_.next = cursor_at(places_.back(), index_hash(), timeline_hash(request_));
    }
  }
  ValueCounts counts;
  ValueCounts archive;
  summary_.coarser = count_buckets(matched_.view(), matched_.query(), request_.by, counts);
  (void)count_buckets(matched_.view(), everything_query(), request_.by, archive);
  add_timeline_buckets(request_.by, counts, archive, summary_);
}

std::vector<Place> ClusterTimeline::take(std::size_t count) {
  if (request_.limit == 0) {
    auto places = places_after(after_, count);
    if (!places.empty()) after_ = places.back().key;
    return places;
  }
  const auto end = taken_ + std::min(count, places_.size() - taken_);
  std::vector<Place> places(places_.begin() + static_cast<std::ptrdiff_t>(taken_),
                            places_.begin() + static_cast<std::ptrdiff_t>(end));
  taken_ = end;
  return places;
}

std::vector<TimelineEntry> ClusterTimeline::next(std::size_t count) {
  std::vector<TimelineEntry> entries;
  while (entries.size() < count) {
    const auto places = take(std::min(kPage, count - entries.size()));
    if (places.empty()) break;
    std::vector<std::string> ids;
    for (const auto& place : places) ids.push_back(place.id);
    auto hits = matched_.hits_of(ids);
    for (std::size_t i = 0; i < hits.size(); ++i) {
      TimelineEntry entry;
      entry.hit = std::move(hits[i]);
      entry.heading =
          bucket_name(request_.by, bucket_number(request_.by, days_of(places[i].key).first));
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

}  // namespace

std::unique_ptr<TimelineSource> cluster_timeline(const Searcher& searcher,
                                                 TimelineRequest request) {
  return std::make_unique<ClusterTimeline>(searcher, std::move(request));
}

std::unique_ptr<TimelineSource> cluster_timeline(const Matches& matches, TimelineRequest request) {
  return std::make_unique<ClusterTimeline>(matches, std::move(request));
}

}  // namespace dateline
