#include "searcher/answers/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "searcher/answers/cursor.h"
#include "searcher/answers/timeline_parts.h"
#include "searcher/facet/value_counts.h"
#include "searcher/fold/fold.h"
#include "searcher/match_state.h"
#include "searcher/relation_suggestion.h"

// A page is named by the entry that the page before it ended with, not by a number: a batch may
// come between two pages, and a number would then repeat entries or skip some. For the same reason
// the order rests on what survives that (days, the article's id, the place in its text), and never
// on ordinals, which a merge deals out anew. So an entry that has gone still has its place in the
// order, and the next page begins behind that place. Nothing of the order is kept from page to
// page: finding the page again takes one look at each entry, and only the entries of the page are
// sorted.

namespace dateline {

// Where an event stands in a timeline. Views the snapshot.
struct TimelinePlace {
  DayRange days;
  std::string_view article;
  std::uint32_t byte = 0;  // of its date, or else of its text: no two events of an article share it
  std::uint32_t event_hash = 0;
  std::uint16_t occurrence = 0;
  Location location;
  std::uint32_t fold = 0;  // which of the folds it leads

  [[nodiscard]] auto key() const noexcept {
    return std::tuple{days.first, days.last, article, byte};
  }
};

// Events that tell the same, behind the one that stands for them.
struct TimelineFolds {
  std::vector<Fold> folds;
  std::vector<Location> events;  // in the order of time; members of the folds are indices into it
};

namespace {

TimelinePlace place_of(const Snapshot& snapshot, Location location) {
  const Segment& segment = snapshot.segment(location.segment);
  const EventRow& row = segment.event(location.ordinal);
  const Span where = row.date_span.empty() ? row.span : row.date_span;
  return {segment.days(location.ordinal),
          segment.id(segment.article_of(location.ordinal)),
          where.begin,
          row.hash,
          row.occurrence,
          location,
          0};
}

std::vector<TimelinePlace> places_of(const Snapshot& snapshot, const MatchSet& matches) {
  std::vector<TimelinePlace> places;
  places.reserve(matches.total);
  for (std::uint32_t s = 0; s < matches.sets.size(); ++s) {
    matches.sets[s].for_each([&](std::size_t ordinal) {
      places.push_back(place_of(snapshot, {s, static_cast<std::uint32_t>(ordinal)}));
    });
  }
  return places;
}

// Keeps of each fold the event that leads it: the earliest.
TimelineFolds fold_places(const Snapshot& snapshot, std::vector<TimelinePlace>& places) {
  std::sort(places.begin(), places.end(),
            [](const TimelinePlace& a, const TimelinePlace& b) { return a.key() < b.key(); });
  TimelineFolds result;
  for (const TimelinePlace& place : places) result.events.push_back(place.location);
  result.folds = fold_events(snapshot, result.events);
  std::vector<TimelinePlace> leading;
  for (std::uint32_t i = 0; i < result.folds.size(); ++i) {
    leading.push_back(places[result.folds[i].members.front()]);
    leading.back().fold = i;
  }
  places = std::move(leading);
  return result;
}

// The place after which the page begins: that of the cursor's event as it is now; when that event
// has gone or has other days now, the place where it was.
TimelinePlace resume_after(const TimelineCursor& cursor, const std::vector<TimelinePlace>& places) {
  const auto is_it = [&](const TimelinePlace& place) {
    return place.event_hash == cursor.event_hash && place.occurrence == cursor.occurrence &&
           place.article == cursor.article && place.days == cursor.days;
  };
  const auto found = std::find_if(places.begin(), places.end(), is_it);
  if (found != places.end()) return *found;
  return {cursor.days, cursor.article, cursor.byte, cursor.event_hash, cursor.occurrence, {}, 0};
}

// Adds each event to the buckets that it touches. @return how many are too coarse for that.
std::uint64_t count_buckets(const Snapshot& snapshot, const std::vector<const Bitmap*>& sets,
                            Bucket by, ValueCounts& counts) {
  std::uint64_t coarser = 0;
  for (std::size_t s = 0; s < sets.size(); ++s) {
    const Segment& segment = snapshot.segment(s);
    sets[s]->for_each([&](std::size_t i) {
      const auto event = static_cast<std::uint32_t>(i);
      const auto precision = segment.precision(event);
      const auto range = buckets_of(by, segment.days(event), precision);
      if (!range) {
        ++coarser;
        return;
      }
      for (auto number = range->first; number <= range->last; ++number) counts.add(number);
    });
  }
  return coarser;
}

void add_buckets(const Snapshot& snapshot, const MatchSet& matches, Bucket by, Timeline& timeline) {
  std::vector<const Bitmap*> answer;
  std::vector<const Bitmap*> archive;
  for (std::size_t s = 0; s < matches.sets.size(); ++s) {
    answer.push_back(&matches.sets[s]);
    archive.push_back(&snapshot.segment(s).live(DocumentKind::event));
  }
  ValueCounts counts;
  timeline.coarser = count_buckets(snapshot, answer, by, counts);
  ValueCounts all;
  (void)count_buckets(snapshot, archive, by, all);
  add_timeline_buckets(by, counts, all, timeline);
}

// Keeps the places of the page that is asked for, in order. @return how many follow it.
std::uint64_t take_page(const TimelineRequest& request, std::uint64_t index,
                        std::vector<TimelinePlace>& places) {
  const auto before = [&](const TimelinePlace& a, const TimelinePlace& b) {
    return request.reverse ? b.key() < a.key() : a.key() < b.key();
  };
  if (!request.cursor.empty()) {
    const auto cursor = read_timeline_cursor(request, index);
    const auto after = resume_after(cursor, places);
    std::erase_if(places, [&](const TimelinePlace& place) { return !before(after, place); });
  }
  const auto wanted =
      request.limit == 0 ? places.size() : std::min<std::size_t>(request.limit, places.size());
  std::partial_sort(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(wanted),
                    places.end(), before);
  const auto left = places.size() - wanted;
  places.resize(wanted);
  return left;
}

void add_same(const MatchState& matched, const TimelineFolds& folds, const TimelinePlace& place,
              TimelineEntry& entry) {
  const Fold& fold = folds.folds[place.fold];
  for (std::size_t i = 1; i < fold.members.size(); ++i)
    entry.same.push_back(matched.read(folds.events[fold.members[i]]));
  entry.dates_differ = fold.dates_differ;
}

std::string cursor_after(const TimelinePlace& place, std::uint64_t index, std::uint64_t request) {
  return to_string(TimelineCursor{index, request, place.days, place.byte, place.event_hash,
                                  place.occurrence, std::string{place.article}});
}

class LocalTimeline : public TimelineSource {
 public:
  LocalTimeline(const Searcher& searcher, TimelineRequest asked)
      : request_{std::move(asked)}, own_{searcher.match(request_.search)}, matched_{own_->state()} {
    read_places();
    if (const auto more = suggest_relation(searcher, request_.search, summary_.total)) {
      summary_.notices.push_back(fmt::format("{}: search for {}", more->label, more->query));
    }
  }
  LocalTimeline(const Matches& made, TimelineRequest asked)
      : request_{std::move(asked)}, matched_{made.state()} {
    read_places();
  }

  const TimelineRequest& request() const noexcept override { return request_; }
  const Timeline& summary() const noexcept override { return summary_; }
  std::vector<TimelineEntry> next(std::size_t count) override {
    std::vector<TimelineEntry> entries;
    const auto end = std::min(places_.size(), read_ + std::min(count, places_.size()));
    while (read_ < end) entries.push_back(entry_at(places_[read_++]));
    return entries;
  }

 private:
  void read_places() {
    assert(request_.search.kind == DocumentKind::event);
    const Snapshot& snapshot = matched_.snapshot();
    summary_.total = matched_.matches().total;
    summary_.notices = matched_.notices();
    places_ = places_of(snapshot, matched_.matches());
    if (request_.fold) folds_ = fold_places(snapshot, places_);
    summary_.different = places_.size();
    const auto index = short_hash(snapshot.manifest().id);
    summary_.left = take_page(request_, index, places_);
    if (summary_.left > 0)
      summary_.next = cursor_after(places_.back(), index, timeline_hash(request_));
    add_buckets(snapshot, matched_.matches(), request_.by, summary_);
  }

  [[nodiscard]] TimelineEntry entry_at(const TimelinePlace& place) const {
    TimelineEntry entry;
    entry.hit = matched_.read(place.location);
    entry.heading = bucket_name(request_.by, bucket_number(request_.by, place.days.first));
    if (request_.fold) add_same(matched_, folds_, place, entry);
    return entry;
  }

  TimelineRequest request_;
  std::optional<Matches> own_;  // unless they were there already
  const MatchState& matched_;
  TimelineFolds folds_;
  std::vector<TimelinePlace> places_;  // of the page
  Timeline summary_;
  std::size_t read_ = 0;  // entries
};

}  // namespace

TimelineReader::TimelineReader(const Searcher& searcher, TimelineRequest request)
    : source_(std::make_unique<LocalTimeline>(searcher, std::move(request))) {}
TimelineReader::TimelineReader(const Matches& matches, TimelineRequest request)
    : source_(std::make_unique<LocalTimeline>(matches, std::move(request))) {}
TimelineReader::TimelineReader(std::unique_ptr<TimelineSource> source)
    : source_(std::move(source)) {}
TimelineReader::~TimelineReader() = default;
TimelineReader::TimelineReader(TimelineReader&&) noexcept = default;
TimelineReader& TimelineReader::operator=(TimelineReader&&) noexcept = default;

Timeline whole_timeline(TimelineReader& reader) {
  auto timeline = reader.summary();
  timeline.entries = reader.next(std::numeric_limits<std::size_t>::max());
  return timeline;
}

Timeline make_timeline(const Searcher& searcher, const TimelineRequest& request) {
  TimelineReader reader(searcher, request);
  return whole_timeline(reader);
}

}  // namespace dateline
