#include "searcher/suggest/person_suggestion.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/persons/office_holders.h"
#include "searcher/query/query_characters.h"

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 5;  // of a name

bool has_person_filter(const QueryNode& node) {
  bool found = false;
  for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
    found = found || filter.kind == FilterKind::person;
  });
  return found;
}

/// Reads words as names of the table.
class NameLookup {
 public:
  /// The longest name that begins with the first of some bare words, as the table has it where it
  /// is one person's name in full, and else as typed; empty when there is none.
  struct Found {
    std::size_t words = 0;
    AskedPerson asked;
  };
  [[nodiscard]] Found longest(std::span<const QueryNode> words) const {
    for (auto count = std::min(words.size(), kMostWords); count > 0; --count) {
      auto asked = person_of(words.first(count));
      if (!asked.names.empty()) return {count, std::move(asked)};
    }
    return {};
  }

 private:
  [[nodiscard]] AskedPerson person_of(std::span<const QueryNode> words) const {
    std::string typed;
    for (const auto& word : words) typed += (typed.empty() ? "" : " ") + typed_word(word);
    const auto name = reader_.name(typed);
    const bool is_full = name.telling() > 1;
    if (name.telling() != words.size() && !is_full) return {};
    if (!is_full && !may_be_surname(typed)) return {};
    AskedPerson asked{{typed}};
    for (const auto* row : persons::OfficeHolders::built_in().find(name)) {
      if (!is_written_so(*row, name)) continue;
      const std::string usual{row->name};
      if (std::find(asked.names.begin() + 1, asked.names.end(), usual) == asked.names.end())
        asked.names.push_back(usual);
    }
    if (asked.names.size() == 1) return {};
    if (!is_full) asked.names.resize(1);  // whoever bears it
    return asked;
  }

  [[nodiscard]] static bool may_be_surname(std::string_view word) {
    return begins_with_capital(word) && country_codes_for(word).empty();
  }

  // The table also finds other transcriptions, which plain words may be by chance, and names with
  // more words around them.
  [[nodiscard]] bool is_written_so(const OfficeHolder& row, const persons::Name& name) const {
    const auto is_form = [&](const persons::Name& known) {
      return name.telling() <= known.telling() && persons::can_be_same(known, name);
    };
    return is_form(persons::OfficeHolders::built_in().name_of(row)) ||
           std::any_of(row.other_names.begin(), row.other_names.end(),
                       [&](std::string_view other) { return is_form(reader_.name(other)); });
  }

  persons::NameReader reader_;
};

}  // namespace

std::optional<NamedFilters> suggest_persons(const QueryNode& root, const StopWords& stop_words) {
  if (has_person_filter(root)) return std::nullopt;
  const auto nodes = top_nodes(root);
  const SmallWords small(nodes, stop_words);
  const NameLookup lookup;
  NamedFilters suggestion;
  std::vector<QueryNode> persons;
  std::vector<QueryNode> others;
  for (std::size_t i = 0; i < nodes.size();) {
    auto end = i;
    while (end < nodes.size() && is_bare_word(nodes[end]) && !small.say_nothing(nodes[end])) ++end;
    auto found = persons.size() < kMostPersons ? lookup.longest(nodes.subspan(i, end - i))
                                               : NameLookup::Found{};
    if (found.words == 0) {
      if (!small.say_nothing(nodes[i])) others.push_back(nodes[i]);
      ++i;
      continue;
    }
    suggestion.label += (persons.empty() ? "" : ", ") + found.asked.names.front();
    const Span source{nodes[i].source.begin, nodes[i + found.words - 1].source.end};
    persons.push_back({FilterCondition{FilterKind::person, std::move(found.asked)}, source});
    i += found.words;
  }
  if (persons.empty()) return std::nullopt;
  persons.insert(persons.end(), others.begin(), others.end());
  suggestion.root = all_of(std::move(persons), root.source);
  return suggestion;
}

}  // namespace dateline
