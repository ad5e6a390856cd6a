#include "searcher/suggest/country_suggestion.h"

#include <utility>
#include <vector>

#include "language/countries/country_finder.h"
#include "language/spellings/transliteration.h"
#include "language/spellings/word_variants.h"
#include "searcher/query/query_characters.h"
#include "searcher/suggest/bare_words.h"

namespace dateline {
namespace {

std::optional<CountryCode> country_of_word(const std::string& word) {
  if (!begins_with_capital(word) || !is_latin(word)) return std::nullopt;
  const auto code = foreign_country(word);
  return code && country_codes_for(word).empty() ? code : std::nullopt;
}

}  // namespace

std::optional<NamedCountry> suggest_country(const QueryNode& root) {
  const auto nodes = top_nodes(root);
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!is_bare_word(nodes[i])) continue;
    const auto& word = typed_word(nodes[i]);
    const auto code = country_of_word(word);
    if (!code) continue;
    std::vector<QueryNode> meant(nodes.begin(), nodes.end());
    meant[i] = {FilterCondition{FilterKind::country, AskedCountries{{*code}, false}},
                nodes[i].source};
    const QueryText written{TextForm::phrase, word};
    return NamedCountry{all_of(std::move(meant), root.source),
                        {written, nodes[i].source},
                        country_name(*code).value_or(std::string{code->view()})};
  }
  return std::nullopt;
}

}  // namespace dateline
