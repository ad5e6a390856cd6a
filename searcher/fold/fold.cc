#include "searcher/fold/fold.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "searcher/fold/fold_similarity.h"

// To compare each event with each other is out of the question, so what must be equal is looked up,
// and only what remains is compared. Events meet in a table by their countries and each of their
// days, and only the leading events stand in it, so that a happening told a hundred times is
// compared once. The hard case is a day on which one set of countries has many leading events (each
// day of a war): such a place keeps an index by term, too, and an event is compared only with the
// leading events that share as many terms as likeness needs. An event joins one leading event, and
// folds are never merged: what a fold holds depends on the order of the events, but two of its
// members can never be strangers that only a chain of others joins.

namespace dateline {
namespace {

// Chosen on corpus/labels/folds.tsv: see docs/folding.md.
constexpr double kAlike = 0.27;
// Entries of one list are there because their author holds them apart ("X nominates A", "X
// nominates B"): only a repetition folds.
constexpr double kAlikeInOneList = 0.7;

constexpr std::uint32_t kNobody = ~std::uint32_t{0};

bool is_long(DayRange days) noexcept { return days.last - days.first >= kLongestFoldedDays; }

/// Everything that must be equal, as one string: the countries, or else the organizations; and
/// the days, where they are long.
std::string group_key(const Segment& segment, std::uint32_t event) {
  std::string key;
  const auto append = [&key](const auto value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof(value));
  };
  for (const auto country : segment.event_countries[event]) append(country);
  if (key.empty()) {
    // Numbers of organizations are the segment's own, and so is their order.
    std::vector<std::string_view> names;
    for (const auto name : segment.event_organizations[event]) {
      names.push_back(segment.organizations.text(name));
    }
    std::sort(names.begin(), names.end());
    for (const auto name : names) key.append(1, '\0').append(name);
  }
  const auto days = segment.days(event);
  if (is_long(days)) {
    key += '\1';
    append(days.first);
    append(days.last);
  }
  return key;
}

/// An event on its way into a fold.
struct Candidate {
  std::uint32_t group = 0;
  DayRange days;
  std::optional<FoldText> text;      // read when it is first compared
  std::uint32_t compared = kNobody;  // a leading event: who was last compared with it
  std::uint32_t shared = 0;          // a leading event: how many terms it shares with them
  std::uint32_t fold = 0;            // a leading event: its fold
};

/// The leading events of one group that touch one day.
struct Place {
  std::vector<std::uint32_t> leaders;
  // Which of them have a term. Kept only where there are too many to look at each.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> with_term;
};
constexpr std::size_t kManyLeaders = 64;
// More lead folds of their own that nothing joins: so each event is compared with so many at most.
constexpr std::size_t kMostLeaders = 4096;

class Folder {
 public:
  Folder(const Snapshot& snapshot, std::span<const Location> events)
      : snapshot_(snapshot), events_(events), similarity_(snapshot), candidates_(events.size()) {
    std::unordered_map<std::string, std::uint32_t> groups;
    for (std::size_t i = 0; i < events.size(); ++i) {
      const auto& segment = snapshot.segment(events[i].segment);
      const auto key = group_key(segment, events[i].ordinal);
      const auto next = static_cast<std::uint32_t>(groups.size());
      candidates_[i].group = groups.try_emplace(key, next).first->second;
      candidates_[i].days = segment.days(events[i].ordinal);
    }
  }

  std::vector<Fold> fold() {
    std::vector<Fold> folds;
    for (std::uint32_t i = 0; i < events_.size(); ++i) {
      auto& event = candidates_[i];
      const auto leader = most_alike_leader(i);
      if (leader == kNobody) {
        event.fold = static_cast<std::uint32_t>(folds.size());
        folds.push_back({{i}, false});
        add_leader(i);
        continue;
      }
      auto& joined = folds[candidates_[leader].fold];
      joined.members.push_back(i);
      joined.dates_differ |= event.days != candidates_[leader].days;
    }
    return folds;
  }

 private:
  // A long interval is looked up by its first day alone: all intervals of its group are equal.
  template <typename Visit>
  void for_each_place(const Candidate& event, Visit visit) const {
    if (!event.days.known()) return;
    const auto last = is_long(event.days) ? event.days.first : event.days.last;
    for (auto day = event.days.first; day <= last; ++day) {
      visit((std::uint64_t{event.group} << 32U) | static_cast<std::uint32_t>(day));
    }
  }

  void add_leader(std::uint32_t i) {
    for_each_place(candidates_[i], [&](std::uint64_t key) {
      auto& place = leaders_[key];
      if (place.leaders.size() == kMostLeaders) return;
      place.leaders.push_back(i);
      if (place.leaders.size() < kManyLeaders) return;
      if (place.leaders.size() == kManyLeaders) {
        for (const auto leader : place.leaders) add_terms(leader, place);
      } else {
        add_terms(i, place);
      }
    });
  }

  void add_terms(std::uint32_t leader, Place& place) {
    for (const auto term : text(leader).terms) place.with_term[term].push_back(leader);
  }

  // The leading event that an event is most like, while they are gone through.
  struct Best {
    std::uint32_t leader = kNobody;
    double similarity = 0;
  };

  std::uint32_t most_alike_leader(std::uint32_t i) {
    Best best;
    for_each_place(candidates_[i], [&](std::uint64_t key) {
      const auto found = leaders_.find(key);
      if (found == leaders_.end()) return;
      const auto& place = found->second;
      if (place.leaders.size() >= kManyLeaders) return compare_sharing(i, place, best);
      for (const auto leader : place.leaders) compare(i, leader, best);
    });
    return best.leader;
  }

  // Only the leading events that share as many terms as likeness needs.
  void compare_sharing(std::uint32_t i, const Place& place, Best& best) {
    sharing_.clear();
    for (const auto term : text(i).terms) {
      const auto found = place.with_term.find(term);
      if (found == place.with_term.end()) continue;
      for (const auto leader : found->second) {
        if (candidates_[leader].shared++ == 0) sharing_.push_back(leader);
      }
    }
    for (const auto leader : sharing_) {
      const auto shared = std::exchange(candidates_[leader].shared, 0);
      if (shared >= fewest_shared(text(i), text(leader))) compare(i, leader, best);
    }
  }

  void compare(std::uint32_t i, std::uint32_t leader, Best& best) {
    // Two intervals meet on each day that they share.
    if (std::exchange(candidates_[leader].compared, i) == i) return;
    const auto similarity = similarity_.compare(text(leader), text(i));
    if (similarity < alike(leader, i) || similarity < best.similarity) return;
    if (similarity == best.similarity && leader > best.leader) return;
    best = {leader, similarity};
  }

  FoldText& text(std::uint32_t i) {
    auto& text = candidates_[i].text;
    if (!text) text = similarity_.read(events_[i]);
    return *text;
  }

  [[nodiscard]] double alike(std::uint32_t a, std::uint32_t b) const {
    if (events_[a].segment != events_[b].segment) return kAlike;
    const auto& segment = snapshot_.segment(events_[a].segment);
    const auto in_list = [&](std::uint32_t i) {
      return segment.origin(events_[i].ordinal) != EventOrigin::prose;
    };
    const bool one_list =
        in_list(a) && in_list(b) &&
        segment.article_of(events_[a].ordinal) == segment.article_of(events_[b].ordinal);
    return one_list ? kAlikeInOneList : kAlike;
  }

  const Snapshot& snapshot_;
  std::span<const Location> events_;
  FoldSimilarity similarity_;
  std::vector<Candidate> candidates_;
  // Leading events by group and day: only those that touch a day are looked at.
  std::unordered_map<std::uint64_t, Place> leaders_;
  std::vector<std::uint32_t> sharing_;  // of compare_sharing(); kept for its memory
};

}  // namespace

std::vector<Fold> fold_events(const Snapshot& snapshot, std::span<const Location> events) {
  return Folder(snapshot, events).fold();
}

}  // namespace dateline
