#include "cluster/documents/fingerprint.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "index/content_hash.h"
#include "index/hex_hash.h"

namespace dateline {

std::string article_fingerprint(const Segment& segment, std::uint32_t article) {
  const auto rows = segment.blocks(article);
  const std::vector<BlockRow> blocks(rows.begin(), rows.end());
  const auto pages = segment.page_starts(article);
  std::string all{segment.id(article)};
  // The description has the hash of the content, which titles, authors and days are part of.
  all += fmt::format("\n{}\n{}\n{:016x}\n{}", to_json(segment.meta(article)),
                     segment.extractor(article), structure_hash(blocks), pages.size());
  return hex_hash(all);
}

}  // namespace dateline
