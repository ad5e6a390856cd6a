#include "indexer/annotate/focus.h"

#include <algorithm>
#include <set>

#include "corpus/article.h"

namespace dateline {
namespace {

// Counting mentions is crude, and hard to beat: what an article is about, it names again and again,
// and in its title. A share alone would let short texts be about everything, and a number alone
// would let long surveys be about five countries of thirty; so both must hold.

struct Count {
  CountryCode country;
  std::size_t mentions = 0;
};

// Countries by mentions, most first; those of equal count in the order of the text.
std::vector<Count> counts_of(const IndexedArticle& article) {
  std::vector<Count> counts;
  for (const Mention& mention : article.mentions) {
    if (mention.kind != MentionKind::country) continue;
    const auto found = std::find_if(counts.begin(), counts.end(), [&](const Count& count) {
      return count.country == mention.country;
    });
    if (found == counts.end()) {
      counts.push_back({mention.country, 1});
    } else {
      ++found->mentions;
    }
  }
  std::stable_sort(counts.begin(), counts.end(),
                   [](const Count& a, const Count& b) { return a.mentions > b.mentions; });
  return counts;
}

}  // namespace

std::vector<CountryCode> focus_of(const IndexedArticle& article, const CountryFinder& countries) {
  std::set<CountryCode> focus;
  for (const auto& mention : countries.find(article.meta.title)) {
    focus.insert(mention.codes.begin(), mention.codes.end());
  }
  const auto counts = counts_of(article);
  std::size_t total = 0;
  for (const Count& count : counts) total += count.mentions;
  for (std::size_t i = 0; i < std::min(kFocusCount, counts.size()); ++i) {
    if (static_cast<double>(counts[i].mentions) >= kFocusShare * static_cast<double>(total)) {
      focus.insert(counts[i].country);
    }
  }
  return {focus.begin(), focus.end()};
}

}  // namespace dateline
