#include "index/snapshot.h"

#include <fmt/format.h>

#include "index/error.h"
#include "index/schema.h"

namespace dateline {
namespace {

// Opening takes a moment, in which a writer may publish and a later one sweep what this manifest
// names. Then there is a newer manifest, and its segments are there.
constexpr int kMaxOpenings = 8;

std::vector<std::unique_ptr<Segment>> open_segments(const std::filesystem::path& directory,
                                                    const Manifest& manifest) {
  std::vector<std::unique_ptr<Segment>> segments;
  segments.reserve(manifest.segments.size());
  for (const auto& entry : manifest.segments)
    segments.push_back(std::make_unique<Segment>(directory, entry));
  return segments;
}

}  // namespace

void check_analyzer(const std::filesystem::path& directory, const Manifest& manifest,
                    const Analyzer& analyzer) {
  if (analyzer.fingerprint() == manifest.analyzer) return;
  throw IndexError(IndexFault::missing, directory,
                   fmt::format("index {} was made by another analyzer ({}; this program has {}): "
                               "build it again from its "
                               "sources with 'dateline index --rebuild'",
                               directory.string(), manifest.analyzer, analyzer.fingerprint()));
}

Snapshot::Snapshot(const std::filesystem::path& directory)
    : Snapshot(directory, [](const SegmentEntry&) { return true; }) {}

Snapshot::Snapshot(const std::filesystem::path& directory,
                   const std::function<bool(const SegmentEntry&)>& is_wanted)
    : directory_(directory) {
  for (int opening = 1;; ++opening) {
    manifest_ = read_manifest(directory);
    std::erase_if(manifest_.segments, [&](const SegmentEntry& entry) { return !is_wanted(entry); });
    try {
      segments_ = open_segments(directory_, manifest_);
      return;
    } catch (const IndexError&) {
      const auto newer = read_manifest(directory);
      if (newer.generation == manifest_.generation || opening == kMaxOpenings) throw;
    }
  }
}

std::uint64_t Snapshot::live_count(DocumentKind kind) const noexcept {
  std::uint64_t total = 0;
  for (const auto& segment : segments_) total += segment->live(kind).count();
  return total;
}

Finder::Finder(const Snapshot& snapshot) : snapshot_(snapshot) {
  for (std::size_t i = 0; i < snapshot.segment_count(); ++i) {
    terms_.push_back(snapshot.segment(i).open_articles());
  }
}

Finder::~Finder() = default;

std::vector<Location> Finder::with_term(const std::string& term) const {
  std::vector<Location> found;
  for (std::uint32_t s = 0; s < terms_.size(); ++s) {
    const auto& live = snapshot_.segment(s).live(DocumentKind::article);
    for (const auto article : terms_[s].postings(term).articles) {
      if (live.test(article)) found.push_back({s, article});
    }
  }
  return found;
}

std::optional<Location> Finder::article(std::string_view id) const {
  const auto found = with_term(id_term(id));
  if (found.empty()) return std::nullopt;
  return found.back();
}

std::optional<DocumentRef> Finder::document(std::string_view id) const {
  if (const auto found = article(id)) return DocumentRef{DocumentKind::article, *found};
  if (const auto found = event(id)) return DocumentRef{DocumentKind::event, *found};
  return std::nullopt;
}

std::optional<Location> Finder::article_from(std::string_view source) const {
  const auto found = with_term(fmt::format("{}{}", kSourcePrefix, source));
  if (found.empty()) return std::nullopt;
  return found.back();
}

std::vector<Location> Finder::articles_with_hash(std::string_view hash) const {
  return with_term(fmt::format("{}{}", kHashPrefix, hash));
}

std::optional<Location> Finder::event(std::string_view id) const {
  const auto mark = id.rfind('#');
  if (mark == std::string_view::npos) return std::nullopt;
  const auto where = article(id.substr(0, mark));
  if (!where) return std::nullopt;
  const Segment& segment = snapshot_.segment(where->segment);
  const auto [begin, end] = segment.events_of(where->ordinal);
  for (auto event = begin; event < end; ++event) {
    if (segment.event_id(event) == id) return Location{where->segment, event};
  }
  return std::nullopt;
}

}  // namespace dateline
