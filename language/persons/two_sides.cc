#include "language/persons/two_sides.h"

#include <algorithm>
#include <array>
#include <string>

#include "language/persons/person_text.h"

namespace dateline {
namespace {

// What two states have one each of (policy P3).
constexpr std::array<std::string_view, 24> kOfBothStates{
    "leaders",   "sides",       "countries",   "governments", "presidents",  "premiers",
    "ministers", "ministries",  "nations",     "states",      "capitals",    "chancellors",
    "heads",     "delegations", "neighbors",   "neighbours",  "militaries",  "armies",
    "kims",      "emperors",    "parliaments", "secretaries", "negotiators", "powers"};
// Words between.
constexpr std::array<std::string_view, 10> kBetween{"foreign", "prime",    "defense", "defence",
                                                    "finance", "national", "state",   "trade",
                                                    "central", "heads"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

bool tells_of_two_sides(std::string_view text) {
  const LatinFold& fold = persons::PersonWords::built_in().fold();
  const auto words = scan_words(text);
  const auto key = [&](std::size_t i) {
    std::string small;
    if (i < words.size() && words[i].size() < 24) {
      persons::append_key(fold, text.substr(words[i].begin, words[i].size()), small);
    }
    return small;
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = key(i);
    if (word != "two" && word != "both") continue;
    if (word == "two" && (i == 0 || (key(i - 1) != "the" && key(i - 1) != "these"))) continue;
    std::size_t next = i + 1;
    if (word == "both" && key(next) == "the") ++next;
    for (int between = 0; between < 2 && is_among(kBetween, key(next)); ++between) ++next;
    if (next < words.size() && words[next].gap == Gap::kSpace &&
        is_among(kOfBothStates, key(next))) {
      return true;
    }
  }
  return false;
}

}  // namespace dateline
