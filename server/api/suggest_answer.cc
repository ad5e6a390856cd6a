// How a query that is being typed may go on.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "language/ascii.h"
#include "language/utf8.h"
#include "presenter/json_values.h"
#include "searcher/query/query_characters.h"
#include "searcher/query/query_fields.h"
#include "searcher/query/query_parser.h"
#include "server/api/answers.h"

namespace dateline {
namespace {

constexpr std::uint32_t kUsualCompletions = 8;

// A query with its last piece completed.
struct Completion {
  std::string query;
  std::string label;
  std::optional<std::uint64_t> count;  // articles that have it
};

std::string_view last_piece(std::string_view query) noexcept {
  const auto blank = query.find_last_of(" \t\n(");
  return blank == std::string_view::npos ? query : query.substr(blank + 1);
}

// As a value stands in the query language.
std::string quoted(const std::string& value) {
  const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '_';
  });
  return is_plain ? value : fmt::format("\"{}\"", value);
}

bool begins_alike(std::string_view name, std::string_view typed) noexcept {
  return typed.size() <= name.size() &&
         std::equal(typed.begin(), typed.end(), name.begin(),
                    [](char a, char b) { return ascii_lower(a) == b; });
}

std::vector<Completion> complete_field(std::string_view before, std::string_view typed) {
  std::vector<Completion> completions;
  for (const auto& rule : field_rules()) {
    if (begins_alike(rule.name, typed))
      completions.push_back(
          {fmt::format("{}{}:", before, rule.name), fmt::format("{}:", rule.name), std::nullopt});
  }
  return completions;
}

// Values of a facet that have what was typed in them, the most frequent first.
std::vector<Completion> complete_value(const Searcher& searcher, std::string_view before,
                                       const FacetRow& row, std::string_view typed) {
  SearchRequest request;
  request.limit = 0;
  request.facets = {row.facet};
  request.facet_match = fold(typed);
  request.facet_limit = kUsualCompletions;
  std::vector<Completion> completions;
  for (const auto& value : searcher.match(request).count(row.facet).values)
    completions.push_back(
        {fmt::format("{}{}:{}", before, row.name, quoted(value.value)), value.label, value.count});
  return completions;
}

std::vector<Completion> completions_of(const Searcher& searcher, std::string_view query) {
  const auto piece = last_piece(query);
  if (piece.empty() || std::count(query.begin(), query.end(), '"') % 2 != 0) return {};
  auto before = query.substr(0, query.size() - piece.size());
  const auto colon = piece.find(':');
  const auto sign = piece.starts_with('-') ? std::size_t{1} : std::size_t{0};
  before = query.substr(0, before.size() + sign);
  if (colon == std::string_view::npos) return complete_field(before, piece.substr(sign));
  const auto name = piece.substr(sign, colon - sign);
  const auto facet = facet_for(name);
  if (!facet || is_by_time(*facet)) return {};
  return complete_value(searcher, before, facet_row(*facet), piece.substr(colon + 1));
}

Json completion_json(const Completion& completion) {
  Json object{{"query", completion.query}, {"label", completion.label}};
  if (completion.count) object["count"] = *completion.count;
  return object;
}

// What is wrong with the query so far.
Json problem_json(std::string_view query) {
  try {
    (void)parse_query(query);
    return nullptr;
  } catch (const QueryError& error) {
    const auto end = error.offset() + error.piece().size();
    return {{"detail", error.what()}, {"span", Json::array({error.offset(), end})}};
  }
}

std::size_t read_limit(const CallParameters& parameters) {
  CallForm form;
  form.allows_everything = true;
  return read_call(parameters.without("q"), form).request.limit;
}

}  // namespace

HttpResponse answer_suggest(ApiCall&& call) {
  const auto query = call.parameters.text("q");
  std::size_t limit = kUsualCompletions;
  if (call.parameters.value("limit")) limit = read_limit(call.parameters);
  auto completions = completions_of(call.reader->searcher(), query);
  if (completions.size() > limit) completions.resize(limit);
  Json list = Json::array();
  for (const auto& completion : completions) list.push_back(completion_json(completion));
  HttpResponse response;
  response.set("Content-Type", media_type(Format::json));
  response.body = dump(Json{{"schema", kOutputSchema},
                            {"q", query},
                            {"problem", problem_json(query)},
                            {"completions", std::move(list)}});
  return response;
}

}  // namespace dateline
