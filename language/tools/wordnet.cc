#include "language/tools/wordnet.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "language/ascii.h"

namespace dateline::forms {
namespace {

constexpr std::array<std::string_view, kSpeeches> kFiles{"noun", "verb", "adj", "adv"};

// The sense of a word that a synset is: its file and its offset there.
using Synset = std::pair<Speech, std::uint32_t>;
using Ranks = std::map<std::pair<std::string, Synset>, std::uint32_t>;  // 0: the commonest sense

bool is_plain(const std::string& word) {
  return word.size() > 1 && std::all_of(word.begin(), word.end(), is_ascii_small);
}

std::ifstream open(const std::filesystem::path& path) {
  std::ifstream in{path};
  if (!in) throw std::runtime_error{"cannot read " + path.string()};
  return in;
}

Speech speech_of(char letter) {
  switch (letter) {
    case 'n':
      return Speech::noun;
    case 'v':
      return Speech::verb;
    case 'r':
      return Speech::adverb;
    default:
      return Speech::adjective;  // a, s
  }
}

// lemma pos synset_cnt p_cnt ptr... sense_cnt tagsense_cnt offset...
void read_index(const std::filesystem::path& folder, Speech speech, WordNet& words, Ranks& ranks) {
  const auto name = std::string{"index."} + std::string{kFiles[static_cast<std::size_t>(speech)]};
  auto in = open(folder / name);
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;  // the licence
    std::istringstream fields{line};
    std::string lemma;
    std::string skipped;
    std::uint32_t senses = 0;
    std::uint32_t pointers = 0;
    fields >> lemma >> skipped >> senses >> pointers;
    if (!is_plain(lemma)) continue;
    for (std::uint32_t i = 0; i < pointers + 2; ++i) fields >> skipped;
    words.lemmas[lemma].speeches[static_cast<std::size_t>(speech)] = true;
    for (std::uint32_t rank = 0; rank < senses; ++rank) {
      std::uint32_t offset = 0;
      fields >> offset;
      ranks.emplace(std::pair{lemma, Synset{speech, offset}}, rank);
    }
    if (!fields) throw std::runtime_error{name + ": " + line.substr(0, 40)};
  }
}

struct Pointer {
  std::string symbol;
  Synset synset;
  std::size_t from = 0;  // numbers of the words in their synsets, from 1 on; 0: all
  std::size_t to = 0;
};
struct Entry {
  std::uint32_t file = 0;  // of the lexicographers: what kind of thing the words mean
  std::vector<std::string> words;
  std::vector<Pointer> pointers;
};

// offset file ss_type w_cnt (word lex_id)... p_cnt (symbol offset pos source/target)... | gloss
Entry read_entry(std::istringstream& fields) {
  Entry entry;
  std::string skipped;
  std::string number;
  fields >> entry.file >> skipped >> number;
  for (auto left = std::stoul(number, nullptr, 16); left > 0; --left) {
    std::string word;
    fields >> word >> skipped;
    entry.words.push_back(word.substr(0, word.find('(')));  // good(a): a place in the sentence
  }
  std::size_t pointers = 0;
  fields >> pointers;
  for (; pointers > 0; --pointers) {
    Pointer pointer;
    std::string speech;
    std::string ends;
    fields >> pointer.symbol >> pointer.synset.second >> speech >> ends;
    if (!fields || ends.size() != 4) throw std::runtime_error{"a damaged pointer"};
    pointer.synset.first = speech_of(speech.front());
    pointer.from = std::stoul(ends.substr(0, 2), nullptr, 16);
    pointer.to = std::stoul(ends.substr(2), nullptr, 16);
    entry.pointers.push_back(std::move(pointer));
  }
  return entry;
}

std::map<Synset, Entry> read_data(const std::filesystem::path& folder) {
  std::map<Synset, Entry> entries;
  for (std::size_t i = 0; i < kSpeeches; ++i) {
    auto in = open(folder / (std::string{"data."} + std::string{kFiles[i]}));
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with(' ')) continue;
      std::istringstream fields{line};
      std::uint32_t offset = 0;
      fields >> offset;
      entries.emplace(Synset{static_cast<Speech>(i), offset}, read_entry(fields));
    }
  }
  return entries;
}

// What is done, thought, said, felt, or so: lexnames(5WN).
bool is_action(std::uint32_t file) {
  constexpr std::array<std::uint32_t, 12> kActions{4, 7, 9, 10, 11, 12, 19, 21, 22, 24, 26, 28};
  return std::find(kActions.begin(), kActions.end(), file) != kActions.end();
}

bool is_action_of(const std::map<Synset, Entry>& entries, const Synset& noun, const Synset& verb) {
  return noun.first == Speech::noun && verb.first == Speech::verb &&
         is_action(entries.at(noun).file);
}

bool derives(const std::string& symbol) { return symbol == "+" || symbol == "\\" || symbol == "<"; }

// Whether words of a synset differ in a letter alone: "defense" and "defence".
bool are_spellings(const std::string& a, const std::string& b) {
  constexpr std::size_t kShortest = 5;
  if (a.size() != b.size() || a.size() < kShortest) return false;
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin());
  return x != a.end() && std::equal(std::next(x), a.end(), std::next(y));
}

// A pointer names one of a word's spellings; the most usual is meant.
const std::string& commonest_spelling(const Entry& entry, std::size_t number,
                                      const WordNet& words) {
  const auto count = [&](const std::string& word) {
    const auto found = words.lemmas.find(word);
    return found == words.lemmas.end() ? 0 : found->second.count;
  };
  const auto& named = entry.words.at(number - 1);
  const auto* best = &named;
  for (const auto& word : entry.words) {
    if (are_spellings(word, named) && count(word) > count(*best)) best = &word;
  }
  return *best;
}

// Words of two senses, or of one, that begin with the same letters.
void add_akin(const Entry& one, const Entry& other, WordNet& words) {
  constexpr std::size_t kSameLetters = 4;
  for (const auto& a : one.words) {
    for (const auto& b : other.words) {
      const bool begin_alike = a.compare(0, kSameLetters, b, 0, kSameLetters) == 0;
      if (a < b && begin_alike && is_plain(a) && is_plain(b)) words.akin.emplace(a, b);
    }
  }
}

void add_akin(const std::map<Synset, Entry>& entries, WordNet& words) {
  for (const auto& [synset, entry] : entries) {
    add_akin(entry, entry, words);
    for (const auto& pointer : entry.pointers) {
      if (derives(pointer.symbol)) {
        add_akin(entry, entries.at(pointer.synset), words);
        add_akin(entries.at(pointer.synset), entry, words);
      }
    }
  }
}

void add_derived(const std::map<Synset, Entry>& entries, const Ranks& ranks, WordNet& words) {
  for (const auto& [synset, entry] : entries) {
    for (const auto& pointer : entry.pointers) {
      if (!derives(pointer.symbol) || pointer.from == 0 || pointer.to == 0) continue;
      const auto& from = commonest_spelling(entry, pointer.from, words);
      const auto& to = commonest_spelling(entries.at(pointer.synset), pointer.to, words);
      if (from == to || !is_plain(from) || !is_plain(to)) continue;
      const auto rank = [&](const std::string& word, const Synset& sense) {
        const auto found = ranks.find({word, sense});
        return found == ranks.end() ? std::uint32_t{99} : found->second;
      };
      const auto sum = rank(from, synset) + rank(to, pointer.synset);
      const bool action = is_action_of(entries, synset, pointer.synset) ||
                          is_action_of(entries, pointer.synset, synset);
      auto& derivation =
          words.derived.emplace(std::minmax(from, to), WordNet::Derivation{sum, action})
              .first->second;
      derivation.ranks = std::min(derivation.ranks, sum);
      derivation.is_action = derivation.is_action || action;
    }
  }
}

// lemma%ss_type:lex_filenum:lex_id:head_word:head_id sense_number tag_cnt
void read_counts(const std::filesystem::path& folder, WordNet& words) {
  auto in = open(folder / "cntlist.rev");
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields{line};
    std::string key;
    std::uint32_t sense = 0;
    std::uint32_t count = 0;
    if (!(fields >> key >> sense >> count)) continue;
    const auto found = words.lemmas.find(key.substr(0, key.find('%')));
    if (found != words.lemmas.end()) found->second.count += count;
  }
}

void read_irregular(const std::filesystem::path& folder, std::string_view file, WordNet& words) {
  auto in = open(folder / file);
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields{line};
    std::string form;
    fields >> form;
    for (std::string lemma; fields >> lemma;) {
      if (!is_plain(form) || !is_plain(lemma)) continue;
      words.irregular[form].insert(lemma);
      if (file.starts_with("noun")) words.irregular_nouns.insert(form);
    }
  }
}

// The synsets of places, with all their words.
std::map<Synset, std::vector<std::string>> read_places(const std::filesystem::path& folder) {
  constexpr std::uint32_t kLocation = 15;  // noun.location; source: lexnames(5WN)
  std::map<Synset, std::vector<std::string>> places;
  auto in = open(folder / "data.noun");
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with(' ')) continue;
    std::istringstream fields{line};
    std::uint32_t offset = 0;
    fields >> offset;
    auto entry = read_entry(fields);
    if (entry.file != kLocation) continue;
    for (auto& word : entry.words) std::replace(word.begin(), word.end(), '_', ' ');
    places.emplace(Synset{Speech::noun, offset}, std::move(entry.words));
  }
  return places;
}

}  // namespace

Lemmas read_lemmas(const std::filesystem::path& folder) {
  WordNet words;
  Ranks ranks;
  for (std::size_t i = 0; i < kSpeeches; ++i)
    read_index(folder, static_cast<Speech>(i), words, ranks);
  const auto places = read_places(folder);
  Lemmas lemmas;
  std::set<std::string> common;
  for (const auto& [sense, rank] : ranks) {
    const auto& [lemma, synset] = sense;
    if (const auto place = places.find(synset); place != places.end()) {
      lemmas.places[lemma].push_back(place->second);
    } else {
      common.insert(lemma);
    }
  }
  std::erase_if(lemmas.places, [&](const auto& place) { return common.contains(place.first); });
  lemmas.all = std::move(words.lemmas);
  return lemmas;
}

WordNet read_wordnet(const std::filesystem::path& folder) {
  WordNet words;
  Ranks ranks;
  for (std::size_t i = 0; i < kSpeeches; ++i)
    read_index(folder, static_cast<Speech>(i), words, ranks);
  read_counts(folder, words);
  const auto entries = read_data(folder);
  add_derived(entries, ranks, words);
  add_akin(entries, words);
  read_irregular(folder, "noun.exc", words);
  read_irregular(folder, "verb.exc", words);
  return words;
}

}  // namespace dateline::forms
