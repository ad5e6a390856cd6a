// What the surroundings of a text say about its dates.
#pragma once

#include <optional>

#include "language/date_interval.h"

namespace dateline {

/// What the surroundings of a text say about its dates. The policy's three points to resolve from
/// are the anchor (the article's publication period), the head (a chronology entry's own date) and
/// the reference (the last date met, which the finder keeps by itself within one text).
struct DateContext {
  /// The publication period; without it, what needs it yields nothing.
  std::optional<DateInterval> anchor;
  /// The date that rules the whole text when it is an entry whose head is not written in it (a
  /// log's entry, dated by its day). For an entry that begins with its own date and a colon leave
  /// it unset.
  std::optional<DateInterval> head;
  /// The text is a chronology entry: if it begins with a date and a colon, that date is its head.
  bool is_entry = false;
  /// The head of the entry before this one in the same chronology; a head without a year follows
  /// it.
  std::optional<DateInterval> previous_head;
};

}  // namespace dateline
