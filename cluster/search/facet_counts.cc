#include "cluster/search/facet_counts.h"

#include <array>
#include <string_view>

#include "cluster/documents/mapping.h"

// A facet is counted by the values of a field: `terms` with room for more values than there mostly
// are, so that each shard gives all of its own and their sums are exact. Where there are more,
// `composite` goes through them page by page.

namespace dateline {

using nlohmann::json;
using simdjson::dom::array;
using simdjson::dom::element;

namespace {

constexpr int kMostAtOnce = 60'000;  // search.max_buckets is 65,535
constexpr int kPage = 10'000;

// The days of documents by a facet.
struct DayFields {
  std::string_view first;
  std::string_view last;
};

DayFields day_fields(bool published) noexcept {
  return published ? DayFields{field::kPublishedFirst, field::kPublishedLast}
                   : DayFields{field::kFirst, field::kLast};
}

std::optional<std::int32_t> day_in(const AnswerJson& answer, std::string_view name) {
  const auto value = AnswerJson::find(answer.root(), std::string{"aggregations."}.append(name));
  double number = 0;  // null where there is none
  if (!value || (*value)["value"].get_double().get(number) != simdjson::SUCCESS)
    return std::nullopt;
  return day_of_number(static_cast<std::int32_t>(number));
}

// From the first to the last day of what matches.
std::optional<DayRange> span_of(ClusterView& view, DocumentKind kind, const json& query,
                                bool published) {
  const auto fields = day_fields(published);
  json body{{"size", 0}, {"track_total_hits", false}, {"query", query}};
  body["aggs"]["first"]["min"]["field"] = fields.first;
  body["aggs"]["last"]["max"]["field"] = fields.last;
  const auto answer = view.search(kind, body);
  const auto first = day_in(answer, "first");
  const auto last = day_in(answer, "last");
  if (!first || !last) return std::nullopt;
  return DayRange{*first, *last};
}

// The field whose absence means that a document has no value of a facet, whatever the buckets.
std::string_view presence_of(Facet facet, DocumentKind kind, std::string_view values) noexcept {
  if (facet == Facet::published) return field::kPublished;
  if (facet == Facet::date) return kind == DocumentKind::event ? field::kDays : field::kDated;
  return values;
}

std::uint64_t number_at(const AnswerJson& answer, element from, std::string_view path) {
  return static_cast<std::uint64_t>(answer.read<std::int64_t>(from, path));
}

}  // namespace

std::string ClusterFacets::field_of(const FacetSpec& spec) const {
  const auto width = static_cast<std::size_t>(spec.bucket);
  switch (spec.facet) {
    case Facet::country:
      return std::string{field::kCountries};
    case Facet::region:
      return std::string{field::kRegions};
    case Facet::organization:
      return std::string{field::kOrganizations};
    case Facet::person:
      return std::string{field::kPersons};
    case Facet::about:
      return std::string{field::kAbout};
    case Facet::pair:
      return std::string{spec.with_predecessors ? field::kAllPairs : field::kPairs};
    case Facet::date:
      return std::string{field::kBuckets[width]};
    case Facet::published:
      return std::string{field::kPublishedBuckets[width]};
    case Facet::author:
      return std::string{field::kAuthors};
    case Facet::source:
      return std::string{field::kSources};
    case Facet::origin:
      break;
  }
  return std::string{field::kOrigin};
}

bool ClusterFacets::is_author(const std::string& name) const {
  return view_.count(DocumentKind::article, {{"term", {{field::kAuthors, name}}}}) > 0;
}

ClusterFacets::Asked ClusterFacets::ask(Facet facet, const CountForm& how) const {
  Asked asked;
  asked.question = facet_question(read_, facet, how,
                                  [this](const std::string& name) { return is_author(name); });
  asked.query =
      view_.in_force(query_(asked.question.leaves_out_own ? std::optional{facet} : std::nullopt));
  asked.fits = request_.fits_bucket && is_by_time(facet);
  if (asked.fits) {
    asked.question.spec.bucket =
        fitting_bucket(span_of(view_, read_.kind, asked.query, facet == Facet::published));
  }
  return asked;
}

json ClusterFacets::body(const Asked& asked) const {
  const auto& spec = asked.question.spec;
  const auto name = field_of(spec);
  json body{{"size", 0}, {"track_total_hits", true}, {"query", asked.query}};
  auto& aggregations = body["aggs"];
  aggregations["values"]["terms"] = {
      {"field", name}, {"size", kMostAtOnce}, {"shard_size", kMostAtOnce}};
  aggregations["none"]["missing"]["field"] = presence_of(spec.facet, read_.kind, name);
  if (is_by_time(spec.facet)) {
    const auto width = static_cast<std::size_t>(spec.bucket);
    const auto coarse =
        spec.facet == Facet::date ? field::kCoarse[width] : field::kPublishedCoarse[width];
    aggregations["coarser"]["filter"]["term"][std::string{coarse}] = true;
  }
  return body;
}

std::vector<NamedCount> ClusterFacets::all_values(const Asked& asked) const {
  const auto name = field_of(asked.question.spec);
  std::vector<NamedCount> values;
  json body{{"size", 0}, {"track_total_hits", false}, {"query", asked.query}};
  auto& composite = body["aggs"]["values"]["composite"];
  composite["size"] = kPage;
  json source;
  source["value"]["terms"]["field"] = name;
  composite["sources"] = json::array({std::move(source)});
  while (true) {
    const auto answer = view_.search(read_.kind, body);
    for (const auto bucket : answer.read<array>("aggregations.values.buckets")) {
      values.emplace_back(answer.read<std::string_view>(bucket, "key.value"),
                          number_at(answer, bucket, "doc_count"));
    }
    const auto after = AnswerJson::find(answer.root(), "aggregations.values.after_key.value");
    if (!after) return values;
    composite["after"]["value"] = std::string_view{*after};
  }
}

FacetCounts ClusterFacets::plain_report(const Asked& asked, const AnswerJson& answer,
                                        element search) const {
  const auto& spec = asked.question.spec;
  CountedDocuments documents;
  documents.total = number_at(answer, search, "hits.total.value");
  documents.none = number_at(answer, search, "aggregations.none.doc_count");
  if (is_by_time(spec.facet))
    documents.coarser = number_at(answer, search, "aggregations.coarser.doc_count");
  std::vector<NamedCount> values;
  const auto terms = answer.read<element>(search, "aggregations.values");
  const bool are_all = number_at(answer, terms, "sum_other_doc_count") == 0 &&
                       number_at(answer, terms, "doc_count_error_upper_bound") == 0;
  if (are_all) {
    for (const auto bucket : answer.read<array>(terms, "buckets")) {
      values.emplace_back(answer.read<std::string_view>(bucket, "key"),
                          number_at(answer, bucket, "doc_count"));
    }
  } else {
    values = all_values(asked);
  }
  return report_facet(spec, values, documents);
}

FacetCounts ClusterFacets::report(const Asked& asked, const AnswerJson& answer,
                                  element search) const {
  const auto& spec = asked.question.spec;
  auto counts = plain_report(asked, answer, search);
  add_asked_buckets(read_, spec.facet, spec.bucket, asked.fits, counts);
  return counts;
}

FacetCounts ClusterFacets::count_matching(const FacetSpec& spec) const {
  const Asked asked{{spec, false}, view_.in_force(query_(std::nullopt)), false};
  const auto answer = view_.search(read_.kind, body(asked));
  return plain_report(asked, answer, answer.root());
}

FacetCounts ClusterFacets::count(Facet facet, const CountForm& how) const {
  const auto asked = ask(facet, how);
  const auto answer = view_.search(read_.kind, body(asked));
  return report(asked, answer, answer.root());
}

std::vector<FacetCounts> ClusterFacets::count(const std::vector<Facet>& facets,
                                              const CountForm& how) const {
  std::vector<FacetCounts> counts;
  if (facets.empty()) return counts;
  std::vector<Asked> asked;
  std::vector<json> bodies;
  for (const auto facet : facets) {
    asked.push_back(ask(facet, how));
    bodies.push_back(body(asked.back()));
  }
  const auto answer = view_.search_all(read_.kind, bodies);
  std::size_t i = 0;
  for (const auto search : answer.read<array>("responses"))
    counts.push_back(report(asked.at(i++), answer, search));
  return counts;
}

std::optional<DateInterval> cluster_days_of(ClusterView& view, FilterKind kind) {
  const bool of_events = kind == FilterKind::date;
  const auto span = span_of(view, of_events ? DocumentKind::event : DocumentKind::article,
                            view.in_force({{"match_all", json::object()}}), !of_events);
  return span ? std::optional{to_interval(*span)} : std::nullopt;
}

}  // namespace dateline
