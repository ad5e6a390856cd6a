#include "language/tools/word_forms.h"

#include <libstemmer.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <set>
#include <stdexcept>
#include <string_view>

namespace dateline::forms {
namespace {

// An irregular form that is a word of its own is taken for the form only if it is rare as that
// word: "rose" is risen, but "left" is not only leaving, nor "found" only finding.
constexpr std::uint32_t kRareAsWord = 5;
constexpr std::uint32_t kCommonerAsForm = 4;
// Groups of words that the tagged texts hardly have stay with their stem: WordNet's derivations of
// rare words are incomplete.
constexpr std::uint32_t kSplitFrom = 3;
// Derivations between senses that are no common ones of their words are left out.
constexpr std::uint32_t kMaxRanks = 6;
constexpr std::size_t kMostRelated = 4;

class Stemmer {
 public:
  Stemmer() : stemmer_(sb_stemmer_new("en", "UTF_8"), sb_stemmer_delete) {
    if (!stemmer_) throw std::runtime_error{"libstemmer has no English"};
  }
  [[nodiscard]] std::string operator()(const std::string& word) const {
    const auto* stem =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                        static_cast<int>(word.size()));
    return {reinterpret_cast<const char*>(stem),
            static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  std::unique_ptr<sb_stemmer, void (*)(sb_stemmer*)> stemmer_;
};

bool is_vowel(char c) { return std::string_view{"aeiou"}.find(c) != std::string_view::npos; }

// The regular plurals, or third persons, of a word; some may not exist.
std::set<std::string> plurals(const std::string& word) {
  if (word.back() == 'y' && word.size() > 2 && !is_vowel(word[word.size() - 2]))
    return {word.substr(0, word.size() - 1) + "ies"};
  const bool hisses = std::string_view{"sxz"}.find(word.back()) != std::string_view::npos ||
                      word.ends_with("ch") || word.ends_with("sh");
  return {word + (hisses ? "es" : "s")};
}

// The regular past and the present participle of a verb.
std::set<std::string> participles(const std::string& verb) {
  const char last = verb.back();
  const std::string without = verb.substr(0, verb.size() - 1);
  if (last == 'e') return {verb + "d", without + "ing"};
  if (last == 'y' && !is_vowel(without.back())) return {without + "ied", verb + "ing"};
  std::set<std::string> forms{verb + "ed", verb + "ing"};
  if (!is_vowel(last) && is_vowel(without.back()))
    forms.insert({verb + last + "ed", verb + last + "ing"});
  return forms;
}

std::set<std::string> regular_forms(const std::string& word) {
  auto forms = plurals(word);
  forms.merge(participles(word));
  return forms;
}

// Whether one word is a form of the other, or its adverb or its quality: such derivations WordNet
// often leaves out.
bool is_plainly_derived(const std::string& longer, const std::string& word) {
  if (regular_forms(word).contains(longer)) return true;
  const std::string without = word.substr(0, word.size() - 1);
  for (const std::string_view ending : {"ly", "ness", "er", "or", "ist", "ism"}) {
    if (longer == word + std::string{ending} || longer == without + std::string{ending})
      return true;
  }
  return false;
}

/// Groups of the words of one stem.
class Groups {
 public:
  Groups(const WordNet& words, const std::vector<std::string>& members)
      : words_(words), members_(members), group_(members.size()) {
    std::iota(group_.begin(), group_.end(), std::size_t{0});
    for (std::size_t i = 0; i < members.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        if (are_related(members[i], members[j])) join(i, j);
      }
    }
  }

  /// The commonest first.
  [[nodiscard]] std::vector<std::vector<std::string>> all() const {
    std::map<std::size_t, std::vector<std::string>> by_group;
    for (std::size_t i = 0; i < members_.size(); ++i) by_group[group_[i]].push_back(members_[i]);
    std::vector<std::vector<std::string>> groups;
    groups.reserve(by_group.size());
    for (auto& [number, group] : by_group) groups.push_back(std::move(group));
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const auto& a, const auto& b) { return count(a) > count(b); });
    return groups;
  }
  [[nodiscard]] std::uint32_t count(const std::vector<std::string>& group) const {
    std::uint32_t sum = 0;
    for (const auto& word : group) sum += words_.lemmas.at(word).count;
    return sum;
  }

 private:
  [[nodiscard]] bool are_related(const std::string& a, const std::string& b) const {
    return words_.derived.contains(std::minmax(a, b)) || words_.akin.contains(std::minmax(a, b)) ||
           is_plainly_derived(a, b) || is_plainly_derived(b, a);
  }
  void join(std::size_t a, std::size_t b) {
    const auto from = group_[a];
    const auto to = group_[b];
    std::replace(group_.begin(), group_.end(), from, to);
  }

  const WordNet& words_;
  const std::vector<std::string>& members_;
  std::vector<std::size_t> group_;
};

class TableMaker {
 public:
  explicit TableMaker(const WordNet& words) : words_(words) {
    for (const auto& [word, lemma] : words.lemmas) by_stem_[stem_(word)].push_back(word);
  }

  [[nodiscard]] Tables make() {
    for (const auto& [stem, members] : by_stem_) split(members);
    add_irregular();
    add_related();
    return std::move(tables_);
  }

 private:
  [[nodiscard]] std::string term(const std::string& form) const {
    const auto found = tables_.terms.find(form);
    return found == tables_.terms.end() ? stem_(form) : found->second;
  }
  [[nodiscard]] std::uint32_t count(const std::string& word) const {
    const auto found = words_.lemmas.find(word);
    return found == words_.lemmas.end() ? 0 : found->second.count;
  }

  [[nodiscard]] bool is_adjective(const std::string& word) const {
    const auto found = words_.lemmas.find(word);
    return found != words_.lemmas.end() &&
           found->second.speeches[static_cast<std::size_t>(Speech::adjective)];
  }

  void split(const std::vector<std::string>& members) {
    if (members.size() < 2) return;
    const Groups groups(words_, members);
    const auto all = groups.all();
    for (std::size_t i = 1; i < all.size(); ++i) {
      if (groups.count(all[i]) >= kSplitFrom) give_own_term(all[i]);
    }
  }

  [[nodiscard]] std::set<std::string> forms_of(const std::string& word) const {
    const auto& speeches = words_.lemmas.at(word).speeches;
    const bool is_verb = speeches[static_cast<std::size_t>(Speech::verb)];
    std::set<std::string> forms{word};
    if (is_verb || speeches[static_cast<std::size_t>(Speech::noun)]) forms.merge(plurals(word));
    if (is_verb) forms.merge(participles(word));
    return forms;
  }

  // No stem of others may be the term.
  void give_own_term(const std::vector<std::string>& group) {
    auto own = *std::max_element(group.begin(), group.end(),
                                 [&](const auto& a, const auto& b) { return count(a) < count(b); });
    if (by_stem_.contains(own)) own += '=';
    for (const auto& word : group) {
      for (const auto& form : forms_of(word)) {
        const bool is_other = form != word && words_.lemmas.contains(form) &&
                              std::find(group.begin(), group.end(), form) == group.end();
        if (!is_other) tables_.terms.emplace(form, own);
      }
    }
  }

  void add_irregular() {
    for (const auto& [form, lemmas] : words_.irregular) {
      const auto& base =
          *std::max_element(lemmas.begin(), lemmas.end(),
                            [&](const auto& a, const auto& b) { return count(a) < count(b); });
      const auto own = count(form);
      const bool is_plural = words_.irregular_nouns.contains(form);
      const bool is_clear =
          std::all_of(lemmas.begin(), lemmas.end(), [&](const std::string& other) {
            return other == base || count(other) * kCommonerAsForm <= count(base);
          });
      // The press is "media" as a word of its own; "medium-range" has another one.
      if (is_plural && (is_adjective(base) || words_.lemmas.contains(form))) continue;
      if (!is_clear || count(base) == 0 || own > kRareAsWord ||
          own * kCommonerAsForm > count(base)) {
        continue;
      }
      const auto wanted = term(base);
      if (term(form) != wanted) tables_.terms[form] = wanted;
    }
  }

  void add_related() {
    struct Related {
      std::uint32_t ranks;
      std::string word;
    };
    std::map<std::string, std::vector<Related>> related;
    for (const auto& [pair, derivation] : words_.derived) {
      const auto& [a, b] = pair;
      const auto ranks = derivation.ranks;
      if (!derivation.is_action || ranks > kMaxRanks || a.front() != b.front()) continue;
      const auto term_a = term(a);
      const auto term_b = term(b);
      if (term_a == term_b) continue;
      related[term_a].push_back({ranks, b});
      related[term_b].push_back({ranks, a});
    }
    for (auto& [own, list] : related) {
      std::stable_sort(list.begin(), list.end(),
                       [](const Related& x, const Related& y) { return x.ranks < y.ranks; });
      std::set<std::string> terms;
      for (const auto& one : list) {
        if (terms.size() == kMostRelated) break;
        if (terms.insert(term(one.word)).second) tables_.words[own].push_back(one.word);
      }
    }
  }

  const WordNet& words_;
  Stemmer stem_;
  std::map<std::string, std::vector<std::string>> by_stem_;
  Tables tables_;
};

}  // namespace

Tables make_tables(const WordNet& words) { return TableMaker{words}.make(); }

}  // namespace dateline::forms
