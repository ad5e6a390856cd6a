// What users type where an organization is asked for.
#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "language/organizations/organization_finder.h"
#include "language/organizations/organization_table.h"
#include "language/utf8.h"
#include "language/words/edit_distance.h"

namespace dateline {
namespace {

using organizations::Name;
using organizations::Table;

constexpr std::size_t kMostSuggestions = 3;

// Folded for comparison: no case, marks, full stops or apostrophes; one blank between words,
// whatever joins them; no article; American spelling.
std::string comparable(std::string_view typed) {
  std::string result;
  for (const char c : fold(typed)) {
    if (c == '.' || c == '\'') continue;
    const bool blank = is_ascii_space(c) || c == '-' || c == ',';
    if (blank && (result.empty() || result.back() == ' ')) continue;
    result += blank ? ' ' : c;
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kSame{
      {{"’", ""},
       {"organisation", "organization"},
       {"co operation", "cooperation"},
       {"programme", "program"},
       {"centre", "center"},
       {"labour", "labor"}}};
  for (const auto& [from, to] : kSame) {
    for (auto at = result.find(from); at != std::string::npos; at = result.find(from, at)) {
      result.replace(at, from.size(), to);
    }
  }
  if (result.starts_with("the ")) result.erase(0, 4);
  return result;
}

struct TypedName {
  std::string comparable;
  const Name* name;
};

// The place of a name among those that are spelled alike, lowest first: the short name of its
// organization, then names that count without conditions, then the others.
int rank_of(const Name& name) {
  if (Table::built_in().organizations()[name.organization].short_name == name.text) return 0;
  return name.when.named ? 2 : 1;
}

// Names as they are compared, sorted.
const std::vector<TypedName>& typed_names() {
  static const std::vector<TypedName> names = [] {
    std::vector<TypedName> all;
    for (const auto& name : Table::built_in().names()) {
      all.push_back({comparable(name.text), &name});
    }
    std::stable_sort(all.begin(), all.end(), [](const TypedName& a, const TypedName& b) {
      return std::pair{std::string_view{a.comparable}, rank_of(*a.name)} <
             std::pair{std::string_view{b.comparable}, rank_of(*b.name)};
    });
    return all;
  }();
  return names;
}

std::string short_name_of(const Name& name) {
  return std::string{Table::built_in().organizations()[name.organization].short_name};
}

}  // namespace

std::optional<std::string> organization_for(std::string_view typed) {
  const auto wanted = comparable(typed);
  if (wanted.empty()) return std::nullopt;
  const auto& names = typed_names();
  const auto found = std::lower_bound(
      names.begin(), names.end(), wanted,
      [](const TypedName& name, const std::string& key) { return name.comparable < key; });
  if (found == names.end() || found->comparable != wanted) return std::nullopt;
  return short_name_of(*found->name);
}

std::vector<std::string> organization_suggestions(std::string_view typed) {
  const auto wanted = comparable(typed.substr(0, floor_code_point(typed, kLongestCompared)));
  const std::size_t limit = wanted.size() / 4;
  if (limit == 0) return {};
  std::vector<std::pair<std::size_t, const Name*>> near;
  for (const auto& [name, of] : typed_names()) {
    const auto distance = edit_distance(wanted, name, limit);
    if (distance <= limit) near.emplace_back(distance, of);
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> values;
  for (const auto& [distance, name] : near) {
    auto value = short_name_of(*name);
    if (values.size() == kMostSuggestions) break;
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(std::move(value));
    }
  }
  return values;
}

std::optional<std::string> organization_name(std::string_view value) {
  for (const auto& [short_name, full_name] : organizations::organization_names()) {
    if (short_name == value) return std::string{full_name};
  }
  return std::nullopt;
}

}  // namespace dateline
