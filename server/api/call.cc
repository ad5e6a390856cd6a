#include "server/api/call.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "searcher/query/query_characters.h"
#include "searcher/query/request.h"
#include "searcher/suggest/reading.h"

namespace dateline {
namespace {

// As `--smart` on the command line.
bool apply_reading(QueryNode& query) {
  auto found = QueryReader("en").read(query, {});
  if (!found) return false;
  query = std::move(found->root);
  return found->has_names();
}

[[noreturn]] void refuse_name(const std::string& name, const std::vector<ParameterRow>& rows) {
  std::vector<std::string_view> names;
  for (const auto& row : rows) names.push_back(row.name);
  RequestProblem problem;
  problem.parameter = name;
  problem.suggestion = nearest_name(name, names);
  problem.detail = fmt::format("unknown parameter {}", quote_piece(name));
  if (!problem.suggestion.empty())
    problem.detail += fmt::format(": did you mean '{}'?", problem.suggestion);
  throw ProblemError(std::move(problem));
}

// Like the command line, refuses an option given twice, except flags and filters.
void refuse_repeated(const Parameters& given, const ParameterRow& row) {
  if (row.repeats || row.type == ParameterType::flag) return;
  const auto times = std::count_if(given.begin(), given.end(),
                                   [&](const Parameter& one) { return one.name == row.name; });
  if (times < 2) return;
  RequestProblem problem;
  problem.parameter = row.name;
  problem.detail = fmt::format("{}: given {} times: give it once", row.name, times);
  throw ProblemError(std::move(problem));
}

// Those that the form itself reads.
bool is_of_form(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 8> kOthers{"smart",  "no-facets", "why",    "reverse",
                                                    "cursor", "id",        "format", "with"};
  return std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end();
}

void fill_in(const CallParameters& parameters, RequestForm& form) {
  for (const auto& row : parameters_of(~0U)) {
    if (!is_of_form(row.name)) continue;
    for (const auto& [name, value] : parameters.all()) {
      if (name != row.name || (row.type == ParameterType::flag && !is_set(value))) continue;
      form.set(name, value);
    }
  }
}

}  // namespace

CallParameters::CallParameters(Parameters given, unsigned groups) : given_{std::move(given)} {
  const auto rows = parameters_of(groups);
  for (const auto& parameter : given_) {
    const bool is_known = std::any_of(rows.begin(), rows.end(), [&](const ParameterRow& row) {
      return row.name == parameter.name;
    });
    if (!is_known) refuse_name(parameter.name, rows);
  }
  for (const auto& row : rows) refuse_repeated(given_, row);
}

std::optional<std::string_view> CallParameters::value(std::string_view name) const noexcept {
  const auto found = std::find_if(given_.rbegin(), given_.rend(),
                                  [&](const Parameter& one) { return one.name == name; });
  return found == given_.rend() ? std::nullopt : std::optional<std::string_view>{found->value};
}

bool CallParameters::flag(std::string_view name) const noexcept {
  const auto given = value(name);
  return given && is_set(*given);
}

CallParameters CallParameters::without(std::string_view name) const {
  auto rest = *this;
  std::erase_if(rest.given_, [&](const Parameter& one) { return one.name == name; });
  return rest;
}

Parameters CallParameters::with(std::string_view name, std::string_view value) const {
  auto changed = given_;
  std::erase_if(changed, [&](const Parameter& one) { return one.name == name; });
  changed.push_back({std::string{name}, std::string{value}});
  return changed;
}

FilledRequest read_call(const CallParameters& parameters, const CallForm& how) {
  RequestForm form;
  form.set_counted(how.counted);
  if (how.by) form.set("by", bucket_word(*how.by));
  if (how.top) form.set("top", std::to_string(*how.top));
  if (how.limit) form.set("limit", std::to_string(*how.limit));
  fill_in(parameters, form);
  if (how.events) form.set("events");
  if (how.kind) form.fix_kind(*how.kind);
  if (!how.similar_to.empty()) form.set("similar-to", how.similar_to);
  if (how.allows_everything) form.allow_everything();
  return form.read(parameters.flag("smart") ? apply_reading : RequestForm::QueryRewriter{});
}

}  // namespace dateline
