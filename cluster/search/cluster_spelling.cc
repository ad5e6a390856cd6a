#include "cluster/search/cluster_spelling.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "cluster/documents/mapping.h"
#include "language/utf8.h"

namespace dateline {

using nlohmann::json;
using simdjson::dom::array;

namespace {

// The words within so many slips of a text.
json suggestion(const std::string& text, std::size_t most) {
  // So many that none within the distance is left out.
  constexpr int kMost = 2'000;
  const json suggester{{"field", field::kWords},
                       {"analyzer", "keyword"},
                       {"suggest_mode", "always"},
                       {"max_edits", most},
                       {"prefix_length", 0},
                       {"min_word_length", 1},
                       {"min_doc_freq", 0},
                       {"max_term_freq", 1'000'000'000},
                       {"string_distance", "damerau_levenshtein"},
                       {"accuracy", 0},
                       {"size", kMost},
                       {"shard_size", kMost}};
  return {{"text", text}, {"term", suggester}};
}

// Lucene's DirectSpellChecker looks for two slips only behind a first letter that is right. Words
// with another one, and a second slip, are one slip away from these.
std::set<std::string> with_other_beginning(const std::string& word) {
  std::size_t second = 0;
  (void)next_code_point(word, second);
  const auto first = word.substr(0, second);
  const auto rest = word.substr(second);
  std::set<std::string> texts{rest};
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    texts.insert(letter + rest);
    texts.insert(letter + word);
  }
  std::size_t third = 0;
  if (!rest.empty()) (void)next_code_point(rest, third);
  texts.insert(rest.substr(0, third) + first + rest.substr(third));
  texts.erase(word);
  return texts;
}

}  // namespace

std::uint64_t ClusterSpelling::documents_of(std::string_view term, DocumentKind kind) const {
  return static_cast<std::uint64_t>(statistics(kind).of(std::string{term}).documents);
}

// A word's term is that of a text that consists of it.
std::string ClusterSpelling::term_of(std::string_view word) const {
  const auto tokens = analyzer_.analyze(word);
  return tokens.size() == 1 ? std::string{tokens.front().term} : std::string{};
}

std::vector<SpellingCandidate> ClusterSpelling::candidates(const SpellingTest& test) const {
  json body{{"size", 0}, {"track_total_hits", false}, {"query", {{"match_none", json::object()}}}};
  auto& suggest = body["suggest"];
  suggest["the word"] = suggestion(test.word(), test.most());
  if (test.most() > 1) {
    for (const auto& text : with_other_beginning(test.word())) suggest[text] = suggestion(text, 1);
  }
  const auto answer = view_.search(DocumentKind::article, body);
  std::set<std::string> words;
  for (const auto& [name, texts] : answer.read<simdjson::dom::object>("suggest")) {
    for (const auto text : array{texts}) {
      for (const auto option : answer.read<array>(text, "options"))
        words.emplace(answer.read<std::string_view>(option, "text"));
    }
  }
  std::vector<SpellingCandidate> found;
  for (const auto& word : words) {
    auto candidate = test.look_at(word);
    if (!candidate) continue;
    candidate->term = term_of(candidate->word);
    found.push_back(std::move(*candidate));
  }
  return found;
}

void ClusterSpelling::prepare(const std::vector<SpellingCandidate>& candidates,
                              DocumentKind kind) const {
  std::vector<std::string> terms;
  terms.reserve(candidates.size());
  for (const auto& candidate : candidates) terms.push_back(candidate.term);
  statistics(kind).read(terms);
}

}  // namespace dateline
