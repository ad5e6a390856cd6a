#include "indexer/identities.h"

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

// Whether an earlier version, which kept no pages, wrote it.
bool Identities::lacks_pages(const Location& where, const Found& found) const {
  return found.has_pages && snapshot_->segment(where.segment).page_starts(where.ordinal).empty();
}

// Where the system does not say whether a file is there (its folder may not be entered), it counts
// as there, so that no other file takes its articles over.
bool Identities::may_have(const std::string& path) const {
  return !complete_.contains(path) && !is_gone(path);
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

bool Identities::is_same(const Claim& claim, const std::string& hash,
                         const std::string& path) const {
  const auto number = paths_.find(path);
  return claim.hash == number_of(hash) && number != paths_.end() && number->second == claim.path;
}

bool Identities::seen(const std::string& id, const Found& found) const {
  const auto claim = claims_.find(id);
  return claim != claims_.end() && is_same(claim->second, found.hash, found.path);
}

std::optional<std::string> Identities::decided(const Found& found) const {
  if (const auto known = by_source_.find(number_of(found.source)); known != by_source_.end())
    return *known->second;
  if (finder_ == nullptr) return std::nullopt;
  const auto where = finder_->article_from(found.source);
  if (!where) return std::nullopt;
  auto id = meta(*where).id;
  if (!seen(id, found)) return std::nullopt;
  return id;
}

void Identities::claim(const std::string& id, const std::string& hash, const std::string& path) {
  const auto number = paths_.try_emplace(path, static_cast<std::uint32_t>(paths_.size()));
  const auto claim =
      claims_.insert_or_assign(id, Claim{number_of(hash), number.first->second}).first;
  by_content_.try_emplace(claim->second.hash, &claim->first);
}

Decision Identities::decide(const std::string& id, const Found& found) {
  claim(id, found.hash, found.path);
  if (!found.has_id_of_its_own)
    by_source_.try_emplace(number_of(found.source), &claims_.find(id)->first);
  if (finder_ == nullptr) return {};
  const auto where = finder_->article(id);
  if (!where) return {};
  auto known = meta(*where);
  const bool is_elsewhere = known.path != found.path;
  auto left = is_elsewhere ? std::move(known.path) : std::string{};
  if (known.hash != found.hash || lacks_pages(*where, found))
    return {Novelty::replaced, where, std::move(left)};
  // An article with an id of its own may change its place in its file.
  if (known.source == found.source || (found.has_id_of_its_own && !is_elsewhere))
    return {Novelty::unchanged, std::nullopt, {}};
  return {Novelty::moved, where, std::move(left)};
}

}  // namespace dateline
