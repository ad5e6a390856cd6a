#include "searcher/match/phrase.h"

#include <algorithm>
#include <deque>

namespace dateline {

PhraseMatcher::PhraseMatcher(std::vector<std::uint32_t> words, std::uint32_t slop)
    : words_(std::move(words)), slop_(slop), distinct_(words_) {
  std::sort(distinct_.begin(), distinct_.end());
  distinct_.erase(std::unique(distinct_.begin(), distinct_.end()), distinct_.end());
  needed_.resize(distinct_.size());
  for (const auto word : words_) {
    ++needed_[static_cast<std::size_t>(std::lower_bound(distinct_.begin(), distinct_.end(), word) -
                                       distinct_.begin())];
  }
}

bool PhraseMatcher::occurs_in(std::span<const std::uint32_t> tokens) const {
  return slop_ == 0 ? occurs_in_order(tokens) : occurs_near(tokens);
}

bool PhraseMatcher::occurs_in_order(std::span<const std::uint32_t> tokens) const {
  return std::search(tokens.begin(), tokens.end(), words_.begin(), words_.end()) != tokens.end();
}

// A window that slides over the phrase's words alone: it is complete when it holds each as often as
// needed.
bool PhraseMatcher::occurs_near(std::span<const std::uint32_t> tokens) const {
  struct Place {
    std::size_t position;
    std::size_t word;  // index into distinct_
  };
  const std::size_t width = words_.size() + slop_;
  std::deque<Place> window;
  std::vector<std::uint32_t> have(distinct_.size());
  std::size_t complete = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const auto found = std::lower_bound(distinct_.begin(), distinct_.end(), tokens[i]);
    if (found == distinct_.end() || *found != tokens[i]) continue;
    const auto word = static_cast<std::size_t>(found - distinct_.begin());
    window.push_back({i, word});
    if (++have[word] == needed_[word]) ++complete;
    while (i - window.front().position >= width) {
      const auto leaving = window.front().word;
      if (have[leaving]-- == needed_[leaving]) --complete;
      window.pop_front();
    }
    if (complete == distinct_.size()) return true;
  }
  return false;
}

}  // namespace dateline
