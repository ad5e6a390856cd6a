#include "server/page/page_state.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "language/ascii.h"
#include "language/utf8.h"
#include "searcher/query/query_characters.h"

namespace dateline {
namespace {

constexpr std::string_view kFind = "find-";
constexpr std::array<std::string_view, 6> kShownBy{"all",   "open",  "more",
                                                   "share", "order", "tellings"};
constexpr unsigned kPageGroups = kQueryParameters | kKindParameters | kPageParameters |
                                 kCountParameters | kFoldParameters | kTimelineParameters |
                                 kIdParameters | kWhyParameters;

bool is_find(std::string_view name) noexcept {
  return name.starts_with(kFind) && facet_for(name.substr(kFind.size()));
}

const std::vector<ParameterRow>& page_rows() {
  static const auto kRows = parameters_of(kPageGroups);
  return kRows;
}

// Names in the order in which URLs have them.
const std::vector<std::string>& names_in_order() {
  static const auto kNames = [] {
    std::vector<std::string> names;
    for (const auto& row : page_rows()) names.emplace_back(row.name);
    for (const auto name : kShownBy) names.emplace_back(name);
    for (const auto& row : kFacetRows) names.push_back(fmt::format("{}{}", kFind, row.name));
    return names;
  }();
  return kNames;
}

std::size_t place_of(std::string_view name) {
  const auto& names = names_in_order();
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

bool is_flag(std::string_view name) {
  const auto& rows = page_rows();
  return name == "share" || name == "tellings" ||
         std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& row) {
           return row.name == name && row.type == ParameterType::flag;
         });
}

bool repeats(std::string_view name) noexcept {
  return is_filter(name) || name == "all" || name == "open" || name == "more" || name == "facet";
}

// Where a page of an answer begins.
bool is_page_start(const Parameter& one) noexcept {
  return one.name == "offset" || one.name == "cursor";
}

// A state that a form sends although it is the usual one.
bool says_nothing(const Parameter& parameter) {
  const auto& [name, value] = parameter;
  if (is_flag(name)) return !is_set(value);
  if (trim(value).empty()) return true;
  return (name == "sort" && value == "relevance") || (name == "offset" && value == "0") ||
         (name == "date-mode" && value == "overlaps");
}

[[noreturn]] void refuse_unknown(const std::string& name) {
  std::vector<std::string_view> names(names_in_order().begin(), names_in_order().end());
  RequestProblem problem;
  problem.parameter = name;
  problem.detail = fmt::format("unknown name {} in the address", quote_piece(name));
  if (const auto near = nearest_name(name, names); !near.empty())
    problem.detail += fmt::format(": did you mean '{}'?", near);
  throw ProblemError(std::move(problem));
}

// What shows facets in some way names them.
void check_shown_facet(const Parameter& parameter) {
  const auto& [name, value] = parameter;
  if (name != "all" && name != "open" && name != "more") return;
  if (facet_for(value)) return;
  RequestProblem problem;
  problem.parameter = name;
  problem.suggestion = nearest_name(value, facet_names());
  problem.detail = fmt::format("{}: unknown facet {}", name, quote_piece(value));
  if (!problem.suggestion.empty())
    problem.detail += fmt::format(": did you mean '{}'?", problem.suggestion);
  throw ProblemError(std::move(problem));
}

}  // namespace

PageState::PageState(const Parameters& given) {
  for (const auto& parameter : given) {
    if (place_of(parameter.name) == names_in_order().size()) refuse_unknown(parameter.name);
    if (says_nothing(parameter)) continue;
    check_shown_facet(parameter);
    parameters_.push_back(parameter);
    if (is_flag(parameter.name)) parameters_.back().value = "1";
  }
  put_in_order();
  was_canonical_ = parameters_ == given;
}

// Of names that do not repeat the last value stays; of others each value once.
void PageState::put_in_order() {
  Parameters kept;
  for (auto it = parameters_.rbegin(); it != parameters_.rend(); ++it) {
    const bool is_there = std::any_of(kept.begin(), kept.end(), [&](const Parameter& one) {
      return one.name == it->name && (!repeats(it->name) || one.value == it->value);
    });
    if (!is_there) kept.push_back(*it);
  }
  std::reverse(kept.begin(), kept.end());
  std::stable_sort(kept.begin(), kept.end(), [](const Parameter& a, const Parameter& b) {
    return place_of(a.name) < place_of(b.name);
  });
  parameters_ = std::move(kept);
}

std::string PageState::value(std::string_view name) const {
  const auto found = std::find_if(parameters_.rbegin(), parameters_.rend(),
                                  [&](const Parameter& one) { return one.name == name; });
  return found == parameters_.rend() ? std::string{} : found->value;
}

bool PageState::has(std::string_view name, std::string_view value) const noexcept {
  return std::any_of(parameters_.begin(), parameters_.end(),
                     [&](const Parameter& one) { return one.name == name && one.value == value; });
}

bool PageState::asks() const noexcept {
  return std::any_of(parameters_.begin(), parameters_.end(), [](const Parameter& one) {
    return one.name == "q" || one.name == "from" || one.name == "to" || one.name == "precision" ||
           is_filter(one.name);
  });
}

PageState PageState::with(std::string_view name, std::string_view value) const {
  auto changed = *this;
  std::erase_if(changed.parameters_,
                [&](const Parameter& one) { return one.name == name || is_page_start(one); });
  if (!value.empty()) changed.parameters_.push_back({std::string{name}, std::string{value}});
  changed.put_in_order();
  return changed;
}

PageState PageState::and_with(std::string_view name, std::string_view value) const {
  auto changed = *this;
  std::erase_if(changed.parameters_, is_page_start);
  changed.parameters_.push_back({std::string{name}, std::string{value}});
  changed.put_in_order();
  return changed;
}

PageState PageState::without(std::string_view name, std::string_view value) const {
  auto changed = *this;
  std::erase_if(changed.parameters_, [&](const Parameter& one) {
    return (one.name == name && one.value == value) || is_page_start(one);
  });
  return changed;
}

PageState PageState::shared() const {
  constexpr std::array<std::string_view, 11> kOwn{"sort",  "fold",   "reverse", "by",
                                                  "order", "limit",  "share",   "id",
                                                  "why",   "events", "tellings"};
  auto changed = with("offset", "");
  std::erase_if(changed.parameters_, [&](const Parameter& one) {
    return std::find(kOwn.begin(), kOwn.end(), one.name) != kOwn.end();
  });
  return changed;
}

std::string PageState::url(std::string_view path) const {
  const auto query = this->query();
  return query.empty() ? std::string{path} : fmt::format("{}?{}", path, query);
}

// The values of a facet that must all hold become one value, joined by &.
Parameters PageState::api_parameters(bool for_export) const {
  Parameters asked;
  std::map<std::string, std::string> joined;
  for (const auto& parameter : parameters_) {
    const auto& [name, value] = parameter;
    const bool is_shown_by =
        is_find(name) || std::find(kShownBy.begin(), kShownBy.end(), name) != kShownBy.end();
    if (is_shown_by || name == "why" || name == "id") continue;
    if (for_export && (name == "offset" || name == "limit" || name == "cursor" || name == "by"))
      continue;
    if (has("all", name)) {
      auto& all = joined[name];
      all += (all.empty() ? "" : "&") + value;
    } else {
      asked.push_back(parameter);
    }
  }
  for (auto& [name, value] : joined) asked.push_back({name, value});
  return asked;
}

std::string exclusion_of(std::string_view facet, std::string_view value) {
  const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_' || c == '.';
  });
  return fmt::format("-{}:{}{}{}", facet, is_plain ? "" : "\"", value, is_plain ? "" : "\"");
}

}  // namespace dateline
