#include "index/content_hash.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "language/date_interval.h"

namespace dateline {
namespace {

// Feeds a hash with strings, each with its length, so that no two lists of strings look alike.
class ContentHash {
 public:
  ContentHash() : state_(XXH3_createState()) { XXH3_64bits_reset(state_.get()); }
  void add(std::string_view text) {
    const std::uint64_t size = text.size();
    XXH3_64bits_update(state_.get(), &size, sizeof(size));
    XXH3_64bits_update(state_.get(), text.data(), text.size());
  }
  void add_days(const std::optional<DateInterval>& published) {
    add(published ? format_interval(*published) : std::string{});
  }
  [[nodiscard]] std::string hex() const {
    return fmt::format("{:016x}", XXH3_64bits_digest(state_.get()));
  }

 private:
  struct Free {
    void operator()(XXH3_state_t* state) const noexcept { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Free> state_;
};

}  // namespace

std::string content_hash(const Article& article) {
  ContentHash hash;
  hash.add(article.text);
  hash.add(article.title);
  for (const auto& author : article.authors) hash.add(author.name);
  hash.add_days(article.published);
  hash.add(article.language);
  return hash.hex();
}

std::uint64_t structure_hash(const Article& article) {
  std::vector<BlockRow> rows;
  rows.reserve(article.blocks.size());
  for (const Block& block : article.blocks)
    rows.push_back({block.span, block.content, static_cast<std::uint32_t>(block.kind)});
  return structure_hash(rows);
}

std::uint64_t structure_hash(std::span<const BlockRow> blocks) {
  return XXH3_64bits(blocks.data(), blocks.size_bytes());
}

std::string content_hash(const ArticleMeta& meta, std::string_view text) {
  ContentHash hash;
  hash.add(text);
  hash.add(meta.title);
  for (const auto& author : meta.authors) hash.add(author);
  hash.add_days(meta.published);
  hash.add(meta.language);
  return hash.hex();
}

}  // namespace dateline
