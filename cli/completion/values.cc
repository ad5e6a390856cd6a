#include "cli/completion/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "cli/completion/index_values.h"
#include "index/event_origin.h"
#include "language/ascii.h"
#include "language/countries/country_finder.h"
#include "language/countries/region.h"
#include "language/date_interval.h"
#include "language/organizations/organization_finder.h"
#include "searcher/query/query.h"
#include "searcher/query/query_fields.h"

namespace dateline {

namespace {

using IndexPath = std::function<std::string()>;

void add_if(Candidates& candidates, std::string_view text, std::string_view typed,
            std::string_view note = {}, CandidateKind kind = CandidateKind::whole) {
  if (begins_with(text, typed)) candidates.push_back({kind, std::string{text}, std::string{note}});
}

// "south-korea", which the query language understands and no shell cuts in two.
std::string hyphenated(std::string_view name) {
  std::string text;
  for (const char c : name) text += c == ' ' ? '-' : ascii_lower(c);
  return text;
}

// Codes, and names where something of one is typed.
Candidates countries(std::string_view typed) {
  Candidates candidates;
  for (const auto code : all_country_codes()) {
    const auto label = country_label(code);
    add_if(candidates, code.view(), typed, label);
    const auto name = hyphenated(label);
    if (!typed.empty() && name.find_first_of("&,+()'\"") == std::string::npos)
      add_if(candidates, name, typed, code.view());
  }
  return candidates;
}

// The first country, which a dash follows, or the second.
Candidates pairs(std::string_view typed) {
  const auto dash = typed.find('-');
  Candidates candidates;
  for (const auto code : all_country_codes()) {
    const auto text = dash == std::string_view::npos
                          ? fmt::format("{}-", code.view())
                          : fmt::format("{}{}", typed.substr(0, dash + 1), code.view());
    add_if(candidates, text, typed, country_label(code),
           dash == std::string_view::npos ? CandidateKind::open : CandidateKind::whole);
  }
  return candidates;
}

Candidates regions(std::string_view typed) {
  Candidates candidates;
  for (const auto regions : {all_regions(), all_groups()}) {
    for (const auto& region : regions) add_if(candidates, region.id, typed, region.name);
  }
  return candidates;
}

Candidates organizations(std::string_view typed, const IndexPath& index) {
  auto candidates = names_in(index(), NamedValue::organization, typed);
  for (auto& candidate : candidates) {
    if (auto name = organization_name(candidate.text); name && *name != candidate.text)
      candidate.note = std::move(*name);
  }
  return candidates;
}

Candidates precisions(std::string_view typed) {
  Candidates candidates;
  for (auto precision = Precision::day; precision <= Precision::century;
       precision = static_cast<Precision>(static_cast<int>(precision) + 1))
    add_if(candidates, precision_name(precision), typed);
  return candidates;
}

Candidates origins(std::string_view typed) {
  Candidates candidates;
  for (const auto origin : {EventOrigin::chronology, EventOrigin::prose, EventOrigin::log})
    add_if(candidates, event_origin_name(origin), typed);
  return candidates;
}

Candidates kinds(std::string_view typed) {
  Candidates candidates;
  for (const auto* name : {"event", "article"}) add_if(candidates, name, typed);
  return candidates;
}

// The values of one name that begin with one typed value.
Candidates of_name(std::string_view name, std::string_view typed, const IndexPath& index) {
  if (name == "country" || name == "about" || name == "named") return countries(typed);
  if (name == "pair" || name == "relation") return pairs(typed);
  if (name == "region") return regions(typed);
  if (name == "organization") return organizations(typed, index);
  if (name == "person" || name == "with") return names_in(index(), NamedValue::person, typed);
  if (name == "author") return names_in(index(), NamedValue::author, typed);
  if (name == "source") return names_in(index(), NamedValue::source, typed);
  if (name == "id") return ids_in(index(), typed);
  if (name == "precision") return precisions(typed);
  if (name == "origin") return origins(typed);
  if (name == "kind") return kinds(typed);
  return {};
}

// Where the last of several values begins.
std::size_t last_value(const FieldRule& rule, std::string_view typed) {
  if (rule.list == ValueList::one || rule.text_field) return 0;
  const auto last = typed.find_last_of(rule.list == ValueList::any ? "," : ",+&");
  return last == std::string_view::npos ? 0 : last + 1;
}

}  // namespace

Candidates values_of(std::string_view name, std::string_view typed, bool is_query,
                     const IndexPath& index) {
  const auto* const rule = find_field(name);
  const auto before = rule == nullptr ? 0 : last_value(*rule, typed);
  auto value = typed.substr(before);
  if (is_query && value.starts_with('"')) value.remove_prefix(1);
  auto candidates = of_name(name, value, index);
  if (rule != nullptr && rule->knows_none && before == 0 && !value.empty())
    add_if(candidates, "none", value, "has none");
  for (auto& candidate : candidates) {
    if (is_query && candidate.text.find_first_of(" \t,+&()") != std::string::npos)
      candidate.text = fmt::format("\"{}\"", candidate.text);
    candidate.text.insert(0, typed.substr(0, before));
  }
  return candidates;
}

}  // namespace dateline
