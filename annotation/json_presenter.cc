#include <sstream>

#include "annotation/annotation_presenter.h"
#include "indexer/annotate/extractor.h"
#include "presenter/json_values.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

Json date_json(const DateValue& date, std::string_view written) {
  auto object = interval_json(date.days);
  object["precision"] = precision_name(date.precision);
  object["approximate"] = date.approximate;
  object["year_inferred"] = date.year_inferred;
  object["written"] = written;
  return object;
}

// The head of an object about a place: what it is, its line, its span, its pages.
Json begin_object(const AnnotatedArticle& shown, std::string_view name, std::string_view what,
                  Span span) {
  Json object{{name, what}, {"line", shown.line_of(span.begin)}, {"span", span_json(span)}};
  add_pages(pages_of(shown.article().page_starts, span), object);
  return object;
}

Json place_json(const AnnotatedArticle& shown, const Place& place, Json value) {
  auto object = begin_object(shown, "kind", mention_kind_name(place.kind), place.span);
  object["text"] = shown.words_of(place);
  if (place.span.empty()) object["from"] = "title";
  object["rule"] = place.rule;
  object["value"] = std::move(value);
  return object;
}

// Who it is, for whom the person acts, and what proves it.
Json person_json(const AnnotatedArticle& shown, const Place& place) {
  Json object{{"name", place.person}};
  if (!place.countries.empty()) object["country"] = place.countries.front().str();
  if (!place.organization.empty()) object["organization"] = place.organization;
  if (!place.proof.empty()) object["proof_span"] = span_json(place.proof);
  if (const auto proof = proof_of(shown, place); !proof.empty()) object["proof"] = proof;
  return object;
}

// A place that means two countries gives two mentions, as in the answer of `show`.
void add_mentions(const AnnotatedArticle& shown, const Place& place, Json& list) {
  if (place.kind == MentionKind::person) {
    list.push_back(place_json(shown, place, person_json(shown, place)));
    return;
  }
  for (const auto code : place.countries) list.push_back(place_json(shown, place, code.str()));
  if (place.kind == MentionKind::organization) {
    list.push_back(place_json(shown, place, place.organization));
  } else if (place.kind == MentionKind::date) {
    auto value = date_json(place.date, shown.words_of(place));
    if (!place.year_from.empty()) value["year_from"] = place.year_from;
    list.push_back(place_json(shown, place, std::move(value)));
  }
}

Json event_json(const AnnotatedArticle& shown, const Event& event) {
  auto object = begin_object(shown, "id", shown.event_id(event), event.span);
  object["origin"] = event_origin_name(event.origin);
  object["date"] = date_json(event.date, event.date_span.of(shown.article().text));
  object["countries"] = countries_json(event.countries);
  object["acting"] = countries_json(event.acting);
  object["organizations"] = event.organizations;
  if (!event.sources.empty()) object["sources"] = event.sources;
  object["persons"] = event.persons;
  return object;
}

Json block_json(const AnnotatedArticle& shown, const BlockRow& block) {
  auto object =
      begin_object(shown, "kind", block_kind_name(static_cast<BlockKind>(block.kind)), block.span);
  object["text"] = shown_span(block).of(shown.article().text);
  return object;
}

Json article_json(const AnnotatedArticle& shown) {
  const auto& article = shown.article();
  Json object{{"id", article.meta.id}};
  add_description(article.meta, object);
  object["about"] = countries_json(article.about);
  object["blocks"] = Json::array();
  object["mentions"] = Json::array();
  object["events"] = Json::array();
  for (const auto& block : article.blocks) object["blocks"].push_back(block_json(shown, block));
  for (const Place& place : shown.places()) add_mentions(shown, place, object["mentions"]);
  for (const auto& event : article.events) object["events"].push_back(event_json(shown, event));
  return object;
}

/// The object's head, its articles one by one, and its end.
class JsonPresenter : public AnnotationPresenter {
 public:
  explicit JsonPresenter(std::string names) : names_{std::move(names)} {}

  std::string begin() override {
    auto head =
        dump(Json{{"schema", kOutputSchema}, {"extractor", rules_version()}, {"names", names_}});
    head.resize(head.rfind("\n}"));
    return head + ",\n  \"articles\": [";
  }

  std::string article(const AnnotatedArticle& article) override {
    std::string out = first_ ? "" : ",";
    first_ = false;
    std::istringstream lines{dump(article_json(article))};
    for (std::string line; std::getline(lines, line);) out += "\n    " + line;
    return out;
  }

  std::string end() override { return first_ ? "]\n}\n" : "\n  ]\n}\n"; }

 private:
  std::string names_;
  bool first_ = true;
};

}  // namespace

std::unique_ptr<AnnotationPresenter> present_json(const Annotation& annotation) {
  return std::make_unique<JsonPresenter>(annotation.names);
}

}  // namespace dateline
