#include "searcher/answers/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "searcher/answers/cursor.h"
#include "searcher/facet/value_counts.h"
#include "searcher/fold/fold.h"
#include "searcher/match_state.h"
#include "searcher/query/query_writer.h"
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

// A hash of what the pages of one timeline have in common: the parts of the request that decide
// which entries there are, and in which order.
std::uint64_t hash_of(const TimelineRequest& request) {
  std::string text = request.reverse ? "reverse" : "forward";
  text += request.fold ? " folded" : "";
  text += request.search.any_word ? " any" : "";
  if (request.search.query) text += "\n" + to_string(*request.search.query);
  for (const auto& selection : request.search.selections)
    text += "\n" + to_string(selection.condition);
  return short_hash(text);
}

TimelineCursor read_cursor(const TimelineRequest& request, std::uint64_t index) {
  auto cursor = parse_cursor(request.cursor);
  if (!cursor) {
    throw CursorError(
        "--cursor: this is no cursor, or not all of one; take it whole from the page before");
  }
  if (cursor->index != index) {
    throw CursorError("--cursor: it belongs to another index; begin without it");
  }
  if (cursor->request != hash_of(request)) {
    throw CursorError(
        "--cursor: it belongs to another question; give the same query and filters, and the same "
        "--fold and --reverse, as for the page before");
  }
  return std::move(*cursor);
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
  std::vector<std::uint32_t> numbers;
  counts.for_each([&](std::uint32_t number, std::uint32_t) { numbers.push_back(number); });
  if (numbers.empty()) return;
  ValueCounts all;
  (void)count_buckets(snapshot, archive, by, all);
  const auto first = numbers.front();
  if (const auto span = numbers.back() - first; span < kMaxEmptyBuckets) {
    numbers.resize(span + 1);
    for (std::uint32_t i = 0; i <= span; ++i) numbers[i] = first + i;
  }
  for (const auto number : numbers)
    timeline.buckets.push_back({number, bucket_name(by, number), counts[number], all[number]});
}

// Keeps the places of the page that is asked for, in order. @return how many follow it.
std::uint64_t take_page(const TimelineRequest& request, std::uint64_t index,
                        std::vector<TimelinePlace>& places) {
  const auto before = [&](const TimelinePlace& a, const TimelinePlace& b) {
    return request.reverse ? b.key() < a.key() : a.key() < b.key();
  };
  if (!request.cursor.empty()) {
    const auto cursor = read_cursor(request, index);
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

}  // namespace

struct TimelineReader::State {
  State(const Searcher& searcher, TimelineRequest asked)
      : request{std::move(asked)}, own{searcher.match(request.search)}, matched{own->state()} {
    read_places();
    if (const auto more = suggest_relation(searcher, request.search, summary.total)) {
      summary.notices.push_back(fmt::format("{}: search for {}", more->label, more->query));
    }
  }
  State(const Matches& made, TimelineRequest asked)
      : request{std::move(asked)}, matched{made.state()} {
    read_places();
  }
  State(State&&) = delete;

  void read_places() {
    assert(request.search.kind == DocumentKind::event);
    const Snapshot& snapshot = matched.snapshot();
    summary.total = matched.matches().total;
    summary.notices = matched.notices();
    places = places_of(snapshot, matched.matches());
    if (request.fold) folds = fold_places(snapshot, places);
    summary.different = places.size();
    const auto index = short_hash(snapshot.manifest().id);
    summary.left = take_page(request, index, places);
    if (summary.left > 0) summary.next = cursor_after(places.back(), index, hash_of(request));
    add_buckets(snapshot, matched.matches(), request.by, summary);
  }

  [[nodiscard]] TimelineEntry entry_at(const TimelinePlace& place) const {
    TimelineEntry entry;
    entry.hit = matched.read(place.location);
    entry.heading = bucket_name(request.by, bucket_number(request.by, place.days.first));
    if (request.fold) add_same(matched, folds, place, entry);
    return entry;
  }

  TimelineRequest request;
  std::optional<Matches> own;  // unless they were there already
  const MatchState& matched;
  TimelineFolds folds;
  std::vector<TimelinePlace> places;  // of the page
  Timeline summary;
  std::size_t read = 0;  // entries
};

TimelineReader::TimelineReader(const Searcher& searcher, TimelineRequest request)
    : state_(std::make_unique<State>(searcher, std::move(request))) {}
TimelineReader::TimelineReader(const Matches& matches, TimelineRequest request)
    : state_(std::make_unique<State>(matches, std::move(request))) {}
TimelineReader::~TimelineReader() = default;
TimelineReader::TimelineReader(TimelineReader&&) noexcept = default;
TimelineReader& TimelineReader::operator=(TimelineReader&&) noexcept = default;

const TimelineRequest& TimelineReader::request() const noexcept { return state_->request; }
const Timeline& TimelineReader::summary() const noexcept { return state_->summary; }

std::vector<TimelineEntry> TimelineReader::next(std::size_t count) {
  std::vector<TimelineEntry> entries;
  auto& places = state_->places;
  const auto end = std::min(places.size(), state_->read + std::min(count, places.size()));
  while (state_->read < end) entries.push_back(state_->entry_at(places[state_->read++]));
  return entries;
}

Timeline make_timeline(const Searcher& searcher, const TimelineRequest& request) {
  TimelineReader reader(searcher, request);
  auto timeline = reader.summary();
  timeline.entries = reader.next(std::numeric_limits<std::size_t>::max());
  return timeline;
}

}  // namespace dateline
