#include "searcher/suggest/pair_suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "language/ascii.h"

namespace dateline {
namespace {

constexpr std::size_t kShortestName = 4;  // in small letters; "us" and "in" are words

bool has_country_filter(const QueryNode& node) {
  bool found = false;
  for_each_part<FilterCondition>(node, [&](const FilterCondition& filter) {
    found = found || !countries_named(filter).empty();
  });
  return found;
}

/// The bare words of a query as one text.
class WordText {
 public:
  explicit WordText(std::span<const QueryNode> nodes) {
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (!is_bare_word(nodes[i])) continue;
      if (!text_.empty()) text_ += ' ';
      words_.push_back({i, {static_cast<std::uint32_t>(text_.size()), 0}});
      text_ += typed_word(nodes[i]);
      words_.back().span.end = static_cast<std::uint32_t>(text_.size());
    }
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// The same with capitals, as names have them, when it has none.
  [[nodiscard]] std::string with_capitals() const {
    auto text = text_;
    if (std::any_of(text.begin(), text.end(), is_ascii_capital)) return text;
    for (const auto& word : words_) {
      if (word.span.size() < kShortestName) continue;
      text[word.span.begin] = ascii_upper(text[word.span.begin]);
      for (auto i = word.span.begin + 1; i < word.span.end; ++i) {
        if (text[i - 1] == '-') text[i] = ascii_upper(text[i]);
      }
    }
    return text;
  }
  /// The nodes whose words a mention touches.
  void add_nodes(Span mention, std::set<std::size_t>& nodes) const {
    for (const auto& word : words_) {
      if (word.span.begin < mention.end && mention.begin < word.span.end) nodes.insert(word.node);
    }
  }

 private:
  struct Word {
    std::size_t node;
    Span span;
  };
  std::string text_;
  std::vector<Word> words_;
};

struct TwoCountries {
  CountryCode first;
  CountryCode second;
  std::set<std::size_t> nodes;  // that name them
};

std::optional<TwoCountries> find_two(std::span<const QueryNode> nodes,
                                     const CountryFinder& finder) {
  const WordText words(nodes);
  std::set<CountryCode> codes;
  std::set<std::size_t> named;
  for (const auto& mention : finder.find(words.with_capitals())) {
    if (mention.codes.size() != 1) return std::nullopt;
    codes.insert(mention.codes.front());
    words.add_nodes(mention.span, named);
  }
  if (codes.size() != 2) return std::nullopt;
  return TwoCountries{*codes.begin(), *codes.rbegin(), std::move(named)};
}

}  // namespace

std::optional<NamedFilters> suggest_pair(const QueryNode& root, const CountryFinder& finder,
                                         const StopWords& stop_words) {
  if (has_country_filter(root)) return std::nullopt;
  const auto nodes = top_nodes(root);
  const auto two = find_two(nodes, finder);
  if (!two) return std::nullopt;
  const SmallWords small(nodes, stop_words);
  std::vector<QueryNode> kept;
  kept.push_back(
      {FilterCondition{FilterKind::pair, AskedPair{two->first, two->second}}, root.source});
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!two->nodes.contains(i) && !small.say_nothing(nodes[i])) kept.push_back(nodes[i]);
  }
  NamedFilters suggestion;
  suggestion.label = fmt::format("{}–{}", country_label(two->first), country_label(two->second));
  suggestion.root = all_of(std::move(kept), root.source);
  return suggestion;
}

}  // namespace dateline
