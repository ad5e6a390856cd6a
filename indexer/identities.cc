#include "indexer/identities.h"
#include "index/content_hash.h"

#include <fmt/format.h>

#include <charconv>

#include "indexer/sources/plain_id.h"
#include "indexer/sources/source_recording.h"

// An article is known by the id that its file names, else by its source (its file, and its place
// there), else by its content. An id found by content is given only when the file that had it has
// it no more, or else a copy would take an article away from its original. Where nobody can say
// whether that file still has it, it counts as having it.

namespace dateline {
namespace {

// The number that 16 hex digits write.
std::uint64_t number_of(const std::string& hash) {
  std::uint64_t number = 0;
  std::from_chars(hash.data(), hash.data() + hash.size(), number, 16);
  return number;
}

}  // namespace

namespace fs = std::filesystem;

void Identities::compare_with(const Snapshot* snapshot, const Finder* finder) {
  snapshot_ = snapshot;
  finder_ = finder;
}

ArticleMeta Identities::meta(const Location& where) const {
  return snapshot_->segment(where.segment).meta(where.ordinal);
}

// Whether an earlier version wrote it, which kept no pages, or saw other blocks in the same text.
bool Identities::is_read_otherwise(const Location& where, const Found& found) const {
  const Segment& segment = snapshot_->segment(where.segment);
  if (found.has_pages && segment.page_starts(where.ordinal).empty()) return true;
  const auto rows = segment.blocks(where.ordinal);
  const std::vector<BlockRow> blocks(rows.begin(), rows.end());
  return structure_hash(blocks) != found.structure;
}

// Where the system does not say whether a file is there (its folder may not be entered), it counts
// as there, so that no other file takes its articles over.
void Identities::join(std::unordered_set<std::string>&& paths, const std::string& feed) {
  joined_ = std::move(paths);
  joined_feed_ = feed;
}

// Whether an article and one in the index belong to one feed.
bool Identities::is_kin(const Found& found, const ArticleMeta& known) const {
  if (found.feed.empty()) return false;
  return known.feed == found.feed || (joined_feed_ == found.feed && joined_.contains(known.path));
}

// What standard input gave may come again at any time.
bool Identities::may_have(const std::string& path) const {
  return path == kStreamPath || (!complete_.contains(path) && !presence_of(path).is_gone);
}

std::optional<std::string> Identities::known_id(const Found& found) const {
  if (finder_ == nullptr) return std::nullopt;
  if (const auto where = finder_->article_from(found.source)) return meta(*where).id;
  for (const auto& where : finder_->articles_with_hash(found.hash)) {
    auto known = meta(where);
    if (!seen(known.id) && !may_have(known.path)) return std::move(known.id);
  }
  return std::nullopt;
}

std::string Identities::id_for(const Found& found, const std::string& wanted,
                               const fs::path& root) const {
  if (auto known = known_id(found); known && !seen(*known)) return std::move(*known);
  const auto is_free = [this](const std::string& id) {
    return !seen(id) && !(finder_ != nullptr && finder_->article(id));
  };
  auto id = wanted;
  for (fs::path above = root; !is_free(id) && above.has_filename(); above = above.parent_path()) {
    id.insert(0, fmt::format("{}/", plain_id(above.filename().string())));
  }
  return is_free(id) ? id : fmt::format("{}~{}", wanted, found.source);
}

std::optional<std::string> Identities::duplicate_of(const Found& found) const {
  if (finder_ != nullptr && finder_->article_from(found.source)) return std::nullopt;
  if (const auto same = by_content_.find(number_of(found.hash)); same != by_content_.end()) {
    if (is_held(*same->second, found.hash, found.path)) return *same->second;
  }
  if (finder_ == nullptr) return std::nullopt;
  for (const auto& where : finder_->articles_with_hash(found.hash)) {
    auto known = meta(where);
    if (is_held(known.id, found.hash, found.path)) return std::move(known.id);
  }
  return std::nullopt;
}

bool Identities::is_held(const std::string& id, const std::string& hash,
                         const std::string& path) const {
  if (const auto claim = claims_.find(id); claim != claims_.end())
    return claim->second.hash == number_of(hash) && !is_same(claim->second, hash, path);
  if (finder_ == nullptr) return false;
  const auto where = finder_->article(id);
  if (!where) return false;
  const auto known = meta(*where);
  return known.hash == hash && known.path != path && may_have(known.path);
}

bool Identities::is_held(const std::string& id, const std::string& path) const {
  if (seen(id)) return is_taken(id, path);
  const auto holder_path = holder(id).first;
  return !holder_path.empty() && holder_path != path && may_have(holder_path);
}

bool Identities::is_same(const Claim& claim, const std::string& hash,
                         const std::string& path) const {
  return claim.hash == number_of(hash) && places_[claim.place].path == path;
}

bool Identities::is_taken(const std::string& id, const std::string& path) const {
  const auto claim = claims_.find(id);
  return claim != claims_.end() && places_[claim->second.place].path != path;
}

// An article that is unchanged gives way to what another file of its feed has newly.
Standing Identities::standing_in_batch(const Claim& claim, const Found& found) const {
  if (is_same(claim, found.hash, found.path)) return Standing::decided;
  const auto& [path, feed] = places_[claim.place];
  if (found.feed.empty() || feed != found.feed || path == found.path) return Standing::came_before;
  return found.is_news && !claim.is_written ? Standing::free : Standing::superseded;
}

Standing Identities::standing(const std::string& id, const Found& found) const {
  if (const auto claim = claims_.find(id); claim != claims_.end())
    return standing_in_batch(claim->second, found);
  if (finder_ == nullptr) return Standing::free;
  const auto where = finder_->article(id);
  if (!where) return Standing::free;
  const auto known = meta(*where);
  const bool is_of_feed = is_kin(found, known);
  // Standard input is no place: what it gives under several names are several sources.
  if (known.path == found.path &&
      (is_of_feed || known.path != kStreamPath || known.feed == found.feed))
    return Standing::free;
  if (!may_have(known.path)) return Standing::free;
  if (is_of_feed) return found.is_news ? Standing::free : Standing::superseded;
  return known.hash == found.hash ? Standing::copy : Standing::foreign;
}

std::pair<std::string, std::string> Identities::holder(const std::string& id) const {
  if (const auto claim = claims_.find(id); claim != claims_.end()) {
    const auto& [path, feed] = places_[claim->second.place];
    return {path, feed};
  }
  const auto where = finder_ == nullptr ? std::nullopt : finder_->article(id);
  if (!where) return {};
  auto known = meta(*where);
  return {std::move(known.path), std::move(known.feed)};
}

std::optional<std::string> Identities::decided(const Found& found) const {
  if (const auto known = by_source_.find(number_of(found.source)); known != by_source_.end())
    return *known->second;
  if (finder_ == nullptr) return std::nullopt;
  const auto where = finder_->article_from(found.source);
  if (!where) return std::nullopt;
  auto id = meta(*where).id;
  const auto claim = claims_.find(id);
  if (claim == claims_.end() || !is_same(claim->second, found.hash, found.path))
    return std::nullopt;
  return id;
}

void Identities::take(const std::string& id, Claim claim, const Place& from) {
  const auto [number, is_new] =
      place_of_.try_emplace(from.path, static_cast<std::uint32_t>(places_.size()));
  if (is_new) places_.push_back(from);
  claim.place = number->second;
  const auto taken = claims_.insert_or_assign(id, claim).first;
  by_content_.try_emplace(claim.hash, &taken->first);
}

void Identities::claim(const SourceArticle& article, const SourceRecord& record) {
  take(article.id, {number_of(article.hash)}, {record.path, record.feed});
}

Decision Identities::decide(const std::string& id, const Found& found) {
  auto decision = compare(id, found);
  take(id, {number_of(found.hash), 0, decision.novelty != Novelty::unchanged},
       {found.path, found.feed});
  if (!found.has_id_of_its_own)
    by_source_.try_emplace(number_of(found.source), &claims_.find(id)->first);
  return decision;
}

Decision Identities::compare(const std::string& id, const Found& found) const {
  const auto where = finder_ == nullptr ? std::nullopt : finder_->article(id);
  if (!where) return {Novelty::added, std::nullopt, {}, found.feed};
  auto known = meta(*where);
  const bool is_elsewhere = known.path != found.path;
  const bool left_older =
      is_elsewhere && is_kin(found, known) && (may_have(known.path) || is_taken(id, found.path));
  auto left = is_elsewhere ? std::move(known.path) : std::string{};
  // A file that has a name as a source keeps it.
  auto feed = found.feed.empty() && !is_elsewhere ? known.feed : found.feed;
  if (known.hash != found.hash || is_read_otherwise(*where, found))
    return {Novelty::replaced, where, std::move(left), std::move(feed), left_older};
  // An article with an id of its own may change its place in its file.
  const bool is_in_place =
      known.source == found.source || (found.has_id_of_its_own && !is_elsewhere);
  if (is_in_place && known.feed == feed) return {Novelty::unchanged, std::nullopt, {}, {}};
  return {Novelty::moved, where, std::move(left), std::move(feed), left_older};
}

}  // namespace dateline
