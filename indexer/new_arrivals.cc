#include "indexer/new_arrivals.h"

#include <chrono>
#include <unordered_map>
#include <utility>

#include "index/error.h"
#include "index/index_file.h"

namespace dateline {
namespace {

// Longer than anyone holds them who only changes them, and shorter than a stop may take.
constexpr std::chrono::milliseconds kLongestHold{500};

// Different for each event of one article.
constexpr std::uint64_t event_key(std::uint32_t hash, std::uint16_t occurrence) noexcept {
  return (std::uint64_t{hash} << 16) | occurrence;
}

// Where the old content cannot be read, it counts as the same: a repair must not bring all articles
// as new.
bool has_same_content(const IndexedArticle& article, const EarlierVersion& before) {
  if (before.segment == nullptr) return true;
  try {
    return before.segment->meta(before.ordinal).hash == article.meta.hash;
  } catch (const IndexError& error) {
    pass_over_damage(error);
    return true;
  }
}

std::unordered_map<std::uint64_t, std::uint64_t> arrivals_by_event(const EarlierVersion& before) {
  std::unordered_map<std::uint64_t, std::uint64_t> known;
  if (before.segment == nullptr) return known;
  const auto [begin, end] = before.segment->events_of(before.ordinal);
  for (auto event = begin; event < end; ++event) {
    const EventRow& row = before.segment->event(event);
    known.emplace(event_key(row.hash, row.occurrence), before.entry.get().event_arrivals.of(event));
  }
  return known;
}

void join(const Segment& segment, DocumentKind kind, const Arrivals& arrivals, Arrivals& joined) {
  segment.live(kind).for_each(
      [&](std::size_t i) { joined.add(arrivals.of(static_cast<std::uint32_t>(i))); });
}

}  // namespace

void NewArrivals::add(const IndexedArticle& article, const std::optional<EarlierVersion>& before) {
  if (!before) {
    articles_.add(Arrivals::kPending);
    events_.add(Arrivals::kPending, static_cast<std::uint32_t>(article.events.size()));
    return;
  }
  const auto arrival = has_same_content(article, *before)
                           ? before->entry.get().arrivals.of(before->ordinal)
                           : Arrivals::kPending;
  articles_.add(arrival);
  const auto known = arrivals_by_event(*before);
  for (const Event& event : article.events) {
    const auto found = known.find(event_key(event.hash, event.occurrence));
    events_.add(found == known.end() ? arrival : found->second);
  }
}

void NewArrivals::move_into(SegmentEntry& entry, std::uint64_t generation) {
  articles_.settle(generation);
  events_.settle(generation);
  entry.arrivals = std::exchange(articles_, {});
  entry.event_arrivals = std::exchange(events_, {});
}

void join_arrivals(const Snapshot& snapshot, std::span<const std::size_t> which,
                   SegmentEntry& merged) {
  for (const auto s : which) {
    const SegmentEntry& entry = snapshot.manifest().segments[s];
    join(snapshot.segment(s), DocumentKind::article, entry.arrivals, merged.arrivals);
    join(snapshot.segment(s), DocumentKind::event, entry.event_arrivals, merged.event_arrivals);
  }
}

std::unique_ptr<SavedQueries> forget_arrivals(const std::filesystem::path& directory,
                                              std::uint64_t generation, Manifest& manifest) {
  std::unique_ptr<SavedQueries> queries;
  try {
    queries = std::make_unique<SavedQueries>(directory, kLongestHold);
  } catch (const IndexError&) {
    return nullptr;
  }
  if (manifest.has_queries && !queries->has_file()) return queries;  // who knows what they ask for
  manifest.has_queries = queries->has_file();
  const auto oldest = queries->oldest_shown(generation);
  for (auto& segment : manifest.segments) {
    segment.arrivals.forget(oldest);
    segment.event_arrivals.forget(oldest);
  }
  return queries;
}

}  // namespace dateline
