#include "server/page/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/display.h"
#include "searcher/query/query_fields.h"

namespace dateline {
namespace {

struct Tab {
  std::string_view path;
  std::string_view text;
  std::string_view key;
};
constexpr std::array<Tab, 4> kTabs{{{"/", "tab_search", ""},
                                    {"/timeline", "tab_timeline", "t"},
                                    {"/pairs", "tab_pairs", ""},
                                    {"/help", "tab_help", "?"}}};

View tabs_view(const PageCall& call) {
  View tabs = View::array();
  const auto shared = call.state.shared();
  for (const auto& tab : kTabs) {
    tabs.push_back({{"url", tab.path == "/help" ? call.base + "/help" : call.url(tab.path, shared)},
                    {"label", call.texts.of(tab.text)},
                    {"key", tab.key},
                    {"current", tab.path == call.path}});
  }
  return tabs;
}

// Parameters that no control of a view holds, so that its form keeps them.
bool has_control(const PageCall& call, std::string_view name) {
  if (name == "q" || name == "offset" || name == "cursor" || name == "id" || name == "why")
    return true;
  if (call.path == "/pairs") return false;
  if (name == "from" || name == "to" || name == "all" || name.starts_with("find-")) return true;
  if (call.path == "/" && (name == "events" || name == "sort")) return true;
  return is_filter(name);
}

View sorts_view(const PageCall& call) {
  View sorts = View::array();
  const auto chosen = call.state.value("sort");
  for (const auto name : kSortNames) {
    sorts.push_back({{"value", name},
                     {"label", call.texts.of(fmt::format("sort_{}", name))},
                     {"selected", name == chosen}});
  }
  return sorts;
}

View form_view(const PageCall& call) {
  const bool is_view = std::any_of(kTabs.begin(), kTabs.end() - 1,
                                   [&](const Tab& tab) { return tab.path == call.path; });
  View hidden = View::array();
  for (const auto& [name, value] : call.state.parameters()) {
    if (is_view && !has_control(call, name)) hidden.push_back({{"name", name}, {"value", value}});
  }
  return {{"action", call.base + (is_view ? call.path : "/")},
          {"q", call.state.value("q")},
          {"events", call.state.flag("events")},
          {"sorts", sorts_view(call)},
          {"hidden", std::move(hidden)}};
}

// Which heading a problem stands under.
std::string_view heading_key(const RequestProblem& problem) noexcept {
  if (problem.status == 503) return "error_index";
  if (problem.status == 404) return "error_not_found";
  if (problem.status >= 500) return "error_server";
  return problem.span ? "error_query" : "error_request";
}

}  // namespace

View page_values() {
  constexpr std::size_t kMostMembers = 40;
  View values = View::object();
  values.get_ref<View::object_t&>().reserve(kMostMembers);
  return values;
}

std::string count_text(const Texts& texts, DocumentKind kind, std::uint64_t count) {
  const bool is_event = kind == DocumentKind::event;
  if (count == 1) return texts.of(is_event ? "count_event" : "count_article");
  return texts.filled(is_event ? "count_events" : "count_articles", with_commas(count));
}

std::string event_anchor(std::string_view id) {
  const auto hash = id.rfind('#');
  return fmt::format("e-{}", hash == std::string_view::npos ? id : id.substr(hash + 1));
}

std::string reader_url(const std::string& base, std::string_view id) {
  auto url = fmt::format("{}/article/{}", base, percent_encoded(id));
  if (id.find('#') != std::string_view::npos) url += "#" + event_anchor(id);
  return url;
}

View exports_view(const PageCall& call, std::string_view endpoint,
                  const std::vector<std::string_view>& formats) {
  View exports = View::array();
  auto parameters = call.state.api_parameters(true);
  const bool is_search = endpoint == "search" || endpoint == "events";
  std::erase_if(parameters, [&](const Parameter& one) {
    const bool is_of_search = one.name == "events" || one.name == "sort" || one.name == "facet";
    return (is_of_search && !(is_search && one.name == "sort")) ||
           (endpoint == "pairs" && one.name == "fold") || one.name == "top" ||
           one.name == "match" || one.name == "no-facets" ||
           (one.name == "reverse" && endpoint != "timeline");
  });
  for (const auto format : formats) {
    auto asked = parameters;
    if (is_search) asked.push_back({"limit", std::to_string(kMaxHits)});
    asked.push_back({"format", std::string{format}});
    exports.push_back(
        {{"url", fmt::format("{}/v1/{}?{}", call.base, endpoint, to_query_string(asked))},
         {"label", format}});
  }
  return exports;
}

View problem_view(const Texts& texts, const RequestProblem& problem, const PageState& state,
                  bool is_writing) {
  const auto query = state.value("q");
  const auto* advice = is_writing ? "advice_writing" : "advice_index";
  View view{{"heading", texts.of(heading_key(problem))},
            {"detail", problem.detail},
            {"advice", problem.status == 503 ? texts.of(advice) : std::string{}},
            {"is_query", problem.span.has_value()}};
  if (!problem.span) return view;
  const auto begin = std::min<std::size_t>(problem.span->begin, query.size());
  const auto end = std::clamp<std::size_t>(problem.span->end, begin, query.size());
  view["before"] = query.substr(0, begin);
  view["piece"] = query.substr(begin, end - begin);
  view["after"] = query.substr(end);
  return view;
}

void add_layout(const PageCall& call, std::string_view title, View& view) {
  auto& archive = call.reader.archive();
  view["title"] = fmt::format("{}{}Dateline", title, title.empty() ? "" : " – ");
  view["form"] = form_view(call);
  view["tabs"] = tabs_view(call);
  view["index_line"] = call.texts.filled(
      "index_line", with_commas(archive.live_count(DocumentKind::article)),
      with_commas(archive.live_count(DocumentKind::event)), archive.manifest().generation);
  view["writing_line"] = call.is_writing ? call.texts.of("writing_line") : std::string{};
}

void add_notices(const PageCall& call, const PageMatches& matches, View& view) {
  View notices = View::array();
  for (const auto& warning : matches.warnings) notices.push_back(warning);
  for (const auto& notice : matches.found.summary.notices) notices.push_back(notice);
  View suggestions = View::array();
  for (const auto& one : matches.found.summary.suggestions) {
    suggestions.push_back(
        {{"label", one.label}, {"url", call.url(call.state.with("q", one.query))}});
  }
  view["notices"] = std::move(notices);
  view["suggestions"] = std::move(suggestions);
}

}  // namespace dateline
