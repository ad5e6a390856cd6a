// Folds events that tell of the same happening.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "index/snapshot.h"

namespace dateline {

/// Events that tell of one happening.
struct Fold {
  /// Indices into the events given, ascending. Each tells of what the first, the leading event,
  /// tells.
  std::vector<std::uint32_t> members;
  /// Some member has other days than the leading event.
  bool dates_differ = false;
};

/// Days longer than this fold only with exactly the same days: "the 1990s" overlaps everything.
inline constexpr std::int32_t kLongestFoldedDays = 31;

/// Puts each event into exactly one fold; folds in the order of their leading events. Goes through
/// the events in the order given: each joins the leading event that it is most like (of equals, the
/// earliest), or leads a fold of its own. So which event leads depends on the order, and no fold
/// chains from one telling to the next until its ends have nothing in common.
///
/// An event is like another when their days overlap (see kLongestFoldedDays), they have the same
/// countries (events without any: the same organizations), and fold_similarity.h finds their words
/// alike. Where days are unknown, nothing folds.
///
/// Entries of one chronology or log, which their author holds apart, fold only when one nearly
/// repeats the other.
///
/// Of the events that lead folds at one place (a day and a set of countries) the first 4,096 can be
/// joined; those behind them stand alone. No day of the archives at hand has so many.
///
/// Deterministic. Events are compared only within one set of countries and where their days
/// overlap, so the cost grows with the events and, for each, the leading events of its days and
/// countries: 0.2 to 0.3 s for the 122,000 events of a daily log.
/// Requires locations of the snapshot.
[[nodiscard]] std::vector<Fold> fold_events(const Snapshot& snapshot,
                                            std::span<const Location> events);

}  // namespace dateline
