#include "searcher/suggest/advice.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "language/display.h"
#include "searcher/query/query_writer.h"

namespace dateline {
namespace {

// A request without one of its filters, and how that is written.
struct Trial {
  std::string filter;
  SearchRequest request;
};

bool is_filter(const QueryNode& node) {
  bool has_filter = false;
  bool has_text = false;
  for_each_part<FilterCondition>(node, [&](const FilterCondition&) { has_filter = true; });
  for_each_part<QueryText>(node, [&](const QueryText& text) {
    const bool is_author = text.field == TextField::author;  // which says who wrote, not of what
    has_filter = has_filter || is_author;
    has_text = has_text || !is_author;
  });
  return has_filter && !has_text && !is<Exclude<QueryNode>>(node);
}

void add_trials_of_query(const SearchRequest& request, std::vector<Trial>& trials) {
  const auto* all = request.query ? get_if<AllOf<QueryNode>>(*request.query) : nullptr;
  if (all == nullptr) return;
  for (std::size_t i = 0; i < all->children.size(); ++i) {
    if (!is_filter(all->children[i])) continue;
    Trial trial{to_query(all->children[i]), request};
    auto& children = std::get<AllOf<QueryNode>>(trial.request.query->form).children;
    children.erase(children.begin() + static_cast<std::ptrdiff_t>(i));
    trials.push_back(std::move(trial));
  }
}

void add_trials_of_selections(const SearchRequest& request, std::vector<Trial>& trials) {
  const bool has_more = request.query.has_value() || request.selections.size() > 1;
  for (std::size_t i = 0; has_more && i < request.selections.size(); ++i) {
    Trial trial{to_query(request.selections[i].condition), request};
    auto& selections = trial.request.selections;
    selections.erase(selections.begin() + static_cast<std::ptrdiff_t>(i));
    trials.push_back(std::move(trial));
  }
}

// All filters left out at once, where there are several; else without a name.
Trial trial_without_filters(const SearchRequest& request) {
  Trial trial{{}, request};
  std::vector<std::string> filters;
  filters.reserve(request.selections.size());
  for (const auto& selection : request.selections) filters.push_back(to_query(selection.condition));
  trial.request.selections.clear();
  if (auto* all = request.query ? get_if<AllOf<QueryNode>>(*trial.request.query) : nullptr) {
    std::erase_if(all->children, [&](const QueryNode& child) {
      if (is_filter(child)) filters.push_back(to_query(child));
      return is_filter(child);
    });
    if (all->children.empty()) return trial;
  }
  if (filters.size() > 1) trial.filter = fmt::format("{}", fmt::join(filters, "' and '"));
  return trial;
}

// Says what a trial would find, if it finds anything.
void add_trial(const Searcher& searcher, Trial trial, std::vector<std::string>& advice) {
  if (trial.filter.empty()) return;
  trial.request.loosens = false;
  trial.request.with_phrases.reset();
  const auto total = searcher.match(trial.request).total();
  if (total == 0) return;
  advice.push_back(fmt::format("without '{}' there {} {} {}", trial.filter,
                               total == 1 ? "is" : "are", with_commas(total),
                               unit_name(trial.request.kind, total)));
}

bool asks_for(const SearchRequest& request, FilterKind kind) {
  bool found = false;
  const auto look = [&](const QueryNode& node) {
    for_each_part<FilterCondition>(
        node, [&](const FilterCondition& filter) { found = found || filter.kind == kind; });
  };
  if (request.query) look(*request.query);
  for (const auto& selection : request.selections) look(selection.condition);
  return found;
}

void add_span(const Searcher& searcher, FilterKind kind, std::string_view says,
              std::vector<std::string>& advice) {
  const auto days = searcher.days_of(kind);
  if (!days) return;
  advice.push_back(fmt::format("{} from {} to {}", says,
                               format_interval({days->first, days->first}),
                               format_interval({days->last, days->last})));
}

}  // namespace

std::vector<std::string> advice_for(const Searcher& searcher, const SearchRequest& request) {
  std::vector<Trial> trials;
  add_trials_of_query(request, trials);
  add_trials_of_selections(request, trials);
  if (trials.size() > kMaxAdvised) trials.resize(kMaxAdvised);
  std::vector<std::string> advice;
  for (auto& trial : trials) add_trial(searcher, std::move(trial), advice);
  if (advice.empty()) add_trial(searcher, trial_without_filters(request), advice);
  if (asks_for(request, FilterKind::date))
    add_span(searcher, FilterKind::date, "the archive speaks of days", advice);
  if (asks_for(request, FilterKind::published))
    add_span(searcher, FilterKind::published, "its articles were published", advice);
  return advice;
}

}  // namespace dateline
