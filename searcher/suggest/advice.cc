#include "searcher/suggest/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

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
  for_each_part<QueryText>(node, [&](const QueryText&) { has_text = true; });
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
  for (auto& [filter, trial] : trials) {
    trial.loosens = false;
    const auto total = searcher.match(trial).total();
    if (total == 0) continue;
    advice.push_back(fmt::format("without '{}' there {} {} {}", filter, total == 1 ? "is" : "are",
                                 total, unit_name(request.kind, total)));
  }
  if (asks_for(request, FilterKind::date))
    add_span(searcher, FilterKind::date, "the archive speaks of days", advice);
  if (asks_for(request, FilterKind::published))
    add_span(searcher, FilterKind::published, "its articles were published", advice);
  return advice;
}

}  // namespace dateline
