// Why a value counts a document; help; the saved queries.
#include <fmt/format.h>

#include <array>

#include "index/saved_queries.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/request_form.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

struct HelpRow {
  std::string_view query;
  std::string_view text;
};
constexpr std::array<HelpRow, 15> kQueries{{{"missile defense", "help_words_all"},
                                            {"\"missile defense\"", "help_phrase"},
                                            {"\"trade record\"~5", "help_near"},
                                            {"treaty OR accord", "help_or"},
                                            {"summit -nuclear", "help_not"},
                                            {"prolif*", "help_prefix"},
                                            {"title:alliances", "help_title_word"},
                                            {"country:russia,china", "help_either"},
                                            {"country:RU&CN", "help_both"},
                                            {"pair:CN-RU", "help_pair"},
                                            {"person:putin", "help_person"},
                                            {"date:2001-02", "help_month"},
                                            {"date:2001Q1", "help_quarter"},
                                            {"date:2001-02-19..2001-03-02", "help_days"},
                                            {"date:\"mid-January 2001\"", "help_date_words"}}};

constexpr std::array<HelpRow, 7> kKeys{{{"/", "key_slash"},
                                        {"j", "key_j"},
                                        {"k", "key_k"},
                                        {"o", "key_o"},
                                        {"f", "key_f"},
                                        {"t", "key_t"},
                                        {"?", "key_help"}}};

View places_view(const Proof& proof) {
  View places = View::array();
  for (const auto& place : proof.spans) {
    if (place.span.empty() && place.text.empty()) continue;
    places.push_back({{"text", place.text},
                      {"rule", place.rule},
                      {"span", fmt::format("{}–{}", place.span.begin, place.span.end)},
                      {"pages", page_label(place.pages)}});
  }
  return places;
}

}  // namespace

View why_page(const PageCall& call) {
  const auto id = call.state.value("id");
  const auto asked = call.state.value("why");
  const auto kind = required_kind(call.reader.searcher(), id);
  const auto choice = facet_choice(asked, "why");
  SearchRequest request;
  request.kind = kind;
  request.selections = {{choice.selection.facet, filter_of("id", id, "id")}, choice.selection};
  const auto proofs = call.reader.searcher().match(request).prove(choice.selection.facet,
                                                                  choice.selection.condition);
  View why{{"heading", call.texts.filled("why_heading", asked)},
           {"url", reader_url(call.base, id)},
           {"title", id},
           {"places", View::array()},
           {"filter_label", call.texts.of("why_filter")}};
  for (const auto& proof : proofs) {
    if (proof.id != id) continue;
    why["title"] = proof.title.empty() ? proof.id : proof.title;
    why["places"] = places_view(proof);
  }
  why["no_places"] = why["places"].empty();
  const auto facet = facet_name(choice.selection.facet);
  auto state = PageState().and_with(facet, choice.value);
  if (kind == DocumentKind::event) state = state.with("events", "1");
  why["filter_url"] = call.url("/", state);
  View view{{"why", std::move(why)}};
  add_layout(call, call.texts.filled("why_heading", asked), view);
  return view;
}

View help_page(const PageCall& call) {
  View view = page_values();
  view["rows"] = View::array();
  for (const auto& row : kQueries) {
    view["rows"].push_back({{"query", row.query},
                            {"text", call.texts.of(row.text)},
                            {"url", call.url("/", PageState().with("q", row.query))}});
  }
  view["fields"] = View::array();
  for (const auto& rule : field_rules())
    view["fields"].push_back({{"name", rule.name}, {"example", rule.example}});
  view["keys"] = View::array();
  for (const auto& row : kKeys)
    view["keys"].push_back({{"key", row.query}, {"text", call.texts.of(row.text)}});
  add_layout(call, call.texts.of("help_title"), view);
  return view;
}

View watch_page(const PageCall& call) {
  View view = page_values();
  view["queries"] = View::array();
  const auto folder = call.reader.archive().directory();
  const auto saved = folder ? read_saved_queries(*folder) : std::vector<SavedQuery>{};
  for (const auto& query : saved) {
    auto state = PageState().with("q", query.query);
    if (query.events) state = state.with("events", "1");
    if (query.any_word) state = state.with("any", "1");
    if (query.date_mode != "overlaps") state = state.with("date-mode", query.date_mode);
    view["queries"].push_back({{"name", query.name},
                               {"query", query.query},
                               {"kind", call.texts.of(query.events ? "events" : "articles")},
                               {"url", call.url("/", state)}});
  }
  view["has_queries"] = !view["queries"].empty();
  add_layout(call, call.texts.of("saved_queries"), view);
  return view;
}

}  // namespace dateline
