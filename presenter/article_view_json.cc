#include "index/schema.h"
#include "presenter/article_view_presenter.h"
#include "presenter/json_values.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

Json mention_json(const ArticleView& view, const ViewedMention& mention) {
  Json object{{"kind", mention_kind_name(mention.kind)}, {"span", span_json(mention.span)}};
  add_pages(pages_of(view.page_starts, mention.span), object);
  object["text"] = mention.text;
  if (mention.span.empty()) object["from"] = "title";
  object["rule"] = mention.rule;
  switch (mention.kind) {
    case MentionKind::date:
      object["value"] = date_json(*mention.date);
      break;
    case MentionKind::country:
      object["value"] = mention.country.str();
      break;
    case MentionKind::organization:
      object["value"] = mention.organization;
      break;
    case MentionKind::person:
      object["value"] = mention.person;
      if (mention.country != CountryCode{}) object["acts_for"] = mention.country.str();
      if (!mention.proof.empty()) object["proof_span"] = span_json(mention.proof);
      break;
  }
  return object;
}

Json event_json(const ArticleView& view, const ViewedEvent& event) {
  Json object{{"id", event.id}, {"span", span_json(event.span)}};
  add_pages(pages_of(view.page_starts, event.span), object);
  object["origin"] = event_origin_name(event.origin);
  object["date"] = date_json(event.date);
  object["countries"] = countries_json(event.countries);
  object["acting"] = countries_json(event.acting);
  object["organizations"] = event.organizations;
  if (!event.sources.empty()) object["sources"] = event.sources;
  object["persons"] = event.persons;
  return object;
}

Json block_json(const ArticleView& view, const BlockRow& block) {
  Json object{{"kind", block_kind_name(static_cast<BlockKind>(block.kind))},
              {"span", span_json(block.span)}};
  add_pages(pages_of(view.page_starts, block.span), object);
  object["text"] = shown_span(block).of(view.text);
  return object;
}

}  // namespace

std::string to_json(const ArticleView& view) {
  Json object{{"schema", kOutputSchema},
              {"id", view.focus ? view.events.front().id : view.meta.id},
              {"article", view.meta.id}};
  add_description(view.meta, object);
  object["about"] = countries_json(view.about);
  object["blocks"] = Json::array();
  object["mentions"] = Json::array();
  object["events"] = Json::array();
  for (const auto& block : view.blocks) object["blocks"].push_back(block_json(view, block));
  for (const auto& mention : view.mentions)
    object["mentions"].push_back(mention_json(view, mention));
  for (const auto& event : view.events) object["events"].push_back(event_json(view, event));
  return dump(object);
}

}  // namespace dateline
