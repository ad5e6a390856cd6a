#include "searcher/hit/first_mention.h"

namespace dateline {

std::size_t first_mention_at(const CheckedRows<MentionRow>& mentions, std::uint32_t offset) {
  std::size_t low = 0;
  std::size_t high = mentions.size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (mentions[middle].span.begin < offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace dateline
