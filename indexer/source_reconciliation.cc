#include "indexer/source_reconciliation.h"

#include <string>
#include <unordered_map>
#include <utility>

namespace dateline {
namespace {

struct Known {
  std::string hash;
  std::string path;
  std::string feed;
  bool is_recorded = false;
};
using Articles = std::unordered_map<std::string, Known>;

Articles articles_of(const Snapshot& snapshot) {
  Articles articles;
  for (std::size_t s = 0; s < snapshot.segment_count(); ++s) {
    const auto& segment = snapshot.segment(s);
    segment.live(DocumentKind::article).for_each([&](std::size_t ordinal) {
      auto meta = segment.meta(static_cast<std::uint32_t>(ordinal));
      articles[std::move(meta.id)] = {std::move(meta.hash), std::move(meta.path),
                                      std::move(meta.feed)};
    });
  }
  return articles;
}

// Whether what a record says of an article agrees with the index; notes that it is recorded.
bool holds(const SourceArticle& article, const std::string& path, Articles& articles) {
  const auto known = articles.find(article.id);
  if (known == articles.end()) return false;
  const bool is_own = known->second.path == path;
  if (is_own != article.is_own()) return false;
  if (!article.is_superseded && known->second.hash != article.hash) return false;
  if (is_own) known->second.is_recorded = true;
  return true;
}

}  // namespace

void reconcile(SourceRecords& records, const Snapshot& snapshot) {
  auto articles = articles_of(snapshot);
  std::unordered_map<std::string, SourceRecord> changed;
  for (auto& record : records.below({})) {
    const auto wrong = std::erase_if(record.articles, [&](const SourceArticle& article) {
      return !holds(article, record.path, articles);
    });
    if (wrong == 0) continue;
    record.is_settled = false;
    auto path = record.path;
    changed.emplace(std::move(path), std::move(record));
  }
  for (const auto& [id, known] : articles) {
    if (known.is_recorded || !known.path.starts_with('/')) continue;
    auto [record, is_new] = changed.try_emplace(known.path);
    if (is_new) {
      if (auto found = records.find(known.path)) record->second = std::move(*found);
      record->second.path = known.path;
      record->second.feed = known.feed;
      record->second.is_settled = false;
    }
    record->second.articles.push_back({id, known.hash});
  }
  for (const auto& [path, record] : changed) {
    if (record.articles.empty()) {
      records.erase(path);
    } else {
      records.put(record);
    }
  }
}

}  // namespace dateline
