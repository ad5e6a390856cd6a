#include "cluster/answers/cluster_info.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <string>

#include "cluster/documents/mapping.h"
#include "cluster/search/facet_counts.h"
#include "cluster/search/text_query.h"
#include "cluster/store/state_note.h"

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::element;

// How many different values a field has.
std::uint64_t different(ClusterView& view, std::string_view name) {
  constexpr int kPage = 10'000;
  json body{{"size", 0},
            {"track_total_hits", false},
            {"query", view.in_force({{"exists", {{"field", name}}}})}};
  json source;
  source["value"]["terms"]["field"] = name;
  auto& composite = body["aggs"]["values"]["composite"];
  composite = {{"size", kPage}, {"sources", json::array({std::move(source)})}};
  std::uint64_t count = 0;
  while (true) {
    const auto answer = view.search(DocumentKind::article, body);
    count += answer.read<simdjson::dom::array>("aggregations.values.buckets").size();
    const auto after = AnswerJson::find(answer.root(), "aggregations.values.after_key.value");
    if (!after) return count;
    composite["after"]["value"] = std::string_view{*after};
  }
}

std::uint64_t without(ClusterView& view, json query) {
  return view.count(DocumentKind::article,
                    {{"bool", {{"must_not", json::array({std::move(query)})}}}});
}

DayRange days_of(ClusterView& view, FilterKind kind) {
  return to_day_range(cluster_days_of(view, kind));
}

// Bytes of an index's parts, each once.
std::uint64_t bytes_of(ClusterView& view, DocumentKind kind) {
  const auto answer =
      view.ask(HttpMethod::get, fmt::format("/{}/_stats/store", view.index(kind).name), nullptr,
               "asking for sizes");
  return static_cast<std::uint64_t>(
      answer.read<std::int64_t>("_all.primaries.store.size_in_bytes"));
}

// Articles that are there, and not in force.
std::uint64_t removed(ClusterView& view, std::uint64_t in_force) {
  const json body{{"size", 0}, {"track_total_hits", true}, {"query", everything_query()}};
  const auto all = static_cast<std::uint64_t>(
      view.search(DocumentKind::article, body).read<std::int64_t>("hits.total.value"));
  return all - std::min(all, in_force);
}

}  // namespace

Manifest cluster_manifest(const ClusterState& state) {
  Manifest manifest;
  manifest.id = state.note.copy_id;
  manifest.generation = state.generation;
  manifest.language = state.language;
  manifest.analyzer = state.analyzer;
  manifest.extractor = state.note.extractor;
  manifest.names = state.note.names;
  manifest.roots = state.note.roots;
  return manifest;
}

ArchiveInfo cluster_info(ClusterView& view, std::string_view extractor) {
  ArchiveInfo info;
  info.place = view.address().url();
  info.manifest = cluster_manifest(view.state());
  info.writer = read_writer(view.http());
  auto& figures = info.figures;
  figures.articles = view.count(DocumentKind::article, everything_query());
  figures.events = view.count(DocumentKind::event, everything_query());
  figures.removed = removed(view, figures.articles);
  figures.days = days_of(view, FilterKind::date);
  figures.published = days_of(view, FilterKind::published);
  figures.undated = without(view, {{"exists", {{"field", field::kPublished}}}});
  figures.authors = different(view, field::kAuthors);
  figures.organizations = different(view, field::kOrganizations);
  figures.stale = without(view, {{"term", {{field::kExtractor, extractor}}}});
  const auto& index = view.state().articles;
  info.cluster =
      ClusterParts{view.state().schema, index.shards, index.replicas,
                   bytes_of(view, DocumentKind::article), bytes_of(view, DocumentKind::event)};
  figures.last_publication = view.state().note.written_at;
  return info;
}

}  // namespace dateline
