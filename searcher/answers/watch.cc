#include "searcher/answers/watch.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include "index/snapshot.h"
#include "searcher/match_state.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/query_writer.h"
#include "searcher/query/request.h"
#include "searcher/searcher.h"

namespace dateline {
namespace {

// Query and selections as one tree.
QueryNode whole_of(const SearchRequest& request) {
  std::vector<QueryNode> parts;
  if (request.query) parts.push_back(*request.query);
  for (const auto& selection : request.selections) parts.push_back(selection.condition);
  if (parts.size() == 1) return std::move(parts.front());
  return {AllOf<QueryNode>{std::move(parts)}, {}};
}

DateMode date_mode_of(std::string_view name) {
  for (const auto mode : {DateMode::within, DateMode::contains}) {
    if (name == date_mode_name(mode)) return mode;
  }
  return DateMode::overlaps;
}

DocumentKind kind_of(const SavedQuery& query) noexcept {
  return query.events ? DocumentKind::event : DocumentKind::article;
}

const Arrivals& arrivals_of(const SegmentEntry& entry, DocumentKind kind) noexcept {
  return kind == DocumentKind::event ? entry.event_arrivals : entry.arrivals;
}

// A match, and what it is ordered by.
struct Arrived {
  std::uint64_t generation = 0;
  DayRange days;
  Location location;
};

DayRange days_of(const Segment& segment, DocumentKind kind, std::uint32_t ordinal) {
  constexpr auto kNever = std::numeric_limits<std::int32_t>::min();
  const auto days =
      kind == DocumentKind::event ? segment.days(ordinal) : segment.published(ordinal);
  return days.known() ? days : DayRange{kNever, kNever};
}

bool comes_before(const Arrived& a, const Arrived& b) {
  return std::tie(b.generation, b.days, a.location) < std::tie(a.generation, a.days, b.location);
}

class Watch {
 public:
  Watch(const Searcher& searcher, bool all, std::uint32_t limit)
      : searcher_(searcher), all_(all), limit_(limit) {}

  void run(WatchResult& result) {
    const auto matches = searcher_.match(to_request(result.query));
    auto arrived = new_of(matches.state(), result.query);
    result.total = arrived.size();
    const auto shown = std::min<std::size_t>(limit_, arrived.size());
    std::partial_sort(arrived.begin(), arrived.begin() + static_cast<std::ptrdiff_t>(shown),
                      arrived.end(), comes_before);
    arrived.resize(shown);
    for (const auto& one : arrived)
      result.hits.push_back({matches.state().read(one.location), one.generation});
  }

 private:
  [[nodiscard]] std::vector<Arrived> new_of(const MatchState& matched,
                                            const SavedQuery& query) const {
    const auto kind = kind_of(query);
    const bool takes_all = all_ || !query.shown;
    const Snapshot& snapshot = matched.snapshot();
    const auto& sets = matched.matches().sets;
    std::vector<Arrived> found;
    for (std::uint32_t s = 0; s < sets.size(); ++s) {
      const auto& arrivals = arrivals_of(snapshot.manifest().segments[s], kind);
      auto fresh = sets[s];
      if (!takes_all) fresh &= arrivals.after(*query.shown, fresh.size());
      fresh.for_each([&](std::size_t i) {
        const auto ordinal = static_cast<std::uint32_t>(i);
        found.push_back(
            {arrivals.of(ordinal), days_of(snapshot.segment(s), kind, ordinal), {s, ordinal}});
      });
    }
    return found;
  }

  const Searcher& searcher_;
  bool all_;
  std::uint32_t limit_;
};

// Whether some query may find something new in a segment.
bool is_asked_for(const SegmentEntry& entry, std::span<const SavedQuery> queries) {
  return std::any_of(queries.begin(), queries.end(), [&](const SavedQuery& query) {
    return !query.shown || arrivals_of(entry, kind_of(query)).latest() > *query.shown;
  });
}

}  // namespace

SavedQuery to_saved_query(const std::string& name, const SearchRequest& request) {
  SavedQuery saved;
  saved.name = name;
  saved.events = request.kind == DocumentKind::event;
  saved.any_word = request.any_word;
  auto whole = whole_of(request);
  // A request has one mode, in all its dates.
  for_each_date(whole, [&](const AskedDays& days) { saved.date_mode = date_mode_name(days.mode); });
  saved.query = to_query(whole);
  return saved;
}

SearchRequest to_request(const SavedQuery& query) {
  SearchRequest request;
  request.kind = query.events ? DocumentKind::event : DocumentKind::article;
  request.query = parse_query(query.query).root;
  request.any_word = query.any_word;
  request.loosens = false;
  request.sort = SortOrder::date;
  const auto mode = date_mode_of(query.date_mode);
  if (request.query) for_each_date(*request.query, [&](AskedDays& days) { days.mode = mode; });
  return request;
}

std::uint64_t WatchReport::total() const noexcept {
  std::uint64_t total = 0;
  for (const auto& result : results) total += result.total;
  return total;
}

WatchReport run_watch(const std::filesystem::path& index, std::span<const SavedQuery> queries,
                      bool all, std::uint32_t limit) {
  Snapshot snapshot(index,
                    [&](const SegmentEntry& entry) { return all || is_asked_for(entry, queries); });
  WatchReport report;
  report.generation = snapshot.manifest().generation;
  const Searcher searcher(std::move(snapshot));
  report.all = all;
  Watch watch(searcher, all, limit);
  for (const auto& query : queries) {
    auto& result = report.results.emplace_back();
    result.query = query;
    try {
      watch.run(result);
    } catch (const QueryError& error) {
      result.problem = error.what();
    }
  }
  return report;
}

}  // namespace dateline
