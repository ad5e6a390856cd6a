// The search page: hits, the days they speak of, the facets that narrow them.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/display.h"
#include "presenter/date_label.h"
#include "searcher/hit/article_view.h"
#include "server/page/pages.h"

namespace dateline {
namespace {

constexpr std::uint32_t kHitsAPage = 20;
constexpr std::uint32_t kMostHitsAPage = 200;

struct Example {
  std::string_view query;
  std::string_view text;
  bool events = false;
};
// What the start page proposes: one of each kind of question.
constexpr std::array<Example, 5> kExamples{{{"summit OR talks", "example_words"},
                                            {"\"foreign minister\" country:RU", "example_country"},
                                            {"date:\"mid-January 2001\"", "example_date"},
                                            {"pair:CN-RU", "example_pair", true},
                                            {"treaty -nuclear", "example_without"}}};

// All events by their days: what there is to look at.
View whole_histogram(const PageCall& call) {
  auto whole = call;
  whole.state = PageState().with("events", "1");
  SearchRequest everything;
  everything.kind = DocumentKind::event;
  everything.limit = 0;
  auto matches = call.reader.searcher().match(everything);
  auto summary = matches.summary();
  return histogram_view(whole, {everything, {}, {std::move(matches), std::move(summary)}});
}

View start_view(const PageCall& call) {
  auto& archive = call.reader.archive();
  const auto info = archive.info(archive.manifest().extractor).figures;
  View view{{"is_start", true}};
  if (info.articles == 0 || !info.days.known()) {
    view["start_line"] = call.texts.of("start_line_empty");
  } else {
    const auto days = to_interval(info.days);
    view["start_line"] =
        call.texts.filled("start_line", with_commas(info.articles), with_commas(info.events),
                          format_day(days.first), format_day(days.last));
  }
  view["histogram"] = whole_histogram(call);
  view["examples"] = View::array();
  for (const auto& example : kExamples) {
    view["examples"].push_back(
        {{"query", example.query},
         {"text", call.texts.of(example.text)},
         {"url",
          call.url(
              PageState().with("q", example.query).with("events", example.events ? "1" : ""))}});
  }
  return view;
}

// The request that the page's state makes, with no more hits than a page shows, and without facets:
// add_facets() counts them.
FilledRequest fill_page(const PageCall& call, const CallForm& form) {
  auto filled = read_call(CallParameters(call.state.api_parameters(), ~0U), form);
  filled.request.limit = std::min(filled.request.limit, kMostHitsAPage);
  filled.request.facets.clear();
  return filled;
}

void add_pager(const PageCall& call, const PageMatches& matches, std::size_t shown, View& view) {
  const auto& request = matches.request;
  const auto& summary = matches.found.summary;
  const auto all = summary.different.value_or(summary.total);
  const std::uint64_t end = request.offset + shown;
  const auto at = [&](std::uint64_t offset) {
    return call.url(call.state.with("offset", offset == 0 ? "" : std::to_string(offset)));
  };
  // From behind the end back to the last page.
  const auto limit = std::max(request.limit, 1U);
  const std::uint64_t last = all == 0 ? 0 : (all - 1) / limit * limit;
  View pager = View::object();
  pager["previous"] = request.offset == 0
                          ? std::string{}
                          : at(std::min<std::uint64_t>(
                                last, request.offset - std::min(request.offset, request.limit)));
  pager["next"] = end < all && shown > 0 ? at(end) : std::string{};
  view["pager"] = std::move(pager);
  auto line = count_text(call.texts, request.kind, summary.total);
  if (shown > 0 && (request.offset > 0 || end < all))
    line += call.texts.filled("count_shown", with_commas(request.offset + std::uint64_t{1}),
                              with_commas(end));
  view["count_line"] = std::move(line);
}

void add_hits(const PageCall& call, const PageMatches& matches, View& view) {
  const auto& found = matches.found;
  const auto hits = found.matches.hits(0, found.matches.hit_count());
  view["first_number"] = std::to_string(matches.request.offset + 1);
  view["hits"] = hits_view(call, hits, matches.request.offset + std::size_t{1});
  view["no_hits"] = found.summary.total == 0;
  view["past_end"] = hits.empty() && matches.request.offset > 0 && found.summary.total > 0;
  add_pager(call, matches, hits.size(), view);
  add_notices(call, matches, view);
}

// What others are like: an article's title, an event's day and text.
View origin_view(const PageCall& call, const std::string& id) {
  const auto document = *call.reader.archive().view(id);
  const auto& title = document.meta.title.empty() ? document.meta.id : document.meta.title;
  View view{{"url", reader_url(call.base, id)}, {"title", title}};
  if (!document.focus) return view;
  view["title"] = fmt::format("{} · {}", chronology_date(document.events.front().date), title);
  view["text"] = std::string{document.focus->of(document.text)};
  return view;
}

// Everything that stands beside and below the query.
void add_answer(const PageCall& call, const PageMatches& matches, View& view) {
  add_hits(call, matches, view);
  view["histogram"] = histogram_view(call, matches);
  add_facets(call, matches, view);
}

void add_exports(const PageCall& call, const PageMatches& matches, View& view) {
  const bool are_events = matches.request.kind == DocumentKind::event;
  view["has_exports"] = matches.found.summary.total > 0;
  view["export_line"] = call.texts.filled(
      "export_line", count_text(call.texts, matches.request.kind, matches.found.summary.total));
  view["exports"] = exports_view(call, are_events ? "events" : "search", {"csv", "jsonl"});
  if (!are_events) return;
  for (auto& one : exports_view(call, "timeline", {"ics", "md"})) view["exports"].push_back(one);
}

}  // namespace

PageMatches match_page(const PageCall& call, std::optional<DocumentKind> kind,
                       std::uint32_t limit) {
  CallForm form;
  form.events = kind == DocumentKind::event;
  form.allows_everything = kind.has_value();  // a view of its own shows all
  form.limit = limit;
  auto filled = fill_page(call, form);
  auto found = call.reader.understanding().match(filled.request);
  return {std::move(filled.request), std::move(filled.warnings), std::move(found)};
}

View search_page(const PageCall& call) {
  View view = page_values();
  if (call.state.asks()) {
    const auto matches = match_page(call, std::nullopt, kHitsAPage);
    add_answer(call, matches, view);
    add_exports(call, matches, view);
  } else {
    view = start_view(call);
  }
  add_layout(call, call.state.value("q"), view);
  return view;
}

View similar_page(const PageCall& call) {
  CallForm form;
  form.similar_to = call.state.value("id");
  form.kind = required_kind(call.reader.searcher(), form.similar_to);
  form.allows_everything = true;
  form.limit = kHitsAPage;
  auto filled = fill_page(call, form);
  auto matches = call.reader.searcher().match(filled.request);
  auto summary = matches.summary();
  const PageMatches all{std::move(filled.request),
                        std::move(filled.warnings),
                        {std::move(matches), std::move(summary)}};
  View view = page_values();
  view["origin"] = origin_view(call, form.similar_to);
  add_hits(call, all, view);
  add_layout(call, call.texts.of("similar"), view);
  return view;
}

}  // namespace dateline
