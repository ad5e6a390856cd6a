#include "searcher/match/whole_name.h"

#include <algorithm>
#include <utility>

namespace dateline {
namespace {

bool stands_at(std::span<const std::uint32_t> words, std::span<const std::uint32_t> tokens,
               std::size_t at) noexcept {
  return at <= tokens.size() && tokens.size() - at >= words.size() &&
         std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at));
}

// Whether `longer` stands around the name that is at `at`.
bool stands_around(const std::vector<std::uint32_t>& longer, const std::vector<std::uint32_t>& name,
                   std::span<const std::uint32_t> tokens, std::size_t at) noexcept {
  if (longer.size() < name.size()) return false;
  for (std::size_t before = 0; before <= std::min(at, longer.size() - name.size()); ++before) {
    if (stands_at(longer, tokens, at - before)) return true;
  }
  return false;
}

}  // namespace

WholeName::WholeName(std::vector<std::uint32_t> words, std::vector<Longer> longer)
    : words_(std::move(words)), longer_(std::move(longer)) {
  std::stable_sort(longer_.begin(), longer_.end(), [](const Longer& a, const Longer& b) {
    return a.words.size() > b.words.size();
  });
}

bool WholeName::is_whole_at(std::span<const std::uint32_t> tokens, std::size_t at) const {
  const auto found = std::find_if(longer_.begin(), longer_.end(), [&](const Longer& longer) {
    return stands_around(longer.words, words_, tokens, at);
  });
  return found == longer_.end() || found->is_same;
}

bool WholeName::occurs_in(std::span<const std::uint32_t> tokens) const {
  for (auto found = tokens.begin(); found != tokens.end(); ++found) {
    found = std::search(found, tokens.end(), words_.begin(), words_.end());
    if (found == tokens.end()) return false;
    if (is_whole_at(tokens, static_cast<std::size_t>(found - tokens.begin()))) return true;
  }
  return false;
}

}  // namespace dateline
