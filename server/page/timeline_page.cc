// Events in the order of their days, told several times and shown once.
#include <utility>

#include "language/display.h"
#include "presenter/date_label.h"
#include "searcher/answers/timeline.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

constexpr std::uint32_t kEntriesAPage = 100;
// Beyond so many events folding takes longer than a page may.
constexpr std::uint64_t kMostFolded = 20'000;

// Folded unless the state says otherwise, or there are too many, or they lie elsewhere.
bool folds(const PageCall& call, std::uint64_t total) {
  if (!call.reader.archive().directory()) return call.state.flag("fold");
  if (call.state.flag("tellings")) return false;
  return call.state.flag("fold") || total <= kMostFolded;
}

TimelineRequest timeline_request(const PageCall& call, const PageMatches& matches) {
  TimelineRequest request;
  request.search = matches.request;
  request.search.fold = false;
  request.by = Bucket::month;
  request.reverse = call.state.flag("reverse");
  request.limit = kEntriesAPage;
  request.cursor = call.state.value("cursor");
  request.fold = folds(call, matches.found.summary.total);
  return request;
}

// The date stands before it already.
std::string text_of(const Hit& hit) { return hit.text.substr(dated_head(hit, hit.text)); }

View telling_view(const PageCall& call, const Hit& hit) {
  return {{"url", reader_url(call.base, hit.id)}, {"date", chronology_date(*hit.date)},
          {"vague", vagueness(call, *hit.date)},  {"text", text_of(hit)},
          {"source", source_text(call, hit)},     {"pages", page_label(hit.pages)},
          {"chips", chips_view(call, hit)}};
}

View entry_view(const PageCall& call, const TimelineEntry& entry) {
  auto view = telling_view(call, entry.hit);
  if (entry.same.empty()) return view;
  view["has_same"] = true;
  view["same_line"] = call.texts.filled("told_also", entry.same.size());
  view["differ"] = entry.dates_differ;
  view["same"] = View::array();
  for (const auto& hit : entry.same) view["same"].push_back(telling_view(call, hit));
  return view;
}

View groups_view(const PageCall& call, TimelineReader& reader) {
  View groups = View::array();
  std::string heading;
  for (const auto& entry : reader.next(kEntriesAPage)) {
    if (groups.empty() || entry.heading != heading) {
      heading = entry.heading;
      const auto number = bucket_number(Bucket::month, to_day_range(entry.hit.date->days).first);
      View group{{"heading", bucket_title(Bucket::month, number)}, {"entries", View::array()}};
      for (const auto& bucket : reader.summary().buckets) {
        if (bucket.number == number)
          group["share"] = call.texts.filled("heading_share", with_commas(bucket.count),
                                             with_commas(bucket.archive));
      }
      groups.push_back(std::move(group));
    }
    groups.back()["entries"].push_back(entry_view(call, entry));
  }
  return groups;
}

void add_links(const PageCall& call, const TimelineReader& reader, View& view) {
  const auto& request = reader.request();
  const auto toggled = request.fold ? call.state.with("fold", "").with("tellings", "1")
                                    : call.state.with("tellings", "").with("fold", "1");
  view["fold_url"] = call.url(toggled);
  view["fold_label"] = call.texts.of(request.fold ? "unfold" : "fold");
  view["reverse_url"] = call.url(call.state.with("reverse", request.reverse ? "" : "1"));
  view["reverse_label"] = call.texts.of(request.reverse ? "forward" : "reverse");
  const auto& next = reader.summary().next;
  View pager = View::object();
  pager["previous"] =
      request.cursor.empty() ? std::string{} : call.url(call.state.with("cursor", ""));
  pager["next"] = next.empty() ? std::string{} : call.url(call.state.with("cursor", next));
  view["pager"] = std::move(pager);
}

}  // namespace

View timeline_page(const PageCall& call) {
  View view = page_values();
  // Without a question it is the timeline of all.
  const auto matches = match_page(call, DocumentKind::event, 0);
  auto reader =
      call.reader.archive().timeline(matches.found.matches, timeline_request(call, matches));
  view["count_line"] = count_text(call.texts, DocumentKind::event, matches.found.summary.total);
  view["groups"] = groups_view(call, reader);
  view["no_hits"] = matches.found.summary.total == 0;
  view["histogram"] = histogram_view(call, matches);
  add_facets(call, matches, view);
  add_links(call, reader, view);
  add_notices(call, matches, view);
  view["has_exports"] = matches.found.summary.total > 0;
  view["export_line"] = call.texts.filled(
      "export_line", count_text(call.texts, DocumentKind::event, matches.found.summary.total));
  view["exports"] = exports_view(call, "timeline", {"csv", "jsonl", "ics", "md", "html"});
  add_layout(call, call.texts.of("tab_timeline"), view);
  return view;
}

}  // namespace dateline
