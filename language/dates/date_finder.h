// Finds dates in prose and in chronology entries.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "language/date_interval.h"
#include "language/mention.h"

namespace dateline {

/// What the surroundings of a text say about its dates. The policy's three points to resolve from
/// are the anchor (the article's publication period), the head (a chronology entry's own date) and
/// the reference (the last date met, which the finder keeps by itself within one text).
struct DateContext {
  std::optional<DateInterval>
      anchor;  ///< publication period; unknown: what needs it yields nothing
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

/// Finds every date expression of a text and says which days it means.
/// Immutable after construction; one object may serve many threads at once.
class DateFinder {
 public:
  DateFinder();

  /// Every date of `text`, in order, not overlapping. `text` is UTF-8, one paragraph, heading or
  /// entry, with its line breaks as they stand; spans count its bytes. A text that is not an entry
  /// but begins with a date and a colon is treated as prose. Never throws on any input; time and
  /// memory are linear in the text. What counts as a date and how it resolves: docs/extraction.md.
  [[nodiscard]] std::vector<DateMention> find(std::string_view text,
                                              const DateContext& context) const;
};

/// The head of a chronology entry: the date at the very start of `text` that a colon follows
/// ("Feb. 19-22, 2001: …"). Markdown emphasis and list marks before it are passed over. A day with
/// its year may have a dash between spaces, or a full stop and a dash, instead ("June 4, 1999 – …",
/// "June 4, 1999.—…").
/// @return nullopt when the text does not begin so, or when the head cannot be resolved in
/// `context`.
[[nodiscard]] std::optional<DateMention> find_entry_head(std::string_view text,
                                                         const DateContext& context);

}  // namespace dateline
