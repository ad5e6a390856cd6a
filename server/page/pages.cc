#include "server/page/pages.h"

#include <array>
#include <utility>

#include "server/api/entity_tag.h"
#include "server/page/assets.h"
#include "server/page/templates.h"

namespace dateline {
namespace {

struct Route {
  std::string_view path;
  PageTemplate page;
  View (*make)(const PageCall& call);
  bool has_state;  // the page depends on the index's state and the address alone
};

constexpr std::array<Route, 7> kRoutes{{{"/", PageTemplate::search, search_page, true},
                                        {"/timeline", PageTemplate::timeline, timeline_page, true},
                                        {"/pairs", PageTemplate::pairs, pairs_page, true},
                                        {"/similar", PageTemplate::similar, similar_page, true},
                                        {"/why", PageTemplate::why, why_page, true},
                                        {"/help", PageTemplate::help, help_page, true},
                                        {"/watch", PageTemplate::watch, watch_page, false}}};

const Route* find_route(std::string_view path) noexcept {
  for (const auto& route : kRoutes) {
    if (route.path == path) return &route;
  }
  return nullptr;
}

bool is_reader(const RequestTarget& target) {
  return target.segments.size() > 1 && target.segments.front() == "article";
}

// The article of an event whose address has gone: its text changed, or the rules that find events.
std::string article_of_event(const RequestTarget& target) {
  if (!is_reader(target)) return {};
  const auto id = target.path(1);
  const auto hash = id.rfind('#');
  return hash == std::string::npos ? std::string{} : id.substr(0, hash);
}

bool is_there(const Searcher& searcher, const std::string& id) {
  try {
    (void)required_kind(searcher, id);
    return true;
  } catch (const ProblemError&) {
    return false;
  }
}

HttpResponse html_response(unsigned status, std::string html) {
  HttpResponse response;
  response.status = status;
  response.set("Content-Type", "text/html; charset=utf-8");
  response.body = std::move(html);
  return response;
}

// Where to go on: the address without a value that cannot be understood, or the query as it was
// perhaps meant. Within quotes the query stays as it is.
void add_way_on(const Texts& texts, const RequestProblem& problem, const PageState& state,
                const std::string& path, View& error) {
  const auto& name = problem.parameter;
  if (name != "q" && name != "id" && state.flag(name)) {
    error["way_on"] = {{"url", state.with(name, "").url(path)},
                       {"label", texts.filled("leave_out", name)}};
    return;
  }
  auto query = state.value("q");
  if (problem.instead.empty() || !problem.span || problem.span->end > query.size()) return;
  const auto begin = std::size_t{problem.span->begin};
  if (query.substr(begin > 0 ? begin - 1 : 0, 2).find('"') != std::string::npos) return;
  query.replace(begin, problem.span->size(), problem.instead);
  error["way_on"] = {{"url", state.with("q", query).url(path)},
                     {"label", texts.filled("search_instead", query)}};
}

[[noreturn]] void refuse_path() {
  RequestProblem problem;
  problem.status = 404;
  problem.detail = "no page has this address";
  throw ProblemError(std::move(problem));
}

}  // namespace

HttpResponse Pages::answer(const HttpRequest& request,
                           const std::atomic<bool>* stop) const noexcept {
  try {
    try {
      return dispatch(request, stop);
    } catch (...) {
      return problem_page(request, problem_of(std::current_exception()), stop);
    }
  } catch (...) {
    return problem_response(problem_of(std::current_exception()));
  }
}

void Pages::add_constants(View& view) const {
  view["base"] = base_;
  view["version"] = version_;
  view["asset_tag"] = asset_tag();
}

HttpResponse Pages::dispatch(const HttpRequest& request, const std::atomic<bool>* stop) const {
  const auto& target = request.target;
  const auto path = "/" + target.path();
  const bool is_article = is_reader(target);
  const auto* route = is_article ? nullptr : find_route(path);
  if (!is_article && route == nullptr) refuse_path();
  PageState state(target.parameters);
  if (!state.was_canonical()) {
    auto response = html_response(302, {});
    const auto own = route != nullptr ? path : encoded_path(target.segments);
    response.set("Location", state.url(base_ + own));
    return response;
  }
  auto reader = readers_.lease(stop);
  const bool is_writing = readers_.is_being_written();
  const auto tag = entity_tag(version_ + asset_tag(),
                              reader->searcher().state_name() + (is_writing ? "w" : ""), target);
  const bool has_state = is_article || route->has_state;
  if (has_state && names_tag(request.if_none_match, tag)) {
    HttpResponse response;
    response.status = 304;
    response.set("ETag", tag);
    return response;
  }
  const PageCall call{*reader,          texts_,    base_, is_article ? "/article" : path,
                      std::move(state), is_writing};
  auto view = is_article ? reader_page(call, target.path(1)) : route->make(call);
  add_constants(view);
  auto response = html_response(
      200, render_page(is_article ? PageTemplate::reader : route->page, view, texts_));
  if (has_state) response.set("ETag", tag);
  response.set("Cache-Control", "no-cache");
  return response;
}

// A page that says what is wrong, around it what can be shown nevertheless.
HttpResponse Pages::problem_page(const HttpRequest& request, const RequestProblem& problem,
                                 const std::atomic<bool>* stop) const {
  PageState state;
  try {
    state = PageState(request.target.parameters);
  } catch (const ProblemError&) {  // the address says what no page knows: the problem itself
    state = PageState();
  }
  auto path = "/" + request.target.path();
  if (find_route(path) == nullptr) path = "/";
  View view = page_values();
  view["title"] = "Dateline";
  view["form"] = {{"action", base_ + "/"}, {"q", state.value("q")}};
  view["error"] = problem_view(texts_, problem, state, readers_.is_being_written());
  add_way_on(texts_, problem, state, base_ + path, view["error"]);
  try {
    const auto reader = readers_.lease(stop);
    const PageCall call{*reader, texts_, base_, path, state};
    add_layout(call, texts_.of("error_request"), view);
    const auto article = article_of_event(request.target);
    if (!article.empty() && is_there(reader->searcher(), article)) {
      view["error"]["way_on"] = {{"url", reader_url(base_, article)},
                                 {"label", texts_.of("whole_article")}};
    }
  } catch (...) {  // there is no index: its part is left out
    view["index_line"] = "";
  }
  add_constants(view);
  auto response = html_response(problem.status, render_page(PageTemplate::message, view, texts_));
  if (problem.retry_seconds > 0) response.set("Retry-After", std::to_string(problem.retry_seconds));
  return response;
}

}  // namespace dateline
