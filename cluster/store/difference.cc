#include "cluster/store/difference.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "cluster/documents/fingerprint.h"

namespace dateline {
namespace {

struct LocalArticle {
  std::string_view id;
  Location place;
};

// In the order of the bytes of their ids, which is a cluster's order of keywords.
std::vector<LocalArticle> articles_of(const Snapshot& snapshot) {
  std::vector<LocalArticle> articles;
  articles.reserve(snapshot.live_count(DocumentKind::article));
  for (std::uint32_t s = 0; s < snapshot.segment_count(); ++s) {
    const Segment& segment = snapshot.segment(s);
    segment.live(DocumentKind::article).for_each([&](std::size_t i) {
      const auto article = static_cast<std::uint32_t>(i);
      articles.push_back({segment.id(article), {s, article}});
    });
  }
  std::sort(articles.begin(), articles.end(),
            [](const LocalArticle& a, const LocalArticle& b) { return a.id < b.id; });
  return articles;
}

class Comparison {
 public:
  Comparison(const Snapshot& snapshot, std::uint64_t in_force,
             const std::map<StoredVersion, std::uint64_t>& left)
      : snapshot_(snapshot), in_force_(in_force), left_(left) {}

  // All versions of one id that the cluster has; `here`: where it is in the index.
  void compare(const std::vector<StoredArticle>& versions, const std::optional<Location>& here) {
    const auto is_stored = [this](const StoredArticle& one) { return one.added <= in_force_; };
    const auto stored = std::count_if(versions.begin(), versions.end(), is_stored);
    found_.stored += stored > 0 ? 1 : 0;
    const StoredArticle* kept = nullptr;
    if (here) {
      const auto& segment = snapshot_.segment(here->segment);
      const auto fingerprint = article_fingerprint(segment, here->ordinal);
      const auto [begin, end] = segment.events_of(here->ordinal);
      for (const auto& one : versions) {
        if (kept != nullptr || one.fingerprint != fingerprint) continue;
        if (is_stored(one) ? stored == 1 : is_whole(one, end - begin)) kept = &one;
      }
      if (kept == nullptr) found_.to_send.push_back(*here);
    }
    for (const auto& one : versions) judge(one, kept);
  }

  Difference finish() {
    for (const auto& [version, count] : left_) {
      if (!needed_.contains(version)) found_.to_delete.push_back(version);
    }
    std::sort(found_.to_send.begin(), found_.to_send.end());
    std::sort(found_.to_delete.begin(), found_.to_delete.end());
    found_.to_delete.erase(std::unique(found_.to_delete.begin(), found_.to_delete.end()),
                           found_.to_delete.end());
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_whole(const StoredArticle& one, std::uint64_t events) const {
    const auto there = left_.find({one.id, one.added});
    return (there == left_.end() ? 0 : there->second) == events && !one.removed;
  }

  void judge(const StoredArticle& one, const StoredArticle* kept) {
    if (one.added > in_force_) {
      if (&one == kept) {
        ++found_.reused;
        needed_.emplace(one.id, one.added);
      } else {
        found_.to_delete.emplace_back(one.id, one.added);
      }
    } else if (&one == kept) {
      ++found_.unchanged;
      if (one.removed) found_.to_restore.push_back(one.id);
    } else if (found_.to_take_out.empty() || found_.to_take_out.back() != one.id) {
      found_.to_take_out.push_back(one.id);
    }
  }

  const Snapshot& snapshot_;
  std::uint64_t in_force_;
  const std::map<StoredVersion, std::uint64_t>& left_;
  std::set<StoredVersion> needed_;
  Difference found_;
};

}  // namespace

Difference difference(const Snapshot& snapshot, std::uint64_t in_force,
                      const std::map<StoredVersion, std::uint64_t>& left, const NextStored& next) {
  const auto articles = articles_of(snapshot);
  Comparison comparison(snapshot, in_force, left);
  auto here = articles.begin();
  std::vector<StoredArticle> versions;
  const auto* stored = next();
  while (stored != nullptr || here != articles.end()) {
    versions.clear();
    const std::string id = here == articles.end() ? stored->id
                           : stored == nullptr    ? std::string{here->id}
                                                  : std::min(stored->id, std::string{here->id});
    for (; stored != nullptr && stored->id == id; stored = next()) versions.push_back(*stored);
    std::optional<Location> place;
    if (here != articles.end() && here->id == id) place = (here++)->place;
    comparison.compare(versions, place);
  }
  return comparison.finish();
}

}  // namespace dateline
