#include "cluster/search/text_query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "cluster/documents/mapping.h"
#include "cluster/search/support.h"
#include "searcher/match/phrase.h"

// Tokens stand in the cluster joined by blanks, a value for each run of text that a phrase does not
// cross. So words that stand together are a phrase there, too. Names that may be a piece of a longer
// one, and words at a distance, are intervals. Lucene counts distances wrongly where a word is
// repeated: such phrases are looked for in the tokens of all candidates, here.

namespace dateline {
namespace {

using nlohmann::json;
using simdjson::dom::array;
using Fields = std::vector<std::string_view>;

Fields fields_of(const TextCondition& text, DocumentKind kind) {
  const bool is_event = kind == DocumentKind::event;
  switch (text.field) {
    case TextField::title:
      return {field::kTitleToken};
    case TextField::heading:
      return {field::kHeadingToken};
    case TextField::author:
      return {field::kAuthorToken};
    case TextField::text:
      return {is_event ? field::kToken : field::kBodyToken};
    case TextField::any:
      break;
  }
  if (is_event) return {field::kToken};
  const bool is_by_terms = text.form != TextForm::phrase && text.longer.empty();
  if (is_by_terms) return {field::kRankToken};
  return {field::kBodyToken, field::kHeadingToken, field::kTitleToken, field::kTitleBlockToken};
}

std::string joined(const std::vector<std::string>& terms) {
  return fmt::format("{}", fmt::join(terms, " "));
}

json run_of(const std::vector<std::string>& terms) {
  return {{"match", {{"query", joined(terms)}, {"max_gaps", 0}, {"ordered", true}}}};
}

json any_of_names(const std::vector<LongerName>& names, std::size_t count, bool with_same) {
  json any = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    if (with_same || !names[i].is_same) any.push_back(run_of(names[i].terms));
  }
  return {{"any_of", {{"intervals", any}}}};
}

bool is_empty(const json& any) { return any["any_of"]["intervals"].empty(); }

// As WholeName decides: of the names around an occurrence the longest counts, and it must mean the
// same.
json whole_name(const TextCondition& text) {
  auto names = text.longer;
  std::erase_if(names, [&](const auto& name) { return name.terms.size() < text.terms.size(); });
  std::stable_sort(names.begin(), names.end(), [](const LongerName& a, const LongerName& b) {
    return a.terms.size() > b.terms.size();
  });
  json alternatives = json::array();
  auto alone = run_of(text.terms);
  if (!names.empty())
    alone["match"]["filter"]["not_contained_by"] = any_of_names(names, names.size(), true);
  alternatives.push_back(std::move(alone));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!names[i].is_same) continue;
    auto within = run_of(text.terms);
    within["match"]["filter"]["contained_by"] = run_of(names[i].terms);
    const auto longer = any_of_names(names, i, false);
    if (!is_empty(longer)) {
      within = {{"all_of",
                 {{"intervals", json::array({std::move(within)})},
                  {"filter", {{"not_contained_by", longer}}}}}};
    }
    alternatives.push_back(std::move(within));
  }
  return {{"any_of", {{"intervals", alternatives}}}};
}

json query_in(std::string_view field, const TextCondition& text) {
  if (!text.longer.empty()) return {{"intervals", {{field, whole_name(text)}}}};
  if (text.form == TextForm::word) return {{"term", {{field, text.terms.front()}}}};
  if (text.slop == 0) return {{"match_phrase", {{field, joined(text.terms)}}}};
  const json near{{"query", joined(text.terms)}, {"max_gaps", text.slop}, {"ordered", false}};
  return {{"intervals", {{field, {{"match", near}}}}}};
}

bool repeats_a_word(const std::vector<std::string>& terms) {
  return std::set<std::string_view>(terms.begin(), terms.end()).size() < terms.size();
}

// Words by the places that they first have in a phrase; others by a number that no word has.
class Numbers {
 public:
  explicit Numbers(const std::vector<std::string>& terms) {
    for (const auto& term : terms) known_.emplace(term, static_cast<std::uint32_t>(known_.size()));
  }
  [[nodiscard]] std::uint32_t of(std::string_view term) const {
    const auto found = known_.find(term);
    return found == known_.end() ? static_cast<std::uint32_t>(known_.size()) : found->second;
  }

 private:
  std::map<std::string, std::uint32_t, std::less<>> known_;
};

// The words of a run of tokens, divided by blanks.
std::vector<std::uint32_t> numbers_in(std::string_view tokens, const Numbers& numbers) {
  std::vector<std::uint32_t> run;
  while (!tokens.empty()) {
    const auto end = std::min(tokens.find(' '), tokens.size());
    if (end > 0) run.push_back(numbers.of(tokens.substr(0, end)));
    tokens.remove_prefix(std::min(end + 1, tokens.size()));
  }
  return run;
}

class RepeatedPhrase {
 public:
  explicit RepeatedPhrase(const TextCondition& text)
      : numbers_(text.terms), phrase_(words(text), text.slop) {}

  [[nodiscard]] bool stands_in(simdjson::dom::element value) const {
    std::string_view tokens;
    if (value.get_string().get(tokens) == simdjson::SUCCESS)
      return phrase_.occurs_in(numbers_in(tokens, numbers_));
    array values;
    if (value.get_array().get(values) != simdjson::SUCCESS) return false;
    return std::any_of(values.begin(), values.end(), [&](auto one) { return stands_in(one); });
  }

 private:
  [[nodiscard]] std::vector<std::uint32_t> words(const TextCondition& text) const {
    std::vector<std::uint32_t> words;
    for (const auto& term : text.terms) words.push_back(numbers_.of(term));
    return words;
  }

  Numbers numbers_;
  PhraseMatcher phrase_;
};

// What may have the phrase: its different words stand no farther apart than it allows.
json candidates_query(const TextCondition& text, const Fields& fields) {
  const std::set<std::string> different(text.terms.begin(), text.terms.end());
  const auto gaps = text.terms.size() + text.slop - different.size();
  const json near{{"query", joined({different.begin(), different.end()})},
                  {"max_gaps", gaps},
                  {"ordered", false}};
  std::vector<json> any;
  for (const auto name : fields) any.push_back({{"intervals", {{name, {{"match", near}}}}}});
  return any_query(std::move(any));
}

json verified(const TextCondition& text, const Fields& fields, DocumentKind kind,
              ClusterView& view) {
  constexpr std::size_t kPage = 2'000;
  constexpr std::size_t kMostFound = 60'000;  // of 65,536 that a query may name
  json body{{"size", kPage},
            {"track_total_hits", false},
            {"_source", fields},
            {"query", view.in_force(candidates_query(text, fields))}};
  body["sort"] = json::array({{{field::kArticleId, "asc"}}});
  if (kind == DocumentKind::event) body["sort"].push_back({{field::kOrdinal, "asc"}});
  const RepeatedPhrase phrase(text);
  json ids = json::array();
  for (bool is_last = false; !is_last;) {
    const auto answer = view.search(kind, body);
    const auto hits = answer.read<array>("hits.hits");
    simdjson::dom::element last;
    for (const auto hit : hits) {
      last = answer.read<simdjson::dom::element>(hit, "sort");
      const bool has = std::any_of(fields.begin(), fields.end(), [&](std::string_view name) {
        simdjson::dom::element value;
        return hit["_source"][name].get(value) == simdjson::SUCCESS && phrase.stands_in(value);
      });
      if (has) ids.push_back(answer.read<std::string_view>(hit, "_id"));
    }
    if (ids.size() > kMostFound) refuse(ClusterWish::many_phrases);
    is_last = hits.size() < kPage;
    if (!is_last) body["search_after"] = json::parse(simdjson::minify(last));
  }
  return {{"terms", {{"_id", ids}}}};
}

}  // namespace

json nothing_query() { return {{"match_none", json::object()}}; }
json everything_query() { return {{"match_all", json::object()}}; }

json any_query(std::vector<json> queries) {
  if (queries.empty()) return nothing_query();
  if (queries.size() == 1) return std::move(queries.front());
  return {{"bool", {{"should", std::move(queries)}, {"minimum_should_match", 1}}}};
}

json text_query(const TextCondition& text, DocumentKind kind, ClusterView& view,
                ClusterWords& words) {
  if (text.is_optional) return everything_query();
  const auto fields = fields_of(text, kind);
  if (text.form == TextForm::phrase && text.slop > 0 && repeats_a_word(text.terms))
    return verified(text, fields, kind, view);
  std::vector<json> any;
  for (const auto name : fields) {
    if (text.form == TextForm::prefix) {
      any.push_back({{"terms", {{name, words.expand(text.terms.front())}}}});
    } else {
      any.push_back(query_in(name, text));
    }
  }
  return any_query(std::move(any));
}

}  // namespace dateline
